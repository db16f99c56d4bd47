// A second key for names that come from a script which writes them otherwise than ours: how they sound. Written where the
// entity has a name in such a script, or one with an Arabic particle, and where no two entities of the pack
// sound alike; it is looked up in the page's one batch, and believed less than a name as it is written.
import { soundKey, tokenize } from '../../text/index.ts';
import type { Entity, Name } from '../entity.ts';
import type { NameRow } from './rows.ts';

const OTHER_SCRIPT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}]/u;
const PARTICLE = /(?:^| )(?:al|el|abu|bin|ibn)[- ]/iu;
const LATIN = /^[\p{Script=Latin}\p{M}\s'’‘ʿʾ-]+$/u;
const KINDS: ReadonlySet<Entity['kind']> = new Set([
  'person',
  'armed_group',
  'armed_force',
  'party',
  'organisation',
]);
const TYPES: ReadonlySet<Name['type']> = new Set(['label', 'alias', 'short', 'former']);
const PRIOR = 0.7;

/** By key, the one whose name sounds so. */
export function soundNames(entities: readonly Entity[]): Map<string, NameRow> {
  const found = new Map<string, NameRow | null>();
  for (const { id, kind, names, salience } of entities) {
    if (!KINDS.has(kind) || !names.some(({ text }) => OTHER_SCRIPT.test(text) || PARTICLE.test(text)))
      continue;
    for (const { text, type, match } of names) {
      const key =
        TYPES.has(type) && match === 'any-case' && LATIN.test(text) ? soundKey(tokenize(text)) : null;
      if (key === null) continue;
      const before = found.get(key);
      const row: NameRow = { id, text, type: 'alias', match: 'any-case', kind, salience, prior: PRIOR };
      found.set(key, before === undefined ? row : before?.id === id ? before : null);
    }
  }
  return new Map([...found].flatMap(([key, row]) => (row ? [[key, row] as const] : [])));
}
