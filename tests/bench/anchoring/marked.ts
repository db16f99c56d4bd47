// Text whose every character says whether it belongs to the passage. The marks go through each edit with the
// characters, so the truth is known however much is changed: what stands in the place of marked characters is
// marked, what is inserted is not.

export interface Marked {
  readonly text: string;
  /** `1` or `0` for each code unit of the text. */
  readonly marks: string;
}

export interface Block {
  readonly tag: 'p' | 'h2' | 'aside' | 'blockquote' | 'div';
  readonly content: Marked;
}

export const plain = (text: string): Marked => ({ text, marks: '0'.repeat(text.length) });
export const slice = ({ text, marks }: Marked, from: number, to?: number): Marked => ({
  text: text.slice(from, to),
  marks: marks.slice(from, to),
});
export const join = (...parts: readonly Marked[]): Marked => ({
  text: parts.map(({ text }) => text).join(''),
  marks: parts.map(({ marks }) => marks).join(''),
});
export const hasMarks = ({ marks }: Marked): boolean => marks.includes('1');
export const paragraph = (content: Marked): Block => ({ tag: 'p', content });

/** Puts `text` in the place of [from, to); it belongs to the passage where all that it replaces did. */
export function replace(marked: Marked, from: number, to: number, text: string): Marked {
  const old = marked.marks.slice(from, to);
  const mark = old !== '' && !old.includes('0') ? '1' : '0';
  return join(slice(marked, 0, from), { text, marks: mark.repeat(text.length) }, slice(marked, to));
}

export interface Piece {
  readonly start: number;
  readonly end: number;
}

const trimmed = (text: string, start: number, end: number): Piece => {
  const inner = text.slice(start, end);
  return {
    start: start + inner.length - inner.trimStart().length,
    end: end - inner.length + inner.trimEnd().length,
  };
};

export function sentencesOf(text: string, language: string): Piece[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return Array.from(segments, ({ index, segment }) => trimmed(text, index, index + segment.length)).filter(
    ({ start, end }) => end > start,
  );
}

export function wordsOf(text: string, language: string): Piece[] {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return Array.from(segments)
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}
