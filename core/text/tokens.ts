// Text → tokens with offsets. What stands between two tokens decides whether a name may run across them.
import { APOSTROPHES, fold } from './fold.ts';

/**
 * - `space`: white space; `hyphen`: any hyphen or dash without spaces; `joined`: nothing (scripts without spaces)
 * - `comma`: a comma, bracket, quote or the like; `stop`: the end of a sentence or of the block
 */
export type Gap = 'space' | 'hyphen' | 'joined' | 'comma' | 'stop';

/** `upper`: two letters or more, all capitals (`US`); `uncased`: a script without capitals. */
export type Shape = 'upper' | 'title' | 'lower' | 'number' | 'uncased';

export interface Token {
  /** UTF-16 offsets into the text; a possessive ’s, an elided article (l’) lie outside. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly folded: string;
  readonly shape: Shape;
  /** What stands before it. */
  readonly gap: Gap;
  readonly possessive: boolean;
}

const A = `[${APOSTROPHES}]`;
/** Written without spaces: each character is a token, and names are runs of them. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const LETTER = '[\\p{L}\\p{N}\\p{M}\\u00AD\\u200C\\u200D]';
const TOKEN = new RegExp(
  [
    UNSPACED,
    // Acronyms with points, two letters or more: the last point belongs to them (`U.S.`, not `US.`).
    '\\p{Lu}(?:\\.\\p{Lu})+(?:\\.|(?![\\p{L}\\p{N}]))',
    `${LETTER}+(?:${A}${LETTER}+)*`,
  ].join('|'),
  'gu',
);
const POSSESSIVE = new RegExp(`${A}[sS]$`, 'u');
/** Articles and prepositions that French and Italian elide before a vowel: `l’Iran`, `dell’Iraq`. */
const ELISION = new RegExp(`^(?:[ldnsjmtc]|L|qu|dell|nell|all|sull|dall|un)${A}(?=\\p{Lu})`, 'u');
const HYPHEN = /^[\u00AD]?[-‐‑‒–—−﹣－]$/u;
const SENTENCE_END = /[.!?…。！？\n\r\u2028\u2029]/u;
/** Their point ends no sentence: `Gen. Soleimani`, `St. Petersburg`. */
const ABBREVIATIONS = new Set(
  'adm amb brig capt cmdr col cpl dr fr ft gen gov hon jr lt maj mr mrs ms mt pres prof rep rev sen sgt sr st sts vs'.split(
    ' ',
  ),
);
/** `George W. Bush`; not “and so did I.” */
const INITIAL = /^[b-hj-z]$/u;

function gapOf(between: string, previous: string | undefined): Gap {
  if (previous === undefined) return 'stop';
  if (between === '') return 'joined';
  if (HYPHEN.test(between)) return 'hyphen';
  if (/^\s+$/u.test(between)) return between.includes('\n') ? 'stop' : 'space';
  if (/^\.\s+$/u.test(between) && (ABBREVIATIONS.has(previous) || INITIAL.test(previous))) return 'space';
  return SENTENCE_END.test(between) ? 'stop' : 'comma';
}

function shapeOf(word: string): Shape {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters === '') return 'number';
  const first = letters[0] ?? '';
  if (first.toLowerCase() === first.toUpperCase()) return 'uncased';
  if (letters.length > 1 && letters === letters.toUpperCase()) return 'upper';
  return first === first.toLowerCase() ? 'lower' : 'title';
}

/** The tokens of one block, in order. Linear in the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const whole = match[0];
    const elided = ELISION.exec(whole)?.[0].length ?? 0;
    const possessive = POSSESSIVE.test(whole) && whole.length - elided > 2;
    const word = whole.slice(elided, possessive ? -2 : undefined);
    const start = match.index + elided;
    tokens.push({
      start,
      end: start + word.length,
      text: word,
      folded: fold(word),
      shape: shapeOf(word),
      gap: gapOf(text.slice(last, match.index), tokens.at(-1)?.folded),
      possessive,
    });
    last = match.index + whole.length;
  }
  return tokens;
}

/** How a name is looked up: its folded tokens with single spaces. Hyphens and points make no difference. */
export function nameKey(tokens: readonly Pick<Token, 'folded'>[]): string {
  return tokens.map((token) => token.folded).join(' ');
}
