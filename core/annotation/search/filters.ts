// Filters on kept passages. They combine: every kind that is set must hold. Of colours and sites a passage has one, so
// any of those chosen will do; of tags, actors and places it may have many, so it must have all that were chosen.
// One pass over the passages answers both which pass and how many each further choice would leave.
import type { EntityKind } from '../../knowledge/terms.ts';
import type { Colour, KeptPage, Passage } from '../kept/index.ts';

/** What is searched of a passage, and of its page. */
export type Findable = Pick<
  Passage,
  'id' | 'page' | 'quote' | 'note' | 'tags' | 'colour' | 'names' | 'made' | 'changed' | 'deleted' | 'revived'
> & {
  /** Where in its article it was; null where that is not known. */
  readonly at: number | null;
};
export type FindablePage = Pick<KeptPage, 'key' | 'title' | 'published'> & { readonly site: string };

/** `changed`: in the bin, but changed since by another device or window. */
export type State = 'kept' | 'bin' | 'changed';

export interface Filters {
  readonly tags: readonly string[];
  readonly colours: readonly Colour[];
  readonly actors: readonly string[];
  readonly places: readonly string[];
  readonly sites: readonly string[];
  /** Days; both ends belong to it. */
  readonly from: string | null;
  readonly to: string | null;
  /** Which day counts: the article's (where it gives none, the one on which it was kept), or the one on which it was kept. */
  readonly by: 'article' | 'kept';
  readonly state: State;
}

export const NO_FILTERS: Filters = {
  tags: [],
  colours: [],
  actors: [],
  places: [],
  sites: [],
  from: null,
  to: null,
  by: 'article',
  state: 'kept',
};

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}
type Kind = 'tags' | 'colours' | 'actors' | 'places' | 'sites' | 'state';
/** What can be chosen next, the most frequent first. */
export type Choices = Readonly<Record<Kind, readonly Choice[]>>;

const ONLY_PLACES: ReadonlySet<EntityKind> = new Set(['city', 'facility', 'region', 'water', 'territory']);
const PLACES: ReadonlySet<EntityKind> = new Set([...ONLY_PLACES, 'country', 'union'] as const);

/** A country acts, and is a place. */
const isPlace = (kind: EntityKind | null) => kind !== null && PLACES.has(kind);
const isActor = (kind: EntityKind | null) => kind === null || !ONLY_PLACES.has(kind);

function stateOf({ deleted, revived }: Pick<Passage, 'deleted' | 'revived'>): State {
  return deleted === null ? 'kept' : revived ? 'changed' : 'bin';
}

export function dayOf(
  { made }: Pick<Passage, 'made'>,
  page: Pick<KeptPage, 'published'> | undefined,
  by: Filters['by'],
): string {
  return (by === 'article' ? page?.published?.day : undefined) ?? made.slice(0, 10);
}

const entitiesOf = ({ names }: Findable, fits: (kind: EntityKind | null) => boolean) =>
  names.flatMap(({ entity, kind }) => (entity !== null && fits(kind) ? [entity as string] : []));

/** The kind of filter that a passage does not pass; null where it passes all, `many` where it fails several. */
function failing(
  passage: Findable,
  page: FindablePage | undefined,
  filters: Filters,
): Kind | 'time' | 'many' | null {
  const { tags, colours, actors, places, sites, from, to, by, state } = filters;
  let failed: Kind | 'time' | 'many' | null = null;
  const fail = (kind: Kind | 'time') => {
    failed = failed === null ? kind : 'many';
  };
  const day = from === null && to === null ? '' : dayOf(passage, page, by);
  if ((from !== null && day < from) || (to !== null && day > to)) fail('time');
  if (!tags.every((tag) => passage.tags.includes(tag))) fail('tags');
  if (colours.length > 0 && !colours.includes(passage.colour)) fail('colours');
  if (actors.length > 0 && !hasAll(entitiesOf(passage, isActor), actors)) fail('actors');
  if (places.length > 0 && !hasAll(entitiesOf(passage, isPlace), places)) fail('places');
  if (sites.length > 0 && !sites.includes(page?.site ?? '')) fail('sites');
  const own = stateOf(passage);
  // What was changed since is in the bin too.
  if (own !== state && !(state === 'bin' && own === 'changed')) fail('state');
  return failed;
}

const hasAll = (has: readonly string[], wanted: readonly string[]) =>
  wanted.every((one) => has.includes(one));

/** Those that pass, in the given order, and what else could be chosen. */
export function sift(
  passages: Iterable<Findable>,
  pageOf: (key: string) => FindablePage | undefined,
  filters: Filters,
): { readonly passed: Findable[]; readonly choices: Choices } {
  const passed: Findable[] = [];
  const tallies = newTallies();
  for (const passage of passages) {
    const page = pageOf(passage.page);
    const failed = failing(passage, page, filters);
    if (failed === null) passed.push(passage);
    // A choice among colours, sites or states widens: counted as if none of them were set.
    if (failed === null || failed === 'colours') tallies.colours.add(passage.colour, passage.colour);
    if (failed === null || failed === 'sites') tallies.sites.add(page?.site ?? '', page?.site ?? '');
    if (failed === null || failed === 'state') countState(tallies.state, passage);
    if (failed !== null) continue;
    for (const tag of passage.tags) tallies.tags.add(tag, tag);
    countNames(passage, tallies);
  }
  const choices = Object.fromEntries(
    Object.entries(tallies).map(([kind, tally]) => [kind, tally.choices()]),
  ) as unknown as Choices;
  return { passed, choices };
}

function newTallies(): Record<Kind, Tally> {
  return {
    tags: new Tally(),
    colours: new Tally(),
    actors: new Tally(),
    places: new Tally(),
    sites: new Tally(),
    state: new Tally(),
  };
}

function countState(tally: Tally, passage: Findable) {
  const state = stateOf(passage);
  tally.add(state, state);
  if (state === 'changed') tally.add('bin', 'bin');
}

function countNames({ names }: Findable, { actors, places }: Record<Kind, Tally>) {
  const seen = new Set<string>();
  for (const { entity, text, kind } of names) {
    if (entity === null || seen.has(entity)) continue;
    seen.add(entity);
    if (isActor(kind)) actors.add(entity, text);
    if (isPlace(kind)) places.add(entity, text);
  }
}

const MOST_CHOICES = 500;

class Tally {
  readonly #counts = new Map<string, { count: number; names: Map<string, number> }>();

  add(value: string, name: string): void {
    let one = this.#counts.get(value);
    if (!one) {
      one = { count: 0, names: new Map() };
      this.#counts.set(value, one);
    }
    one.count++;
    one.names.set(name, (one.names.get(name) ?? 0) + 1);
  }

  choices(): Choice[] {
    const all = [...this.#counts].map(([value, { count, names }]) => ({
      value,
      count,
      // As it is called most often.
      name: [...names].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0],
    }));
    all.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    return all.slice(0, MOST_CHOICES);
  }
}
