// Which place an event's place means. Names of places repeat all over the world, so that a name counts only
// with the position beside it, with the same GeoNames number, or as the country's own.
import type { Entity } from '../../entity.ts';
import type { EntityId, EntityKind } from '../../terms.ts';
import type { PlaceHint } from '../source.ts';

/** Two gazetteers put the same city this far apart; beyond it lies another town of the name. */
const NEAR_KM = 25;
/** What is wide has its middle anywhere: a source's point for a province may be its capital. */
const WIDE_KM = 200;
const WIDE: ReadonlySet<EntityKind> = new Set(['region', 'territory', 'water']);
const KM_OF_A_DEGREE = 111.2;

/** The candidate of that name that the hint means, or null. */
export function placeAmong(candidates: readonly Entity[], hint: PlaceHint): EntityId | null {
  const places = candidates.filter((entity) => entity.facets.includes('place'));
  const sameNumber = places.find(
    (entity) => hint.geonames !== undefined && entity.ids?.geonames === hint.geonames,
  );
  if (sameNumber) return sameNumber.id;
  const country = places.find(({ ids }) => hint.country !== undefined && ids?.iso2 === hint.country);
  if (country) return country.id;
  const { lat, lon } = hint;
  if (lat === undefined || lon === undefined) return null;
  const near = places
    .flatMap(({ id, kind, geo }) => (geo ? [{ id, kind, km: distance(geo, { lat, lon }) }] : []))
    .filter(({ kind, km }) => km <= (WIDE.has(kind) ? WIDE_KM : NEAR_KM))
    .sort((a, b) => a.km - b.km);
  return near[0]?.id ?? null;
}

interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** Kilometres, as on a plane: true enough for what is near, far for what is far. */
function distance(a: Position, b: Position): number {
  const turn = Math.abs(a.lon - b.lon) % 360;
  const east = Math.min(turn, 360 - turn) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(a.lat - b.lat, east) * KM_OF_A_DEGREE;
}
