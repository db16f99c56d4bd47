// How a transliterated name sounds, whoever wrote it down: Kataeb, Kata’ib and Kataib; Hizbullah, Hezbollah and Hizballah;
// Gaddafi and Qadhafi. Scripts that write few vowels or other sounds are put into Latin letters in a dozen ways, which
// differ in vowels, in doubled letters, in k, q and g, in s, z and sh. What they agree on are the consonants, roughly.
// Far too coarse to tell words apart: only for names that are known to be transliterated, and long enough.
import type { Token } from './tokens.ts';

const ROUGHLY: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/tch|tsch|sch|sh|ch|zh|dj|j|z|s|c(?=[eiy])/g, 's'],
  [/kh|gh|ck|[qkgxc]/g, 'k'],
  [/dh|th|[dt]/g, 't'],
  [/ph|[fv]/g, 'f'],
  [/[bp]/g, 'b'],
  // Vowels, and what is written for them or left out.
  [/(?<=.)h/g, ''],
  [/[aeiouwy]+/g, 'a'],
  [/(.)\1+/g, '$1'],
];
const VOWELS = /(?!^)a/g;

/** A page has the same words over and over. */
const sounds = new Map<string, string>();
const REMEMBERED = 20_000;

function soundOf(folded: string): string {
  let sound = sounds.get(folded);
  if (sound === undefined) {
    sound = folded;
    for (const [letters, as] of ROUGHLY) sound = sound.replace(letters, as);
    if (sounds.size >= REMEMBERED) sounds.clear();
    sounds.set(folded, sound);
  }
  return sound;
}

/** Al, el and ul, and the article with its consonant (as-, ash-, ad-): written or left out, joined or apart. */
const ARTICLES = new Set('al el ul as ash ad ar az at an'.split(' '));

/** English words too: “as Ayatollah Sistani” is no name. */
const WORDS = new Set('as at an ad ash'.split(' '));

/** So many consonants must a name have, or too many others would sound like it. */
const LEAST = 5;
const LEAST_OF_ONE_WORD = 6;

/** What stands before a key that is a sound, and in no folded name. */
const MARK = '~';

/** A word by itself keeps the places of its vowels, or “Following” would sound like the Phalange. */
function wordsSound(folded: string, isAlone: boolean): string {
  return isAlone ? soundOf(folded) : soundOf(folded).replace(VOWELS, '');
}

/** The key under which packs have the sound of a name; `null` where it says too little. */
export function soundKey(tokens: readonly Pick<Token, 'folded'>[]): string | null {
  if (WORDS.has(tokens[0]?.folded ?? '')) return null;
  const parts: string[] = [];
  for (const { folded } of tokens)
    if (!ARTICLES.has(folded)) parts.push(wordsSound(folded, tokens.length === 1));
  const length = parts.reduce((sum, sound) => sum + sound.length, 0);
  const isLong =
    parts.length > 1
      ? length >= LEAST
      : length >= LEAST_OF_ONE_WORD && (tokens.at(-1)?.folded.length ?? 0) >= 7;
  return isLong && parts.every((sound) => sound !== '') ? MARK + parts.join(' ') : null;
}

/** Whether a key is that of a sound. */
export function isSound(key: string): boolean {
  return key.startsWith(MARK);
}
