// The middle of a country by the outline of its land (Natural Earth, public domain, as `world-atlas` ships it). An almanac
// rounds: its middle of Somalia is the tip of the Horn. Where it is far off both all the land and the main body of it,
// and that body is nearly all of the country, the middle of the body is told; else the almanac's stands.
import { createRequire } from 'node:module';
import { feature, iso1A2Code } from '@rapideditor/country-coder';
import * as z from 'zod/mini';

const require = createRequire(import.meta.url);

const Rings = z.array(z.array(z.number()));
const Outlines = z.object({
  transform: z.object({
    scale: z.tuple([z.number(), z.number()]),
    translate: z.tuple([z.number(), z.number()]),
  }),
  arcs: z.array(z.array(z.tuple([z.number(), z.number()]))),
  objects: z.object({
    countries: z.object({
      geometries: z.array(
        z.union([
          z.object({ id: z.optional(z.string()), type: z.literal('Polygon'), arcs: Rings }),
          z.object({ id: z.optional(z.string()), type: z.literal('MultiPolygon'), arcs: z.array(Rings) }),
        ]),
      ),
    }),
  }),
});

type Point = readonly [number, number];
interface Body {
  readonly area: number;
  readonly lat: number;
  readonly lon: number;
}

/** Of the land, so much must be one body. */
const NEARLY_ALL = 0.8;
const FAR_KM = 250;
const KM_PER_DEGREE = 111.2;

/** By ISO code: latitude and longitude, where they put the almanac's right. */
export function middlesByOutline(almanac: Readonly<Record<string, Point>>): Map<string, Point> {
  const { transform, arcs, objects } = z.parse(Outlines, require('world-atlas/countries-50m.json'));
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([east, north]): Point => {
      x += east;
      y += north;
      return [
        x * transform.scale[0] + transform.translate[0],
        y * transform.scale[1] + transform.translate[1],
      ];
    });
  });
  const lineOf = (index: number) => (index < 0 ? [...(lines[~index] ?? [])].reverse() : (lines[index] ?? []));
  const byCountry = new Map<string, Body[]>();
  for (const geometry of objects.countries.geometries) {
    const iso = geometry.id === undefined ? undefined : feature(geometry.id)?.properties.iso1A2;
    if (iso === undefined || iso === null) continue;
    const shores = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
    const bodies = shores.map(([shore = []]) => bodyOf(shore.flatMap(lineOf)));
    // Small possessions may stand apart under their country's number.
    byCountry.set(iso, [...(byCountry.get(iso) ?? []), ...bodies]);
  }
  const middles = new Map<string, Point>();
  for (const [iso, bodies] of byCountry) {
    const main = bodies.reduce((largest, body) => (body.area > largest.area ? body : largest));
    const all = bodies.reduce((sum, { area }) => sum + area, 0);
    const told = almanac[iso];
    const middle: Point = [round(main.lat), round(main.lon)];
    const whole: Point = [of(bodies, 'lat') / all, of(bodies, 'lon') / all];
    if (!told || kilometres(told, middle) < FAR_KM || kilometres(told, whole) < FAR_KM) continue;
    if (main.area >= NEARLY_ALL * all && iso1A2Code([middle[1], middle[0]]) === iso) middles.set(iso, middle);
  }
  return middles;
}

const of = (bodies: readonly Body[], axis: 'lat' | 'lon') =>
  bodies.reduce((sum, body) => sum + body.area * body[axis], 0);

/** Near enough for a comparison with hundreds of them. */
function kilometres(one: Point, other: Point): number {
  const narrow = Math.cos((((one[0] + other[0]) / 2) * Math.PI) / 180);
  return KM_PER_DEGREE * Math.hypot(one[0] - other[0], (one[1] - other[1]) * narrow);
}

const round = (degrees: number) => Math.round(degrees * 100) / 100;

/** Area and centroid of what a ring encloses, degrees of longitude counting for less towards the poles. */
function bodyOf(ring: readonly Point[]): Body {
  let [area, x, y] = [0, 0, 0];
  for (let index = 0; index < ring.length - 1; index++) {
    const [x0, y0] = ring[index] ?? [0, 0];
    const [x1, y1] = ring[index + 1] ?? [0, 0];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  const lat = y / (3 * area);
  return { area: (Math.abs(area) / 2) * Math.cos((lat * Math.PI) / 180), lat, lon: x / (3 * area) };
}
