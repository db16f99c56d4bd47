// Characters as they are compared. An editor, a font plug-in or a content system changes quotes, dashes and
// spaces without anybody having changed the text, so they fold to one form; case is kept, since it tells a
// name from a word. One code unit becomes one or none (three points become an ellipsis in `folded-text.ts`),
// which keeps the way back to the page simple.

export const SPACE = 32;
export const IGNORED = -1;
export const ELLIPSIS = 0x2026;
export const POINT = 46;

const KINDS: readonly (readonly [into: string, from: string])[] = [
  ['"', '“”„‟«»‹›″〝〞「」『』＂'],
  ["'", '‘’‚‛ʼʹ′`´＇'],
  ['-', '‐‑‒–—―−﹣－⸺'],
  [' ', '\t\n\u000b\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000'],
];

/** Below this every code unit's fold is looked up; above it only the full-width forms and U+FEFF change. */
const TABLE = 0x3100;

function table(): Int32Array {
  const folds = Int32Array.from({ length: TABLE }, (_, code) => code);
  for (const [into, from] of KINDS)
    for (const character of from)
      if (character.charCodeAt(0) < TABLE) folds[character.charCodeAt(0)] = into.charCodeAt(0);
  const range = (from: number, to: number, into: number) => folds.fill(into, from, to + 1);
  range(0x2000, 0x200a, SPACE);
  range(0, 8, IGNORED);
  range(14, 31, IGNORED);
  range(0x7f, 0x84, IGNORED);
  // Soft hyphen, zero-width space, direction marks, word joiner and kin. The joiners U+200C and U+200D are spelling.
  folds[0xad] = IGNORED;
  folds[0x200b] = IGNORED;
  range(0x200e, 0x200f, IGNORED);
  range(0x202a, 0x202e, IGNORED);
  range(0x2060, 0x206f, IGNORED);
  // Arabic vowel signs and the stretching tatweel: typography, not spelling.
  folds[0x0640] = IGNORED;
  range(0x064b, 0x0652, IGNORED);
  return folds;
}

const FOLDS = table();

/** The code unit to compare by; `SPACE` for any white space, `IGNORED` for what does not count. */
export function foldUnit(code: number): number {
  if (code < TABLE) return FOLDS[code] ?? code;
  if (code === 0xfeff) return IGNORED;
  if (code >= 0xff01 && code <= 0xff5e) return foldUnit(code - 0xfee0);
  return code === 0xfe63 ? 45 : code;
}

/** Code units → text. A call takes only so many arguments. */
export function textOf(codes: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += 8_192)
    parts.push(Reflect.apply(String.fromCharCode, null, codes.subarray(at, at + 8_192)));
  return parts.join('');
}

/** A kept text as it is compared: white space collapses to one space, also at its ends. */
export function foldString(text: string): string {
  // To look at the end of a growing string copies it each time: seconds for a long one.
  const codes = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = foldUnit(text.charCodeAt(at));
    if (code === IGNORED || (code === SPACE && codes[length - 1] === SPACE)) continue;
    codes[length++] = code;
    if (code === POINT && codes[length - 2] === POINT && codes[length - 3] === POINT) {
      length -= 2;
      codes[length - 1] = ELLIPSIS;
    }
  }
  return textOf(codes.subarray(0, length));
}
