// The world's coastlines as one SVG path, in degrees: x is longitude, y is minus latitude. Coastlines alone,
// so that no map of ours takes a side in a dispute about a border.
import { feature } from 'topojson-client';

/** A tenth of a degree, 11 km at the equator: finer than a pixel of any map shown. */
const DECIMALS = 1;

type Topology = Parameters<typeof feature>[0];

/** From Natural Earth's land (public domain) as `world-atlas` packs it. */
export function landPath(topology: Topology): string {
  const land = topology.objects['land'];
  if (!land) throw new Error('the topology has no land');
  const shape = feature(topology, land);
  const features = 'features' in shape ? shape.features : [shape];
  return features
    .flatMap(({ geometry }) =>
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : [],
    )
    .flat()
    .map(ring)
    .join('');
}

function ring(points: readonly number[][]): string {
  const rounded = points.map(([longitude = 0, latitude = 0]) => `${round(longitude)} ${round(-latitude)}`);
  const distinct = rounded.filter((point, index) => point !== rounded[index - 1]);
  return `M${distinct.join('L')}Z`;
}

function round(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}
