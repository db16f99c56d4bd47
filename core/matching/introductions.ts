// What an article itself says a short form stands for: “Popular Mobilisation Forces (PMF)”, “artificial pancreas (AP)”.
// From there on the letters mean that, whoever else bears them.
import type { TokenizedBlock } from './candidates.ts';
import { isOpener } from './english.ts';

export interface Introduction {
  readonly at: TokenizedBlock;
  /** The acronym’s token. */
  readonly token: number;
  /** The words that it abbreviates; `to` is behind the last. */
  readonly from: number;
  readonly to: number;
}

/** By the acronym, folded: where it was first brought in. */
export function introductionsIn(blocks: readonly TokenizedBlock[]): ReadonlyMap<string, Introduction> {
  const introductions = new Map<string, Introduction>();
  for (const at of blocks) {
    const { tokens, block } = at;
    for (const [index, token] of tokens.entries()) {
      if (token.shape !== 'upper' || token.gap !== 'comma' || block.text[token.start - 1] !== '(') continue;
      if (block.text[token.end] !== ')' || introductions.has(token.folded)) continue;
      const from = spelledOutFrom(at, index);
      if (from !== null) introductions.set(token.folded, { at, token: index, from, to: index });
    }
  }
  return introductions;
}

/** Where the words begin whose first letters make the acronym; small words between may be left out of it. */
function spelledOutFrom({ tokens }: TokenizedBlock, acronym: number): number | null {
  const letters = tokens[acronym]?.folded ?? '';
  if (letters.length < 2 || letters.length > 8) return null;
  let left = letters.length - 1;
  for (let index = acronym - 1; index >= 0 && acronym - index <= letters.length + 4; index--) {
    const token = tokens[index];
    if (!token) return null;
    if (token.folded[0] === letters[left]) {
      if (left === 0) return index;
      left--;
    } else if (token.shape !== 'lower' && !isOpener(token.folded)) {
      return null;
    } else if (token.folded.length > 4) {
      return null;
    }
    if (token.gap === 'stop' || token.gap === 'comma') return null;
  }
  return null;
}
