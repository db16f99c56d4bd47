// A row of GeoNames' tables (https://download.geonames.org/export/dump/), the 19 columns of a place: what the
// starter pack's build and the importer both read of it.

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

export const PLACE_COLUMNS = 19;

/** Columns by number, since the files have no header. */
export const FEATURE_CLASS = 6;

export function cityOf(cells: readonly string[]): GeonamesCity {
  const [id = '', name = '', ascii = '', alternates = '', lat, lon, , code = '', iso2 = ''] = cells;
  return {
    id,
    name,
    ascii: ascii || name,
    alternates: alternates ? alternates.split(',') : [],
    lat: Number(lat),
    lon: Number(lon),
    code,
    iso2,
    population: Number(cells[14]),
  };
}
