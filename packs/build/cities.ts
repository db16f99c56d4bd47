// Cities from GeoNames (CC BY 4.0), each in the country that GeoNames files it under, and in its region; where that
// is disputed, a written record says so.
import { type Entity, labelOf, type Name, type Relation } from '../../core/knowledge/entity.ts';
import { defined } from '../../core/knowledge/sources/defined.ts';
import { citySalience, describing } from '../../core/knowledge/sources/geonames/describe.ts';
import { type Ambiguous, foldName, plainName } from '../../core/knowledge/sources/geonames/names.ts';
import { nameKey, tokenize } from '../../core/text/index.ts';
import type { CountryNames } from './country-names.ts';
import type { City } from './geonames.ts';
import { type Alternate, alternatesOf } from './places/alternates.ts';
import { IN_ENGLISH } from './places/english.ts';
import type { Evidence } from './places/evidence.ts';
import {
  asPrior,
  COUNTRY_NAMESAKE,
  MIDDLE,
  placeShare,
  type Shares,
  sizeOf,
  worthOfCity,
} from './places/priors.ts';
import { ruleOfCity } from './places/rules.ts';

/** The table in the package was made on this day. */
const SNAPSHOT = '2023';
/** Names that make a city its country's namesake; nobody still says Gold Coast for Ghana. */
const IS_COUNTRY = new Set(['label', 'alias', 'short']);
/** A city state is its city when so much of it lives there. */
const CITY_STATE = 0.9;
/** A name that no more than this part of its country's places of that name has needs its region, not just its country. */
const MOST = 0.6;
const DESCRIPTION = 160;

export interface CityInput {
  readonly cities: readonly City[];
  /** People in all towns of a country, by ISO code. */
  readonly people: ReadonlyMap<string, number>;
  readonly countries: readonly Entity[];
  readonly names: ReadonlyMap<string, CountryNames>;
  /** Ids of regions by GeoNames' code, and what they are called. */
  readonly regions: ReadonlyMap<string, { readonly id: Entity['id']; readonly label: string | undefined }>;
  readonly evidence: Evidence;
  readonly ambiguous: Ambiguous;
  /** What each name is worth in the world, and within a country (`US springfield`). */
  readonly shares: Shares;
  readonly home: Shares;
  /** Whether a folded name is some city's own. */
  readonly isCity: (folded: string) => boolean;
  readonly pack: string;
}

/** Throws when a city lies in a country that there is no record of. */
export function cities(given: CityInput): Entity[] {
  const byIso = new Map(given.countries.map((country) => [country.ids?.iso2 ?? '', country]));
  const ofCountries = countryNamesOf(given.countries);
  const taken = new Set(given.countries.flatMap(({ names }) => names.map(({ text }) => keyOf(text))));
  const written = writtenCapitals(given.names);

  return given.cities.flatMap((city): Entity[] => {
    if (given.ambiguous.notCities.has(city.id)) return [];
    const country = byIso.get(city.iso2);
    if (!country) throw new Error(`GeoNames ${city.id} ${city.name}: no country ${city.iso2}`);
    const label = labelFor(city, written);
    const folded = foldName(label);
    const namesake = ofCountries.has(folded);
    if (
      namesake &&
      folded === foldName(labelOf(country)) &&
      city.population >= CITY_STATE * (given.people.get(city.iso2) ?? 0)
    )
      return [];

    const isCapital = city.code === 'PPLC';
    const own: Name = {
      ...named(label, 'label', city, given),
      ...(namesake ? { match: 'needs-context', prior: COUNTRY_NAMESAKE } : {}),
    };
    if (!namesake) {
      const metonym = written.get(city.id)?.metonymPrior ?? 0;
      const prior = asPrior(Math.min(OWN, shareOf(label, city, given) * (1 - metonym)));
      if (prior !== undefined && prior < OWN) own.prior = prior;
    }
    const others = alternatesOf(city, label).flatMap((alternate) =>
      alternateName(alternate, city, given, ofCountries, taken),
    );
    return [
      {
        id: `${given.pack}:geonames-${city.id}` as Entity['id'],
        kind: 'city',
        facets: ['place'],
        names: [own, ...others],
        description: describe(city, labelOf(country), given),
        relations: relationsOf(city, folded, country, given),
        geo: { lat: city.lat, lon: city.lon },
        ...defined({ population: city.population > 0 ? city.population : undefined }),
        ids: { geonames: city.id },
        salience: citySalience(city.population, isCapital),
        pack: given.pack,
      },
    ];
  });
}

