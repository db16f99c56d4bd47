// FollowTheMoney entities, above all OpenSanctions' `entities.ftm.json`: who held which public post, and when.
// OpenSanctions' own data are for non-commercial use, so they are only ever what a reader imports for themselves.
import { entityOf, kindOf } from './follow-the-money/entity.ts';
import { Ids } from './follow-the-money/ids.ts';
import { recordOf } from './follow-the-money/record.ts';
import { Ties } from './follow-the-money/ties.ts';
import type { Found, Line, ReadOptions, Sample, Source } from './source.ts';
import { type EntityDraft, foundEntity } from './wikidata/entity.ts';

interface Waiting {
  readonly ftm: string;
  readonly line: number;
  readonly draft: EntityDraft;
}

/** Some 2 kB each. */
const MOST_WAITING = 100_000;

function detect({ text }: Sample): ReturnType<Source['detect']> {
  const [first = ''] = text.trimStart().split('\n', 1);
  const schema = /"schema"\s*:\s*"([A-Z][A-Za-z]+)"/.exec(first)?.[1];
  const properties = /"properties"\s*:\s*\{/.exec(first);
  if (!/^\uFEFF?\{/.test(first) || schema === undefined || !properties) return null;
  if (/:\s*\[\s*\{/.test(first.slice(properties.index)))
    return { refused: 'These are nested FollowTheMoney targets. Take the file “entities.ftm.json” instead.' };
  return { what: 'FollowTheMoney entities, one a line' };
}

async function* read(lines: AsyncIterable<Line>, options: ReadOptions): AsyncGenerator<Found, void> {
  const ids = new Ids(options.pack);
  const ties = new Ties();
  const waiting = new Map<string, Waiting>();
  for await (const { number, text } of lines) {
    options.signal?.throwIfAborted();
    const json = text.replace(/^\uFEFF/, '').trim();
    if (json === '') continue;
    const record = recordOf(parsed(json));
    if (record === null) {
      yield { kind: 'rejected', line: number, reason: 'not a FollowTheMoney entity, or cut off' };
      continue;
    }
    const taken = ties.take(record);
    if (taken === 'full') yield { kind: 'skipped', reason: 'a tie too many to wait for both its ends' };
    if (taken !== false) continue;
    const kind = kindOf(record);
    const draft = kind === undefined ? undefined : entityOf(record, kind, ids, options);
    if (!draft) {
      const reason =
        kind === undefined
          ? `${record.schema}, neither an actor nor a role`
          : 'without a name in a script asked for';
      yield { kind: 'skipped', reason };
      continue;
    }
    waiting.set(record.id, { ftm: record.id, line: number, draft });
    if (waiting.size <= MOST_WAITING) continue;
    const [oldest] = waiting.values();
    if (!oldest) continue;
    waiting.delete(oldest.ftm);
    yield* told(oldest, ties, ids);
  }
  for (const actor of waiting.values()) yield* told(actor, ties, ids);
  for (let left = ties.waiting; left > 0; left--)
    yield { kind: 'skipped', reason: 'a role whose holder is not in the file' };
}

function* told({ ftm, line, draft }: Waiting, ties: Ties, ids: Ids): Generator<Found, void> {
  const { roles, relations, left } = ties.of(ftm, ids);
  yield foundEntity(
    {
      ...draft,
      ...(roles.length > 0 ? { roles } : {}),
      ...(relations.length > 0 ? { relations: relations.slice(0, 200) } : {}),
    },
    line,
  );
  for (const reason of left) yield { kind: 'skipped', reason };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export const followTheMoney: Source = {
  id: 'follow-the-money',
  title: 'FollowTheMoney (OpenSanctions)',
  licence:
    'CC BY-NC 4.0 for OpenSanctions’ data: import it for your own, non-commercial use; do not publish a pack of it',
  attribution: 'OpenSanctions (opensanctions.org), CC BY-NC 4.0',
  url: 'https://www.opensanctions.org/',
  detect,
  read,
};
