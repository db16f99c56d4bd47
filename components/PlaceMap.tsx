// A small map that needs no network: the world's coastlines, already in the pack, cropped around the places.
// Before they arrive it is empty water of the same size, so that nothing below it moves.
import { mapView, type Place, placeLabels } from './map-view.ts';

export interface PlaceMapProps {
  /** Most important first: names that do not fit beside others are left out. */
  readonly places: readonly Place[];
  readonly coastlines: string | null;
  readonly width?: number;
  readonly height?: number;
  /** The least height of the window in degrees: about 14 shows a city in its country, 36 a country. */
  readonly span?: number;
}

export function PlaceMap({ places, coastlines, width = 348, height = 128, span = 14 }: PlaceMapProps) {
  if (places.length === 0) return null;
  const { transform, dots, wrap } = mapView(places, width, height, span);
  return (
    <svg class="map" role="img" aria-label={`Map: ${wordPlaces(places)}`} viewBox={`0 0 ${width} ${height}`}>
      {coastlines && (
        <g transform={transform}>
          <path class="land" d={coastlines} />
          {wrap !== 0 && <path class="land" d={coastlines} transform={`translate(${wrap} 0)`} />}
        </g>
      )}
      {dots.map(({ name, x, y }, index) => (
        <circle key={index} class="dot" cx={x} cy={y} r={3.5}>
          <title>{name}</title>
        </circle>
      ))}
      {placeLabels(dots, width, height).map(({ name, x, y, anchor }) => (
        <text key={name} x={x} y={y} text-anchor={anchor} dominant-baseline="central">
          {name}
        </text>
      ))}
    </svg>
  );
}

function wordPlaces(places: readonly Place[]): string {
  const [only] = places;
  if (places.length > 1 || !only) return places.map(({ name }) => name).join(', ');
  const degrees = (value: number, letters: string) =>
    `${Math.abs(value).toFixed(1)}° ${value < 0 ? letters[1] : letters[0]}`;
  return `${only.name}, ${degrees(only.lat, 'NS')}, ${degrees(only.lon, 'EW')}`;
}
