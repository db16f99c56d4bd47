// The end of a quote that matched far away from the rest: "In short, the differences are" whose "in" stands a sentence
// earlier. A part is worth what its words say of a place, and the distance to the others costs, as between runs
// (`chain.ts`); what does not pay for its distance is let go, and the edge is found anew from the words beside it.
import type { Alignment } from './alignment.ts';
import type { Weighed } from './pattern.ts';

/** Words more between two parts than were; less is an ordinary insertion. */
const FAR = 5;
/** Bits for each doubling of the distance: a sentence of 16 words costs about two words. */
const PRICE = 3;

/** Of the quote's matched words, those before the last wide gap (or behind the first) that are not worth it. */
function loose(
  words: readonly number[],
  match: readonly number[],
  worth: readonly number[],
  step: 1 | -1,
): number {
  let bits = 0;
  for (let n = 0; n + 1 < words.length; n++) {
    const [at, next] = [words[n] ?? 0, words[n + 1] ?? 0];
    bits += worth[at] ?? 0;
    const apart = step * ((match[next] ?? 0) - (match[at] ?? 0)) - step * (next - at);
    if (apart >= FAR) return bits < PRICE * Math.log2(1 + apart) ? n + 1 : 0;
  }
  return 0;
}

export function trim({ first, past, bits }: Weighed, { match, alike }: Alignment): Alignment {
  const words = match.flatMap((j, i) => (j >= 0 && i >= first && i < past ? [i] : []));
  const worth = bits.map((value, at) => value * (alike[at] ?? 0));
  const head = loose(words, match, worth, 1);
  const tail = loose(words.toReversed(), match, worth, -1);
  if (head + tail === 0 || head + tail >= words.length) return { match, alike };
  const gone = new Set([...words.slice(0, head), ...words.slice(words.length - tail)]);
  return {
    match: match.map((j, at) => (gone.has(at) ? -1 : j)),
    alike: alike.map((value, at) => (gone.has(at) ? 0 : value)),
  };
}
