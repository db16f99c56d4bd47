// Ten thousand made-up passages for measuring the library's search: words are drawn as in a language, few often and many
// seldom, from a vocabulary of 30,000, and every eighth passage is in Chinese or Arabic.
import { COLOURS, PageKey, PassageId } from '../../../core/annotation/kept/index.ts';
import type { Findable, FindablePage } from '../../../core/annotation/search/index.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';

/** The same numbers in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYLLABLES = 'ba ko ri ten sal mur dov ghe ish lan por que fra zin hol dam ver tis nok ami'.split(' ');
const VOCABULARY = 30_000;

function letters(number: number, alphabet: number, first: number): string {
  return String.fromCodePoint(
    first + (number % alphabet),
    first + (Math.floor(number / alphabet) % alphabet),
  );
}

export function shelf(count: number): {
  pages: FindablePage[];
  passages: Findable[];
  frequent: string;
  rare: string;
} {
  const random = numbers(7);
  const wordAt = (rank: number) =>
    [rank, rank / 20, rank / 400, rank / 8_000].map((n) => SYLLABLES[Math.floor(n) % 20]).join('');
  // Zipf: rank is the vocabulary to the power of an even number.
  const word = () => wordAt(Math.floor(VOCABULARY ** random()));
  const text = (length: number) => Array.from({ length }, word).join(' ');
  const foreign = (first: number, alphabet: number, gap: string) =>
    Array.from({ length: 30 }, () => letters(Math.floor(random() * alphabet ** 2), alphabet, first)).join(
      gap,
    );
  const pages = Array.from(
    { length: Math.ceil(count / 6) },
    (_, n): FindablePage => ({
      key: PageKey.parse(`news-${n % 40}.example/story-${n}`),
      title: text(9),
      published: { day: `20${String(10 + (n % 16))}-0${1 + (n % 9)}-1${n % 10}` },
      site: `news-${n % 40}.example`,
    }),
  );
  const passages = Array.from({ length: count }, (_, n): Findable => {
    const page = pages[Math.floor(n / 6)]?.key ?? PageKey.parse('none');
    const quote =
      n % 16 === 0 ? foreign(0x4e00, 900, '') : n % 16 === 8 ? foreign(0x628, 30, ' ') : text(25 + (n % 30));
    return {
      id: PassageId.parse(`passage-${String(n).padStart(6, '0')}`),
      ...{ page, quote },
      note: n % 3 === 0 ? text(20) : '',
      tags: n % 2 === 0 ? [`tag ${n % 50}`] : [],
      colour: COLOURS[n % 5] ?? 'yellow',
      names: [
        { entity: EntityId.parse(`Q${1 + (n % 200)}`), text: `Actor ${n % 200}`, kind: 'person' },
        { entity: EntityId.parse(`Q${1000 + (n % 80)}`), text: `Place ${n % 80}`, kind: 'city' },
      ],
      made: new Date(1_600_000_000_000 + n * 3_600_000).toISOString(),
      changed: new Date(1_600_000_000_000 + n * 3_600_000).toISOString(),
      deleted: n % 40 === 39 ? new Date(1_700_000_000_000).toISOString() : null,
      revived: false,
      at: n % 6,
    };
  });
  return { pages, passages, frequent: wordAt(3), rare: wordAt(VOCABULARY - 1_234) };
}
