// Countries, territories, unions and the regions of the UN's geographical scheme, from the borders that
// @rapideditor/country-coder ships (ISC): it says which Wikidata item each of them is.
import {
  aggregateFeature,
  borders,
  feature,
  featuresContaining,
  isInEuropeanUnion,
  isInUnitedNations,
} from '@rapideditor/country-coder';
import type { Entity, Relation } from '../../core/knowledge/entity.ts';
import { defined } from '../../core/knowledge/sources/defined.ts';
import { type Ambiguous, foldName } from '../../core/knowledge/sources/geonames/names.ts';
import type { GeonamesCity } from '../../core/knowledge/sources/geonames/rows.ts';
import type { EntityKind } from '../../core/knowledge/terms.ts';
import { type CountryNames, countryNames } from './country-names.ts';
import { MIDDLES, PARTS } from './places/middles.ts';
import { middlesByOutline } from './places/outlines.ts';

type Properties = (typeof borders.features)[number]['properties'];

/** Parts of states that news treat as places of their own, though they have no ISO code. */
const UNCODED = new Set(['Q21', 'Q22', 'Q25', 'Q26', 'Q36678', 'Q39760', 'Q7835', 'Q23681']);
const EXCEPTIONAL = new Set(['IC', 'AC', 'TA', 'DG']);
/** Whose it is, is itself disputed: nothing is derived, the written record says what is claimed. */
const DISPUTED = new Set(['Q7835', 'Q36678', 'Q39760', 'Q23681', 'EH']);
const REGIONS = new Set(['region', 'subregion', 'intermediateRegion']);
/** Islands this many degrees apart have no middle worth showing on a map. */
const SCATTERED = 60;
/** No names that anyone uses: statistical leftovers. */
const UNUSED_REGIONS = new Set(['021', '053', '419']);

function kindOf({ level, isoStatus, id }: Properties): EntityKind | undefined {
  if (id === 'AQ') return 'region';
  if (id === 'UN') return 'organisation';
  if (id === 'EU') return 'union';
  if (UNCODED.has(id)) return id === 'Q23681' ? 'country' : 'territory';
  if (level === 'country' && isoStatus !== undefined) return 'country';
  if (isoStatus === 'official' || EXCEPTIONAL.has(id)) return 'territory';
  if (REGIONS.has(level) && !UNUSED_REGIONS.has(id)) return 'region';
  return undefined;
}

export interface CountryInput {
  readonly names: ReadonlyMap<string, CountryNames>;
  readonly cities: readonly GeonamesCity[];
  /** GeoNames' number of each country, by ISO code. */
  readonly geonames: ReadonlyMap<string, string>;
  readonly ambiguous: Ambiguous;
  readonly pack: string;
}

export function countries({ names, cities, geonames, ambiguous, pack }: CountryInput): Entity[] {
  const capitals = new Map(cities.filter(({ code }) => code === 'PPLC').map((city) => [city.iso2, city]));
  const outlines = middlesByOutline(MIDDLES);
  const population = new Map<string, number>();
  for (const { iso2, population: people } of cities)
    population.set(iso2, (population.get(iso2) ?? 0) + people);

  return borders.features.flatMap(({ properties }) => {
    const kind = kindOf(properties);
    if (kind === undefined) return [];
    const { iso1A2: iso2, iso1A3: iso3, nameEn } = properties;
    const written = iso2 === undefined ? undefined : names.get(iso2);
    const id = qid(properties, names);
    const capital = capitals.get(iso2 ?? '');
    const home = capital && { lat: capital.lat, lon: capital.lon };
    const geo = placeOf(properties, kind, home, outlines);
    const relations = relationsOf(properties, id, names);
    const entity: Entity = {
      id: id as Entity['id'],
      kind,
      facets: kind === 'region' ? ['place'] : kind === 'organisation' ? ['actor'] : ['actor', 'place'],
      names: countryNames(written, nameEn, (name) => ambiguous.needsContext.has(foldName(name))),
      description: describing(properties, kind, home),
      salience: salience(kind, population.get(iso2 ?? '') ?? 0),
      pack,
      ids: defined({
        wikidata: id,
        geonames: PARTS[id]?.geonames ?? geonames.get(iso2 ?? ''),
        iso2: kind === 'organisation' ? undefined : iso2,
        iso3,
      }),
      ...defined({ geo, relations: relations.length > 0 ? relations : undefined }),
    };
    return entity;
  });
}

