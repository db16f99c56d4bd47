// What an import reads from a file of another program: passages as this one would keep them, and, for each that it
// cannot take or not wholly, its place in the file and the reason. A file is no more trusted than a page.
import { longSum } from '../../text/index.ts';
import { type EntityNote, type KeptPage, type PageKey, type Passage, PassageId } from '../kept/index.ts';

/** The page that a passage is said to stand on. `key` only where the file is our own. */
export type IncomingPage = Omit<KeptPage, 'key'> & { readonly key: PageKey | null };
export type IncomingPassage = Omit<Passage, 'page' | 'revived'>;

export interface Incoming {
  readonly page: IncomingPage;
  readonly passage: IncomingPassage;
}

/** In the order in which a reader should hear of them: what did not come at all, then what came in part. */
export type Refusal =
  | 'not-an-annotation'
  | 'no-address'
  | 'not-on-the-web'
  | 'no-passage'
  | 'too-long'
  | 'reply'
  | 'elsewhere'
  | 'too-many'
  | 'twice';
export type Shortening = 'note-shortened' | 'tags-changed' | 'part-left-out';

export interface Problem {
  /** Which item of the file, from 1. */
  readonly at: number;
  /** The beginning of its quote or its address, so that it can be found; may be empty. */
  readonly what: string;
  readonly why: Refusal | Shortening;
  /** False: it came, but not wholly. */
  readonly refused: boolean;
}

export interface ReadFile {
  readonly passages: readonly Incoming[];
  readonly notes: readonly EntityNote[];
  readonly problems: readonly Problem[];
}

/** As many as a library may have. */
const MOST_INCOMING = 20_000;

const MOST_OF_WHAT = 80;

/** Gathers what a reader of one format finds, within bounds, each id once. */
export class Findings {
  readonly #passages: Incoming[] = [];
  readonly #ids = new Set<string>();
  readonly #notes: EntityNote[] = [];
  readonly #problems: Problem[] = [];

  refuse(at: number, why: Refusal, what = ''): void {
    this.#problems.push({ at, what: what.slice(0, MOST_OF_WHAT), why, refused: true });
  }

  shorten(at: number, why: readonly Shortening[], what = ''): void {
    for (const each of new Set(why))
      this.#problems.push({ at, what: what.slice(0, MOST_OF_WHAT), why: each, refused: false });
  }

  take(at: number, incoming: Incoming, shortened: readonly Shortening[] = []): void {
    const { id, quote } = incoming.passage;
    if (this.#ids.has(id)) this.refuse(at, 'twice', quote);
    else if (this.#passages.length >= MOST_INCOMING) this.refuse(at, 'too-many', quote);
    else {
      this.#ids.add(id);
      this.#passages.push(incoming);
      this.shorten(at, shortened, quote);
    }
  }

  takeNote(at: number, note: EntityNote): void {
    if (this.#notes.length >= MOST_INCOMING) this.refuse(at, 'too-many', note.name);
    else this.#notes.push(note);
  }

  result(): ReadFile {
    return { passages: this.#passages, notes: this.#notes, problems: this.#problems };
  }
}

/** The same source gives the same id, so that what is imported again is known. */
export function derivedId(...source: readonly string[]): PassageId {
  return PassageId.parse(`i${longSum(JSON.stringify(source))}`);
}
