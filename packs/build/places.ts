// Everything that no person writes: the world's countries, their regions and their cities, from data packages.
import { readFileSync } from 'node:fs';
import { type Entity, labelOf } from '../../core/knowledge/entity.ts';
import { MISLEADING } from '../../core/knowledge/sources/geonames/misleading.ts';
import { foldName, plainName } from '../../core/knowledge/sources/geonames/names.ts';
import { type CityInput, cities, countryNamesOf, labelFor, writtenCapitals } from './cities.ts';
import { countries } from './countries.ts';
import { readCountryNames } from './country-names.ts';
import { type City, isStanding, newsCities, readGeonames } from './geonames.ts';
import { STARTER } from './pack.ts';
import { exonymsOf } from './places/alternates.ts';
import { bearersOf } from './places/bearers.ts';
import { readTerritories } from './places/cldr.ts';
import { Evidence } from './places/evidence.ts';
import { inLanguages } from './places/languages.ts';
import { MIDDLE, Shares, worthOfCity } from './places/priors.ts';
import { readCountryNumbers, readRegions } from './places/region-tables.ts';
import { claimsOf, draftRegions, regionEntity } from './places/regions.ts';
import { readWords } from './places/words.ts';

/** Not of the form that own-yaml describes: names of nations. */
export const COUNTRY_NAMES = 'countries.yaml';

/** The places of the starter pack, and what it takes to make the others. */
export interface World {
  readonly countries: readonly Entity[];
  readonly regions: readonly Entity[];
  /** Everything that GeoNames' list has. */
  readonly rows: readonly City[];
  /** Standing places of 500 people and more, ruins and boroughs left out. */
  readonly towns: readonly City[];
  /** Those of them that news of the world names. */
  readonly chosen: readonly City[];
  readonly given: Omit<CityInput, 'cities'>;
}

/**
 * The world's places as the starter pack has them. Throws when a table is not as it should be.
 * @param people whose names may be taken for those of places
 */
export function generatedPlaces(folder: URL, people: Iterable<string> = []): Entity[] {
  const world = readWorld(folder, people);
  return [...world.countries, ...world.regions, ...cities({ ...world.given, cities: world.chosen })];
}

/** Villages seldom change what a name means, and counting them takes as long as all the rest. */
const COUNTED = 3_000;

/** @param whole whether villages count where places share names */
export function readWorld(folder: URL, people: Iterable<string> = [], whole = false): World {
  const names = readCountryNames(readFileSync(new URL(COUNTRY_NAMES, folder), 'utf8'));
  const geonames = readGeonames();
  const towns = geonames.filter(isStanding);
  const written = writtenCapitals(names);
  const label = (city: City) => labelFor(city, written);

  const plain = countries({
    names,
    cities: geonames,
    geonames: readCountryNumbers(),
    ambiguous: MISLEADING,
    pack: STARTER,
  });
  const ofCountries = countryNamesOf(plain);
  const news = newsCities(towns);
  const counted = whole
    ? towns
    : [...new Set([...news, ...towns.filter(({ population }) => population >= COUNTED)])];
  const labels = new Map(counted.map((city) => [city.id, foldName(label(city))]));
  const folded = (city: City) => labels.get(city.id) ?? '';
  const largest = new Map<string, number>();
  for (const city of counted)
    largest.set(folded(city), Math.max(city.population, largest.get(folded(city)) ?? 0));

  const words = readWords();
  const bearers = bearersOf(
    towns.map((city) => plainName(city)),
    people,
    words,
  );
  const evidence = new Evidence({ words, bearers, ambiguous: MISLEADING, largest });
  const byThemselves = new Set([...largest].flatMap(([name, most]) => (most >= MIDDLE ? [name] : [])));
  const states = inLanguages(plain, {
    territories: readTerritories(),
    words,
    bearers,
    cities: byThemselves,
  });

  const namesakes = new Map<string, number>();
  for (const city of counted) {
    const key = `${city.iso2} ${folded(city)}`;
    namesakes.set(key, Math.max(city.population, namesakes.get(key) ?? 0));
  }
  const regionInput = {
    rows: readRegions(),
    namesakes,
    cities: towns,
    countries: states,
    evidence,
    pack: STARTER,
  };
  const { drafts, ids } = draftRegions(regionInput, label);
  const [shares, home] = [new Shares(), new Shares()];
  for (const city of counted) {
    shares.add(folded(city), worthOfCity(city));
    home.add(`${city.iso2} ${folded(city)}`, worthOfCity(city));
    for (const { text, lang } of exonymsOf(city, label(city)))
      if (lang === 'en') shares.add(foldName(text), worthOfCity(city));
  }
  for (const draft of drafts)
    if (!draft.seated) for (const claim of claimsOf(draft)) shares.add(claim.folded, claim.worth);

  const population = new Map<string, number>();
  for (const { iso2, population: count } of towns) population.set(iso2, (population.get(iso2) ?? 0) + count);
  const countryPeople = new Map(
    states.flatMap((state) =>
      state.kind === 'region'
        ? []
        : state.names
            .filter(({ text, lang }) => lang === 'en' && ofCountries.has(foldName(text)))
            .map(({ text }) => [foldName(text), population.get(state.ids?.iso2 ?? '') ?? 0] as const),
    ),
  );
  const ofNations = new Set(
    states.flatMap(({ kind, names: all }) =>
      kind === 'region'
        ? []
        : all
            .filter(({ lang, type }) => lang === 'en' && type !== 'metonym')
            .map(({ text }) => foldName(text)),
    ),
  );
  const regions = drafts.flatMap((draft) => {
    const id = ids.get(draft.row.key);
    return id === undefined
      ? []
      : [regionEntity(draft, id, { ...regionInput, shares, countryPeople, ofNations })];
  });
  const regionLabels = new Map([...states, ...regions].map((entity) => [entity.id, labelOf(entity)]));
  const chosen = news.filter(
    (city) => city.population >= MIDDLE || city.code === 'PPLC' || !ofCountries.has(folded(city)),
  );
  const own = new Set(chosen.map(folded));
  return {
    countries: states,
    regions,
    rows: geonames,
    towns,
    chosen,
    given: {
      people: population,
      countries: states,
      names,
      regions: new Map([...ids].map(([key, id]) => [key, { id, label: regionLabels.get(id) }])),
      evidence,
      ambiguous: MISLEADING,
      shares,
      home,
      isCity: (name) => own.has(name),
      pack: STARTER,
    },
  };
}
