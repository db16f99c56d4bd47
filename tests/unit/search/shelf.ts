// A small library for tests of searching it.
import { PageKey, PassageId } from '../../../core/annotation/kept/index.ts';
import {
  type Findable,
  type FindablePage,
  Finder,
  NO_FILTERS,
  type Wanted,
} from '../../../core/annotation/search/index.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';

export const idOf = (name: string) => PassageId.parse(`passage-${name}`);
const nameOf = (id: string) => id.replace('passage-', '');

export const IRAN = { entity: EntityId.parse('Q794'), text: 'Iran', kind: 'country' as const };
export const TRUMP = { entity: EntityId.parse('Q22686'), text: 'Donald Trump', kind: 'person' as const };
export const BAGHDAD = { entity: EntityId.parse('Q1530'), text: 'Baghdad', kind: 'city' as const };

export function passage(name: string, quote: string, changes: Partial<Findable> = {}): Findable {
  return {
    id: idOf(name),
    page: PageKey.parse('news.example/raid'),
    quote,
    note: '',
    tags: [],
    colour: 'yellow',
    names: [],
    made: '2026-03-01T10:00:00Z',
    changed: '2026-03-01T10:00:00Z',
    deleted: null,
    revived: false,
    at: null,
    ...changes,
  };
}

export function pageAt(key: string, changes: Partial<FindablePage> = {}): FindablePage {
  return {
    key: PageKey.parse(key),
    title: 'A raid near Kirkuk',
    published: { day: '2019-12-31' },
    site: 'news.example',
    ...changes,
  };
}

export function shelf(
  passages: readonly Findable[],
  pages: readonly FindablePage[] = [pageAt('news.example/raid')],
) {
  const finder = new Finder();
  finder.putPages(pages);
  finder.put(passages);
  return {
    finder,
    /** The names of what is found, in order. */
    find: (
      words: string,
      {
        filters = {},
        ...wanted
      }: Partial<Omit<Wanted, 'filters'>> & { filters?: Partial<Wanted['filters']> } = {},
    ) =>
      finder
        .find({ order: 'best', grouped: false, ...wanted, words, filters: { ...NO_FILTERS, ...filters } })
        .ids.map(nameOf),
    choices: (words: string, filters: Partial<Wanted['filters']> = {}) =>
      finder.find({ order: 'best', grouped: false, words, filters: { ...NO_FILTERS, ...filters } }).choices,
  };
}
