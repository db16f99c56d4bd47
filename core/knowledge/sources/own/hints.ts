// Somebody or some place that an author names by id: the id itself, and a name to show where no pack has it.
import type { EntityId } from '../../terms.ts';
import type { PlaceHint } from '../source.ts';

export function hintOf(
  id: EntityId,
  labels: ReadonlyMap<string, string>,
): Required<Pick<PlaceHint, 'id' | 'name'>> & Pick<PlaceHint, 'wikidata'> {
  const name = labels.get(id) ?? id.slice(id.indexOf(':') + 1).replaceAll('-', ' ');
  return { id, name, ...(id.includes(':') ? {} : { wikidata: id }) };
}
