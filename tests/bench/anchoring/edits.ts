// What happens to an article between two visits, one kind of edit each. An edit sees the marks only to know
// where the passage is; what it puts in comes from other texts in the same language.
import {
  type Block,
  hasMarks,
  join,
  type Marked,
  type Piece,
  paragraph,
  plain,
  replace,
  sentencesOf,
  slice,
  wordsOf,
} from './marked.ts';
import type { Kind } from './passages.ts';
import type { Chance } from './random.ts';

export interface Surroundings {
  readonly language: string;
  readonly kind: Kind;
  readonly chance: Chance;
  /** Paragraphs of other texts in the language. */
  readonly others: readonly string[];
}

type Edit = (blocks: readonly Block[], around: Surroundings) => Block[];

const isUnspaced = (language: string) => language === 'zh' || language === 'ja';
const space = (language: string) => plain(isUnspaced(language) ? '' : ' ');

function otherSentence({ chance, others, language }: Surroundings): string {
  const text = chance.of(others);
  const { start, end } = chance.of(sentencesOf(text, language));
  return text.slice(start, end);
}

function otherWord(like: string, { chance, others, language }: Surroundings): string {
  for (let attempt = 0; ; attempt++) {
    const text = chance.of(others);
    const { start, end } = chance.of(wordsOf(text, language));
    const word = text.slice(start, end);
    if (word !== like && (attempt > 20 || Math.abs(word.length - like.length) <= 2)) return word;
  }
}

const firstMarked = (blocks: readonly Block[]) => blocks.findIndex(({ content }) => hasMarks(content));
const lastMarked = (blocks: readonly Block[]) => blocks.findLastIndex(({ content }) => hasMarks(content));

function markedPiece({ marks }: Marked): Piece {
  return { start: marks.indexOf('1'), end: marks.lastIndexOf('1') + 1 };
}

const insertAt = (blocks: readonly Block[], at: number, ...added: Block[]) => [
  ...blocks.slice(0, at),
  ...added,
  ...blocks.slice(at),
];

/** Sentences of a block that the passage touches: the first one's start, the last one's end. */
function markedSentences(content: Marked, language: string): Piece {
  const { start, end } = markedPiece(content);
  const touched = sentencesOf(content.text, language).filter((one) => one.start < end && one.end > start);
  return {
    start: Math.min(start, touched[0]?.start ?? start),
    end: Math.max(end, touched.at(-1)?.end ?? end),
  };
}

const change = (blocks: readonly Block[], edit: (content: Marked, at: number) => Marked): Block[] =>
  blocks
    .map((block, at) => ({ ...block, content: edit(block.content, at) }))
    .filter(({ content }) => content.text.trim() !== '');

/** Replaces words in `within` with a probability; `keep` says which stay for sure. */
function replaceWords(
  content: Marked,
  within: Piece,
  probability: number,
  around: Surroundings,
  keep: (word: Piece) => boolean = () => false,
): Marked {
  const words = wordsOf(content.text, around.language)
    .filter(({ start, end }) => start >= within.start && end <= within.end)
    .filter((word) => !keep(word) && around.chance.happens(probability));
  return words.reduceRight(
    (text, { start, end }) => replace(text, start, end, otherWord(text.text.slice(start, end), around)),
    content,
  );
}

const isMarkedWord = (content: Marked) => (word: Piece) =>
  content.marks.slice(word.start, word.end).includes('1');

/** Words of the passage, or for a phrase or a name of the sentence around it; a name itself stays. */
const reworded =
  (probability: number): Edit =>
  (blocks, around) =>
    change(blocks, (content) => {
      if (!hasMarks(content)) return content;
      const isShort = around.kind === 'name' || around.kind === 'short phrase';
      const within = isShort ? markedSentences(content, around.language) : markedPiece(content);
      if (around.kind === 'name')
        return replaceWords(content, within, probability, around, isMarkedWord(content));
      if (around.kind !== 'short phrase') return replaceWords(content, within, probability, around);
      const rest = replaceWords(content, within, probability, around, isMarkedWord(content));
      const own = wordsOf(rest.text, around.language).filter(isMarkedWord(rest));
      const changed = own
        .filter(() => around.chance.happens(probability))
        .slice(0, Math.floor(own.length / 2));
      return changed.reduceRight(
        (text, { start, end }) => replace(text, start, end, otherWord(text.text.slice(start, end), around)),
        rest,
      );
    });

