// All that was kept, as this page has it: read in slices, so that the page stays quick while ten thousand passages come
// in, handed on to the search, and read anew page by page when something changes here or elsewhere.
import type { PageKey, Passage, PassageId } from '../../core/annotation/kept/index.ts';
import type { Findable, FindablePage } from '../../core/annotation/search/index.ts';
import type { LibraryRequests, ListedPage } from '../../messaging/library-requests.ts';
import type { Answer, Ask } from '../../messaging/requests.ts';
import type { ErrorCode, Result } from '../../messaging/result.ts';
import type { ToSearch } from './search-messages.ts';

export type AskLibrary = <K extends keyof LibraryRequests & string>(
  name: K,
  body: Ask<LibraryRequests, K>,
) => Promise<Result<Answer<LibraryRequests, K>>>;

/** Parsing and handing on a slice takes 10 ms or so. */
const PASSAGES_AT_ONCE = 250;
const PAGES_AT_ONCE = 500;
/** Of more changed pages than this, everything is read anew. */
const MOST_ONE_BY_ONE = 40;

export type Loaded =
  | { readonly kind: 'reading'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'there' }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export interface Holdings {
  passage(id: string): Passage | undefined;
  page(key: string): ListedPage | undefined;
  size(): number;
  /** Of all passages that are not in the bin, in the order of the alphabet. */
  tags(): string[];
  /** Everything, from the beginning. */
  load(): Promise<void>;
  /** These pages have changed; null: anything may have. */
  changed(pages: readonly PageKey[] | null): Promise<void>;
}

export interface HoldingsPorts {
  readonly ask: AskLibrary;
  readonly search: (message: ToSearch) => void;
  /** What is held has changed, or how far the reading is. */
  readonly onChange: (loaded: Loaded) => void;
  /** Something could not be read; what was read before is still there. */
  readonly onTrouble: (code: ErrorCode) => void;
}

export function holdings({ ask, search, onChange, onTrouble }: HoldingsPorts): Holdings {
  const passages = new Map<string, Passage>();
  const pages = new Map<string, ListedPage>();
  let isThere = false;
  /** One reading after another. */
  let busy: Promise<void> = Promise.resolve();

  function take(slice: readonly Passage[]) {
    for (const passage of slice) passages.set(passage.id, passage);
    search({ kind: 'put', passages: slice.map(findable) });
  }

  function takePages(slice: readonly ListedPage[]) {
    for (const page of slice) pages.set(page.key, page);
    search({ kind: 'pages', pages: slice.map(findablePage) });
  }

  function leaveOnly(ids: readonly PassageId[], page: PageKey | null) {
    const left = new Set<string>(ids);
    for (const [id, passage] of passages)
      if (!left.has(id) && (page === null || passage.page === page)) passages.delete(id);
    search({ kind: 'leave-only', ids, page });
  }

  const reading = (done: number, total: number | null) =>
    isThere ? undefined : onChange({ kind: 'reading', done, total });

  function fail(code: ErrorCode) {
    if (isThere) onTrouble(code);
    else onChange({ kind: 'failed', code });
  }

  /** Null: it could not be read, and that was said. */
  async function readPages(): Promise<Set<string> | null> {
    const seen = new Set<string>();
    for (let total = 1; seen.size < total; ) {
      const answer = await ask('keptPages', { offset: seen.size, most: PAGES_AT_ONCE });
      if (!answer.ok) {
        fail(answer.error.code);
        return null;
      }
      const before = seen.size;
      for (const { key } of answer.value.pages) seen.add(key);
      takePages(answer.value.pages);
      // Fewer than were counted: some have gone meanwhile, and their change will be heard of.
      total = seen.size === before ? 0 : answer.value.total;
    }
    return seen;
  }

  async function readAll(): Promise<void> {
    reading(0, null);
    const keys = await readPages();
    if (!keys) return;
    const ids: PassageId[] = [];
    for (let after: PassageId | null = null; ; ) {
      const answer: Result<Answer<LibraryRequests, 'allPassages'>> = await ask('allPassages', {
        after,
        most: PASSAGES_AT_ONCE,
      });
      if (!answer.ok) return fail(answer.error.code);
      const { passages: slice, rest }: Answer<LibraryRequests, 'allPassages'> = answer.value;
      take(slice);
      ids.push(...slice.map(({ id }) => id));
      after = slice.at(-1)?.id ?? null;
      reading(ids.length, ids.length + rest);
      if (rest === 0 || after === null) break;
    }
    leaveOnly(ids, null);
    for (const key of pages.keys()) if (!keys.has(key)) pages.delete(key);
    isThere = true;
    onChange({ kind: 'there' });
  }

  async function readAnew(keys: readonly PageKey[]): Promise<void> {
    for (const key of new Set(keys)) {
      const answer = await ask('passagesOf', { page: key });
      if (!answer.ok) return fail(answer.error.code);
      const { page, passages: slice } = answer.value;
      if (page) takePages([page]);
      else pages.delete(key);
      take(slice);
      leaveOnly(
        slice.map(({ id }) => id),
        key,
      );
    }
    onChange({ kind: 'there' });
  }

  function then(task: () => Promise<void>): Promise<void> {
    busy = busy.then(task, task);
    return busy;
  }

  /** What has changed while something was being read. */
  let waiting: PageKey[] | null | undefined;

  return {
    passage: (id) => passages.get(id),
    page: (key) => pages.get(key),
    size: () => passages.size,
    tags: () =>
      [
        ...new Set([...passages.values()].flatMap(({ deleted, tags }) => (deleted === null ? tags : []))),
      ].sort((a, b) => a.localeCompare(b)),
    load: () => {
      isThere = false;
      return then(readAll);
    },
    changed: (keys) => {
      const isWaiting = waiting !== undefined;
      waiting = keys === null || waiting === null ? null : [...(waiting ?? []), ...keys];
      if (isWaiting) return busy;
      return then(async () => {
        const now = waiting;
        waiting = undefined;
        if (!now || !isThere || now.length > MOST_ONE_BY_ONE) await readAll();
        else await readAnew(now);
      });
    },
  };
}

function findable(passage: Passage): Findable {
  const { selectors, confirmed: _, ...rest } = passage;
  return { ...rest, at: selectors.position?.start ?? null };
}

function findablePage({ key, title, published, site }: ListedPage): FindablePage {
  return { key, title, published, site };
}
