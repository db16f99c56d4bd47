// How good is a passphrase? No meter knows; it can only count. So what is told is honest about that: length is what
// makes guessing dear, and words that nobody else would put together.

export type Strength = 'none' | 'too short' | 'weak' | 'fair' | 'strong';

/** Fewer are refused: whoever has the server's files can try as often as they can pay for. */
export const LEAST = 10;
const FAIR = 16;
const STRONG = 24;
const LONGEST = 1_000;

/** Letters as a person counts them, the same one again and again counted little. */
function weight(passphrase: string): number {
  const letters = [...passphrase.normalize('NFKC').trim()];
  const different = new Set(letters).size;
  return Math.min(letters.length, different * 3);
}

export function strengthOf(passphrase: string): Strength {
  const trimmed = passphrase.normalize('NFKC').trim();
  if (trimmed === '') return 'none';
  const heavy = weight(trimmed);
  if ([...trimmed].length < LEAST || heavy < LEAST) return 'too short';
  if (heavy < FAIR) return 'weak';
  return heavy < STRONG ? 'fair' : 'strong';
}

export const STRENGTH: Readonly<Record<Strength, string>> = {
  none: 'Five or six words that do not belong together are easy to remember and hard to guess.',
  'too short': `Too short: at least ${LEAST} letters, and not the same ones again and again.`,
  weak: 'Short. Someone with the server’s files and much time could guess it, if it is made of usual words.',
  fair: 'Fair, if it is not a saying, a line of a song, or a password that you use elsewhere.',
  strong: 'Long enough, if it is not a saying, a line of a song, or a password that you use elsewhere.',
};

export type PassphraseProblem = 'empty' | 'too short' | 'too long' | 'differ';

/** Null where this can be a vault's passphrase. Compared as the vault will compare it. */
export function problemOf(first: string, second: string): PassphraseProblem | null {
  const strength = strengthOf(first);
  if (strength === 'none') return 'empty';
  if (strength === 'too short') return 'too short';
  if (first.length > LONGEST) return 'too long';
  const same = first.normalize('NFKC').trim() === second.normalize('NFKC').trim();
  return same ? null : 'differ';
}

export const PROBLEMS: Readonly<Record<PassphraseProblem, string>> = {
  empty: 'Enter a passphrase.',
  'too short': STRENGTH['too short'],
  'too long': 'Longer than anyone types twice; shorten it.',
  differ: 'The two are not the same. Type both again.',
};

/** Whether the end of the printed code was typed: however it is spaced and written. */
export function isLastGroup(code: string, typed: string): boolean {
  const last = code.split('-').at(-1) ?? '';
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return last !== '' && plain === last;
}