const deletePassage: Edit = (blocks, { language }) =>
  change(blocks, (content) => {
    if (!hasMarks(content)) return content;
    const { start, end } = markedPiece(content);
    const gap = isUnspaced(language) ? end : end + (/^\s*/u.exec(content.text.slice(end))?.[0].length ?? 0);
    return join(slice(content, 0, start), slice(content, gap));
  });

const deleteSentences: Edit = (blocks, { language }) =>
  change(blocks, (content) => {
    if (!hasMarks(content)) return content;
    const { start, end } = markedSentences(content, language);
    return join(slice(content, 0, start), slice(content, end));
  });

const markedText = (blocks: readonly Block[], language: string) =>
  blocks
    .filter(({ content }) => hasMarks(content))
    .map(({ content }) => {
      const { start, end } = markedSentences(content, language);
      return content.text.slice(start, end);
    });

/** The sentences of the passage with a third of their words changed, somewhere else; the passage is gone. */
const deleteWithLookAlike: Edit = (blocks, around) => {
  const text = markedText(blocks, around.language).join(isUnspaced(around.language) ? '' : ' ');
  const alike = replaceWords(plain(text), { start: 0, end: text.length }, 0.3, around);
  const first = firstMarked(blocks);
  const candidates = blocks.map((_, at) => at).filter((at) => at < first - 1 || at > lastMarked(blocks) + 1);
  const target = candidates.length > 0 ? around.chance.of(candidates) : first === 0 ? blocks.length - 1 : 0;
  const withAlike = blocks.map((block, at) =>
    at === target
      ? { ...block, content: join(block.content, space(around.language), plain(alike.text)) }
      : block,
  );
  return deleteSentences(withAlike, around);
};

const insertSentence =
  (where: 'before' | 'behind'): Edit =>
  (blocks, around) => {
    const target = where === 'before' ? firstMarked(blocks) : lastMarked(blocks);
    return change(blocks, (content, at) => {
      if (at !== target) return content;
      const { start, end } = markedSentences(content, around.language);
      const added = plain(otherSentence(around));
      return where === 'before'
        ? join(slice(content, 0, start), added, space(around.language), slice(content, start))
        : join(slice(content, 0, end), space(around.language), added, slice(content, end));
    });
  };

/** Between two sentences of the passage, or a clause between two words of it; a name stays whole. */
const insertInside: Edit = (blocks, around) => {
  const target = firstMarked(blocks);
  if (lastMarked(blocks) > target)
    return insertAt(blocks, target + 1, paragraph(plain(otherSentence(around))));
  return change(blocks, (content, at) => {
    if (at !== target || around.kind === 'name') return content;
    const piece = markedPiece(content);
    const inner = sentencesOf(content.text, around.language).find(
      ({ end }) => end > piece.start && end < piece.end,
    );
    if (inner)
      return join(
        slice(content, 0, inner.end),
        space(around.language),
        plain(otherSentence(around)),
        slice(content, inner.end),
      );
    const words = wordsOf(content.text, around.language).filter(isMarkedWord(content));
    const middle = words[Math.floor(words.length / 2)]?.start;
    if (middle === undefined || words.length < 3) return content;
    const clause = [1, 2, 3].map(() => otherWord('', around)).join(space(around.language).text);
    return join(
      slice(content, 0, middle),
      plain(`${clause},`),
      space(around.language),
      slice(content, middle),
    );
  });
};

const TYPOGRAPHY: readonly (readonly [RegExp, string])[] = [
  [/[“”„]/gu, '"'],
  [/[‘’]/gu, "'"],
  [/"([^"]*)"/gu, '“$1”'],
  [/'/gu, '’'],
  [/ [–—] /gu, '—'],
  [/ - /gu, ' – '],
  [/\.\.\./gu, '…'],
  [/(\d) (\p{L})/gu, '$1\u00a0$2'],
  [/(\p{L}{6})(\p{L}{5})/gu, '$1\u00ad$2'],
  [/ا/gu, 'ا\u064e'],
];

/** Straight quotes curled or curly ones made straight, dashes, no-break spaces, soft hyphens, vowel signs. */
const typography: Edit = (blocks) =>
  change(blocks, (content) =>
    TYPOGRAPHY.reduce(
      (text, [pattern, into]) =>
        [...text.text.matchAll(pattern)].reduceRight((changed, match) => {
          const is = match[0].replace(new RegExp(pattern.source, 'u'), into);
          if (changed.text.startsWith('“', match.index) && is === '"')
            return replace(changed, match.index, match.index + 1, is);
          return spread(changed, match.index, match[0], is);
        }, text),
      content,
    ),
  );

