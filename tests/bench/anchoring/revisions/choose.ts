// Which passages are kept of an old text: by rule and by chance, three of four where the revision has touched something,
// since most of a text stays as it was.
import { KINDS, type Kind } from '../passages.ts';
import type { Chance } from '../random.ts';
import { isWord, type Token } from './tokens.ts';
import type { Stretch } from './truth.ts';

export interface Chosen extends Stretch {
  readonly kind: Kind;
}

const PER_KIND = 4;
/** The last of them anywhere. */
const TOUCHED = 3;
/** Tokens from a passage within which a change is beside it. */
const BESIDE = 15;
const PROSE = 'P LI BLOCKQUOTE DD TD';
const END = /^[.!?。！？؟…]$/u;
const LEAST_WORDS = 4;

/** Sentences of running text, in order; headings, code and tables of options have none. */
function sentencesOf(tokens: readonly Token[]): Stretch[] {
  const found: Stretch[] = [];
  for (let from = 0; from < tokens.length; ) {
    const { block } = tokens[from] ?? {};
    let to = from;
    let isOver = false;
    while (!isOver && to < tokens.length && tokens[to]?.block === block) {
      const [token, next] = [tokens[to], tokens[to + 1]];
      isOver =
        END.test(token?.text ?? '') &&
        (next === undefined ||
          next.node !== token?.node ||
          next.start > token.end ||
          /[。！？]/u.test(token.text));
      to++;
    }
    const inside = tokens.slice(from, to);
    const isCode =
      inside.filter(({ node }) => node.parentElement?.closest('code, pre')).length > inside.length / 3;
    const words = inside.filter(isWord).length;
    if (block && PROSE.split(' ').includes(block.tagName) && words >= LEAST_WORDS && words <= 80 && !isCode)
      found.push({ from, to });
    from = to;
  }
  return found;
}

function phrases(tokens: readonly Token[], sentences: readonly Stretch[], chance: Chance): Stretch[] {
  return sentences.flatMap(({ from, to }) => {
    const words = Array.from({ length: to - from }, (_, n) => from + n).filter((at) => {
      const token = tokens[at];
      return token !== undefined && isWord(token);
    });
    const length = 3 + chance.whole(4);
    const first = chance.whole(Math.max(1, words.length - length));
    const [start, end] = [words[first], words[first + length - 1]];
    return start === undefined || end === undefined ? [] : [{ from: start, to: end + 1 }];
  });
}

function names(tokens: readonly Token[], sentences: readonly Stretch[]): Stretch[] {
  const count = new Map<string, number>();
  for (const { text } of tokens) count.set(text, (count.get(text) ?? 0) + 1);
  return sentences.flatMap(({ from, to }) =>
    Array.from({ length: Math.max(0, to - from - 1) }, (_, n) => from + 1 + n)
      .filter((at) => {
        const { text } = tokens[at] ?? { text: '' };
        return /^\p{Lu}\p{L}{2,}$/u.test(text) && (count.get(text) ?? 0) >= 3;
      })
      .map((at) => ({ from: at, to: at + 1 })),
  );
}

function pairsOf(tokens: readonly Token[], sentences: readonly Stretch[], isAcross: boolean): Stretch[] {
  return sentences.flatMap((one, at) => {
    const next = sentences[at + 1];
    if (!next || next.from !== one.to) return [];
    const isOther = tokens[one.from]?.block !== tokens[next.from]?.block;
    return isOther === isAcross ? [{ from: one.from, to: next.to }] : [];
  });
}

export function choose(tokens: readonly Token[], match: Int32Array, chance: Chance): Chosen[] {
  const sentences = sentencesOf(tokens);
  const of: Record<Kind, Stretch[]> = {
    sentence: sentences,
    'two sentences': pairsOf(tokens, sentences, false),
    'short phrase': phrases(tokens, sentences, chance),
    name: names(tokens, sentences),
    'across paragraphs': pairsOf(tokens, sentences, true),
  };
  const isTouched = ({ from, to }: Stretch) => {
    for (let i = Math.max(1, from - BESIDE); i < Math.min(match.length, to + BESIDE); i++)
      if ((match[i] ?? -1) < 0 || (match[i] ?? 0) - (match[i - 1] ?? 0) !== 1) return true;
    return false;
  };
  const chosen: Chosen[] = [];
  for (const kind of KINDS)
    for (let n = 0; n < PER_KIND; n++) {
      const free = of[kind].filter(({ from }) => chosen.every((other) => other.from !== from));
      const touched = n < TOUCHED ? free.filter(isTouched) : [];
      const among = touched.length > 0 ? touched : free;
      if (among.length > 0) chosen.push({ kind, ...chance.of(among) });
    }
  return chosen;
}
