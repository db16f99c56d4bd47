// Titles in quotation marks: “Houston’s Top Dentists”, “Look What You Made Me Do”. What is quoted With All Its Words in
// capitals is the title of something, and the names in it are not those of whom the article tells; the same
// words again, without the marks, are that title again.
import type { TokenizedBlock } from './candidates.ts';
import { isSmallWord } from './english.ts';

export interface Title {
  readonly at: TokenizedBlock;
  readonly from: number;
  /** Behind the last token. */
  readonly to: number;
}

/** Longer ones are sentences. */
const LONGEST = 12;
/** So many words in capitals at least: two may be anybody's name. */
const LEAST = 3;
const OPENING = /["“«]$/u;
const CLOSING = /^['’]?s?[,.!?]?["”»]/u;

export function titlesIn(blocks: readonly TokenizedBlock[]): Title[] {
  const quoted = blocks.flatMap((at) => (at.titled || at.shouted ? [] : quotedIn(at)));
  if (quoted.length === 0) return [];
  const byFirst = new Map<string, string[][]>();
  for (const title of quoted) {
    const words = title.at.tokens.slice(title.from, title.to).map(({ folded }) => folded);
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  const again = blocks.flatMap((at) =>
    at.tokens.flatMap(({ folded, shape }, from): Title[] => {
      if (shape === 'lower') return [];
      const words = byFirst.get(folded)?.find((title) => isAt(title, at, from));
      return words ? [{ at, from, to: from + words.length }] : [];
    }),
  );
  return again;
}

function isAt(title: readonly string[], { tokens }: TokenizedBlock, from: number): boolean {
  return title.every((word, index) => tokens[from + index]?.folded === word);
}

function quotedIn(at: TokenizedBlock): Title[] {
  const { tokens, block } = at;
  const found: Title[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const first = tokens[from];
    if (!first || !OPENING.test(block.text.slice(Math.max(0, first.start - 1), first.start))) continue;
    const to = endOf(at, from);
    if (to === null) continue;
    found.push({ at, from, to });
    from = to - 1;
  }
  return found;
}

/** Where the quotation ends, if all of its words but the small ones have capitals. */
function endOf({ tokens, block }: TokenizedBlock, from: number): number | null {
  let capitals = 0;
  for (let index = from; index < from + LONGEST; index++) {
    const token = tokens[index];
    if (!token) return null;
    if (token.shape === 'title' || token.shape === 'upper') capitals++;
    else if (!isSmallWord(token.folded)) return null;
    const behind = block.text.slice(token.end, token.end + 4);
    if (CLOSING.test(behind)) return capitals >= LEAST ? index + 1 : null;
    if (tokens[index + 1]?.gap === 'stop') return null;
  }
  return null;
}