/** Replaces character by character where lengths allow, so that marks inside the match stay where they were. */
function spread(marked: Marked, from: number, was: string, is: string): Marked {
  let front = 0;
  while (front < Math.min(was.length, is.length) && was[front] === is[front]) front++;
  let back = 0;
  while (back < Math.min(was.length, is.length) - front && was.at(-1 - back) === is.at(-1 - back)) back++;
  if (was.length - front - back === 0) {
    const inner = marked.marks.slice(from + front - 1, from + front + 1);
    return join(
      slice(marked, 0, from + front),
      {
        text: is.slice(front, is.length - back),
        marks: (inner === '11' ? '1' : '0').repeat(is.length - front - back),
      },
      slice(marked, from + front),
    );
  }
  if (was.length === is.length)
    return [...was].reduce(
      (changed, _, at) =>
        was[at] === is[at] ? changed : replace(changed, from + at, from + at + 1, is[at] ?? ''),
      marked,
    );
  return replace(marked, from + front, from + was.length - back, is.slice(front, is.length - back));
}

const edgeWords: Edit = (blocks, around) =>
  change(blocks, (content) => {
    if (!hasMarks(content) || around.kind === 'name') return content;
    const words = wordsOf(content.text, around.language).filter(isMarkedWord(content));
    const number = words.length >= 10 ? 2 : 1;
    const edges = words.length < 4 ? words.slice(0, 1) : [...words.slice(0, number), ...words.slice(-number)];
    return edges.reduceRight(
      (text, { start, end }) => replace(text, start, end, otherWord(text.text.slice(start, end), around)),
      content,
    );
  });

/** Two thirds of the words around the passage: for a phrase or a name, of the sentences before and behind. */
const contextRewritten: Edit = (blocks, around) => {
  const [first, last] = [firstMarked(blocks), lastMarked(blocks)];
  return change(blocks, (content, at) => {
    if (at < first - 1 || at > last + 1) return content;
    const kept = hasMarks(content) ? markedSentences(content, around.language) : { start: 0, end: 0 };
    return replaceWords(
      content,
      { start: 0, end: content.text.length },
      0.65,
      around,
      ({ start, end }) => start < kept.end && end > kept.start,
    );
  });
};

const splitParagraph: Edit = (blocks, { language, chance }) => {
  const at = firstMarked(blocks);
  const block = blocks[at];
  if (!block) return [...blocks];
  const ends = sentencesOf(block.content.text, language).map(({ end }) => end);
  const cuts = ends.slice(0, -1);
  if (cuts.length === 0) return [...blocks];
  const cut = chance.of(cuts);
  return [
    ...blocks.slice(0, at),
    paragraph(slice(block.content, 0, cut)),
    paragraph(slice(block.content, cut)),
    ...blocks.slice(at + 1),
  ];
};

const joinParagraphs: Edit = (blocks, { language }) => {
  const at = Math.max(0, Math.min(firstMarked(blocks), blocks.length - 2));
  const [one, other] = [blocks[at], blocks[at + 1]];
  if (!one || !other) return [...blocks];
  return [
    ...blocks.slice(0, at),
    paragraph(join(one.content, space(language), other.content)),
    ...blocks.slice(at + 2),
  ];
};

const moveParagraph: Edit = (blocks, { chance }) => {
  const [first, last] = [firstMarked(blocks), lastMarked(blocks)];
  const moved = blocks.slice(first, last + 1);
  const rest = [...blocks.slice(0, first), ...blocks.slice(last + 1)];
  const places = rest.map((_, at) => at).filter((at) => Math.abs(at - first) > 1);
  return insertAt(rest, places.length > 0 ? chance.of(places) : 0, ...moved);
};

const moveSentence: Edit = (blocks, around) => {
  const at = firstMarked(blocks);
  const block = blocks[at];
  if (!block || lastMarked(blocks) > at) return moveParagraph(blocks, around);
  const { start, end } = markedSentences(block.content, around.language);
  const sentence = slice(block.content, start, end);
  const without = blocks.map((one, n) =>
    n === at ? { ...one, content: join(slice(one.content, 0, start), slice(one.content, end)) } : one,
  );
  const target = (at + 2 + around.chance.whole(Math.max(1, blocks.length - 3))) % blocks.length;
  return change(without, (content, n) =>
    n === target ? join(content, space(around.language), sentence) : content,
  );
};

