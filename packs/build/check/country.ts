// Which country a record belongs to, as its own relations claim it, and which region of the world that is.
import { featuresContaining } from '@rapideditor/country-coder';
import type { Entity, RelationType } from '../../../core/knowledge/entity.ts';
import type { Event } from '../../../core/knowledge/event.ts';

/** In the order in which they say where something belongs. */
const BELONGS: readonly RelationType[] = ['located_in', 'citizen_of', 'part_of', 'operated_by'];
const STATES: ReadonlySet<string> = new Set(['country', 'territory']);
/** A facility in a city in a province in a country, and one more. */
const DEEPEST = 5;

type ById = ReadonlyMap<string, Entity>;

/** The countries and territories that an entity's relations lead to; itself where it is one. */
export function countriesOf(
  entity: Entity,
  byId: ById,
  along: readonly RelationType[] = BELONGS,
  depth = DEEPEST,
): Entity[] {
  if (STATES.has(entity.kind)) return [entity];
  if (depth === 0) return [];
  for (const type of along) {
    const found = (entity.relations ?? [])
      .filter((relation) => relation.type === type)
      .flatMap(({ to }) => byId.get(to) ?? [])
      .flatMap((next) => countriesOf(next, byId, along, depth - 1));
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

const NOWHERE = 'The world, or several regions';
const LEVELS: ReadonlySet<string> = new Set(['intermediateRegion', 'subregion']);

/** Continent and part of it in the UN's scheme: `Asia: Western Asia`. */
export function regionOf(countries: readonly Entity[]): string {
  const regions = new Set(countries.map(regionOfState));
  const [only] = regions;
  return regions.size === 1 && only !== undefined ? only : NOWHERE;
}

const known = new Map<string, string>();

/** By where it lies: a state with parts in several continents is none of country-coder's groups as a whole. */
function regionOfState({ id, geo }: Entity): string {
  const before = known.get(id);
  if (before !== undefined) return before;
  const around = geo === undefined ? [] : featuresContaining([geo.lon, geo.lat]);
  const nameAt = (levels: ReadonlySet<string>) =>
    around.find(({ properties }) => levels.has(properties.level))?.properties.nameEn;
  const continent = nameAt(new Set(['region']));
  const part = nameAt(LEVELS);
  const region = continent === undefined ? NOWHERE : part === undefined ? continent : `${continent}: ${part}`;
  known.set(id, region);
  return region;
}

/** Where the event took place first; else whose actors took part. */
export function regionOfEvent({ places, actors }: Event, byId: ById): string {
  const [first] = places.flatMap((id) => byId.get(id) ?? []);
  if (first) return regionOf(countriesOf(first, byId));
  const parties = actors.flatMap((party) => ('id' in party ? (byId.get(party.id) ?? []) : []));
  return regionOf(parties.flatMap((entity) => countriesOf(entity, byId)));
}
