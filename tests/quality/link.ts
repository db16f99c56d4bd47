// Whom a mark leads to, as a scorer needs it: its ids, all its names, where it is, and what it lies in, since a
// gold title may say so (“Mobile, Alabama”).
import { type Entity, labelOf } from '../../core/knowledge/entity.ts';
import type { Knowledge, Known } from '../../core/knowledge/index.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';

export interface Link {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  /** Names of what it lies in. */
  readonly within: readonly string[];
  readonly wikidata?: string;
  readonly geonames?: string;
  readonly at?: { readonly lat: number; readonly lon: number };
}

/** City, district, region, country. */
const STEPS = 3;

const ownersOf = ({ relations = [] }: Entity): EntityId[] =>
  relations.filter(({ type }) => type === 'located_in' || type === 'part_of').map(({ to }) => to);

export type ToLink = (known: Pick<Known, 'entity'>) => Promise<Link>;

/** Asks for each entity once. */
export function linker(knowledge: Knowledge): ToLink {
  const made = new Map<string, Promise<Link>>();
  return ({ entity }) => {
    const before = made.get(entity.id);
    if (before) return before;
    const link = withinOf(entity, knowledge).then((within) => linkOf(entity, within));
    made.set(entity.id, link);
    return link;
  };
}

async function withinOf(entity: Entity, knowledge: Knowledge): Promise<string[]> {
  const names: string[] = [];
  let wanted = ownersOf(entity);
  for (let step = 0; step < STEPS && wanted.length > 0; step++) {
    const owners = [...(await knowledge.entities(new Set(wanted))).values()];
    names.push(...owners.flatMap((owner) => owner.entity.names.map(({ text }) => text)));
    wanted = owners.flatMap((owner) => ownersOf(owner.entity));
  }
  return names;
}

export function linkOf(entity: Entity, within: readonly string[] = []): Link {
  const wikidata = entity.ids?.wikidata ?? (/^Q\d+$/.test(entity.id) ? entity.id : undefined);
  return {
    id: entity.id,
    label: labelOf(entity),
    names: entity.names.map(({ text }) => text),
    within,
    ...(wikidata !== undefined && { wikidata }),
    ...(entity.ids?.geonames !== undefined && { geonames: entity.ids.geonames }),
    ...(entity.geo && { at: entity.geo }),
  };
}
