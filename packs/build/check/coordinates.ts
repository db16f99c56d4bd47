// A place lies in the country that it is said to lie in, by the borders of country-coder. Those are drawn simply and
// take sides in disputes, so a place near a border passes, and so do the reviewed ones of disputed-places.ts.
import { featuresContaining } from '@rapideditor/country-coder';
import type { Entity } from '../../../core/knowledge/entity.ts';
import { countriesOf } from './country.ts';
import { DISPUTED_PLACES } from './disputed-places.ts';
import { finding, type Rule } from './pack.ts';

const error = finding('coordinates');
/** Degrees of latitude; about 20 km, by which a simple border may miss a town. */
const NEAR = 0.18;
const CORNERS = [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => (eighth * Math.PI) / 4);

export interface Position {
  readonly lat: number;
  readonly lon: number;
}

export const coordinates: Rule = ({ entities }) => {
  const byId = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  return entities.flatMap((entity) => {
    const { geo, kind } = entity;
    if (geo === undefined || kind === 'country' || kind === 'territory' || kind === 'water') return [];
    const claimed = countriesOf(entity, byId, ['located_in', 'part_of']).flatMap(codesOf);
    if (claimed.length === 0 || liesIn(geo, claimed)) return [];
    const found = countryAt(geo) ?? 'no country';
    return [
      error(entity.id, `said to be in ${claimed.join(', ')}, but ${geo.lat}, ${geo.lon} is in ${found}`),
    ];
  });
};

const codesOf = ({ ids }: Entity) => [ids?.iso2, ids?.wikidata].filter((code) => code !== undefined);

function liesIn(position: Position, claimed: readonly string[]): boolean {
  const isClaimed = (point: Position) => codesAt(point).some((code) => claimed.includes(code));
  if (isClaimed(position)) return true;
  const stretch = NEAR / Math.max(Math.cos((position.lat * Math.PI) / 180), 0.1);
  const around = CORNERS.map((angle) => ({
    lat: position.lat + Math.sin(angle) * NEAR,
    lon: position.lon + Math.cos(angle) * stretch,
  }));
  return around.some(isClaimed) || DISPUTED_PLACES.some((place) => isReviewed(position, claimed, place));
}

function isReviewed(
  { lat, lon }: Position,
  claimed: readonly string[],
  { claimedBy, south, west, north, east }: (typeof DISPUTED_PLACES)[number],
): boolean {
  return claimed.includes(claimedBy) && lat >= south && lat <= north && lon >= west && lon <= east;
}

function codesAt({ lat, lon }: Position): string[] {
  return featuresContaining([lon, lat]).flatMap(({ properties: { level, iso1A2, wikidata } }) =>
    level === 'unitedNations' || level === 'world'
      ? []
      : [iso1A2, wikidata].filter((code) => code !== undefined),
  );
}

function countryAt({ lat, lon }: Position): string | undefined {
  return featuresContaining([lon, lat]).find(({ properties }) => properties.level === 'country')?.properties
    .id;
}
