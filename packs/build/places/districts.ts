// Second-level regions: counties, districts, arrondissements. There are forty-seven thousand, and most share their
// names with others or with their seats, so that they are believed only beside the region that they lie in.
import { type Entity, labelOf } from '../../../core/knowledge/entity.ts';
import { defined } from '../../../core/knowledge/sources/defined.ts';
import { describing } from '../../../core/knowledge/sources/geonames/describe.ts';
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';
import type { City } from '../geonames.ts';
import { SEAT_NAMESAKE } from './priors.ts';
import { hasKind } from './region-names.ts';

export interface DistrictInput {
  /** `US.NY.061` and its name. */
  readonly rows: readonly { readonly key: string; readonly name: string }[];
  readonly towns: readonly City[];
  readonly countries: readonly Entity[];
  readonly regions: ReadonlyMap<string, { readonly id: Entity['id']; readonly label: string | undefined }>;
  /** Whether a folded name is some city's own. */
  readonly isCity: (folded: string) => boolean;
  readonly pack: string;
}

/** GeoNames gave codes anew there since the list of cities was made, so that they say nothing together. */
const RENUMBERED = new Set(['VN', 'TW']);
const SALIENCE = 0.05;
const DESCRIPTION = 160;

export function districts({ rows, towns, countries, regions, isCity, pack }: DistrictInput): Entity[] {
  const inside = Map.groupBy(towns, ({ district }) => district);
  const byIso = new Map(countries.map((country) => [country.ids?.iso2 ?? '', country]));
  return rows.flatMap(({ key, name }): Entity[] => {
    const iso2 = key.slice(0, 2);
    const country = byIso.get(iso2);
    if (!country || !/\p{L}/u.test(name)) return [];
    const isSure = !RENUMBERED.has(iso2);
    const region = isSure ? regions.get(key.split('.').slice(0, 2).join('.')) : undefined;
    const own = isSure ? inside.get(key) : undefined;
    const seated = !hasKind(name) && isCity(foldName(name));
    const where = [region?.label, labelOf(country)].filter((part) => part !== undefined).join(', ');
    return [
      {
        id: `${pack}:district-${key.toLowerCase().replace(/[^a-z0-9]+/g, '-')}` as Entity['id'],
        kind: 'region',
        facets: ['place'],
        names: [
          {
            text: name,
            lang: 'en',
            type: 'label',
            match: 'needs-context',
            ...defined({ prior: seated ? SEAT_NAMESAKE : undefined }),
          },
        ],
        description: describing('District in', where, 0).slice(0, DESCRIPTION),
        relations: [{ type: 'located_in', to: region?.id ?? country.id }],
        ...defined({ geo: own && largest(own) }),
        salience: SALIENCE,
        pack,
      },
    ];
  });
}

/** Where most of its people live. */
function largest(towns: readonly City[]): Entity['geo'] {
  const [first, ...others] = towns;
  if (!first) return undefined;
  const { lat, lon } = others.reduce(
    (best, town) => (town.population > best.population ? town : best),
    first,
  );
  return { lat, lon };
}
