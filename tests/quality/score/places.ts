// Is it the right place? Right: the same GeoNames number, or within 161 km (a hundred miles), the distance of the
// published comparisons.
import type { Found } from '../found.ts';
import type { GoldDocument, GoldMention } from '../gold.ts';
import type { Link } from '../link.ts';
import { NO_SCORE, type Score } from './counts.ts';
import { overlaps } from './recognition.ts';

const NEAR_KM = 161;
const EARTH_RADIUS_KM = 6371.0088;

interface Spot {
  readonly lat: number;
  readonly lon: number;
}

export function kilometres(a: Spot, b: Spot): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [north, east] = [radians(b.lat - a.lat), radians(b.lon - a.lon)];
  const h =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

export interface Placed {
  /** How many gold spans, and how many of them are at the right place: whatever the system holds for likeliest there. */
  readonly given: { readonly gold: number; readonly right: number };
  /** Marks on a text of which nothing was told. */
  readonly whole: Score;
  readonly errors: readonly PlaceError[];
}

export interface PlaceError {
  /** `far`: another place; `centre`: the right country or region by its name, with another middle; `missed`; `spurious`. */
  readonly sort: 'far' | 'centre' | 'missed' | 'spurious';
  readonly text: string;
  readonly detail: string;
}

export const NO_PLACED: Placed = { given: { gold: 0, right: 0 }, whole: NO_SCORE, errors: [] };

export function scorePlaces(
  { mentions, text }: GoldDocument,
  found: readonly Found[],
  withGold = found,
): Placed {
  const gold = mentions.filter(isPlaced);
  const marks = found.filter(({ shown, type, link }) => shown && type === 'LOC' && link?.at !== undefined);
  // A gold place that nobody gave coordinates can be neither hit nor missed.
  const open = mentions.filter((one) => one.part === 'none' || (one.kind === 'LOC' && !isPlaced(one)));
  const given = marks.filter(
    (one) => gold.some((name) => overlaps(one, name)) || !open.some((name) => overlaps(one, name)),
  );
  const isHit = (one: Found, name: GoldMention) => overlaps(one, name) && isThere(one.link, name);
  const errors: PlaceError[] = [];
  for (const one of given) {
    const here = gold.filter((name) => overlaps(one, name));
    if (here.some((name) => isThere(one.link, name))) continue;
    errors.push(wrongPlace(one, here[0], text));
  }
  for (const name of gold)
    if (!given.some((one) => overlaps(one, name)))
      errors.push({ sort: 'missed', text: name.text, detail: unseen(name, found) });
  return {
    given: {
      gold: gold.length,
      right: gold.filter((name) => isThere(best(name, withGold)?.link, name)).length,
    },
    whole: {
      right: given.filter((one) => gold.some((name) => isHit(one, name))).length,
      given: given.length,
      met: gold.filter((name) => given.some((one) => isHit(one, name))).length,
      gold: gold.length,
    },
    errors,
  };
}

const isPlaced = ({ part, kind, at }: GoldMention): boolean =>
  part === 'name' && kind === 'LOC' && at !== undefined;

function isThere(
  link: Pick<Link, 'geonames' | 'at'> | null | undefined,
  { geonames, at }: GoldMention,
): boolean {
  if (!link) return false;
  if (geonames !== undefined && link.geonames === geonames) return true;
  return link.at !== undefined && at !== undefined && kilometres(link.at, at) <= NEAR_KM;
}

/** What was found on the letters of a gold name: on all of them rather than on some. */
function best(name: GoldMention, found: readonly Found[]): Found | undefined {
  const shared = (one: Found) => Math.min(one.end, name.end) - Math.max(one.start, name.start);
  return found
    .filter((one) => overlaps(one, name) && one.link?.at !== undefined)
    .sort((a, b) => shared(b) - shared(a))[0];
}

function wrongPlace(one: Found, name: GoldMention | undefined, text: string): PlaceError {
  const { link } = one;
  if (!name || !link?.at || !name.at) {
    const around = text.slice(Math.max(0, one.start - 25), one.end + 25).replaceAll('\n', ' ');
    return { sort: 'spurious', text: one.text, detail: `→ ${link?.label} in “${around}”` };
  }
  const distance = Math.round(kilometres(link.at, name.at));
  const isCalledSo = name.titles.some((title) => link.names.includes(title));
  return {
    sort: isCalledSo && distance < 1500 && !/geonames-/.test(link.id) ? 'centre' : 'far',
    text: one.text,
    detail: `→ ${link.label} (${link.id}), ${distance} km from ${name.titles[0] ?? 'it'}${name.geonames ? ` (${name.geonames})` : ''}`,
  };
}

function unseen(name: GoldMention, found: readonly Found[]): string {
  const here = found.find((one) => overlaps(one, name));
  if (!here) return `${name.titles[0] ?? ''}: no name seen`;
  const right = isThere(here.link, name) ? 'right, but ' : '';
  return `${name.titles[0] ?? ''}: ${right}taken for ${here.type} ${here.link?.label ?? 'unknown'}${here.shown ? '' : `, not shown (${here.confidence})`}`;
}
