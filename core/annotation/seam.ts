// Whether the page shows that a passage was taken out: what stood before it and what stood behind it now
// stand next to each other. Then whatever looks like the passage elsewhere is something else, unless it is
// the very same words, which were moved.
import { type Alignment, align } from './alignment.ts';
import { chainsOf } from './chain.ts';
import type { Page, Span } from './page.ts';
import { type Weighed, withoutQuote } from './pattern.ts';

/** Words that may stand at the seam: an editor smooths it. Never as many as a third of the passage. */
const MOST_WORDS = 2;
const SHARE_OF_QUOTE = 0.34;
/** On each side so many words next to the seam, */
const NEAREST = 6;
/** so much of them by worth, */
const STAYED = 0.6;
/** and no less than two or three words: the words nearest to the passage may have gone with it. */
const LEAST_BITS = 16;

/** Words next to the seam stand as they stood to each other, a few added or taken out. */
const APART = 3;

function stayed(
  pattern: Weighed,
  { match, alike }: Alignment,
  from: number,
  to: number,
  at: number,
): boolean {
  const shift = (match[at] ?? -1) - at;
  let all = 0;
  let kept = 0;
  for (let i = Math.max(0, from); i < Math.min(to, pattern.keys.length); i++) {
    all += pattern.bits[i] ?? 0;
    const j = match[i] ?? -1;
    if (j >= 0 && Math.abs(j - i - shift) <= APART) kept += (pattern.bits[i] ?? 0) * (alike[i] ?? 0);
  }
  return kept >= LEAST_BITS && kept >= STAYED * all;
}

/** From the end of what stood before to the beginning of what stood behind, where these meet; or null. */
export function seamOf(pattern: Weighed, page: Page): Span | null {
  const around = withoutQuote(pattern);
  const at = around.first;
  if (at === 0 || at === around.keys.length) return null;
  const most = Math.min(MOST_WORDS, Math.floor((pattern.past - pattern.first) * SHARE_OF_QUOTE));
  for (const chain of chainsOf(around, page.words, 2)) {
    const alignment = align(around, page.words, chain);
    const { match } = alignment;
    const before = match.findLastIndex((j, i) => i < at && j >= 0);
    const behind = match.findIndex((j, i) => i >= at && j >= 0);
    if (before < 0 || behind < 0) continue;
    const between = (match[behind] ?? 0) - (match[before] ?? 0) - 1;
    if (between < 0 || between > most) continue;
    const isHeld =
      stayed(around, alignment, before + 1 - NEAREST, before + 1, before) &&
      stayed(around, alignment, behind, behind + NEAREST, behind);
    if (!isHeld) continue;
    return {
      start: page.words.ends[match[before] ?? 0] ?? 0,
      end: page.words.starts[match[behind] ?? 0] ?? 0,
    };
  }
  return null;
}
