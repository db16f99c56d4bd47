// First-level regions: states, provinces, oblasts. What GeoNames files as a region and this pack has as something
// else (Scotland, the West Bank, Crimea) is that; a city that is a region by itself (Shanghai) is the city.
import { iso1A2Code } from '@rapideditor/country-coder';
import { type Entity, labelOf, type Name, type Relation } from '../../../core/knowledge/entity.ts';
import { defined } from '../../../core/knowledge/sources/defined.ts';
import { citySalience, describing } from '../../../core/knowledge/sources/geonames/describe.ts';
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';
import { nameKey, tokenize } from '../../../core/text/index.ts';
import type { City } from '../geonames.ts';
import { abbreviations } from './abbreviations.ts';
import type { Evidence } from './evidence.ts';
import {
  asPrior,
  LARGER_THAN_THE_COUNTRY,
  REGION_NAMESAKE,
  SEAT_NAMESAKE,
  type Shares,
  worthOfRegion,
} from './priors.ts';
import { baseOf, hasKind, isDirection, kindWord } from './region-names.ts';
import type { RegionRow } from './region-tables.ts';
import { ruleOfRegion } from './rules.ts';

/** What the pack knows already under another number, by GeoNames' code. Crimea and its port are one, whoever holds them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'GB.ENG': 'Q21',
  'GB.SCT': 'Q22',
  'GB.WLS': 'Q25',
  'GB.NIR': 'Q26',
  'PS.GZ': 'Q39760',
  'PS.WE': 'Q36678',
  'IL.WE': 'Q36678',
  'UA.11': 'Q7835',
  'UA.20': 'Q7835',
};
/** What these words mean is larger than any region that bears them, or something else. */
const WIDER = new Set(
  'kashmir,kurdistan,macedonia,bengal,baluchistan,balochistan,jewish,sahel,red sea,blue nile,white nile,river nile,darien'.split(
    ',',
  ),
);
/** A region is its city when so much of its town people live there. */
const CITY_REGION = 0.7;
/** Whatever its name, where nearly all do. */
const ALIKE = 0.9;
/** A seat is among the largest towns. */
const SEATS = 20;
/** A city with fewer of its region's people leaves the name to the region: Oklahoma is the state. */
const SEAT = 0.25;
/** Its towns whose names in other languages are not also taken for the region's. */
const BIGGEST = 3;
/** Longest name that an article is searched for, in tokens. */
const LONGEST = 8;
const LANGUAGES = new Set(['ar', 'de', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'pt', 'ru', 'zh']);

/** A town of the region's name, there or elsewhere in the country, is what the bare name means if it is this large. */
const NAMESAKE_PEOPLE = 50_000;
const NAMESAKE_SHARE = 0.05;
/** A region that has a namesake in its own country, and no other name, is meant at least so often. */
const LEAST_OWN = 0.5;

/** How often the name of a region means it, where nothing else is called so, and where people or things are. */
const OWN = 0.9;
const PLACE = 0.7;

export interface RegionInput {
  /** People of the largest town of a name within a country (`UA donetsk`). */
  readonly namesakes: ReadonlyMap<string, number>;
  readonly rows: readonly RegionRow[];
  readonly cities: readonly City[];
  readonly countries: readonly Entity[];
  readonly evidence: Evidence;
  readonly pack: string;
}

/** What is known of a region before names are shared out. */
export interface Draft {
  readonly row: RegionRow;
  readonly label: string;
  readonly english: readonly string[];
  readonly towns: readonly City[];
  readonly people: number;
  /** Whether a city in it bears the same name. */
  readonly seated: boolean;
}

export interface Regions {
  readonly drafts: readonly Draft[];
  /** Ids by GeoNames' code, those that are known elsewhere among them. */
  readonly ids: ReadonlyMap<string, Entity['id']>;
}

/** Which regions there are; `cityLabel` is how the pack calls a city. */
export function draftRegions(
  { rows, cities, countries, namesakes, pack }: RegionInput,
  cityLabel: (city: City) => string,
): Regions {
  const towns = Map.groupBy(cities, ({ region }) => region);
  const iso = new Set(countries.map(({ ids }) => ids?.iso2));
  const others = new Map(Object.entries(ELSEWHERE)) as Map<string, Entity['id']>;
  const ids = new Map(others);
  const drafts = rows.flatMap((row): Draft[] => {
    if (others.has(row.key) || !iso.has(row.iso2)) return [];
    const own = [...(towns.get(row.key) ?? [])].sort((a, b) => b.population - a.population);
    const people = own.reduce((sum, { population }) => sum + population, 0);
    const english = englishNames(row);
    const bases = new Set(english.map((name) => foldName(baseOf(name))));
    const seat = own
      .slice(0, SEATS)
      .find((city) => bases.has(foldName(cityLabel(city).replace(/ City$/, ''))));
    const seated = seat !== undefined && seat.population >= SEAT * people;
    if (row.name === undefined && own.length === 0) return [];
    if (seat && (seat.population >= CITY_REGION * people || seat.code === 'PPLC') && !english.some(hasKind))
      return [];
    if (seat && seat.population >= ALIKE * people) return [];
    const hasNamesake = seated || english.some((name) => isNamesake(name, row, people, namesakes));
    const label = (hasNamesake ? english.find(hasKind) : undefined) ?? english[0];
    if (label === undefined) return [];
    ids.set(row.key, idOf(row, pack));
    return [{ row, label, english, towns: own, people, seated }];
  });
  return { drafts, ids };
}

