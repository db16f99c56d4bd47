// What tying asks of the installed packs: `Knowledge`, or anything that answers the same.
import type { Known } from '../../knowledge.ts';
import type { NameRow } from '../../pack/index.ts';
import type { EntityId } from '../../terms.ts';

export interface LookUp {
  names(keys: Iterable<string>): Promise<ReadonlyMap<string, readonly NameRow[]>>;
  entities(ids: Iterable<EntityId>): Promise<ReadonlyMap<EntityId, Pick<Known, 'entity'>>>;
}
