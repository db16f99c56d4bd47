// GeoNames: `cities500.txt` and its kin, `allCountries.txt`, `IQ.txt` (19 columns: geonames-places.ts) and
// `alternateNamesV2.txt` (10 columns: geonames-alternates.ts). No header, no quotes, tabs. A row tells by its
// number of columns which it is; an import of both reads the places first.
import { AlternateNames, NAME_COLUMNS } from './geonames/alternates.ts';
import { placeFound, surroundings } from './geonames/places.ts';
import { FEATURE_CLASS, PLACE_COLUMNS } from './geonames/rows.ts';
import type { Source } from './source.ts';

const isNumber = (cell: string | undefined) => /^-?\d+(?:\.\d+)?$/.test(cell ?? '');

function isPlace(cells: readonly string[]): boolean {
  return (
    cells.length === PLACE_COLUMNS &&
    isNumber(cells[0]) &&
    isNumber(cells[4]) &&
    isNumber(cells[5]) &&
    /^[AHLPRSTUV]?$/.test(cells[FEATURE_CLASS] ?? '-') &&
    /^(?:[A-Z]{2})?$/.test(cells[8] ?? '-')
  );
}

function isName(cells: readonly string[]): boolean {
  return (
    NAME_COLUMNS.has(cells.length) &&
    isNumber(cells[0]) &&
    isNumber(cells[1]) &&
    /^(?:[a-z]{2,5}(?:[-_]\w+)*)?$/.test(cells[2] ?? '-') &&
    cells.slice(4, 8).every((flag) => /^1?$/.test(flag))
  );
}

/** One broken row does not hide a file. */
const MOST = 0.8;

export const geonames: Source = {
  id: 'geonames',
  title: 'GeoNames',
  licence: 'CC BY 4.0',
  attribution: 'Places: GeoNames (geonames.org), selected and shortened',
  url: 'https://www.geonames.org/',

  detect({ text }) {
    // The last line of a sample may be cut.
    const lines = text.split(/\r?\n/).filter((line) => line !== '');
    const rows = (lines.length > 1 ? lines.slice(0, -1) : lines)
      .slice(0, 200)
      .map((line) => line.split('\t'));
    if (rows.length === 0) return null;
    if (rows.filter(isPlace).length >= MOST * rows.length)
      return { what: `GeoNames places, ${PLACE_COLUMNS} columns` };
    if (rows.filter(isName).length >= MOST * rows.length)
      return {
        what: 'GeoNames names by language; they say nothing without the file of the places, read before them',
      };
    return null;
  },

  async *read(lines, options) {
    const around = surroundings(options);
    const alternates = new AlternateNames(options);
    for await (const { number, text } of lines) {
      if (text === '') continue;
      const cells = text.split('\t');
      if (cells.length === PLACE_COLUMNS) yield placeFound(cells, number, around);
      else if (NAME_COLUMNS.has(cells.length)) yield* alternates.add(cells, number);
      else
        yield {
          kind: 'rejected',
          line: number,
          reason: `${PLACE_COLUMNS} columns parted by tabs are expected for a place, 10 for a name; here are ${cells.length}`,
        };
    }
    yield* alternates.end();
  },
};
