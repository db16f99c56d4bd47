// The kinds of passage that readers keep, picked by chance from an article.
import { type Block, type Piece, paragraph, plain, sentencesOf, wordsOf } from './marked.ts';
import type { Chance } from './random.ts';

export interface Text {
  readonly language: string;
  readonly title: string;
  /** Each occurs three times or more. */
  readonly names: readonly string[];
  readonly paragraphs: readonly string[];
}

export const KINDS = ['sentence', 'two sentences', 'short phrase', 'name', 'across paragraphs'] as const;
export type Kind = (typeof KINDS)[number];

/** A place in the article: from a character of one paragraph to a character of the same or the next. */
export interface Passage {
  readonly from: { readonly block: number; readonly offset: number };
  readonly to: { readonly block: number; readonly offset: number };
}

export const blocksOf = ({ paragraphs }: Text): Block[] => paragraphs.map((text) => paragraph(plain(text)));

const inside = (block: number, { start, end }: Piece): Passage => ({
  from: { block, offset: start },
  to: { block, offset: end },
});

function phrase(text: Text, block: number, chance: Chance): Passage | null {
  const sentence = chance.of(sentencesOf(text.paragraphs[block] ?? '', text.language));
  const words = wordsOf(text.paragraphs[block] ?? '', text.language).filter(
    ({ start, end }) => start >= sentence.start && end <= sentence.end,
  );
  const length = 3 + chance.whole(4);
  const first = chance.whole(Math.max(1, words.length - length));
  const [start, end] = [words[first]?.start, words[first + length - 1]?.end];
  return start === undefined || end === undefined ? null : inside(block, { start, end });
}

function name(text: Text, chance: Chance): Passage {
  const wanted = chance.of(text.names);
  const found = text.paragraphs.flatMap((paragraph, block) =>
    Array.from(paragraph.matchAll(new RegExp(wanted, 'gu')), ({ index }) =>
      inside(block, { start: index, end: index + wanted.length }),
    ),
  );
  if (found.length < 3) throw new Error(`"${wanted}" occurs ${found.length} times in "${text.title}"`);
  return chance.of(found);
}

/** Null where the picked paragraph has no such passage. */
export function pick(text: Text, kind: Kind, chance: Chance): Passage | null {
  if (kind === 'name') return name(text, chance);
  const block = chance.whole(text.paragraphs.length);
  const sentences = sentencesOf(text.paragraphs[block] ?? '', text.language);
  if (kind === 'sentence') return inside(block, chance.of(sentences));
  if (kind === 'short phrase') return phrase(text, block, chance);
  if (kind === 'two sentences') {
    const first = chance.whole(Math.max(1, sentences.length - 1));
    const [one, other] = [sentences[first], sentences[first + 1]];
    return one && other ? inside(block, { start: one.start, end: other.end }) : null;
  }
  const last = sentences.at(-1);
  const next = sentencesOf(text.paragraphs[block + 1] ?? '', text.language)[0];
  if (!last || !next) return null;
  return { from: { block, offset: last.start }, to: { block: block + 1, offset: next.end } };
}

export function mark(blocks: readonly Block[], { from, to }: Passage): Block[] {
  return blocks.map((block, at) => {
    const { text } = block.content;
    const start = at < from.block || at > to.block ? text.length : at === from.block ? from.offset : 0;
    const end = at > to.block || at < from.block ? text.length : at === to.block ? to.offset : text.length;
    const marks = '0'.repeat(start) + '1'.repeat(end - start) + '0'.repeat(text.length - end);
    return { ...block, content: { text, marks } };
  });
}
