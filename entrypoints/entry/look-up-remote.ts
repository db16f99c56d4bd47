// The look-up as the page has it: everything is done by a worker, which is started when the reader first asks.
import type { LookUp, Outcome } from '../../core/knowledge/lookup/index.ts';
import type { FromWorker, ToWorker } from './look-up-messages.ts';

export interface LookUpRemote {
  readonly startWorker: () => Worker;
  readonly agent: string;
  readonly languages: readonly string[];
}

interface Job {
  readonly hear: (message: FromWorker) => void;
  readonly end: () => void;
}

const CANCELLED: Outcome<never> = { ok: false, trouble: { code: 'cancelled' } };
const BROKEN: Outcome<never> = { ok: false, trouble: { code: 'unexpected' } };

export function remoteLookUp({ startWorker, agent, languages }: LookUpRemote): LookUp {
  const jobs = new Map<number, Job>();
  let worker: Worker | null = null;
  let last = 0;

  function tell(message: ToWorker): void {
    worker ??= begun();
    worker.postMessage(message);
  }

  function begun(): Worker {
    const started = startWorker();
    started.postMessage({ kind: 'begin', agent, languages } satisfies ToWorker);
    started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) =>
      jobs.get(data.job)?.hear(data),
    );
    started.addEventListener('error', () => {
      // The next question starts another.
      worker = null;
      for (const { end } of jobs.values()) end();
    });
    return started;
  }

  async function run<T>(
    signal: AbortSignal,
    begin: (job: number) => ToWorker,
    hear: (message: FromWorker, done: (outcome: Outcome<T>) => void, fail: (error: unknown) => void) => void,
  ): Promise<Outcome<T>> {
    if (signal.aborted) return CANCELLED;
    const job = ++last;
    const { promise, resolve, reject } = Promise.withResolvers<Outcome<T>>();
    const cancel = () => {
      tell({ kind: 'cancel', job });
      resolve(CANCELLED);
    };
    signal.addEventListener('abort', cancel, { once: true });
    jobs.set(job, { hear: (message) => hear(message, resolve, reject), end: () => resolve(BROKEN) });
    try {
      tell(begin(job));
      return await promise;
    } catch (error) {
      tell({ kind: 'cancel', job });
      throw error;
    } finally {
      jobs.delete(job);
      signal.removeEventListener('abort', cancel);
    }
  }

  return {
    search: (name, signal) =>
      run(
        signal,
        (job) => ({ kind: 'search', job, name }),
        (message, done) => message.kind === 'found' && done(message.outcome),
      ),
    take: (id, { today, signal, known, onProgress }) =>
      run(
        signal,
        (job) => ({ kind: 'take', job, id, today }),
        (message, done, fail) => {
          if (message.kind === 'progress') onProgress(message.progress);
          else if (message.kind === 'taken') done(message.outcome);
          else if (message.kind === 'who-are')
            known(message.ids).then(
              (there) => tell({ kind: 'known', job: message.job, known: [...there] }),
              fail,
            );
        },
      ),
  };
}
