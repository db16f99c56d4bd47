// How long a reader with ten thousand passages waits: the index, slice by slice as the library's worker builds it, and
// each kind of question, from the question to the answer as it leaves the worker. `--write` puts it into the docs.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { Finder, NO_FILTERS, type Wanted } from '../../../core/annotation/search/index.ts';
import { shelf } from './shelf.ts';

const COUNT = 10_000;
const SLICE = 250;
const ROUNDS = 15;
/** Milliseconds to the first result. */
const MOST = 50;

const { pages, passages, frequent, rare } = shelf(COUNT);
const finder = new Finder();
/** Milliseconds of processor time: on a machine that does other things too, the clock measures those. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
const slices: number[] = [];
const begun = spent();
finder.putPages(pages);
for (let at = 0; at < passages.length; at += SLICE) {
  const from = spent();
  finder.put(passages.slice(at, at + SLICE));
  slices.push(spent() - from);
}
const built = spent() - begun;

const wanted = (words: string, changes: Partial<Wanted> = {}): Wanted => ({
  words,
  filters: NO_FILTERS,
  order: 'best',
  grouped: true,
  ...changes,
});
const chinese = passages[16]?.quote.slice(4, 7) ?? '';
const arabic = passages[8]?.quote.split(' ')[3] ?? '';
const phrase = passages[1]?.quote.split(' ').slice(2, 5).join(' ') ?? '';
const slip = `${rare.slice(0, 4)}x${rare.slice(5)}`;

const questions: readonly [what: string, question: Wanted][] = [
  ['nothing: everything, the newest first', wanted('')],
  ['one letter of a word being typed', wanted(frequent.slice(0, 1))],
  ['two letters', wanted(frequent.slice(0, 2))],
  ['a frequent word', wanted(frequent)],
  ['a rare word', wanted(rare)],
  ['a rare word with a slip', wanted(slip)],
  ['three words', wanted(passages[2]?.quote.split(' ').slice(0, 3).join(' ') ?? '')],
  ['words in this order', wanted(`"${phrase}"`)],
  ['three Chinese characters', wanted(chinese)],
  ['an Arabic word', wanted(arabic)],
  ['a tag and a colour', wanted('', { filters: { ...NO_FILTERS, tags: ['tag 10'], colours: ['yellow'] } })],
  ['a frequent word and an actor', wanted(frequent, { filters: { ...NO_FILTERS, actors: ['Q11'] } })],
];

const percentile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const shown = (milliseconds: number) => milliseconds.toFixed(1);

const rows = questions.map(([what, question]) => {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = spent();
    // As it is when it has crossed to the page.
    structuredClone(finder.find(question));
    return spent() - from;
  });
  const { ids } = finder.find(question);
  return { what, found: ids.length, median: percentile(times, 0.5), worst: Math.max(...times) };
});

const lines = [
  '# The library, measured',
  '',
  '`npm run bench:library -- --write` writes this page. Made-up passages (`tests/bench/library/shelf.ts`), a vocabulary of 30,000 words, every',
  `eighth passage in Chinese or Arabic; ${ROUNDS} rounds in Node on ${cpus()[0]?.model ?? 'an unknown processor'} (${cpus().length} cores), from the question`,
  'to a copy of the answer, as it leaves the worker; milliseconds of processor time. All of it runs in a worker of the page; the page itself draws only what is in sight.',
  '',
  `${COUNT.toLocaleString('en-GB')} passages of ${pages.length.toLocaleString('en-GB')} articles are indexed in ${Math.round(built)} ms, ${SLICE} at a time: ${shown(percentile(slices, 0.5))} ms a slice (median), ${shown(Math.max(...slices))} ms at most.`,
  '',
  `| question | found | median, ms | worst, ms | to reach: ${MOST} ms |`,
  '| --- | --- | --- | --- | --- |',
  ...rows.map(
    ({ what, found, median, worst }) =>
      `| ${what} | ${found.toLocaleString('en-GB')} | ${shown(median)} | ${shown(worst)} | ${median <= MOST ? 'yes' : 'no'} |`,
  ),
  '',
];
console.log(lines.join('\n'));
if (process.argv.includes('--write'))
  writeFileSync(new URL('../../../docs/benchmarks-library.md', import.meta.url), lines.join('\n'));
