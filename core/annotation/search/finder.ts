// All kept passages, to be searched: MiniSearch holds the words, this the rest. It lives in a worker of the library, is
// filled slice by slice, and follows what changes passage by passage. Words are found by their beginning, and long ones
// with a slip or two; those that are written exactly so come first.
import MiniSearch from 'minisearch';
import type { PageKey, PassageId } from '../kept/index.ts';
import { type Choices, dayOf, type Filters, type Findable, type FindablePage, sift } from './filters.ts';
import { isEmpty, keyOf, type Question, readQuestion } from './question.ts';
import { termsAsked, termsOf } from './terms.ts';

/** `best`: what fits the words best; without words the same as `newest`. */
export type Order = 'best' | 'newest' | 'oldest' | 'article';

export interface Wanted {
  readonly words: string;
  readonly filters: Filters;
  readonly order: Order;
  /** Passages of one article together, in reading order. */
  readonly grouped: boolean;
}

export interface Found {
  readonly ids: PassageId[];
  /** Terms of the texts that the words have found, for marking them. */
  readonly terms: string[];
  readonly choices: Choices;
}

/** More would mark the text and not what was found in it. */
const MOST_TERMS = 400;
/** Letters; a slip in a shorter word makes another word of it. */
const SLIP_FROM = 5;
const TWO_SLIPS_FROM = 9;
/** With so many found, nobody has mistyped. */
const ENOUGH = 5;
const slipsIn = (term: string) => (term.length >= TWO_SLIPS_FROM ? 2 : term.length >= SLIP_FROM ? 1 : false);
const FIELDS = ['quote', 'note', 'tags', 'names', 'title'] as const;
type Indexed = { readonly id: string } & Record<(typeof FIELDS)[number], string>;

export class Finder {
  readonly #passages = new Map<string, Findable>();
  readonly #pages = new Map<string, FindablePage>();
  /** What phrases are looked for in, made with the first phrase. */
  readonly #keys = new Map<string, string>();
  readonly #index = new MiniSearch<Indexed>({
    fields: [...FIELDS],
    tokenize: (text) => termsOf(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: {
      tokenize: termsAsked,
      combineWith: 'AND',
      prefix: (term) => term.length > 1,
      weights: { prefix: 0.6, fuzzy: 0.2 },
      boost: { note: 1.5, tags: 2, names: 1.5 },
    },
  });

  get size(): number {
    return this.#passages.size;
  }

  /** Before their passages. */
  putPages(pages: readonly FindablePage[]): void {
    for (const page of pages) {
      const before = this.#pages.get(page.key);
      this.#pages.set(page.key, page);
      if (before && before.title !== page.title) this.#indexAnew(page.key);
    }
  }

  put(passages: readonly Findable[]): void {
    for (const passage of passages) {
      const before = this.#passages.get(passage.id);
      const was = before && this.#textOf(before);
      this.#passages.set(passage.id, passage);
      const is = this.#textOf(passage);
      if (was && FIELDS.every((field) => was[field] === is[field])) continue;
      this.#keys.delete(passage.id);
      if (this.#index.has(passage.id)) this.#index.replace(is);
      else this.#index.add(is);
    }
  }

  /** Of one page (or of all) only these are left. */
  leaveOnly(ids: readonly PassageId[], page: PageKey | null): void {
    const left = new Set<string>(ids);
    for (const [id, passage] of this.#passages) {
      if (left.has(id) || (page !== null && passage.page !== page)) continue;
      this.#passages.delete(id);
      this.#keys.delete(id);
      this.#index.discard(id);
    }
  }

  find({ words, filters, order, grouped }: Wanted): Found {
    const question = readQuestion(words);
    const { candidates, terms } = this.#search(question);
    const { passed, choices } = sift(candidates, (key) => this.#pages.get(key), filters);
    const isBest = order === 'best' && !isEmpty(question);
    const sorted = isBest ? passed : passed.sort(this.#comparing(order === 'best' ? 'newest' : order));
    return { ids: (grouped ? byPage(sorted) : sorted).map(({ id }) => id), terms, choices };
  }

  #search(question: Question): { candidates: Iterable<Findable>; terms: string[] } {
    if (isEmpty(question)) return { candidates: this.#passages.values(), terms: [] };
    const { terms: wanted, without } = question;
    const isWithout = without.length > 0 ? this.#having(without) : new Set();
    if (wanted.length === 0)
      return { candidates: [...this.#passages.values()].filter(({ id }) => !isWithout.has(id)), terms: [] };
    const candidates: Findable[] = [];
    const terms = new Set<string>();
    for (const { id, match } of this.#matching(wanted)) {
      const passage = this.#passages.get(id);
      if (!passage || isWithout.has(id) || !this.#hasPhrases(passage, question)) continue;
      candidates.push(passage);
      if (terms.size < MOST_TERMS) for (const term of Object.keys(match)) terms.add(term);
    }
    return { candidates, terms: [...terms] };
  }

  /** Words as they are written; only where hardly anything has them, those that a slip or two would make of them. */
  #matching(wanted: readonly string[]) {
    const [query, tokenize] = [wanted.join(' '), () => [...wanted]] as const;
    const written = this.#index.search(query, { tokenize });
    return written.length >= ENOUGH ? written : this.#index.search(query, { tokenize, fuzzy: slipsIn });
  }

  #having(terms: readonly string[]): Set<string> {
    const exactly = { tokenize: () => [...terms], prefix: false, fuzzy: false, combineWith: 'OR' } as const;
    return new Set(this.#index.search(terms.join(' '), exactly).map(({ id }) => id as string));
  }

  #hasPhrases(passage: Findable, { phrases }: Question): boolean {
    if (phrases.length === 0) return true;
    let key = this.#keys.get(passage.id);
    if (key === undefined) {
      key = Object.values(this.#textOf(passage)).map(keyOf).join(' | ');
      this.#keys.set(passage.id, key);
    }
    const within = ` ${key} `;
    return phrases.every((phrase) => within.includes(` ${phrase} `));
  }

  #textOf({ id, page, quote, note, tags, names }: Findable): Indexed {
    return {
      id,
      quote,
      note,
      tags: tags.join('\n'),
      names: [...new Set(names.map(({ text }) => text))].join('\n'),
      title: this.#pages.get(page)?.title ?? '',
    };
  }

  #indexAnew(page: string): void {
    for (const passage of this.#passages.values()) {
      if (passage.page !== page) continue;
      this.#keys.delete(passage.id);
      this.#index.replace(this.#textOf(passage));
    }
  }

  #comparing(order: Exclude<Order, 'best'>): (a: Findable, b: Findable) => number {
    const keyed = (passage: Findable) =>
      order === 'article' ? dayOf(passage, this.#pages.get(passage.page), 'article') : passage.made;
    const sign = order === 'oldest' ? 1 : -1;
    return (a, b) => {
      const [x, y] = [keyed(a), keyed(b)];
      return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -sign : sign;
    };
  }
}

/** Articles in the order of their first passage; within one, as it is read. */
function byPage(passages: readonly Findable[]): Findable[] {
  return [...Map.groupBy(passages, ({ page }) => page).values()].flatMap((group) => group.sort(asRead));
}

function asRead(a: Findable, b: Findable): number {
  if (a.at !== null && b.at !== null && a.at !== b.at) return a.at - b.at;
  return a.made === b.made ? (a.id < b.id ? -1 : 1) : a.made < b.made ? -1 : 1;
}
