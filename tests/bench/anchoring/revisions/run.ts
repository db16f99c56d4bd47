// `npm run bench:anchoring -- --revisions DIR`: passages of texts as people really revised them (`pairs.ts` says how DIR
// looks). `--errors` prints what went wrong, `--open` what was left out, `--ours` spares the peers, `--seed N` picks others.
import { ours, peers } from '../anchorers.ts';
import { KINDS } from '../passages.ts';
import { count, figures, HEAD, interval, median, percent, table } from '../report.ts';
import { pairsIn } from './pairs.ts';
import { type Result, tryPair } from './trial.ts';

const after = (flag: string) => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
};

function row(name: string, results: readonly Result[]): string[] {
  const there = count(results, 'right', 'wrong', 'missed');
  const changed = results.filter((result) => result.changed);
  const gone = results.filter(({ outcome }) => outcome === 'left' || outcome === 'invented');
  return [
    name,
    ...figures(results),
    percent(count(changed, 'right'), changed.length),
    [
      `recall ${interval(count(results, 'right'), there)}`,
      `wrong ${interval(count(results, 'wrong', 'invented'), results.length)}`,
      `gone ${gone.length}: ${interval(count(gone, 'invented'), gone.length)}`,
      `changed ${changed.length}: ${interval(count(changed, 'right'), changed.length)}`,
    ].join('; '),
    median(results.map(({ milliseconds }) => milliseconds)).toFixed(1),
  ];
}

export function measureRevisions(folder: string): void {
  const anchorers = process.argv.includes('--ours') ? [ours] : [ours, ...peers];
  const seed = Number(after('--seed') ?? 1);
  const results: Result[] = [];
  const open: string[] = [];
  const same: number[] = [];
  /** Sentences that several texts share (a notice, an option's description) count once. */
  const seen = new Set<string>();
  for (const pair of pairsIn(folder)) {
    const tried = tryPair(pair, anchorers, seed, seen);
    results.push(...tried.results);
    open.push(...tried.open);
    same.push(tried.same);
  }
  const of = (name: string) => results.filter(({ anchorer }) => anchorer === name);
  const own = of(ours.name);
  console.log(
    `${same.length} pairs, of whose words ${percent(median(same), 1)} stayed (median); ${open.length} passages left out, their truth is arguable\n`,
  );
  console.log(
    table(
      ['anchorer', ...HEAD, 'recall where the passage itself changed', 'intervals, 95 %', 'ms, median'],
      anchorers.map(({ name }) => row(name, of(name))),
    ),
  );
  console.log(
    `\n${table(
      ['kind of passage', ...HEAD],
      KINDS.map((kind) => [kind, ...figures(own.filter((result) => result.kind === kind))]),
    )}`,
  );
  if (process.argv.includes('--errors'))
    for (const { outcome, pair, kind, quote, found, expected } of own)
      if (outcome === 'wrong' || outcome === 'missed' || outcome === 'invented')
        console.log(
          `\n${outcome} (${kind}) ${pair}\n  kept:     ${quote}\n  expected: ${expected}\n  found:    ${found}`,
        );
  if (process.argv.includes('--open')) for (const passage of open) console.log(`\nopen ${passage}`);
}
