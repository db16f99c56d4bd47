// Which part of the world a small map shows: the smallest window around its places that is still wide enough
// to recognise a coast. Plate carrée, narrowed by the cosine of the latitude so that shapes look right.

export interface Place {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

export interface MapView {
  /** SVG transform from degrees (x = longitude, y = −latitude) to pixels. */
  readonly transform: string;
  readonly dots: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  /** Shift of longitude, in degrees, at which a second copy of the world is needed; 0 for none. */
  readonly wrap: -360 | 0 | 360;
}

/** Longitudes in one run without a jump at the date line: the widest empty arc is left out. */
function unroll(lons: readonly number[]): number[] {
  const sorted = [...lons].sort((a, b) => a - b);
  let [widest, start] = [-1, sorted[0] ?? 0];
  sorted.forEach((lon, index) => {
    const next = sorted[index + 1] ?? (sorted[0] ?? 0) + 360;
    if (next - lon > widest) [widest, start] = [next - lon, sorted[index + 1] ?? sorted[0] ?? 0];
  });
  return lons.map((lon) => (lon < start ? lon + 360 : lon));
}

/** `span`: the least height of the window, in degrees. */
export function mapView(places: readonly Place[], width: number, height: number, span: number): MapView {
  const lons = unroll(places.map(({ lon }) => lon));
  const lats = places.map(({ lat }) => lat);
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const reach = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const [lon, lat] = [middle(lons), middle(lats)];
  const narrow = Math.max(0.3, Math.cos((lat * Math.PI) / 180));
  // A quarter more than the places need, so that no dot or label sits on the edge.
  const tall = Math.min(
    180,
    Math.max(span, reach(lats) * 1.4, (reach(lons) * 1.4 * narrow * height) / width),
  );
  const scale = height / tall;
  const [x0, y0] = [width / 2 - lon * narrow * scale, height / 2 + lat * scale];
  const halfWidth = width / 2 / (narrow * scale);
  return {
    transform: `matrix(${[narrow * scale, 0, 0, scale, x0, y0].map((n) => Number(n.toFixed(4))).join(' ')})`,
    dots: places.map(({ name }, index) => ({
      name,
      x: (lons[index] ?? 0) * narrow * scale + x0,
      y: y0 - (lats[index] ?? 0) * scale,
    })),
    wrap: lon + halfWidth > 180 ? 360 : lon - halfWidth < -180 ? -360 : 0,
  };
}

export interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

const LETTER = 6;
const LINE = 13;

/** Names beside their dots, most important first; one that would cover another or leave the map is left out. */
export function placeLabels(dots: MapView['dots'], width: number, height: number): Label[] {
  const taken = dots.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }));
  const labels: Label[] = [];
  for (const { name, x, y } of dots) {
    for (const anchor of ['start', 'end'] as const) {
      const from = anchor === 'start' ? x + 7 : x - 7 - name.length * LETTER;
      const box = { left: from, right: from + name.length * LETTER, top: y - LINE / 2, bottom: y + LINE / 2 };
      const inside = box.left >= 2 && box.right <= width - 2 && box.top >= 0 && box.bottom <= height;
      const free = taken.every(
        (other) =>
          box.right < other.left ||
          box.left > other.right ||
          box.bottom < other.top ||
          box.top > other.bottom,
      );
      if (!inside || !free) continue;
      taken.push(box);
      labels.push({ name, x: anchor === 'start' ? x + 7 : x - 7, y, anchor });
      break;
    }
  }
  return labels;
}
