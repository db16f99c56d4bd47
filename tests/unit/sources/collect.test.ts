import { expect, test } from 'vitest';
import { collect, collectAll } from '../../../core/knowledge/sources/collect.ts';
import type { EventDraft, Found, Line, Source } from '../../../core/knowledge/sources/source.ts';
import { type EntityId, EventId } from '../../../core/knowledge/terms.ts';
import { entity } from '../small-world.ts';

const options = { pack: 'test', languages: ['en'] };
const alone = { knowledge: null };

async function* linesOf(texts: readonly string[]): AsyncGenerator<Line, void> {
  for (const [index, text] of texts.entries()) yield { number: index + 1, text };
}

/** A source that says for each line what the line's maker wants. */
function sourceOf(found: readonly Found[]): {
  source: Pick<Source, 'read'>;
  lines: AsyncGenerator<Line, void>;
} {
  return {
    source: {
      async *read(lines) {
        for await (const { number } of lines) {
          const next = found[number - 1];
          if (next) yield next;
        }
      },
    },
    lines: linesOf(found.map(() => '')),
  };
}

const collected = (found: readonly Found[], around = {}) => {
  const { source, lines } = sourceOf(found);
  return collect(source, lines, options, { ...alone, ...around });
};

const person = (id: string, names: string[], rest = {}): Found => ({
  kind: 'entity',
  entity: entity(id, 'person', names, rest),
});

function event(id: string, rest: Partial<EventDraft> = {}): Found {
  return {
    kind: 'event',
    event: {
      id: EventId.parse(`test:${id}`),
      title: 'What happened',
      type: { plover: 'CONSULT', mode: [], context: [] },
      date: { edtf: '2020-01-01' },
      weight: 0.2,
      summary: 'It happened.',
      sources: [{ publisher: 'A test' }],
      status: 'reported',
      actors: [],
      places: [],
      ...rest,
    },
  };
}

test('an entity that is told of twice becomes one with all that was said', async () => {
  const role = (title: string) => ({ roles: [{ role: title }] });
  const { entities, report } = await collected([
    person('Q1', ['Ada', 'A.'], role('Minister')),
    person('Q2', ['Bo']),
    person('Q1', ['Ada', 'Adda'], { ...role('President'), born: '1960' }),
    person('Q1', ['Ada'], role('Minister')),
  ]);
  expect(entities.map(({ id }) => id)).toEqual(['Q1', 'Q2']);
  expect(entities[0]?.names.map(({ text }) => text)).toEqual(['Ada', 'A.', 'Adda']);
  expect(entities[0]?.roles).toEqual([{ role: 'Minister' }, { role: 'President' }]);
  expect(entities[0]?.born).toBe('1960');
  expect(report).toMatchObject({ entities: 2, rejected: 0, lines: 4 });
});

test('an event that is there twice is taken once', async () => {
  const { events, report } = await collected([event('a', { title: 'First' }), event('b'), event('a')]);
  expect(events.map(({ title }) => title)).toEqual(['First', 'What happened']);
  expect([...report.skippedFor]).toEqual([['the same event again', 1]]);
});

test('events meet the people of their own file, also those that come later', async () => {
  const { events } = await collected([
    event('a', { actors: [{ name: 'ADA', role: 'actor' }] }),
    person('test:ada', ['Ada']),
  ]);
  expect(events[0]?.actors).toEqual([{ id: 'test:ada', role: 'actor' }]);
});

test('names from another file join their entity; those of nobody are counted', async () => {
  const further = (id: string): Found => ({
    kind: 'names',
    further: {
      id: id as EntityId,
      names: [{ text: 'عدا', lang: 'ar', type: 'alias', match: 'any-case' }],
      ids: { wikidata: 'Q5' },
    },
  });
  const { entities, report } = await collectAll(
    [sourceOf([person('test:ada', ['Ada'])]), sourceOf([further('test:ada'), further('test:bo')])],
    options,
    alone,
  );
  expect(entities[0]?.names.map(({ text }) => text)).toEqual(['Ada', 'عدا']);
  expect(entities[0]?.ids?.wikidata).toBe('Q5');
  expect(report).toMatchObject({ lines: 3, skipped: 1, entities: 1 });
});

test('what an importer gets wrong is refused with its line, and importing goes on', async () => {
  const broken = person('Q1', ['Ada']);
  if (broken.kind === 'entity') broken.entity.salience = 7;
  const { entities, events, report } = await collected([
    broken,
    event('a', { date: { edtf: 'yesterday' } }),
    { kind: 'rejected', line: 3, reason: 'no name' },
    { kind: 'skipped', reason: 'a redirect' },
    person('Q2', ['Bo']),
  ]);
  expect(entities).toHaveLength(1);
  expect(events).toHaveLength(0);
  expect(report.rejections.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    expect.stringMatching(/^1 .*salience/),
    '3 no name',
    expect.stringMatching(/^2 .*date\.edtf/),
  ]);
  expect(report).toMatchObject({ rejected: 3, skipped: 1 });
});

test('of a file full of bad rows the first hundred are kept and all are counted', async () => {
  const { report } = await collected(
    Array.from({ length: 1000 }, (_, index) => ({
      kind: 'rejected',
      line: index + 1,
      reason: `no such number: ${index}`,
    })),
  );
  expect(report.rejections).toHaveLength(100);
  expect(report.rejected).toBe(1000);
  expect(report.rejectedFor.size).toBeLessThanOrEqual(101);
  expect([...report.rejectedFor.values()].reduce((sum, count) => sum + count)).toBe(1000);
});

test('more records than the memory holds end in an error that says so', async () => {
  const many = Array.from({ length: 12 }, (_, index) => event(`e${index}`));
  await expect(collected(many, { mostRecords: 10 })).rejects.toMatchObject({
    code: 'too-long',
    message: expect.stringContaining('more than 10 records'),
  });
});

test('a long file lets others work, tells how far it is, and stops when told to', async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  let breaths = 0;
  const timer = setInterval(() => breaths++);
  const { source, lines } = sourceOf(Array.from({ length: 20_000 }, (_, index) => event(`e${index}`)));
  const reading = collect(
    source,
    lines,
    { ...options, signal: stop.signal },
    {
      knowledge: null,
      onProgress: (progress) => {
        seen.push(progress.lines);
        if (progress.lines >= 10_000) stop.abort(new Error('stopped'));
      },
    },
  );
  await expect(reading).rejects.toThrow('stopped');
  clearInterval(timer);
  expect(seen).toEqual([2_000, 4_000, 6_000, 8_000, 10_000]);
  expect(breaths).toBeGreaterThan(0);
});
