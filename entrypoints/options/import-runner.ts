// Files one after another, each in a worker of its own, so that one that runs out of memory takes none with it.
// The page keeps the files; the list of jobs (`import-job.ts`) only knows their names.
import type { ImportAction, ImportNews } from './import-job.ts';
import type { ToImportWorker, Wanted } from './import-messages.ts';

/** How long a worker may take to end by itself after Cancel, in milliseconds; it cleans up on its way. */
const PATIENCE = 3_000;

const ENDS: ReadonlySet<string> = new Set<ImportNews['kind']>(['done', 'unchanged', 'failed', 'cancelled']);

/** What of a Worker is used. */
export interface ImportWorker {
  onmessage: ((event: MessageEvent<ImportNews>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToImportWorker): void;
  terminate(): void;
}

interface Surroundings {
  readonly startWorker: () => ImportWorker;
  readonly dispatch: (action: ImportAction) => void;
  /** A pack came, and is to be used. */
  readonly onInstalled: () => void;
  readonly patience?: number;
}

export function importRunner({ startWorker, dispatch, onInstalled, patience = PATIENCE }: Surroundings) {
  const waiting: { readonly id: number; readonly task: ToImportWorker }[] = [];
  let current: { readonly id: number; readonly worker: ImportWorker } | null = null;
  let lastId = 0;

  function tidy(): void {
    startWorker().postMessage({ kind: 'tidy' });
  }

  function next(): void {
    const job = current ? undefined : waiting.shift();
    if (!job) return;
    const worker = startWorker();
    current = { id: job.id, worker };
    worker.onmessage = ({ data }) => hear(job.id, data);
    worker.onerror = () => {
      hear(job.id, { kind: 'failed', code: 'stopped', words: '' });
      tidy();
    };
    worker.postMessage(job.task);
  }

  function hear(id: number, news: ImportNews): void {
    if (current?.id !== id) return;
    dispatch({ kind: 'news', id, news });
    if (!ENDS.has(news.kind)) return;
    current.worker.terminate();
    current = null;
    // `unchanged` as well: when it was looked for last is told in the list.
    if (news.kind === 'done' || news.kind === 'unchanged') onInstalled();
    next();
  }

  return {
    add(files: readonly File[]): void {
      const jobs = files.map((file) => ({ id: ++lastId, file }));
      dispatch({ kind: 'chosen', files: jobs.map(({ id, file }) => ({ id, name: file.name })) });
      waiting.push(...jobs.map(({ id, file }) => ({ id, task: { kind: 'import', file } as const })));
      next();
    },

    /** @param name what the reader knows it by */
    fetch(wanted: Wanted, name: string): void {
      const id = ++lastId;
      dispatch({ kind: 'chosen', files: [{ id, name, wanted }] });
      waiting.push({ id, task: { kind: 'fetch', wanted } });
      next();
    },

    cancel(id: number): void {
      dispatch({ kind: 'cancel', id });
      const place = waiting.findIndex((job) => job.id === id);
      if (place !== -1) waiting.splice(place, 1);
      if (current?.id !== id) return;
      current.worker.postMessage({ kind: 'cancel' });
      // It may be in the middle of a long calculation, and hear nothing.
      setTimeout(() => {
        if (current?.id !== id) return;
        hear(id, { kind: 'cancelled' });
        tidy();
        // It may have been done in that very moment.
        onInstalled();
      }, patience);
    },

    tidy,
  };
}
