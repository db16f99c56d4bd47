// What capitals tell by themselves: runs of capitalised words, cut into pieces of which each is one name, whether or
// not anybody knows it. A known name inside a longer piece is not meant there: “Jordan Peele”, “Bank of France”.
import { BlockWords, isLand, type StartsInBlock } from './block-words.ts';
import type { Span, TokenizedBlock } from './candidates.ts';
import { begins, runFrom, throughBracket } from './capital-runs.ts';
import { isTitle } from './english.ts';
import { isGivenName } from './given-names.ts';
import {
  isGeneration,
  isOrganisationHead,
  isPlaceHead,
  isPluralHead,
  isStrongHead,
  isThingHead,
} from './name-words.ts';
import { namesIn } from './run-cuts.ts';
import { titlesIn } from './titles.ts';

export interface Piece {
  readonly at: TokenizedBlock;
  readonly from: number;
  /** Behind the last token. */
  readonly to: number;
  /** Words of it say that it is one name: a head (“… Airlines”), an “of” inside, a given name first. */
  readonly sure: boolean;
  /** It begins a sentence, so its first capital tells nothing. */
  readonly opens: boolean;
  /** The title of a work, a list, a prize, told by its quotation marks. */
  readonly quoted?: true;
  /** Several names with one head: “Orange, Riverside and San Bernardino Counties”. */
  readonly shared?: true;
}

/** By token, the spans that begin there, longest first. */
export type Starts = ReadonlyMap<TokenizedBlock, StartsInBlock>;

export function startsOf(spans: readonly Span[]): Starts {
  const starts = new Map<TokenizedBlock, Map<number, Span[]>>();
  for (const span of spans) {
    let inBlock = starts.get(span.at);
    if (!inBlock) {
      inBlock = new Map();
      starts.set(span.at, inBlock);
    }
    const here = inBlock.get(span.from);
    if (!here) inBlock.set(span.from, [span]);
    else {
      here.push(span);
      here.sort((a, b) => b.to - a.to);
    }
  }
  return starts;
}

const NONE: StartsInBlock = new Map();

/** All pieces of an article. Of a headline, where capitals tell nothing, only what a head makes one name with a known one. */
export function findPieces(blocks: readonly TokenizedBlock[], starts: Starts): Piece[] {
  const plain = wordsInSmallLetters(blocks);
  const pieces = blocks.flatMap((at) => {
    if (at.shouted) return [];
    const words = new BlockWords(at, starts.get(at) ?? NONE, plain);
    return at.titled ? piecesOfHeadline(words) : piecesOf(words);
  });
  const titles = titlesIn(blocks).filter(({ at, from, to }) => !isKnownAs(starts.get(at)?.get(from), to));
  if (titles.length === 0) return pieces;
  const isQuoted = (piece: Piece) =>
    titles.some(({ at, from, to }) => at === piece.at && from < piece.to && piece.from < to);
  return [
    ...pieces.filter((piece) => !isQuoted(piece)),
    ...titles.map((title): Piece => ({ ...title, sure: true, opens: false, quoted: true })),
  ];
}

const isKnownAs = (spans: readonly Span[] | undefined, to: number) =>
  spans?.some((span) => span.to >= to) ?? false;

/** A word that the article also writes small is no name where it begins a sentence. */
function wordsInSmallLetters(blocks: readonly TokenizedBlock[]): ReadonlySet<string> {
  const plain = new Set<string>();
  for (const { tokens } of blocks)
    for (const token of tokens) if (token.shape === 'lower') plain.add(token.folded);
  return plain;
}

function piecesOf(words: BlockWords): Piece[] {
  const found: Piece[] = [];
  for (let from = 0; from < words.at.tokens.length; ) {
    if (!begins(words, from)) {
      from++;
      continue;
    }
    const run = runFrom(words, from);
    const to = throughBracket(words, run);
    const shared = to > run ? null : withSharedHead(words, from, to);
    if (shared) {
      while ((found.at(-1)?.to ?? 0) > shared.from) found.pop();
      found.push(shared);
    } else if (to > run) found.push(pieceOf(words, from, to));
    else for (const [first, end] of namesIn(words, from, to)) found.push(pieceOf(words, first, end));
    from = to;
  }
  return found;
}

/** “Orange, Riverside and San Bernardino Counties”: one head for all, so none of them is the town of its name. */
function withSharedHead(words: BlockWords, from: number, to: number): Piece | null {
  const { tokens, block } = words.at;
  const endsWithIt = isPluralHead(words.folded(to - 1));
  if (!endsWithIt && !(isPluralHead(words.folded(to)) && words.runsOn(to))) return null;
  if (words.folded(from - 1) !== 'and') return null;
  let first = from - 1;
  for (let index = from - 2; index >= 0 && words.isCapital(index); index--) {
    first = index;
    const between = block.text.slice(tokens[index - 1]?.end, tokens[index]?.start);
    if (tokens[index]?.gap !== 'space' && between !== ', ') break;
  }
  if (first === from - 1) return null;
  const end = endsWithIt ? to : to + 1;
  return { at: words.at, from: first, to: end, sure: true, shared: true, opens: words.opens(first) };
}

/** “US Department of Education” and “Louisiana Alligator Advisory Council”, not “Iran Attacks Navy”. */
function piecesOfHeadline(words: BlockWords): Piece[] {
  const { tokens } = words.at;
  const found: Piece[] = [];
  for (const [from, [span]] of words.starts) {
    if (!span) continue;
    for (let at = span.to; at < span.to + 4 && words.isCapital(at) && words.runsOn(at); at++) {
      const folded = words.folded(at);
      if (tokens[at - 1]?.possessive || words.isKnownAt(at) || isTitle(folded)) break;
      if (isStrongHead(folded) || isModel(tokens[at]?.text ?? '')) {
        found.push(pieceOf(words, from, at + 1));
        break;
      }
      // A verb, as like as not.
      if (folded.endsWith('s')) break;
    }
  }
  return found;
}

function pieceOf(words: BlockWords, from: number, to: number): Piece {
  return {
    at: words.at,
    from,
    to,
    sure: to - from > 1 && isOneName(words, from, to),
    opens: words.opens(from),
  };
}

function isOneName(words: BlockWords, from: number, to: number): boolean {
  const { tokens } = words.at;
  const head = words.folded(to - 1);
  const last = tokens[to - 1];
  return (
    [isOrganisationHead, isPlaceHead, isThingHead, isGeneration].some((isHead) => isHead(head)) ||
    isGivenName(words.folded(from)) ||
    last?.shape === 'number' ||
    isModel(last?.text ?? '') ||
    words.hasOf(from, to) ||
    tokens.slice(from + 1, to).some(({ gap }) => gap === 'comma') ||
    isBranch(words, from, to)
  );
}

/** “EADS North America”: what somebody runs in a place. */
function isBranch(words: BlockWords, from: number, to: number): boolean {
  const runner = words.starts
    .get(from)
    ?.find(({ rows }) =>
      rows.some(({ kind }) => kind === 'company' || kind === 'organisation' || kind === 'media'),
    );
  return (
    runner !== undefined &&
    (words.starts.get(runner.to)?.some((place) => place.to === to && place.rows.some(isLand)) ?? false)
  );
}

/** `A380`, `F-16`. */
function isModel(text: string): boolean {
  return /^\p{Lu}{1,3}\d{1,4}\p{Lu}?$/u.test(text);
}
