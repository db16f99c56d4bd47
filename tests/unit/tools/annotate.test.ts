import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import { event, world } from '../small-world.ts';

const run = promisify(execFile);
const tool = new URL('../../../tools/annotate.ts', import.meta.url).pathname;
let folder: string;
let pack: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annotate-'));
  pack = join(folder, 'small.bspack');
  const meta = {
    id: 'test',
    version: '1',
    title: 'Small',
    built: '2026-01-01',
    licence: 'MIT',
    attribution: [],
  };
  await writeFile(
    pack,
    await writePack(meta, world, [
      event('before', '2019-12-29', ['Q794']),
      event('after', '2020-01-03', ['Q794']),
    ]),
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function annotate(lines: string[], ...more: string[]) {
  const input = join(folder, 'in.jsonl');
  await writeFile(input, lines.join('\n'));
  const { stdout } = await run(process.execPath, [tool, '--input', input, '--pack', pack, ...more]);
  return stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe('annotate, from the command line', () => {
  test('answers a line for a line, with offsets into the text', async () => {
    const text = 'First line.\nIn Tehran they blamed the US.';
    const [answer] = await annotate([JSON.stringify({ id: 7, text, title: 'Iran', date: '2019-12-31' })]);
    expect(answer.id).toBe(7);
    expect(
      answer.mentions.map((mention: { start: number; end: number; entity: string }) => [
        text.slice(mention.start, mention.end),
        mention.entity,
      ]),
    ).toEqual([
      ['Tehran', 'Q3616'],
      ['US', 'Q30'],
    ]);
    expect(answer.mentions[0]).toMatchObject({
      text: 'Tehran',
      kind: 'city',
      type: 'LOC',
      known: true,
      shown: true,
      ids: {},
    });
    expect(answer.mentions[0].reasons).toContain('“in” beside it asks for a place');
    expect(answer).not.toHaveProperty('before');
  });

  test('puts an error in the place of a broken line, and goes on', async () => {
    const answers = await annotate([
      '{"id":1,"text":"Iran"}',
      '{broken',
      '{"id":3}',
      '{"id":"4","text":"Iraq"}',
    ]);
    expect(answers.map((answer) => answer.id ?? answer.line)).toEqual([1, 2, 3, '4']);
    expect(answers[1].error).toMatch(/JSON/);
    expect(answers[2].error).toMatch(/text/);
  });

  test('tells the backstory when asked', async () => {
    const [answer] = await annotate(
      [JSON.stringify({ id: 1, text: 'Iran answered.', date: '2019-12-31' })],
      '--backstory',
      '5',
    );
    expect(answer.before.map(({ id }: { id: string }) => id)).toEqual(['test:before']);
    expect(answer.since.map(({ id }: { id: string }) => id)).toEqual(['test:after']);
    expect(answer.before[0]).toMatchObject({ date: '2019-12-29', actors: ['Q794'], places: [] });
  });

  test('reads a saved page', async () => {
    const page = join(folder, 'page.html');
    const paragraph =
      'Talks between Iran and Iraq went on for a third day, and nobody would say how long they were to last.';
    await writeFile(
      page,
      `<html lang="en"><title>Talks</title><article><h1>Talks</h1>${`<p>${paragraph}</p>`.repeat(6)}</article>`,
    );
    const { stdout } = await run(process.execPath, [tool, '--input', page, '--pack', pack]);
    expect(JSON.parse(stdout).mentions).toHaveLength(12);
  });

  test('writes to a file when told to, and nothing to standard output', async () => {
    const output = join(folder, 'out.jsonl');
    expect(await annotate(['{"id":1,"text":"Iran"}'], '--output', output)).toEqual([]);
    expect(JSON.parse(await readFile(output, 'utf8')).mentions).toHaveLength(1);
  });

  test.each([
    [['--pack', '/nowhere.bspack'], /nowhere\.bspack cannot be read/],
    [['--backstory', 'many'], /whole number/],
  ])('says what is wrong with %j', async (args, message) => {
    await expect(run(process.execPath, [tool, '--input', pack, ...args])).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(message),
    });
  });

  test('puts a capital that stands for its government where the capital is', async () => {
    const [answer] = await annotate([
      JSON.stringify({ id: 1, text: 'Tehran denied it.', date: '2019-12-31' }),
    ]);
    expect(answer.mentions).toMatchObject([{ entity: 'Q794', lat: 35.7, lon: 51.4 }]);
  });
});
