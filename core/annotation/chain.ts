// Where in the page a pattern may stand: runs of equal words (seeds), joined in order where the distance
// between them changed little (a chain), as aligners of genomes do it (Li, minimap2, 2018). The price of a
// gap grows with the logarithm of its length, so that an inserted sentence costs about as much as one common
// word is worth, and a passage that was cut in two is joined again.
import type { Weighed } from './pattern.ts';
import type { WordIndex } from './words.ts';

export interface Run {
  /** Word of the pattern, word of the page, number of equal words. */
  readonly i: number;
  readonly j: number;
  readonly n: number;
  readonly bits: number;
}

/** A run worth less is found in too many places to say anything: "of the", one common name. */
const LEAST_BITS = 7.5;
/** The heaviest are kept: chaining is quadratic, and a page can be made to repeat itself. */
const MOST_RUNS = 400;
/** Pairs of equal words looked at, those within runs too; a quote of a thousand words on a page of five thousand has half of it. */
const MOST_PAIRS = 600_000;
/** One word of the quote may stand everywhere: it is not looked at in all places of a page without end. */
const LAST_PAIR = 4 * MOST_PAIRS;
/** A chain does not reach over more of the page than a long paragraph, or a passage as long as this one. */
const LONGEST_GAP = 130;
/** Bits for each doubling of a gap: an inserted sentence of 16 words then costs a rare word. */
const GAP_PRICE = 2;

function runAt({ ids, bits }: Weighed, index: WordIndex, i: number, j: number): Run {
  let n = 0;
  let worth = 0;
  while (i + n < ids.length && ids[i + n] === index.ids[j + n]) worth += bits[i + n++] ?? 0;
  return { i, j, n, bits: worth };
}

function runsOf(pattern: Weighed, index: WordIndex): Run[] {
  const runs: Run[] = [];
  let pairs = 0;
  for (let i = 0; i < pattern.ids.length && pairs < MOST_PAIRS; i++) {
    const places = index.places[pattern.ids[i] ?? -1];
    if (!places) continue;
    pairs += places.length;
    const before = i > 0 ? pattern.ids[i - 1] : undefined;
    for (const j of places) {
      if (pairs > LAST_PAIR) break;
      if (before !== undefined && j > 0 && index.ids[j - 1] === before) continue;
      const run = runAt(pattern, index, i, j);
      // On a page that repeats itself every place begins a run as long as the quote.
      pairs += run.n;
      if (run.bits >= LEAST_BITS) runs.push(run);
    }
  }
  if (runs.length > MOST_RUNS) {
    runs.sort((a, b) => b.bits - a.bits || a.j - b.j || a.i - b.i);
    runs.length = MOST_RUNS;
  }
  return runs.sort((a, b) => a.j - b.j || a.i - b.i);
}

/** What `run` adds behind `before`, or null where it cannot stand there. */
function gain(before: Run, run: Run, longestGap: number): number | null {
  if (before.i >= run.i || before.j >= run.j) return null;
  const gap = run.j - before.j - before.n;
  if (gap > longestGap) return null;
  const overlap = Math.max(0, before.i + before.n - run.i, before.j + before.n - run.j);
  if (overlap >= run.n) return null;
  const shift = Math.abs(run.j - run.i - (before.j - before.i));
  return (run.bits * (run.n - overlap)) / run.n - GAP_PRICE * Math.log2(1 + shift);
}

/** The heaviest chain of `runs`, which are sorted by their place in the page. */
function heaviestChain(runs: readonly Run[], longestGap: number): Run[] {
  const score: number[] = [];
  const from: number[] = [];
  let best = -1;
  const longest = runs.reduce((most, { n }) => Math.max(most, n), 0);
  for (const [k, run] of runs.entries()) {
    score[k] = run.bits;
    from[k] = -1;
    for (let m = k - 1; m >= 0; m--) {
      const before = runs[m];
      // Sorted by place: all earlier ones are as far away, or further.
      if (!before || run.j - before.j > longestGap + longest) break;
      const added = gain(before, run, longestGap);
      if (added !== null && added > 0 && (score[m] ?? 0) + added > (score[k] ?? 0)) {
        score[k] = (score[m] ?? 0) + added;
        from[k] = m;
      }
    }
    if (best < 0 || (score[k] ?? 0) > (score[best] ?? 0)) best = k;
  }
  const chain: Run[] = [];
  for (let k = best; k >= 0; k = from[k] ?? -1) {
    const run = runs[k];
    if (run) chain.unshift(run);
  }
  return chain;
}

/** The quote stands twice in this chain, as with a pull-quote beside it, and this copy was passed over: it is a place too. */
function lostQuote(run: Run, before: Run | undefined, { first, past }: Weighed): boolean {
  if (!before) return false;
  const overlap = Math.max(0, before.i + before.n - run.i, before.j + before.n - run.j);
  return overlap > 0 && Math.max(run.i, first) < Math.min(run.i + overlap, past);
}

/** Up to `most` chains, heaviest first, none using what a heavier one used. */
export function chainsOf(pattern: Weighed, index: WordIndex, most: number): Run[][] {
  let runs = runsOf(pattern, index);
  const quoteWords = pattern.past - pattern.first;
  const longestGap = Math.max(LONGEST_GAP, quoteWords);
  const chains: Run[][] = [];
  while (chains.length < most && runs.length > 0) {
    const chain = heaviestChain(runs, longestGap);
    if (chain.length === 0) break;
    chains.push(chain);
    const used = new Set(chain.filter((run, at) => !lostQuote(run, chain[at - 1], pattern)));
    runs = runs.filter((run) => !used.has(run));
  }
  return chains;
}
