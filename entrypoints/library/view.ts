// What the library shows, as its address says it: so that back and reload work, and a search can be a bookmark. An
// address is typed and passed on, so whatever is not understood in it is left out.
import * as z from 'zod/mini';
import { COLOURS, Tag } from '../../core/annotation/kept/index.ts';
import { type Filters, NO_FILTERS, type Order } from '../../core/annotation/search/index.ts';
import { EntityId } from '../../core/knowledge/terms.ts';

export interface View {
  readonly words: string;
  readonly filters: Filters;
  readonly order: Order;
  readonly grouped: boolean;
  /** Whose time line is shown beside what was kept of them. */
  readonly who: EntityId | null;
}

const ORDERS = ['best', 'newest', 'oldest', 'article'] as const;
export const FIRST_VIEW: View = { words: '', filters: NO_FILTERS, order: 'best', grouped: true, who: null };

export const MOST_WORDS = 300;
const MOST_CHOSEN = 20;
const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const Site = z.string().check(z.minLength(1), z.maxLength(255));

export function readView(search: string): View {
  const given = new URLSearchParams(search);
  const all = <T>(name: string, schema: z.ZodMiniType<T>): T[] => [
    ...new Set(
      given
        .getAll(name)
        .slice(0, MOST_CHOSEN)
        .flatMap((value) => schema.safeParse(value).data ?? []),
    ),
  ];
  const one = <T>(name: string, schema: z.ZodMiniType<T>): T | null =>
    schema.safeParse(given.get(name)).data ?? null;
  return {
    words: (given.get('q') ?? '').slice(0, MOST_WORDS),
    filters: {
      tags: all('tag', Tag),
      colours: all('colour', z.enum(COLOURS as [...typeof COLOURS])),
      actors: all('actor', EntityId),
      places: all('place', EntityId),
      sites: all('site', Site),
      from: one('from', Day),
      to: one('to', Day),
      by: one('by', z.enum(['article', 'kept'])) ?? 'article',
      state: one('state', z.enum(['kept', 'bin', 'changed'])) ?? 'kept',
    },
    order: one('order', z.enum(ORDERS)) ?? FIRST_VIEW.order,
    grouped: given.get('list') !== 'flat',
    who: one('who', EntityId),
  };
}

/** What stands behind the page's name; empty for the first view. */
export function writeView({ words, filters, order, grouped, who }: View): string {
  const said = new URLSearchParams();
  if (words !== '') said.set('q', words);
  const { tags, colours, actors, places, sites, from, to, by, state } = filters;
  for (const [name, values] of [
    ['tag', tags],
    ['colour', colours],
    ['actor', actors],
    ['place', places],
    ['site', sites],
  ] as const)
    for (const value of values) said.append(name, value);
  if (from !== null) said.set('from', from);
  if (to !== null) said.set('to', to);
  if (by !== 'article') said.set('by', by);
  if (state !== 'kept') said.set('state', state);
  if (order !== FIRST_VIEW.order) said.set('order', order);
  if (!grouped) said.set('list', 'flat');
  if (who !== null) said.set('who', who);
  const text = said.toString();
  return text === '' ? '' : `?${text}`;
}

/** How many filters are set beside the state. */
export function filtersSet({ tags, colours, actors, places, sites, from, to }: Filters): number {
  const chosen = [tags, colours, actors, places, sites].reduce((sum, values) => sum + values.length, 0);
  return chosen + Number(from !== null) + Number(to !== null);
}
