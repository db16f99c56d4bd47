// One pair of texts, its passages, one anchorer after another: who found them.
import type { Anchorer } from '../anchorer.ts';
import type { Kind } from '../passages.ts';
import { Chance } from '../random.ts';
import { ENOUGH, type Outcome } from '../report.ts';
import { choose } from './choose.ts';
import { differenceOf } from './difference.ts';
import type { Pair } from './pairs.ts';
import { isWord, type Token, tokensOf } from './tokens.ts';
import { type Truth, truthOf } from './truth.ts';

export interface Result {
  readonly anchorer: string;
  readonly pair: string;
  readonly kind: Kind;
  readonly outcome: Outcome;
  readonly changed: boolean;
  readonly milliseconds: number;
  /** For a person to look at. */
  readonly quote: string;
  readonly found: string;
  readonly expected: string;
}

export interface Tried {
  readonly results: readonly Result[];
  /** Passages whose truth is arguable, left out. */
  readonly open: readonly string[];
  /** Of the old text's tokens, that stayed. */
  readonly same: number;
}

function rangeOf(tokens: readonly Token[], from: number, to: number): Range {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last) throw new Error('a passage outside the text');
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}

/** The tokens of which a range has at least a part. */
function tokensWithin(tokens: readonly Token[], range: Range): { from: number; to: number } {
  const first = (is: (token: Token) => boolean) => {
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const token = tokens[middle];
      if (token && is(token)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const from = first(
    ({ node, end }) => range.comparePoint(node, end) > 0 || range.comparePoint(node, end - 1) >= 0,
  );
  const to = first(
    ({ node, start }) => range.comparePoint(node, start) > 0 || range.comparePoint(node, start + 1) > 0,
  );
  return { from, to };
}

const text = (tokens: readonly Token[], from: number, to: number): string =>
  from < to ? rangeOf(tokens, from, to).toString().replace(/\s+/g, ' ') : '';

function outcomeOf(truth: Truth, after: readonly Token[], range: Range | null): Outcome {
  if (truth.kind !== 'stays') return range ? 'invented' : 'left';
  if (!range) return 'missed';
  const { from, to } = tokensWithin(after, range);
  const size = (at: number) => {
    const token = after[at];
    return token && isWord(token) ? token.text.length : 0;
  };
  let [passage, both, outside] = [0, 0, 0];
  for (const at of truth.own) {
    passage += size(at);
    if (at >= from && at < to) both += size(at);
  }
  for (let at = from; at < to; at++) if (!truth.own.has(at) && !truth.neither.has(at)) outside += size(at);
  return both / (passage + outside) >= ENOUGH ? 'right' : 'wrong';
}

export function tryPair(
  { name, before, after }: Pair,
  anchorers: readonly Anchorer[],
  seed: number,
  seen: Set<string>,
): Tried {
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const match = differenceOf(was, is);
  const chance = new Chance(Array.from(name).reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, seed));
  const results: Result[] = [];
  const open: string[] = [];
  for (const { kind, from, to } of choose(was, match, chance)) {
    const truth = truthOf(was, is, match, { from, to });
    const quote = text(was, from, to);
    if (seen.has(quote) && kind !== 'name') continue;
    seen.add(quote);
    if (truth.kind === 'open') {
      open.push(`${name}: ${quote}`);
      continue;
    }
    const range = rangeOf(was, from, to);
    for (const anchorer of anchorers) {
      const kept = anchorer.keep(before, range);
      const begun = performance.now();
      const found = anchorer.find(after, kept);
      const milliseconds = performance.now() - begun;
      results.push({
        anchorer: anchorer.name,
        pair: name,
        kind,
        outcome: outcomeOf(truth, is, found),
        changed: truth.kind === 'stays' && truth.changed,
        milliseconds,
        quote,
        found: found?.toString().replace(/\s+/g, ' ') ?? '',
        expected:
          truth.kind === 'stays' ? text(is, Math.min(...truth.own), Math.max(...truth.own) + 1) : '(gone)',
      });
    }
  }
  return { results, open, same: match.filter((at) => at >= 0).length / Math.max(1, was.length) };
}
