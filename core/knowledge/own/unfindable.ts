// Some names are never found in a text, and a reader who adds one should hear of it at once. The same conditions
// decide in core/matching/candidates.ts; a test holds the two together.
import { tokenize } from '../../text/index.ts';

/** Longest name that is looked for, in words. */
const LONGEST = 8;

export type Unfindable = 'no-letters' | 'too-long' | 'in-parts' | 'small-letters';

/** Why a name will not be marked, or not everywhere; null where nothing is in its way. */
export function unfindable(name: string): Unfindable | null {
  const tokens = tokenize(name);
  const [first, second] = tokens;
  if (!first) return 'no-letters';
  if (tokens.length > LONGEST) return 'too-long';
  if (tokens.slice(1).some(({ gap }) => gap === 'comma' || gap === 'stop')) return 'in-parts';
  // `al-Shabaab` begins small and is found all the same.
  if (first.shape === 'lower' && (second === undefined || second.shape === 'lower')) return 'small-letters';
  return null;
}
