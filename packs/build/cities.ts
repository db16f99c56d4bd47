// Cities from GeoNames (CC BY 4.0), each in the country that GeoNames files it under; where that is disputed,
// a written record says so.
import type { Entity, Relation } from '../../core/knowledge/entity.ts';
import { labelOf } from '../../core/knowledge/entity.ts';
import { defined } from '../../core/knowledge/sources/defined.ts';
import { citySalience, describing } from '../../core/knowledge/sources/geonames/describe.ts';
import {
  type Ambiguous,
  cityName,
  closeSpellings,
  foldName,
  plainName,
} from '../../core/knowledge/sources/geonames/names.ts';
import type { GeonamesCity } from '../../core/knowledge/sources/geonames/rows.ts';
import type { CountryNames } from './country-names.ts';
import { largeCities } from './geonames.ts';

/** The table in the package was made on this day. */
const SNAPSHOT = '2023';
/** Names that make a city its country's namesake; nobody still says Gold Coast for Ghana. */
const IS_COUNTRY = new Set(['label', 'alias', 'short']);
/** A city that bears its country's name is meant this seldom. */
const COUNTRY_NAMESAKE = 0.05;
/** A city state is its city when so much of it lives there. */
const CITY_STATE = 0.9;

export interface CityInput {
  readonly cities: readonly GeonamesCity[];
  readonly countries: readonly Entity[];
  readonly names: ReadonlyMap<string, CountryNames>;
  readonly ambiguous: Ambiguous;
  readonly pack: string;
}

/** Throws when a city lies in a country that there is no record of. */
export function cities({ cities: all, countries, names, ambiguous, pack }: CityInput): Entity[] {
  const byIso = new Map(countries.map((country) => [country.ids?.iso2 ?? '', country]));
  const ofCountries = new Set(
    countries.flatMap((country) =>
      country.names.filter(({ type }) => IS_COUNTRY.has(type)).map(({ text }) => foldName(text)),
    ),
  );
  const metonyms = new Map([...names.values()].map((line) => [String(line.capitalGeonames ?? ''), line]));
  const large = largeCities(all).filter(({ id }) => !ambiguous.notCities.has(id));
  const people = sums(
    all.filter(({ code }) => code !== 'PPLX'),
    ({ iso2 }) => iso2,
  );
  const named = sums(large, (city) => foldName(labelFor(city, metonyms)));
  const labels = new Set(named.keys());

  return large.flatMap((city): Entity[] => {
    const country = byIso.get(city.iso2);
    if (!country) throw new Error(`GeoNames ${city.id} ${city.name}: no country ${city.iso2}`);
    const label = labelFor(city, metonyms);
    const folded = foldName(label);
    const namesake = ofCountries.has(folded);
    if (
      namesake &&
      folded === foldName(labelOf(country)) &&
      city.population >= CITY_STATE * (people.get(city.iso2) ?? 0)
    )
      return [];

    const metonym = metonyms.get(city.id)?.metonymPrior ?? 0;
    const share = (named.get(folded) ?? 0) > 0 ? city.population / (named.get(folded) ?? 1) : 1;
    const prior = namesake ? COUNTRY_NAMESAKE : share * (1 - metonym);
    const spellings = [plainName(city), ...closeSpellings(city)].filter((name) => {
      const other = foldName(name);
      return other !== folded && !ofCountries.has(other) && !labels.has(other);
    });
    const rounded = Math.round(Math.max(prior, 0.01) * 100) / 100;
    const own = cityName(label, 'label', city, ambiguous, rounded < 1 ? rounded : undefined);
    const isCapital = city.code === 'PPLC';
    return [
      {
        id: `${pack}:geonames-${city.id}` as Entity['id'],
        kind: 'city',
        facets: ['place'],
        names: [
          namesake ? { ...own, match: 'needs-context' } : own,
          ...spellings.map((name) => cityName(name, 'alias', city, ambiguous, undefined)),
        ],
        description: describing(
          isCapital ? 'Capital of' : 'City in',
          labelOf(country),
          city.population,
          SNAPSHOT,
        ),
        relations: [
          { type: 'located_in', to: country.id },
          ...(isCapital ? [{ type: 'capital_of', to: country.id } satisfies Relation] : []),
        ],
        geo: { lat: city.lat, lon: city.lon },
        ...defined({ population: city.population > 0 ? city.population : undefined }),
        ids: { geonames: city.id },
        salience: citySalience(city.population, isCapital),
        pack,
      },
    ];
  });
}

/** The capital's name as news write it, else as GeoNames does. */
function labelFor(city: GeonamesCity, written: ReadonlyMap<string, CountryNames>): string {
  return written.get(city.id)?.capital ?? plainName(city);
}

function sums(cities: readonly GeonamesCity[], key: (city: GeonamesCity) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const city of cities) found.set(key(city), (found.get(key(city)) ?? 0) + city.population);
  return found;
}
