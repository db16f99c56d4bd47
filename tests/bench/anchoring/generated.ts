// Edits articles, looks for the passages again, and writes docs/benchmarks-anchoring.md.
// One half of the texts, with seeds of its own, was looked at while thresholds were chosen; the other half was
// not, and its figures are the ones that count. With `--tuned` it prints the first half and writes nothing.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Anchorer } from './anchorer.ts';
import { ours, peers } from './anchorers.ts';
import { measureInChromium } from './in-chromium.ts';
import { KINDS } from './passages.ts';
import { CHANGES_PASSAGE, count, figures, HEAD, median, percent, table } from './report.ts';
import { atShare, measureSpeed } from './speed.ts';
import { texts } from './texts/index.ts';
import { half, type Result, trials } from './trial.ts';

const TUNED = { half: 0, seeds: [1, 2, 3] } as const;
const HELD_OUT = { half: 1, seeds: [101, 102, 103] } as const;
const isTuning = process.argv.includes('--tuned');

function run(part: typeof TUNED | typeof HELD_OUT, anchorers: readonly Anchorer[]): Result[] {
  return part.seeds.flatMap((seed) => [...trials(half(texts, part.half), texts, seed, anchorers)]);
}

const others = isTuning ? [] : peers;
const all = [ours, ...others];
const tuned = run(TUNED, [ours]);
const heldOut = isTuning ? tuned : run(HELD_OUT, all);
const own = heldOut.filter(({ anchorer }) => anchorer === ours.name);
const keys = (key: 'edit' | 'language') => [...new Set(own.map((result) => result[key]))];
const by = (key: 'edit' | 'kind' | 'language', value: string) =>
  own.filter((result) => result[key] === value);
const right = own.filter(({ outcome }) => outcome === 'right');

const perAnchorer = all.map(({ name }) => {
  const results = heldOut.filter(({ anchorer }) => anchorer === name);
  const changed = results.filter(({ edit }) => CHANGES_PASSAGE.test(edit));
  return [
    name,
    ...figures(results),
    percent(count(changed, 'right'), count(changed, 'right', 'wrong', 'missed')),
    median(results.map(({ milliseconds }) => milliseconds)).toFixed(1),
  ];
});
const perKind = table(
  ['kind of passage', ...HEAD],
  KINDS.map((kind) => [kind, ...figures(by('kind', kind))]),
);
const perLanguage = table(
  ['language', ...HEAD],
  keys('language').map((language) => [language, ...figures(by('language', language))]),
);
const perEdit = table(
  ['edit', ...HEAD],
  keys('edit').map((edit) => [edit, ...figures(by('edit', edit))]),
);
const inChromium = isTuning ? [] : await measureInChromium(texts, ['en', 'zh']);
const speeds = ['en', 'zh'].map((language) => ({ language, ...measureSpeed(texts, language) }));

const page = `# Benchmarks: finding kept passages again

Written by \`npm run bench:anchoring\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores, Node ${process.versions.node}, jsdom.
${texts.length} articles written for it, ${keys('edit').length} kinds of edit, ${KINDS.length} kinds of passage. A passage counts as found when range and passage have four fifths of
their characters in common (what was inserted inside it counts for neither); "uncertain" counts as missed. Of what Backstory found,
${percent(right.filter(({ exact }) => exact).length, right.length)} is right to the character.

The thresholds were chosen on one half of the articles and seeds; the tables are of the other half. On the first half:
recall ${figures(tuned)[1]}, wrong ${figures(tuned)[2]}, anchored though gone ${figures(tuned)[3]}.

${table(['anchorer', ...HEAD, 'recall where the passage itself changed', 'ms, median'], perAnchorer)}

To reach: recall 96 %, wrong 1.5 %, anchored though gone 5 %.

## Backstory, by kind of passage

${perKind}

## By language

${perLanguage}

## By kind of edit

${perEdit}

## Time of the processor, every passage changed

${table(
  ['language', 'characters', 'one passage alone, median ms', 'p95 ms', '200 passages together, ms'],
  speeds.map(({ language, characters, median, p95, together }) => [
    language,
    String(characters),
    median.toFixed(1),
    p95.toFixed(1),
    together.toFixed(0),
  ]),
)}

## In Chromium, on the same articles

Time of the page's thread. Alone means that the page is read anew for the one passage; Hypothesis's method and dom-anchor-text-quote have
no page to share.

${table(
  ['language', 'anchorer', 'one alone, median ms', 'p95 ms', '200 together, ms', 'Backstory takes'],
  inChromium.flatMap(({ language, alone, together }) =>
    all.map(({ name }, at) => {
      const sorted = (alone[at] ?? []).toSorted((a, b) => a - b);
      return [
        language,
        name,
        atShare(sorted, 0.5).toFixed(1),
        atShare(sorted, 0.95).toFixed(1),
        (together[at] ?? Number.NaN).toFixed(0),
        at === 0
          ? ''
          : `${((together[0] ?? Number.NaN) / (together[at] ?? Number.NaN)).toFixed(2)} times as long`,
      ];
    }),
  ),
)}

As the product does it, with its pauses for the page: ${inChromium
  .map(
    ({ language, placed, painted, found }) =>
      `${language}: 200 passages placed in ${placed.toFixed(0)} ms, ${found} of them painted by the next frame in ${painted.toFixed(0)} ms`,
  )
  .join('; ')}.
`;

if (!isTuning)
  writeFileSync(fileURLToPath(new URL('../../../docs/benchmarks-anchoring.md', import.meta.url)), page);
console.log(page);
