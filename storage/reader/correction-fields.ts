// The document "corrections": one map, with a key for each name and site, and what was said as one value. Whoever corrects a
// name anew replaces what was said before as a whole, so that two devices never mix “Paris, Texas” with “none”.
import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { Correction, MOST_CORRECTIONS, type Scope } from '../../core/matching/correction.ts';

const MAP = 'corrections';
/** No host has it in its name. */
const EVERYWHERE = '*';
/** What was taken back stays as such, so that other devices hear of it; of so many the oldest go. */
const MOST_WRITTEN = 2 * MOST_CORRECTIONS;

export interface About {
  readonly surface: string;
  readonly scope: Scope;
}

export const keyOf = ({ surface, scope }: About): string => `${scope ?? EVERYWHERE} ${surface}`;

function aboutOf(key: string): About {
  const end = key.indexOf(' ');
  const scope = key.slice(0, end);
  return { surface: key.slice(end + 1), scope: scope === EVERYWHERE ? null : scope };
}

const Written = z.object({ made: z.string(), deleted: z.nullable(z.string()) });

/** Null where nothing is said, or nothing that this version can read. */
function readCorrection(document: Y.Doc, key: string): Correction | null {
  const value: unknown = document.getMap(MAP).get(key);
  if (Written.safeParse(value).data?.deleted !== null) return null;
  return Correction.safeParse({ ...Object(value), ...aboutOf(key) }).data ?? null;
}

/** Those in force. */
export function correctionsIn(document: Y.Doc): Correction[] {
  return [...document.getMap(MAP).keys()].flatMap((key) => readCorrection(document, key) ?? []);
}

/** Answers what was said before. Says the same twice: nothing is written. */
export function writeCorrection(document: Y.Doc, { surface, scope, ...said }: Correction): Correction | null {
  const key = keyOf({ surface, scope });
  const before = readCorrection(document, key);
  if (!before || before.says !== said.says) document.getMap(MAP).set(key, { ...said, deleted: null });
  dropOldest(document.getMap(MAP));
  return before;
}

/** Answers what was said, or null where there was nothing to take back. */
export function takeBack(document: Y.Doc, about: About, now: string): Correction | null {
  const key = keyOf(about);
  const before = readCorrection(document, key);
  if (!before) return null;
  const { surface: _, scope: __, ...said } = before;
  document.getMap(MAP).set(key, { ...said, deleted: now });
  return before;
}

function dropOldest(map: Y.Map<unknown>): void {
  if (map.size <= MOST_WRITTEN) return;
  const gone = [...map.entries()]
    .flatMap(([key, value]) => {
      const { deleted = null } = Written.safeParse(value).data ?? {};
      return deleted === null ? [] : { key, deleted };
    })
    .sort((a, b) => (a.deleted < b.deleted ? -1 : 1));
  for (const { key } of gone.slice(0, map.size - MOST_WRITTEN)) map.delete(key);
}