/** How often a name that is nobody else's means its bearer, a label or a second English name. */
const OWN = 0.9;
const ALIAS = 0.8;

function shareOf(label: string, city: City, { shares, evidence }: CityInput): number {
  const size = sizeOf(city.population, city.code === 'PPLC');
  return shares.of(foldName(label), worthOfCity(city)) * placeShare(size, evidence.of(label));
}

const keyOf = (text: string) => nameKey(tokenize(text));

/** Folded. */
export function countryNamesOf(countries: readonly Entity[]): ReadonlySet<string> {
  return new Set(
    countries.flatMap(({ names, kind }) =>
      kind === 'region'
        ? []
        : names
            .filter(({ type, lang }) => lang === 'en' && IS_COUNTRY.has(type))
            .map(({ text }) => foldName(text)),
    ),
  );
}

/** What an editor wrote of capitals, by GeoNames id. */
export function writtenCapitals(names: ReadonlyMap<string, CountryNames>): ReadonlyMap<string, CountryNames> {
  return new Map([...names.values()].map((line) => [String(line.capitalGeonames ?? ''), line]));
}

/** As English news call it, else as GeoNames does. */
export function labelFor(city: City, written: ReadonlyMap<string, CountryNames>): string {
  return written.get(city.id)?.capital ?? IN_ENGLISH.get(city.id) ?? plainName(city);
}

function named(text: string, type: 'label' | 'alias', city: City, { evidence, ambiguous }: CityInput): Name {
  const not = ambiguous.not.get(foldName(text));
  const match = ruleOfCity(text, { population: city.population, isCapital: city.code === 'PPLC' }, evidence);
  return { text, lang: 'en', type, match, ...defined({ not: not && [...not] }) };
}

/** None where the name is a country's, another city's own, or a word. */
function alternateName(
  { text, lang, written }: Alternate,
  city: City,
  given: CityInput,
  ofCountries: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): Name[] {
  const folded = foldName(text);
  if (written && lang === 'en') {
    const prior = asPrior(Math.min(ALIAS, given.shares.of(folded, worthOfCity(city))));
    return [{ ...named(text, 'alias', city, given), ...defined({ prior }) }];
  }
  if (ofCountries.has(folded) || taken.has(keyOf(text)) || given.isCity(folded)) return [];
  const name = { ...named(text, 'alias', city, given), lang };
  if (lang === 'en') return [name];
  const other = given.evidence.of(text);
  if (other === 'word' || other === 'listed') return [];
  // Two characters are a city of millions, or a surname.
  const brief = /^(?:\p{Script=Han}{1,2}|\p{Script=Hangul}{1,2}|[\p{Script=Katakana}ー]{1,3})$/u.test(text);
  return [
    brief && city.code !== 'PPLC' && city.population < BRIEF ? { ...name, match: 'needs-context' } : name,
  ];
}

const BRIEF = 3_000_000;

function describe(city: City, country: string, { regions }: CityInput): string {
  const isCapital = city.code === 'PPLC';
  const region = isCapital ? undefined : regions.get(city.region)?.label;
  const where = region === undefined || region === plainName(city) ? country : `${region}, ${country}`;
  const noun = isCapital ? 'Capital of' : city.population < TOWN ? 'Town in' : 'City in';
  const long = describing(noun, where, city.population, SNAPSHOT);
  return long.length <= DESCRIPTION ? long : describing(noun, country, city.population, SNAPSHOT);
}

const TOWN = 50_000;

/**
 * Its country, where naming the country says enough, and its region. Springfield is believed beside Illinois, not
 * beside “the US”: that many others could claim as well.
 */
function relationsOf(city: City, folded: string, country: Entity, given: CityInput): Relation[] {
  const region = given.regions.get(city.region)?.id;
  const isCapital = city.code === 'PPLC';
  const alone = given.home.of(`${city.iso2} ${folded}`, worthOfCity(city)) >= MOST;
  const suspicious = city.iso2 === 'US' || given.evidence.of(folded) !== undefined;
  const byCountry = isCapital || (alone && (city.population >= MIDDLE || !suspicious));
  return [
    ...(byCountry || region === undefined ? [{ type: 'located_in', to: country.id } satisfies Relation] : []),
    ...(region === undefined ? [] : [{ type: 'located_in', to: region } satisfies Relation]),
    ...(isCapital ? [{ type: 'capital_of', to: country.id } satisfies Relation] : []),
  ];
}
