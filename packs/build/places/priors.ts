// How often a name means which of the places that bear it, in one place for all of them:
//
//   a country      keeps its name: what a person wrote in countries.yaml; any city of that name 0.05, a region 0.1,
//                  or 0.4 where more people live in the region than in the country (Georgia)
//   several cities share the name by worth: people × names that the world has for the city × 2 for a capital. What
//                  is spoken of abroad has names abroad: so Valencia is in Spain before it is in Venezuela, which is larger
//   a region       with the name of a city in it 0.1 (New York, Washington); else it takes part in the sharing with a
//                  third of its people's worth, since news say the city's name alone and the region's with its kind
//   the capital's  name means the government as often as `metonymPrior` says; the city has the rest
//   a word or a    person's name means the place only so often (see `PLACE`), and the smaller the place the less
import type { Other } from './evidence.ts';

export const COUNTRY_NAMESAKE = 0.05;
export const REGION_NAMESAKE = 0.1;
export const LARGER_THAN_THE_COUNTRY = 0.4;
export const SEAT_NAMESAKE = 0.1;
const REGION_SHARE = 1 / 3;
const CAPITAL = 2;
/** A place without people in the table, or without names, is still a place. */
const LEAST_PEOPLE = 1_000;
const LEAST_NAMES = 3;
const LEAST_PRIOR = 0.01;

interface Known {
  readonly population: number;
  readonly alternates: readonly string[];
  readonly code: string;
}

export function worthOfCity({ population, alternates, code }: Known): number {
  return (
    Math.max(population, LEAST_PEOPLE) * (LEAST_NAMES + alternates.length) * (code === 'PPLC' ? CAPITAL : 1)
  );
}

export function worthOfRegion(people: number, names: number): number {
  return Math.max(people, LEAST_PEOPLE) * (LEAST_NAMES + names) * REGION_SHARE;
}

/** Sums of worth by folded name. */
export class Shares {
  readonly #sums = new Map<string, number>();

  add(folded: string, worth: number): void {
    this.#sums.set(folded, (this.#sums.get(folded) ?? 0) + worth);
  }

  /** The part that this one has of all that bear the name. */
  of(folded: string, worth: number): number {
    return worth / Math.max(worth, this.#sums.get(folded) ?? 0);
  }
}

/** A city that is known abroad, one that its country knows, a town. */
type Size = 'large' | 'middle' | 'town';
const LARGE = 500_000;
export const MIDDLE = 100_000;

export function sizeOf(population: number, isCapital: boolean): Size {
  return isCapital || population >= LARGE ? 'large' : population >= MIDDLE ? 'middle' : 'town';
}

/** How often a name that is also something else means the place. */
const PLACE: Readonly<Record<Size, Readonly<Record<Other, number>>>> = {
  large: { word: 0.8, person: 0.9, listed: 0.9 },
  middle: { word: 0.4, person: 0.4, listed: 0.6 },
  town: { word: 0.05, person: 0.05, listed: 0.05 },
};
const TOWN_ALONE = 0.8;

/** The part of a name's uses that mean a place at all. */
export function placeShare(size: Size, other: Other | undefined): number {
  return other === undefined ? (size === 'town' ? TOWN_ALONE : 1) : PLACE[size][other];
}

/** As a pack keeps it: two digits, never none at all; `undefined` where nothing speaks against the name. */
export function asPrior(share: number): number | undefined {
  const rounded = Math.round(Math.max(share, LEAST_PRIOR) * 100) / 100;
  return rounded < 1 ? rounded : undefined;
}
