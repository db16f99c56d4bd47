// How the options page has something done with a vault: one worker for each deed, gone when the deed is, and with it
// whatever was secret. To cancel one is to end its worker.
import type { Deed, DeedAnswer, DeedAsk, FromVaultWorker, Refused, ToVaultWorker } from './vault-messages.ts';

/** What of a Worker is used. */
export interface VaultWorker {
  onmessage: ((event: MessageEvent<FromVaultWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToVaultWorker): void;
  terminate(): void;
}

export type Outcome<D extends Deed> =
  | { readonly ok: true; readonly answer: DeedAnswer<D> }
  | { readonly ok: false; readonly refused: Refused | 'cancelled' };

export interface DeedOptions {
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  readonly onProgress?: (progress: number) => void;
}

const BROKEN: Refused = {
  why: 'not stored',
  words: {
    happened: 'Backstory could not do this.',
    toDo: 'Load this page anew, and look how it stands before you try again. What you made is kept.',
  },
};

/** Never rejects. */
export function doWithVault<D extends Deed>(
  startWorker: () => VaultWorker,
  deed: D,
  ask: DeedAsk<D>,
  { signal, onProgress }: DeedOptions = {},
): Promise<Outcome<D>> {
  if (signal?.aborted) return Promise.resolve({ ok: false, refused: 'cancelled' });
  const worker = startWorker();
  const { promise, resolve } = Promise.withResolvers<Outcome<D>>();
  const onAbort = () => resolve({ ok: false, refused: 'cancelled' });
  signal?.addEventListener('abort', onAbort, { once: true });
  worker.onmessage = ({ data }) => {
    if (data.kind === 'progress') onProgress?.(data.progress);
    else if (data.kind === 'decided') signal?.removeEventListener('abort', onAbort);
    else if (data.kind === 'refused') resolve({ ok: false, refused: data.refused });
    // The worker answers the deed that it was given, and no other.
    else resolve({ ok: true, answer: data.answer as DeedAnswer<D> });
  };
  worker.onerror = () => resolve({ ok: false, refused: BROKEN });
  worker.postMessage({ deed, ask });
  return promise.finally(() => {
    signal?.removeEventListener('abort', onAbort);
    worker.terminate();
  });
}

export const startVaultWorker = (): VaultWorker =>
  new Worker(new URL('./vault-worker.ts', import.meta.url), { type: 'module' });
