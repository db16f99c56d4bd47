// What the tests of the five event sources share: text in, what was found out, and the check that every event fits
// the record that packs hold.
import fc from 'fast-check';
import { Event } from '../../../core/knowledge/event.ts';
import type { EventDraft, Found, Line, Source } from '../../../core/knowledge/sources/source.ts';

async function* linesOf(text: string): AsyncGenerator<Line> {
  for (const [index, line] of text.split(/\r?\n/).entries()) yield { number: index + 1, text: line };
}

export async function read(source: Source, text: string): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of source.read(linesOf(text), { pack: 'mine', languages: ['en'] })) found.push(one);
  return found;
}

export async function eventsIn(source: Source, text: string): Promise<EventDraft[]> {
  return (await read(source, text)).flatMap((found) => (found.kind === 'event' ? found.event : []));
}

/** The one event that the text holds; throws where there are none or several, and says what there was. */
export async function eventIn(source: Source, text: string): Promise<EventDraft> {
  const found = await read(source, text);
  const [one] = found;
  if (one?.kind !== 'event' || found.length > 1) throw new Error(JSON.stringify(found));
  return one.event;
}

/** How many of each kind, and of each reason. */
export function tally(found: readonly Found[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of found) {
    const key = 'reason' in one ? `${one.kind}: ${one.reason}` : one.kind;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** What the schema of stored events says against a draft; empty where nothing. */
export function faults(draft: EventDraft): readonly string[] {
  const { actors, places, ...rest } = draft;
  const parties = actors.map(({ name, role }) => ({ name, role }));
  const stored = { ...rest, actors: parties, places: places.map(() => 'Q1'), pack: 'mine' };
  return (
    Event.safeParse(stored).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []
  );
}

/** Cells as no publisher writes them, and some that look right. */
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    'NA',
    '-1',
    '1',
    '2',
    '3',
    '999',
    '1e400',
    '0',
    '"',
    '""',
    '\u0000',
    '\uD800',
    '20191231',
  ),
  fc.constantFrom(
    '2019-12-31',
    '2019-02-31',
    '31 December 2019',
    '12/31/2019',
    '20191231000000',
    'Iraq',
    'IRQ',
  ),
  fc.constantFrom(
    'Government of Iraq',
    'x'.repeat(3000),
    'word '.repeat(500),
    'https://news.example/1',
    '186',
  ),
);

/**
 * Rows like `good` in which any cells are replaced: the importer must not throw, must account for each row, and
 * must give only events that fit.
 */
export async function holdsForAnyCells(
  source: Source,
  delimiter: string,
  good: readonly string[],
  header: string,
): Promise<void> {
  const changed = fc.dictionary(fc.nat(good.length - 1).map(String), cell, { maxKeys: 12 });
  const row = changed.map((cells) => good.map((text, index) => cells[index] ?? text).join(delimiter));
  const line = fc.oneof(
    { weight: 5, arbitrary: row },
    fc.array(cell).map((cells) => cells.join(delimiter)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
      for (const event of await eventsIn(source, [header, ...lines].join('\n'))) {
        const wrong = faults(event);
        if (wrong.length > 0) throw new Error(wrong.join('; '));
      }
    }),
    { numRuns: 300 },
  );
}