/** Denmark and the Netherlands of the news are not the whole kingdoms, which country-coder files under DK and NL. */
function qid({ iso1A2, wikidata }: Properties, names: ReadonlyMap<string, CountryNames>): string {
  return names.get(iso1A2 ?? '')?.wikidata ?? wikidata;
}

function relationsOf(
  properties: Properties,
  id: string,
  names: ReadonlyMap<string, CountryNames>,
): Relation[] {
  if (DISPUTED.has(properties.id)) return [];
  const relations: Relation[] = [];
  const sovereign = properties.country === undefined ? null : feature(properties.country);
  if (sovereign) relations.push({ type: 'part_of', to: qid(sovereign.properties, names) as Relation['to'] });
  if (properties.level === 'country') {
    // The kingdom of Denmark is not in the EU as a whole; Denmark is, and it is Denmark that is meant.
    if (isInEuropeanUnion(properties.id) || isInEuropeanUnion(id))
      relations.push({ type: 'member_of', to: 'Q458' as Relation['to'] });
    if (isInUnitedNations(properties.id))
      relations.push({ type: 'member_of', to: 'Q1065' as Relation['to'] });
  }
  return relations;
}

/** Where a map shows it: unions and most regions of the world nowhere. */
function placeOf(
  { id, iso1A2, wikidata }: Properties,
  kind: EntityKind,
  capital: Entity['geo'],
  outlines: ReadonlyMap<string, readonly [number, number]>,
): Entity['geo'] {
  const part = PARTS[wikidata]?.at;
  if (!part && kind !== 'country' && kind !== 'territory' && id !== 'AQ') return undefined;
  const [lat, lon] = part ?? outlines.get(iso1A2 ?? '') ?? MIDDLES[iso1A2 ?? ''] ?? [];
  return lat === undefined || lon === undefined ? (capital ?? centre(id)) : { lat, lon };
}

/** The middle of its borders' extent: small islands and parts of states, which no almanac was asked for. */
function centre(id: string): Entity['geo'] {
  const shape = aggregateFeature(id)?.geometry;
  const points = shape?.type === 'MultiPolygon' ? shape.coordinates.flat(2) : [];
  const middle = (axis: 0 | 1) => {
    const values = points.map((point) => point[axis] ?? 0);
    return values.length === 0 ? Number.NaN : (Math.min(...values) + Math.max(...values)) / 2;
  };
  const [lon, lat] = [middle(0), middle(1)];
  const widest = Math.max(...points.map(([x = 0]) => x)) - Math.min(...points.map(([x = 0]) => x));
  if (widest > SCATTERED || Number.isNaN(lat)) return undefined;
  return { lat: round(lat), lon: round(lon) };
}

const round = (degrees: number) => Math.round(degrees * 100) / 100;

/** The smallest region of the UN's scheme that holds the capital; Oceania's parts say less than Oceania. */
function regionAt(geo: Entity['geo']): string | undefined {
  const around = geo ? featuresContaining([geo.lon, geo.lat]) : [];
  for (const level of ['intermediateRegion', 'subregion', 'region']) {
    const found = around.find(
      ({ properties: { level: its, id } }) => its === level && !UNUSED_REGIONS.has(id) && id !== '202',
    );
    if (found) return found.properties.nameEn;
  }
  return undefined;
}

function describing(properties: Properties, kind: EntityKind, geo: Entity['geo']): string {
  if (kind === 'region') return 'Region of the world';
  if (kind === 'union') return 'Union of European states';
  if (kind === 'organisation') return 'World organisation of states, founded in 1945';
  if (kind === 'country') {
    const region = regionAt(geo);
    return region === undefined
      ? 'Country'
      : `Country in ${region === 'Caribbean' ? 'the Caribbean' : region}`;
  }
  const sovereign =
    DISPUTED.has(properties.id) || properties.country === undefined ? null : feature(properties.country);
  return sovereign ? `Territory of ${article(sovereign.properties.nameEn)}` : 'Territory';
}

function article(name: string): string {
  return /^(United|Kingdom|People|Republic)/.test(name) ? `the ${name}` : name;
}

/** From 0.5 to 0.85 by the people in its larger cities; territories half of that. Only breaks ties. */
function salience(kind: EntityKind, people: number): number {
  if (kind === 'union' || kind === 'organisation') return 0.8;
  if (kind === 'region') return 0.4;
  const share = Math.min(1, Math.max(0, (Math.log10(people + 1) - 4) / 4.5));
  return Math.round((0.5 + 0.35 * share) * (kind === 'territory' ? 0.6 : 1) * 100) / 100;
}
