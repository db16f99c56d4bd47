// `npm run sim -- --seeds N [--first-seed K] [--mutant NAME] [--mutants] [--stop] [--verbose] [--workers N] [--outcomes FILE] [--write]`
// Lives through N histories of a vault on a bad server (tools/sim/world.ts). Its last line is JSON: how many edits
// had to be there in the end, how many were not, and how many histories ended with devices that differ.
// `--mutants`: every planted bug, each until it is noticed. `--write`: the result into docs/reliability.md, after every
// hundred histories too, and when it is told to stop (SIGTERM, SIGINT): as many as there were. `--outcomes`: each history
// is written into that file, and those that are in it count without being lived through again, also where the code has
// changed since: begin a new file then. Not with `--mutant`.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { liveThrough, sumOf } from './sim/histories.ts';
import { mutants } from './sim/mutants.ts';
import { keepOutcome, readOutcomes } from './sim/outcomes.ts';
import { writeHistories, writeMutants } from './sim/reliability.ts';
import type { Outcome } from './sim/world.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    'first-seed': { type: 'string', default: '1' },
    mutant: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
    /** At the first history that ends badly. */
    stop: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    outcomes: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const count = Number(values.seeds);
const first = Number(values['first-seed']);
const seeds = Array.from({ length: count }, (_, index) => first + index);
const workers = Number(values.workers);

async function allMutants(): Promise<void> {
  const rows = [];
  for (const { name, says } of mutants) {
    const outcomes = await liveThrough({
      seeds,
      mutant: name,
      workers,
      stop: true,
      onOutcome: () => undefined,
    });
    const noticed = outcomes.some(({ trouble }) => trouble !== null);
    rows.push({ name, says, after: noticed ? outcomes.length : null });
    console.log(`${name}: ${noticed ? `noticed within ${outcomes.length} histories` : 'NOT NOTICED'}`);
  }
  if (values.write) writeMutants(rows, count);
  const missed = rows.filter(({ after }) => after === null).length;
  console.log(JSON.stringify({ mutants: rows.length, noticed: rows.length - missed }));
  process.exitCode = missed === 0 ? 0 : 1;
}

const PORTION = 100;

async function histories(): Promise<void> {
  const began = performance.now();
  const { stop, mutant = null } = values;
  const stopped = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopped.abort());
  const file = mutant === null ? values.outcomes : undefined;
  const sofar = file === undefined ? [] : readOutcomes(file, new Set(seeds));
  const known = new Set(sofar.map(({ seed }) => seed));
  for (const { seed, trouble } of sofar) if (trouble) console.log(`seed ${seed}: ${trouble}`);
  const writes = values.write && mutant === null;
  function tell(outcome: Outcome): void {
    sofar.push(outcome);
    if (file !== undefined) keepOutcome(file, outcome);
    if (outcome.trouble) console.log(`seed ${outcome.seed}: ${outcome.trouble}`);
    if (values.verbose) console.log(JSON.stringify(outcome));
    if (sofar.length % PORTION > 0) return;
    console.log(`${sofar.length} of ${count}`);
    if (writes) writeHistories(sumOf(sofar));
  }
  const until = stopped.signal;
  const left = seeds.filter((seed) => !known.has(seed));
  await liveThrough({ seeds: left, mutant, workers, stop, until, onOutcome: tell });
  const sum = sumOf(sofar);
  const { acked, lost, diverged, leaked } = sum;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `${seconds} s; ${sum.requests} requests, ${sum.twins} twins found, ` +
      `${sum.excused} edits whose only copy was on a lost machine, ${leaked} readable files`,
  );
  if (writes && sofar.length > 0) writeHistories(sum);
  console.log(JSON.stringify({ seeds: sofar.length, acked, lost, diverged }));
  process.exitCode = lost + diverged + leaked === 0 && sofar.length === count ? 0 : 1;
}

await (values.mutants ? allMutants() : histories());
