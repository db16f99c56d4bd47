// Hypothesis's way of anchoring a quote, written after its published description (hypothesis/client, BSD-2):
// 32 characters of context, the closest approximate matches with errors up to half the quote, each scored by
// quote 50, context 20 and 20, position 2. The search is approx-string-match, as there.
import type { Anchorer } from './anchorer.ts';

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

export type Search = (text: string, pattern: string, maxErrors: number) => Match[];

const CONTEXT = 32;

interface Kept {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
}

const isKept = (kept: unknown): kept is Kept => typeof kept === 'object' && kept !== null && 'exact' in kept;

function textNodes(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

function offsetOf(root: Element, container: Node, offset: number): number {
  let before = 0;
  for (const node of textNodes(root)) {
    if (node === container) return before + offset;
    before += node.data.length;
  }
  return before;
}

function rangeAt(root: Element, start: number, end: number): Range {
  const range = root.ownerDocument.createRange();
  let before = 0;
  for (const node of textNodes(root)) {
    const { length } = node.data;
    if (start >= before && start < before + length) range.setStart(node, start - before);
    if (end > before && end <= before + length) range.setEnd(node, end - before);
    before += length;
  }
  return range;
}

function exactMatches(text: string, quote: string): Match[] {
  const found: Match[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    found.push({ start: at, end: at + quote.length, errors: 0 });
  return found;
}

export function hypothesis(approximate: Search): Anchorer {
  const search: Search = (text, pattern, most) => {
    const exact = exactMatches(text, pattern);
    return exact.length > 0 ? exact : approximate(text, pattern, most);
  };
  const likeness = (text: string, wanted: string) => {
    if (wanted === '' || text === '') return 0;
    return 1 - (search(text, wanted, wanted.length)[0]?.errors ?? wanted.length) / wanted.length;
  };
  return {
    name: "Hypothesis's method",
    keep: (root, range): Kept => {
      const text = root.textContent ?? '';
      const start = offsetOf(root, range.startContainer, range.startOffset);
      const end = offsetOf(root, range.endContainer, range.endOffset);
      return {
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - CONTEXT), start),
        suffix: text.slice(end, end + CONTEXT),
        start,
      };
    },
    find: (root, kept) => {
      if (!isKept(kept)) return null;
      const text = root.textContent ?? '';
      const { exact, prefix, suffix, start } = kept;
      const matches = search(text, exact, Math.min(256, exact.length / 2));
      const scored = matches.map((match) => {
        const quote = 1 - match.errors / exact.length;
        const before = prefix
          ? likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix)
          : 1;
        const behind = suffix ? likeness(text.slice(match.end, match.end + suffix.length), suffix) : 1;
        const near = 1 - Math.abs(match.start - start) / text.length;
        return { ...match, score: 50 * quote + 20 * before + 20 * behind + 2 * near };
      });
      const best = scored.sort((a, b) => b.score - a.score)[0];
      return best ? rangeAt(root, best.start, best.end) : null;
    },
  };
}
