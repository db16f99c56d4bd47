// Which of GeoNames' feature codes are places that news name, what kind each is, and by which noun a card calls
// it. All others (wells, hills, hotels, schools) would only be further meanings of common words. Codes: https://www.geonames.org/export/codes.html
import type { EntityKind } from '../../terms.ts';

export interface Feature {
  readonly kind: EntityKind;
  /** As a description begins: `Lake in Iraq`. */
  readonly noun: string;
}

const table = (kind: EntityKind, nouns: Readonly<Record<string, string>>): [string, Feature][] =>
  Object.entries(nouns).map(([code, noun]) => [code, { kind, noun }]);

const FEATURES: ReadonlyMap<string, Feature> = new Map([
  ...table('country', { 'A.PCLI': 'Country', 'A.PCLF': 'Country', 'A.PCL': 'Country' }),
  ...table('territory', {
    'A.PCLD': 'Territory',
    'A.PCLS': 'Territory',
    'A.PCLIX': 'Territory',
    'A.TERR': 'Territory',
  }),
  ...table('region', {
    'A.ADM1': 'First-level region of',
    'A.ADM2': 'Second-level region of',
    'A.ADMD': 'Administrative region of',
    'A.ZN': 'Zone in',
    'L.CONT': 'Continent',
    'L.RGN': 'Region in',
    'T.ISL': 'Island in',
    'T.ISLS': 'Islands in',
    'T.ATOL': 'Atoll in',
    'T.PEN': 'Peninsula in',
    'T.CAPE': 'Cape in',
    'T.MT': 'Mountain in',
    'T.MTS': 'Mountains in',
    'T.VLC': 'Volcano in',
    'T.DSRT': 'Desert in',
    'T.PLN': 'Plain in',
    'T.PLAT': 'Plateau in',
    'T.VAL': 'Valley in',
    'T.PASS': 'Mountain pass in',
    'T.DLTA': 'River delta in',
  }),
  ...table('water', {
    'H.OCN': 'Ocean',
    'H.SEA': 'Sea',
    'H.GULF': 'Gulf',
    'H.STRT': 'Strait',
    'H.BAY': 'Bay in',
    'H.CHN': 'Channel in',
    'H.CNL': 'Canal in',
    'H.LK': 'Lake in',
    'H.LKS': 'Lakes in',
    'H.RSV': 'Reservoir in',
    'H.STM': 'River in',
    'H.MRSH': 'Marsh in',
  }),
  ...table('facility', {
    'S.AIRB': 'Air base in',
    'S.AIRF': 'Airfield in',
    'S.AIRP': 'Airport in',
    'S.CMPRF': 'Refugee camp in',
    'S.DAM': 'Dam in',
    'S.DIP': 'Diplomatic mission in',
    'S.INSM': 'Military site in',
    'S.OILR': 'Oil refinery in',
    'S.PRN': 'Prison in',
    'S.PS': 'Power station in',
    'S.PSH': 'Hydroelectric power station in',
    'S.PSN': 'Nuclear power station in',
    'L.MILB': 'Military base in',
    'L.NVB': 'Naval base in',
    'L.PRT': 'Port in',
  }),
  ...table('city', { 'P.PPLC': 'Capital of', 'P.PPLX': 'Part of a city in' }),
]);

const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
const SEAT = /^(?:PPLC|PPLG|PPLA\d?)$/;
/** The least that `cities500.txt` lists; below it are hamlets, whose names are mostly words or somebody's. */
const LEAST_PEOPLE = 500;

/** The feature, or why such a row is no place that news name. */
export function featureOf(letter: string, code: string, population: number): Feature | { skipped: string } {
  if (letter === 'P') {
    const counts = population >= LEAST_PEOPLE;
    if (!counts && !SEAT.test(code))
      return { skipped: `a place of fewer than ${LEAST_PEOPLE} people that is the seat of nothing` };
    return FEATURES.get(`P.${code}`) ?? { kind: 'city', noun: GONE.has(code) ? 'Former town in' : 'City in' };
  }
  const feature = FEATURES.get(`${letter}.${code}`);
  if (feature) return feature;
  if (letter === 'A' && code.endsWith('H')) return { skipped: 'a division that no longer exists' };
  return { skipped: SKIPPED[letter] ?? 'a place without a feature class' };
}

/** By class, so that a report of ten million rows has a dozen reasons. */
const SKIPPED: Readonly<Record<string, string>> = {
  A: 'a division below the second level',
  H: 'a spring, a pond or another small water',
  L: 'a field, a park or another area',
  R: 'a road or railway',
  S: 'a building that is no airport, base, camp, dam, prison or power station',
  T: 'a hill, a rock or another small form of the land',
  U: 'a form of the sea floor',
  V: 'a forest or a heath',
};
