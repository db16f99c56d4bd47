// When a linked entity and a gold name are the same one. Shared by what counts as right and what counts as known, or
// the two would contradict each other.
import type { GoldMention } from './gold.ts';
import { plain } from './known.ts';
import type { Link } from './link.ts';

type Identified = Pick<Link, 'wikidata' | 'geonames' | 'names' | 'within'>;

/** The same id; or one of its names, as long as the ids do not say that it is another one. */
export function isSame(
  link: Identified,
  gold: Pick<GoldMention, 'wikidata' | 'geonames' | 'titles'>,
): boolean {
  if (gold.wikidata !== undefined && link.wikidata !== undefined) return gold.wikidata === link.wikidata;
  if (gold.geonames !== undefined && link.geonames !== undefined) return gold.geonames === link.geonames;
  return gold.titles.some((title) => isCalled(link, title));
}

function isCalled({ names, within }: Identified, title: string): boolean {
  const has = (list: readonly string[], name: string) => list.some((one) => plain(one) === plain(name));
  if (has(names, title)) return true;
  const comma = title.indexOf(', ');
  return comma > 0 && has(names, title.slice(0, comma)) && has(within, title.slice(comma + 2));
}

/** Whether it can be told at all: an id against a name cannot be compared. */
export function isDecidable(link: Identified, { wikidata, geonames, titles }: GoldMention): boolean {
  if (titles.length > 0) return true;
  return (
    (wikidata !== undefined && link.wikidata !== undefined) ||
    (geonames !== undefined && link.geonames !== undefined)
  );
}

/** Answers whether one of so many entities is the gold's. */
export function knownAmong(links: readonly Link[]): (gold: GoldMention) => boolean {
  const ids = new Set(links.flatMap(({ wikidata }) => wikidata ?? []));
  const named = new Map<string, Link[]>();
  for (const link of links)
    for (const name of new Set(link.names.map(plain))) {
      const bearers = named.get(name);
      if (bearers) bearers.push(link);
      else named.set(name, [link]);
    }
  const bearersOf = (title: string) =>
    [title, title.replace(/, .*$/, '')].flatMap((name) => named.get(plain(name)) ?? []);
  return (gold) =>
    (gold.wikidata !== undefined && ids.has(gold.wikidata)) ||
    gold.titles.some((title) => bearersOf(title).some((link) => isSame(link, gold)));
}