function isNamesake(
  name: string,
  { iso2 }: RegionRow,
  people: number,
  namesakes: RegionInput['namesakes'],
): boolean {
  const town = namesakes.get(`${iso2} ${foldName(baseOf(name))}`) ?? 0;
  return town >= Math.max(NAMESAKE_PEOPLE, NAMESAKE_SHARE * people);
}

function idOf({ geonames, key }: RegionRow, pack: string): Entity['id'] {
  const slug = key.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${pack}:${geonames === undefined ? `region-${slug}` : `geonames-${geonames}`}` as Entity['id'];
}

/** As GeoNames has it today first, then as others have it; “Centre Region, France” without the country. */
function englishNames({ name, names }: RegionRow): string[] {
  const all = [name, names['en'], names['geonames']].flatMap((text) =>
    text === undefined ? [] : [text.replace(/, .*$/u, '')],
  );
  return unique(all.filter((text) => /\p{L}/u.test(text)));
}

const keyOf = (text: string) => nameKey(tokenize(text));

function unique(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => !seen.has(keyOf(text)) && seen.add(keyOf(text)));
}

/** Its bare names (“Anbar” of “Anbar Governorate”) with what they are worth, for the sharing out of names. */
export function claimsOf(draft: Draft): { folded: string; worth: number }[] {
  const worth = worthOfRegion(draft.people, Object.keys(draft.row.names).length);
  return unique(draft.english.map(baseOf)).map((text) => ({ folded: foldName(text), worth }));
}

interface Surroundings extends RegionInput {
  readonly shares: Shares;
  /** Folded names of nations of any kind, in English: adjectives and former names among them. */
  readonly ofNations: ReadonlySet<string>;
  /** People in the towns of countries, by folded name of the country. */
  readonly countryPeople: ReadonlyMap<string, number>;
}

export function regionEntity(draft: Draft, id: Entity['id'], given: Surroundings): Entity {
  const { row, label, people, english } = draft;
  const country = given.countries.find(({ ids }) => ids?.iso2 === row.iso2);
  if (!country) throw new Error(`region ${row.key} ${label}: no country ${row.iso2}`);
  const noun = kindWord([...english, ...Object.values(row.names)], row.iso2);
  return {
    id,
    kind: 'region',
    facets: ['place'],
    names: [...names(draft, given), ...abbreviations(row.key)],
    description: describing(`${noun} of`, labelOf(country), 0),
    relations: [{ type: 'located_in', to: country.id } satisfies Relation],
    ...defined({
      geo: middle(draft),
      ids: row.geonames === undefined ? undefined : { geonames: row.geonames },
    }),
    salience: Math.round((0.1 + citySalience(people, false) / 2) * 100) / 100,
    pack: given.pack,
  };
}

function names(draft: Draft, given: Surroundings): Name[] {
  const { label, english, row } = draft;
  const known = new Set<string>();
  const all: Name[] = [];
  const ofTowns = new Set(draft.towns.slice(0, BIGGEST).flatMap(({ alternates }) => alternates.map(keyOf)));
  const add = (name: Name | undefined) => {
    const key = name === undefined ? '' : keyOf(name.text);
    if (name === undefined || key === '' || known.has(key) || key.split(' ').length > LONGEST) return;
    known.add(key);
    all.push(name);
  };
  add(englishName(label, 'label', draft, given));
  for (const text of [...english, ...english.map(baseOf)]) add(englishName(text, 'alias', draft, given));
  for (const [lang, text] of Object.entries(row.names)) {
    const plain = text
      .replace(/, .*$| \(.*$/u, '')
      .replace(/\s+/gu, ' ')
      .trim();
    if (LANGUAGES.has(lang) && isInItsScript(plain, lang) && !ofTowns.has(keyOf(plain)))
      add(foreign(plain, lang, draft, given));
  }
  return all;
}

const CYRILLIC = new Set(['ru', 'uk', 'bg', 'sr']);

/** The table has the Russian word for “Chinese” where it should have the Chinese name. */
function isInItsScript(text: string, lang: string): boolean {
  return CYRILLIC.has(lang) || !/\p{Script=Cyrillic}/u.test(text);
}

/** A name in English; `undefined` where the city of that name, or a direction, has it to itself. */
function englishName(
  text: string,
  type: 'label' | 'alias',
  draft: Draft,
  given: Surroundings,
): Name | undefined {
  const { people } = draft;
  const name = { text, lang: 'en', type } as const;
  if (isDirection(text)) {
    const hasWords = /[ -]/.test(text);
    return type === 'label' || hasWords
      ? { ...name, match: hasWords ? 'needs-context' : 'never-alone' }
      : undefined;
  }
  if (hasKind(text)) return { ...name, match: people === 0 ? 'needs-context' : 'any-case' };
  // “Australian Capital Territory” is not “Australian”; “Kyiv” is the city, also where Kyiv Oblast does not hold it.
  const isOthers =
    WIDER.has(foldName(text)) ||
    given.ofNations.has(foldName(text)) ||
    isNamesake(text, draft.row, people, given.namesakes);
  if (type === 'alias' && (isOthers || draft.seated)) return undefined;
  return { ...name, ...bareName(text, draft, given) };
}

/** How far a region is believed by its name without its kind: Georgia, New York, Texas. */
function bareName(
  text: string,
  { row, people, seated }: Draft,
  given: Surroundings,
): Pick<Name, 'match' | 'prior'> {
  const folded = foldName(text);
  if (given.ofNations.has(folded)) {
    const isLarger = people > (given.countryPeople.get(folded) ?? Number.POSITIVE_INFINITY);
    return { match: 'needs-context', prior: isLarger ? LARGER_THAN_THE_COUNTRY : REGION_NAMESAKE };
  }
  if (WIDER.has(folded)) return { match: 'needs-context', prior: REGION_NAMESAKE };
  // Washington is the capital, far from the state of that name.
  if (seated || isCapitalsName(folded, row.iso2, given.cities))
    return { match: 'needs-context', prior: SEAT_NAMESAKE };
  const namesake = isNamesake(text, row, people, given.namesakes);
  const worth = worthOfRegion(people, Object.keys(row.names).length);
  const share = Math.max(given.shares.of(folded, worth), namesake ? LEAST_OWN : 0);
  const match = share < LEAST_OWN ? 'needs-context' : ruleOfRegion(text, people, given.evidence);
  const doubt = match === 'any-case' || given.evidence.ofRegion(text) === undefined ? 1 : PLACE;
  return { match, ...defined({ prior: asPrior(Math.min(OWN, share * doubt)) }) };
}

const capitalsOf = new WeakMap<readonly City[], ReadonlySet<string>>();

function isCapitalsName(folded: string, iso2: string, cities: readonly City[]): boolean {
  let capitals = capitalsOf.get(cities);
  if (!capitals) {
    const all = cities.filter(({ code }) => code === 'PPLC');
    capitals = new Set(all.map((city) => `${city.iso2} ${foldName(city.name.replace(/,.*$/u, ''))}`));
    capitalsOf.set(cities, capitals);
  }
  return capitals.has(`${iso2} ${folded}`);
}

/** In another language the city's name is the city's, and what English writes small or calls people by is left out. */
function foreign(text: string, lang: string, draft: Draft, given: Surroundings): Name | undefined {
  const latin = /\p{Script=Latin}/u.test(text);
  const folded = foldName(text);
  if (text === '' || given.countryPeople.has(folded) || isDirection(text)) return undefined;
  if (
    latin &&
    (draft.seated || given.evidence.ofRegion(text) !== undefined || given.shares.of(folded, 1) < 1)
  )
    return undefined;
  const short = latin ? folded.length <= 4 : folded.replaceAll(' ', '').length < 3;
  const sure = !short && !draft.seated && draft.people >= 500_000;
  return { text, lang, type: 'label', match: sure ? 'any-case' : 'needs-context' };
}

/** The middle of where its towns are, as gazetteers place a region, where that lies in the country; else its largest town. */
function middle({ towns, row }: Draft): Entity['geo'] {
  const [largest] = towns;
  if (!largest) return undefined;
  const between = (of: (city: City) => number) => {
    const all = towns.map(of);
    return round((Math.min(...all) + Math.max(...all)) / 2);
  };
  const geo = { lat: between(({ lat }) => lat), lon: between(({ lon }) => lon) };
  return iso1A2Code([geo.lon, geo.lat]) === row.iso2 ? geo : { lat: largest.lat, lon: largest.lon };
}

const round = (degrees: number) => Math.round(degrees * 100) / 100;
