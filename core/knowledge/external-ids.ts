// The ids by which other data sets know an entity, as keys of the table of names: no text can be taken for one,
// since a folded name has letters and digits only. So an import finds that a place is in an installed pack.
import type { Entity } from './entity.ts';

/** `#wikidata Q1530`, `#geonames 98182`: whichever are known. */
export function externalKeys({ id, ids }: Pick<Entity, 'id' | 'ids'>): string[] {
  const wikidata = ids?.wikidata ?? (/^Q\d+$/.test(id) ? id : undefined);
  return [
    ...(wikidata === undefined ? [] : [`#wikidata ${wikidata}`]),
    ...(ids?.geonames === undefined ? [] : [`#geonames ${ids.geonames}`]),
  ];
}
