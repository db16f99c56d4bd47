import { describe, expect, test } from 'vitest';
import { mapView, type Place, placeLabels } from '../../../components/map-view.ts';

const baghdad: Place = { name: 'Baghdad', lat: 33.31, lon: 44.37 };
const najaf: Place = { name: 'Najaf', lat: 32.0, lon: 44.33 };
const beirut: Place = { name: 'Beirut', lat: 33.89, lon: 35.5 };
const [WIDTH, HEIGHT] = [348, 128];

test('one place stands in the middle of its map', () => {
  const { dots } = mapView([baghdad], WIDTH, HEIGHT, 14);
  expect(dots[0]?.x).toBeCloseTo(WIDTH / 2);
  expect(dots[0]?.y).toBeCloseTo(HEIGHT / 2);
});

test('several places are all inside, north above south, west before east', () => {
  const { dots } = mapView([baghdad, najaf, beirut], WIDTH, HEIGHT, 4);
  for (const { x, y } of dots) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WIDTH);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(HEIGHT);
  }
  expect(dots[0]?.y).toBeLessThan(dots[1]?.y ?? 0);
  expect(dots[2]?.x).toBeLessThan(dots[0]?.x ?? 0);
});

test('Fiji and Samoa are neighbours across the date line, not the two ends of the world', () => {
  const { dots, wrap } = mapView(
    [
      { name: 'Suva', lat: -18.1, lon: 178.4 },
      { name: 'Apia', lat: -13.8, lon: -171.8 },
    ],
    WIDTH,
    HEIGHT,
    14,
  );
  expect(Math.abs((dots[0]?.x ?? 0) - (dots[1]?.x ?? 0))).toBeLessThan(WIDTH);
  expect(dots[0]?.x).toBeLessThan(dots[1]?.x ?? 0);
  expect(wrap).toBe(360);
});

describe('names on the map', () => {
  test('do not cover each other: the most important ones stay', () => {
    const crowd = ['Green Zone', 'Airport'].map((name) => ({ ...baghdad, name }));
    const { dots } = mapView([baghdad, ...crowd], WIDTH, HEIGHT, 14);
    expect(placeLabels(dots, WIDTH, HEIGHT).map(({ name }) => name)).toEqual(['Baghdad', 'Green Zone']);
  });
  test('turn to the other side at the edge', () => {
    const labels = placeLabels([{ name: 'Vladivostok', x: WIDTH - 10, y: 60 }], WIDTH, HEIGHT);
    expect(labels[0]?.anchor).toBe('end');
  });
});
