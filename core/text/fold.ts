// One spelling for what a reader takes as the same: case, diacritics, apostrophes. Packs and pages are
// folded by the same code, or nothing would ever match.

/** Straight, curly, modifier letters (ʿ ʾ ʼ), prime, grave and acute: all stand for an apostrophe in the news. */
export const APOSTROPHES = "'’‘ʼʻʽʿʾ′`´＇";

const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu');

/** Letters that Unicode does not decompose although people type them apart. */
const SPELT_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ə: 'e',
};
const TO_SPELL_OUT = new RegExp(`[${Object.keys(SPELT_OUT).join('')}]`, 'gu');

/** Combining marks (Latin accents, Arabic vowel signs, Hebrew points), tatweel, soft hyphen, zero-width. */
const IGNORED = /[\p{M}\u0640\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

const ASCII_WORD = /^[a-zA-Z0-9]*$/;

/** A word as it is compared: `Kata’ib` and `KATA'IB` give `kataib`, `Erdoğan` gives `erdogan`. */
export function fold(word: string): string {
  if (ASCII_WORD.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(IGNORED, '')
    .replace(APOSTROPHE, '')
    .replaceAll('.', '')
    .toLowerCase()
    .replace(TO_SPELL_OUT, (letter) => SPELT_OUT[letter] ?? letter)
    .normalize('NFC');
}
