// By which names a place is looked for. GeoNames lists them without a language, among them airport codes,
// romanised Chinese and names for search engines: taken is only what is nearly the English name, and what is
// also a word, a first name or somewhere else must show more than its letters.
import { fold } from '../../../text/index.ts';
import type { MatchRule, Name } from '../../entity.ts';
import { defined } from '../defined.ts';
import type { GeonamesCity } from './rows.ts';

export interface Ambiguous {
  /** Folded names that are also words, first names, surnames, provinces. */
  readonly needsContext: ReadonlySet<string>;
  /** GeoNames ids that are no city of that name. */
  readonly notCities: ReadonlySet<string>;
  readonly not: ReadonlyMap<string, readonly string[]>;
}

export function foldName(name: string): string {
  return name
    .split(/[\s\u2010-\u2015-]+/)
    .map(fold)
    .join(' ');
}

const ARTICLE = /^(?:al|as|ash|at|ad|an|ar|az|el) /;
const stem = (name: string) => foldName(name).replace(ARTICLE, '');

/** One letter changed, added or left out. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at + (a.length === b.length ? 1 : 0)) === long.slice(at + 1);
}

const LATIN_NAME = /^\p{Lu}[\p{Script=Latin}\p{M}'’‘ʻ -]*\p{Ll}[\p{Script=Latin}\p{M}'’‘ʻ -]*$/u;

/** Where names reach English by transliteration, so that one letter more or less is the same name. */
const TRANSLITERATED = new Set(
  'AE AF AM BD BG BH BT BY CN CY DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN NP OM PK PS QA RS RU SA SD SY TH TJ TM TN TW UA UZ YE'.split(
    ' ',
  ),
);

/** As English writes it: GeoNames' scholarly `As Sulaymānīyah` is Sulaymaniyah, if somebody calls it so. */
export function plainName({ name, ascii, alternates, iso2 }: GeonamesCity): string {
  if (!TRANSLITERATED.has(iso2) || name === ascii) return name;
  const bare = ascii.replace(/^(?:Al|As|Ash|At|Ad|An|Ar|Az|El) /, '');
  return alternates.includes(bare) ? bare : ascii;
}

/** The other spellings of the city's own name: the same but for an article, or for one letter of six or more. */
export function closeSpellings(city: GeonamesCity): string[] {
  const label = plainName(city);
  const own = new Set([stem(city.name), stem(city.ascii), stem(label)]);
  const kept = new Map([[foldName(label), label]]);
  for (const name of [city.ascii, ...city.alternates]) {
    const folded = foldName(name);
    const candidate = stem(name);
    if (kept.has(folded) || candidate.length < SHORT || !LATIN_NAME.test(name)) continue;
    const near =
      TRANSLITERATED.has(city.iso2) &&
      candidate.length > 5 &&
      [...own].some((form) => isOneEditAway(form, candidate));
    if (own.has(candidate) || near) kept.set(folded, name);
  }
  kept.delete(foldName(label));
  return [...kept.values()];
}

/** Names this short are words in some language; only a capital or a city this large is believed by them alone. */
const SHORT = 4;
const WELL_KNOWN = 400_000;

function matchOf(name: string, city: GeonamesCity, ambiguous: Ambiguous): MatchRule {
  const folded = foldName(name);
  if (ambiguous.needsContext.has(folded) || folded.length < SHORT) return 'needs-context';
  if (folded.length === SHORT && city.code !== 'PPLC' && city.population < WELL_KNOWN) return 'needs-context';
  return 'any-case';
}

export function cityName(
  text: string,
  type: 'label' | 'alias',
  city: GeonamesCity,
  ambiguous: Ambiguous,
  prior: number | undefined,
): Name {
  const not = ambiguous.not.get(foldName(text));
  return {
    text,
    lang: 'en',
    type,
    match: matchOf(text, city, ambiguous),
    ...defined({ prior, not: not && [...not] }),
  };
}
