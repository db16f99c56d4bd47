// Many histories at once: the seeds are dealt out to workers, and what they tell is put together.
import { Worker } from 'node:worker_threads';
import type { Outcome } from './world.ts';

export interface Histories {
  readonly seeds: readonly number[];
  readonly mutant: string | null;
  readonly workers: number;
  /** No more after the first that ends badly. */
  readonly stop: boolean;
  /** Or from then on: what has been lived through by then is told. */
  readonly until?: AbortSignal;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** In the order in which they ended; fewer than the seeds where it was stopped. */
export async function liveThrough({
  seeds,
  mutant,
  workers,
  stop,
  until,
  onOutcome,
}: Histories): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const running: Worker[] = [];
  const end = () => running.map((worker) => worker.terminate());
  until?.addEventListener('abort', end);
  const shares = Math.max(1, Math.min(workers, seeds.length));
  await Promise.all(
    Array.from({ length: shares }, (_, index) => {
      const workerData = { seeds: seeds.filter((_seed, place) => place % shares === index), mutant };
      const worker = new Worker(new URL('../sim-worker.ts', import.meta.url), { workerData });
      running.push(worker);
      return new Promise<void>((resolve, reject) => {
        worker.on('message', (outcome: Outcome) => {
          outcomes.push(outcome);
          onOutcome(outcome);
          if (stop && outcome.trouble) end();
        });
        worker.on('error', reject);
        worker.on('exit', () => resolve());
      });
    }),
  );
  return outcomes;
}

export interface Sum {
  readonly first: number;
  readonly last: number;
  readonly seeds: number;
  readonly acked: number;
  readonly lost: number;
  readonly diverged: number;
  readonly leaked: number;
  readonly excused: number;
  readonly requests: number;
  readonly twins: number;
  readonly held: number;
}

export function sumOf(outcomes: readonly Outcome[]): Sum {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, one) => total + of(one), 0);
  const seeds = outcomes.map(({ seed }) => seed);
  return {
    first: Math.min(...seeds),
    last: Math.max(...seeds),
    seeds: seeds.length,
    acked: sum((one) => one.acked),
    lost: sum((one) => one.lost),
    diverged: sum((one) => one.diverged),
    leaked: sum((one) => one.leaked),
    excused: sum((one) => one.excused),
    requests: sum((one) => one.requests),
    twins: sum((one) => one.twins),
    held: sum((one) => one.held),
  };
}
