import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linesOf } from '../../../tools/annotate/lines.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string, longest?: number) {
  const path = join(folder, 'in.jsonl');
  await writeFile(path, text);
  const lines: (string | null)[] = [];
  for await (const line of linesOf(path, longest)) lines.push(line);
  return lines;
}

test.each<[string, string, string[]]>([
  ['each as it is', 'a\nb\n', ['a', 'b']],
  ['the last without its end', 'a\nb', ['a', 'b']],
  ['empty ones too, since they count', 'a\n\nb', ['a', '', 'b']],
  ['of another system', '\uFEFFa\r\nb\r\n', ['a', 'b']],
])('lines are read, %s', async (_, text, lines) => {
  expect(await read(text)).toEqual(lines);
});

test('a line that never ends is dropped, and the next one read', async () => {
  expect(await read(`${'x'.repeat(300_000)}\nshort\n`, 1000)).toEqual([null, 'short']);
});
