// The entities of the file that is being imported, beside those of the installed packs: a reader's own list has
// people and what they did, and both must meet.
import { nameKey, tokenize } from '../../../text/index.ts';
import type { Entity } from '../../entity.ts';
import type { NameRow } from '../../pack/index.ts';
import type { EntityId } from '../../terms.ts';
import type { LookUp } from '../tie.ts';

/** What the file says of an entity stands before what packs say. */
export function withOwn(own: ReadonlyMap<EntityId, Entity>, packs: LookUp | null): LookUp {
  const byName = new Map<string, NameRow[]>();
  for (const { id, kind, salience, names } of own.values()) {
    for (const { lang: _, ...name } of names) {
      const key = nameKey(tokenize(name.text));
      const rows = byName.get(key) ?? [];
      if (key !== '') byName.set(key, [...rows, { id, kind, salience, ...name }]);
    }
  }
  return {
    names: async (keys) => {
      const wanted = [...keys];
      const found = new Map(await packs?.names(wanted));
      for (const key of wanted) {
        const rows = byName.get(key);
        if (rows) found.set(key, [...rows, ...(found.get(key) ?? [])]);
      }
      return found;
    },
    entities: async (ids) => {
      const wanted = [...ids];
      const found = new Map(await packs?.entities(wanted));
      for (const id of wanted) {
        const entity = own.get(id);
        if (entity) found.set(id, { entity });
      }
      return found;
    },
  };
}
