// One file on its way into a pack, and the list of them, as a state machine without a browser: what the reader
// sees follows from it alone. The import worker tells what happens; only what it tells, and a press on Cancel,
// changes anything.

import type { Wanted } from './import-messages.ts';

/** What a file was recognised as. */
export interface Recognised {
  /** “UCDP GED, 49 columns”, or a pack's title. */
  readonly what: string;
  /** Who made the data. */
  readonly source: string;
  readonly licence: string;
}

export interface Counts {
  readonly entities: number;
  readonly events: number;
  readonly rejected: number;
}

/** What came of a file. */
export interface ImportReport extends Counts {
  /** The pack's title, as it is listed. */
  readonly title: string;
  /** The version whose place it took. */
  readonly replaced: string | null;
  /** The first hundred rows that were refused. */
  readonly rejections: readonly { readonly line: number; readonly reason: string }[];
  readonly skippedFor: readonly { readonly reason: string; readonly rows: number }[];
}

export type ImportFailureCode =
  /** Named like a pack, and is none. */
  | 'not-a-pack'
  /** No source knows this format. */
  | 'not-recognised'
  /** A source knows it and must not import it in this form; the detail says why. */
  | 'refused'
  | 'newer'
  | 'older'
  | 'damaged'
  | 'truncated'
  | 'too-large'
  | 'nothing-in-it'
  /** It calls itself the pack that comes with the extension. */
  | 'built-in'
  | 'disk-full'
  | 'no-storage'
  /** The file was moved, changed or locked since it was chosen. */
  | 'unreadable'
  /** The import worker came to an end by itself: out of memory, most likely. */
  | 'stopped'
  | 'bad-address'
  | 'unreachable'
  | 'server-refused'
  | 'stalled'
  | 'not-a-catalogue'
  | 'not-offered'
  | 'another-pack'
  | 'internal';

export type ImportState =
  /** Waits for the files before it. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'found'; readonly found: Recognised }
  | {
      readonly kind: 'importing';
      readonly found: Recognised;
      /** Of the file, as it lies on the disk. */
      readonly bytes: number;
      /** Null where nobody can say: the rest is not measured in bytes. */
      readonly of: number | null;
      readonly records: Counts;
    }
  | {
      readonly kind: 'storing';
      readonly found: Recognised;
      readonly bytes: number;
      readonly of: number | null;
    }
  | { readonly kind: 'done'; readonly found: Recognised; readonly report: ImportReport }
  /** What is there is what is here. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly code: ImportFailureCode; readonly words: string }
  | { readonly kind: 'cancelled' };

/** What the import worker tells while it works, in this order; the last four end it. */
export type ImportNews =
  | { readonly kind: 'reading' }
  | { readonly kind: 'found'; readonly found: Recognised }
  | {
      readonly kind: 'importing';
      readonly bytes: number;
      readonly of: number | null;
      readonly records: Counts;
    }
  | { readonly kind: 'storing'; readonly bytes: number; readonly of: number | null }
  | { readonly kind: 'done'; readonly report: ImportReport }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly code: ImportFailureCode; readonly words: string }
  | { readonly kind: 'cancelled' };

export interface ImportJob {
  readonly id: number;
  /** The file's, or the address. */
  readonly name: string;
  /** Where it is fetched from; files have none. */
  readonly wanted?: Wanted;
  /** Cancel was pressed; the worker has not answered yet. */
  readonly cancelling: boolean;
  readonly state: ImportState;
}

export type ImportAction =
  | { readonly kind: 'chosen'; readonly files: readonly Pick<ImportJob, 'id' | 'name' | 'wanted'>[] }
  | { readonly kind: 'news'; readonly id: number; readonly news: ImportNews }
  | { readonly kind: 'cancel'; readonly id: number }
  /** The reader has read what came of it. */
  | { readonly kind: 'dismiss'; readonly id: number };

export function isOver({ kind }: ImportState): boolean {
  return kind === 'done' || kind === 'unchanged' || kind === 'failed' || kind === 'cancelled';
}

export function importJobs(jobs: readonly ImportJob[], action: ImportAction): readonly ImportJob[] {
  if (action.kind === 'chosen')
    return [
      ...jobs,
      ...action.files.map((chosen): ImportJob => ({ ...chosen, cancelling: false, state: { kind: 'idle' } })),
    ];
  if (action.kind === 'dismiss') return jobs.filter(({ id, state }) => id !== action.id || !isOver(state));
  return jobs.map((job) => (job.id === action.id && !isOver(job.state) ? changed(job, action) : job));
}

function changed(job: ImportJob, action: Extract<ImportAction, { kind: 'news' | 'cancel' }>): ImportJob {
  if (action.kind === 'news') return { ...job, state: after(job.state, action.news) };
  // Nothing has begun: nothing has to be waited for.
  return job.state.kind === 'idle' ? { ...job, state: { kind: 'cancelled' } } : { ...job, cancelling: true };
}

function after(state: ImportState, news: ImportNews): ImportState {
  if (news.kind === 'importing' || news.kind === 'storing' || news.kind === 'done') {
    // Before it is known what a file is there is nothing to say of its progress.
    return 'found' in state ? { ...news, found: state.found } : state;
  }
  return news;
}