const halfDeleted: Edit = (blocks, around) => {
  if (around.kind === 'name') return [...blocks];
  const [first, last] = [firstMarked(blocks), lastMarked(blocks)];
  return change(blocks, (content, at) => {
    if (first !== last && at !== first) return content;
    if (!hasMarks(content)) return content;
    const { start, end } = markedPiece(content);
    if (first !== last) return join(slice(content, 0, start), slice(content, end));
    const words = wordsOf(content.text, around.language).filter(isMarkedWord(content));
    const half = words[Math.ceil(words.length / 2)]?.start ?? start;
    return join(slice(content, 0, start), slice(content, half));
  });
};

const related = ({ others, language, chance }: Surroundings): Block[] => [
  {
    tag: 'h2',
    content: plain(
      language === 'de'
        ? 'Mehr zum Thema'
        : language === 'ar'
          ? 'اقرأ أيضا'
          : language === 'zh'
            ? '相关阅读'
            : 'Related articles',
    ),
  },
  ...[1, 2, 3].map((): Block => {
    const text = chance.of(others);
    return { tag: 'div', content: plain(text.slice(0, sentencesOf(text, language)[0]?.end).slice(0, 90)) };
  }),
];

const pullQuote: Edit = (blocks, { chance, language }) => {
  const text = markedText(blocks, language).join(isUnspaced(language) ? '' : ' ');
  const places = blocks.map((_, at) => at);
  return insertAt(blocks, chance.of(places), { tag: 'blockquote', content: plain(text) });
};

const paragraphBeside =
  (where: 'before' | 'behind'): Edit =>
  (blocks, { chance, others }) =>
    insertAt(
      blocks,
      where === 'before' ? firstMarked(blocks) : lastMarked(blocks) + 1,
      paragraph(plain(chance.of(others))),
    );

const after =
  (...edits: readonly Edit[]): Edit =>
  (blocks, around) =>
    edits.reduce<Block[]>((edited, edit) => edit(edited, around), [...blocks]);

/** The passage's paragraphs go, and one beside them. */
const deleteParagraph: Edit = (blocks) => blocks.filter(({ content }) => !hasMarks(content));

export const EDITS: Readonly<Record<string, Edit>> = {
  'nothing changed': (blocks) => [...blocks],
  'paragraph inserted before': paragraphBeside('before'),
  'paragraph inserted behind': paragraphBeside('behind'),
  'paragraph inserted at the top': (blocks, { chance, others }) =>
    insertAt(blocks, 0, paragraph(plain(chance.of(others)))),
  'sentence inserted before': insertSentence('before'),
  'sentence inserted behind': insertSentence('behind'),
  'sentences inserted on both sides': after(insertSentence('before'), insertSentence('behind')),
  'inserted inside': insertInside,
  'passage deleted': deletePassage,
  'its sentences deleted': deleteSentences,
  'its paragraphs deleted': deleteParagraph,
  'deleted with a look-alike elsewhere': deleteWithLookAlike,
  'deleted, its pull-quote stays': deleteSentences,
  'whole article replaced': (_, { others }) => others.slice(0, 12).map((text) => paragraph(plain(text))),
  'half of it deleted': halfDeleted,
  'words changed lightly': reworded(0.12),
  'words changed heavily': reworded(0.4),
  'first and last words changed': edgeWords,
  'typography changed': typography,
  'context rewritten': contextRewritten,
  'paragraph split': splitParagraph,
  'paragraphs joined': joinParagraphs,
  'paragraph moved': moveParagraph,
  'sentence moved': moveSentence,
  'markup changed': (blocks) => blocks.map((block) => ({ ...block, tag: 'div' })),
  'related articles inserted': (blocks, around) =>
    insertAt(
      blocks,
      lastMarked(blocks) > firstMarked(blocks) ? firstMarked(blocks) + 1 : firstMarked(blocks),
      ...related(around),
    ),
  'repeated as a pull-quote': pullQuote,
  'several small edits': after(paragraphBeside('before'), reworded(0.1), typography, joinParagraphs),
};

/** What is done to the article before the passage is kept. */
export const BEFOREHAND: Readonly<Record<string, Edit>> = { 'deleted, its pull-quote stays': pullQuote };
