// A row of GeoNames → an entity. Rows are read one by one, so nothing is known of the other places of a name:
// what is not large is believed only in company (its country, another place there), or every article with the
// word "Lebanon" would be about a town in Ohio.
import * as z from 'zod/mini';
import { Entity, type MatchRule, type Name, type Relation } from '../../entity.ts';
import { defined } from '../defined.ts';
import type { Found, ReadOptions } from '../source.ts';
import { citySalience, describing } from './describe.ts';
import { type Feature, featureOf } from './features.ts';
import { MISLEADING } from './misleading.ts';
import { cityName, closeSpellings, foldName, plainName } from './names.ts';
import { cityOf, FEATURE_CLASS, type GeonamesCity } from './rows.ts';

/** As in the starter pack: a city of this size is believed by its name alone. */
const LARGE = 100_000;
/** Names of these are seldom anything else. */
const PROMINENT = new Set(['ADM1', 'CONT', 'OCN', 'SEA', 'GULF']);
/** A place that bears a country's name is meant this seldom. */
const COUNTRY_NAMESAKE = 0.05;
/** Whatever is no city; GeoNames says nothing of how well it is known. */
const SALIENCE = 0.1;
/** The rows that are the country of their own ISO code. */
const IS_COUNTRY = /^PCL(?:I|D|F|S)?$/;

interface Surroundings {
  readonly pack: string;
  readonly countries: NonNullable<ReadOptions['countries']>;
  /** Folded names of those countries. */
  readonly countryNames: ReadonlySet<string>;
}

export function surroundings({ pack, countries = new Map() }: ReadOptions): Surroundings {
  return {
    pack,
    countries,
    countryNames: new Set([...countries.values()].map(({ name }) => foldName(name))),
  };
}

/** `cells`: the 19 columns. */
export function placeFound(cells: readonly string[], line: number, around: Surroundings): Found {
  const place = cityOf(cells);
  const wrong = problem(place, cells);
  if (wrong !== undefined) return { kind: 'rejected', line, reason: wrong };
  if (MISLEADING.notCities.has(place.id))
    return { kind: 'skipped', reason: 'known to be no place of that name' };
  const feature = featureOf(cells[FEATURE_CLASS] ?? '', place.code, place.population);
  if ('skipped' in feature) return { kind: 'skipped', reason: feature.skipped };
  if (IS_COUNTRY.test(place.code) && around.countries.has(place.iso2))
    return { kind: 'skipped', reason: 'a country or territory that an installed pack knows' };
  const entity = z.safeParse(Entity, record(place, feature, around));
  return entity.success
    ? { kind: 'entity', entity: entity.data }
    : { kind: 'rejected', line, reason: z.prettifyError(entity.error) };
}

function problem({ id, name, population }: GeonamesCity, cells: readonly string[]): string | undefined {
  if (!/^\d{1,12}$/.test(id)) return `column 1: “${id.slice(0, 40)}” is no GeoNames number`;
  if (name === '' || name.length > 200) return 'column 2: a name of 1 to 200 characters is expected';
  const [lat = '', lon = ''] = [cells[4], cells[5]];
  if (!(lat !== '' && Math.abs(Number(lat)) <= 90)) return `column 5: “${lat.slice(0, 40)}” is no latitude`;
  if (!(lon !== '' && Math.abs(Number(lon)) <= 180)) return `column 6: “${lon.slice(0, 40)}” is no longitude`;
  if (!(population >= 0)) return `column 15: “${cells[14]?.slice(0, 40)}” is no number of people`;
  return undefined;
}

function record(place: GeonamesCity, feature: Feature, around: Surroundings): unknown {
  const { id, iso2, code, population } = place;
  const country = around.countries.get(iso2);
  const isCapital = code === 'PPLC';
  const isCountry = feature.kind === 'country' || feature.kind === 'territory';
  const relations: Relation[] = country
    ? [
        { type: 'located_in', to: country.id },
        ...(isCapital ? [{ type: 'capital_of', to: country.id } satisfies Relation] : []),
      ]
    : [];
  return {
    id: `${around.pack}:geonames-${id}`,
    kind: feature.kind,
    facets: isCountry ? ['actor', 'place'] : ['place'],
    names: names(place, feature, around),
    description: describing(
      feature.noun,
      isCountry ? undefined : (country?.name ?? regionName(iso2)),
      population,
    ),
    geo: { lat: place.lat, lon: place.lon },
    ids: { geonames: id, ...defined({ iso2: IS_COUNTRY.test(code) ? iso2 : undefined }) },
    salience: feature.kind === 'city' ? citySalience(population, isCapital) : SALIENCE,
    pack: around.pack,
    ...defined({
      population: population > 0 ? population : undefined,
      relations: relations.length > 0 ? relations : undefined,
    }),
  };
}

const REGION_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** What the platform calls a country that no installed pack knows; `undefined` for the open sea. */
function regionName(iso2: string): string | undefined {
  return /^[A-Z]{2}$/.test(iso2) ? REGION_NAMES.of(iso2) : undefined;
}

function names(place: GeonamesCity, feature: Feature, { countryNames }: Surroundings): Name[] {
  const label = plainName(place);
  return [label, ...closeSpellings(place)].map((text, index) => {
    const namesake = countryNames.has(foldName(text));
    const name = cityName(
      text,
      index === 0 ? 'label' : 'alias',
      place,
      MISLEADING,
      namesake ? COUNTRY_NAMESAKE : undefined,
    );
    return { ...name, match: namesake ? 'needs-context' : believed(name, place, feature) };
  });
}

function believed({ text, match }: Name, { code, population }: GeonamesCity, { kind }: Feature): MatchRule {
  if (match !== 'any-case') return match;
  const hasWords = /[ -]/.test(text);
  switch (kind) {
    case 'city':
      return code === 'PPLC' || population >= LARGE ? 'any-case' : 'needs-context';
    case 'country':
    case 'territory':
      // Turkey and China are words when written small.
      return hasWords ? 'any-case' : 'exact-case';
    case 'facility':
    case 'water':
      return hasWords || PROMINENT.has(code) ? 'any-case' : 'needs-context';
    default:
      return PROMINENT.has(code) ? 'any-case' : 'needs-context';
  }
}
