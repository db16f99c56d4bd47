// Text → every span that some pack knows as a name, with all that it may mean. Deciding comes later: a span
// inside another is kept, since the longer name may turn out not to be meant.
import type { Block } from '../article/article.ts';
import type { NameRow } from '../knowledge/index.ts';
import { isSound, nameKey, soundKey, type Token, tokenize } from '../text/index.ts';
import { isParticle, isShoutable, isTitle } from './english.ts';

/** Longest name looked for, in tokens: “Embassy of the United States in Baghdad” has seven. */
const LONGEST = 8;

export interface TokenizedBlock {
  readonly block: Block;
  readonly tokens: readonly Token[];
  /** The sentence that each token stands in, counted over the whole article. */
  readonly sentences: readonly number[];
  /** A headline In Title Case, or in capitals: letters tell nothing about names there. */
  readonly titled: boolean;
  readonly shouted: boolean;
}

/** A span of tokens and its possible meanings; `from` and `to` are token indices, `to` behind the last. */
export interface Span {
  readonly at: TokenizedBlock;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly rows: readonly NameRow[];
}

export function tokenizeBlocks(blocks: readonly Block[]): TokenizedBlock[] {
  let sentence = 0;
  return blocks.map((block) => {
    const tokens = tokenize(block.text);
    const sentences = tokens.map((token) => (token.gap === 'stop' ? ++sentence : sentence));
    return { block, tokens, sentences, ...capitals(tokens, block.text) };
  });
}

/** Of the words of four letters and more, which share is capitalised. */
function capitals(tokens: readonly Token[], text: string): { titled: boolean; shouted: boolean } {
  const words = tokens.filter(
    (token) => token.text.length > 3 && token.shape !== 'number' && token.shape !== 'uncased',
  );
  const share = (shapes: readonly string[]) =>
    words.filter((word) => shapes.includes(word.shape)).length / words.length;
  const enough = words.length >= 3;
  // A list of names in a sentence is no headline.
  const isSentence = SENTENCE_END.test(text);
  return {
    titled: enough && !isSentence && share(['title', 'upper']) > 0.7,
    shouted: enough && share(['upper']) > 0.7,
  };
}

const SENTENCE_END = /[.!?…:]["'”’)]*\s*$/u;

type Place = Pick<Span, 'at' | 'from' | 'to'>;

/** All spans of the article that the packs know. `names` is asked once. */
export async function findSpans(
  blocks: readonly TokenizedBlock[],
  names: (keys: Iterable<string>) => Promise<ReadonlyMap<string, readonly NameRow[]>>,
): Promise<Span[]> {
  const places = new Map<string, Place[]>();
  for (const at of blocks) collectKeys(at, places);
  const known = await names(places.keys());
  const spans: Span[] = [];
  // As it is written first: a name that somebody has so is not looked for by its sound.
  const written = new Map<TokenizedBlock, Set<number>>();
  const keys = [...known].sort(([one], [other]) => Number(isSound(one)) - Number(isSound(other)));
  for (const [key, rows] of keys) {
    const readings = rows.map(readingOf);
    for (const place of places.get(key) ?? []) {
      const taken = written.get(place.at) ?? new Set();
      written.set(place.at, taken);
      if (isSound(key)) {
        if (isTaken(taken, place)) continue;
      } else for (let token = place.from; token < place.to; token++) taken.add(token);
      const span = spanAt(place, readings);
      if (span) spans.push(span);
    }
  }
  return withoutArticles(spans);
}

/** “the Fed” is marked without its article, where others may bear the bare word: “the Amazon”, “Amazon”. */
function withoutArticles(spans: readonly Span[]): Span[] {
  const behind = new Map<TokenizedBlock, Span[]>();
  const rest: Span[] = [];
  for (const span of spans) {
    const { at, from, to, rows } = span;
    const next = at.tokens[from + 1];
    if (!next || !rows.some(isWithArticle)) {
      rest.push(span);
      continue;
    }
    const bare: Span = { ...span, from: from + 1, start: next.start, rows: rows.filter(isWithArticle) };
    behind.set(at, [...(behind.get(at) ?? []), bare]);
    const others = rows.filter((row) => !isWithArticle(row));
    if (others.length > 0) rest.push({ at, from, to, start: span.start, end: span.end, rows: others });
  }
  if (behind.size === 0) return rest;
  const joined = rest.map((span) => {
    const here = behind.get(span.at)?.find(({ from, to }) => from === span.from && to === span.to);
    if (!here) return span;
    behind.set(span.at, behind.get(span.at)?.filter((one) => one !== here) ?? []);
    return { ...span, rows: [...here.rows, ...span.rows] };
  });
  return [...joined, ...[...behind.values()].flat()];
}

/** A pack writes the article small where it is no part of the name. */
function isWithArticle({ text }: NameRow): boolean {
  return text.startsWith('the ');
}

/** A name as its pack writes it, taken apart once for all the places where the text has it. */
interface Written {
  readonly row: NameRow;
  readonly tokens: readonly Token[];
  readonly phrases: readonly (readonly string[])[];
}

function readingOf(row: NameRow): Written {
  const phrases = (row.not ?? []).map((phrase) => nameKey(tokenize(phrase)).split(' '));
  return { row, tokens: tokenize(row.text), phrases };
}

/** Every run of tokens that may be a name, by the key under which packs would have it. */
function collectKeys(at: TokenizedBlock, places: Map<string, Place[]>): void {
  const { tokens } = at;
  for (const from of tokens.keys()) {
    if (!mayBegin(tokens, from)) continue;
    let key = '';
    let isWritten = true;
    for (let to = from + 1; to <= Math.min(from + LONGEST, tokens.length); to++) {
      const token = tokens[to - 1];
      if (!token || (to > from + 1 && !mayRunOn(token))) break;
      key = key === '' ? token.folded : `${key} ${token.folded}`;
      enter(places, key, { at, from, to });
      isWritten &&= token.shape === 'title' || token.shape === 'upper' || isParticle(token.folded);
      const sound =
        isWritten && to - from <= LONGEST_SOUND && !at.shouted ? soundKey(tokens.slice(from, to)) : null;
      if (sound !== null) enter(places, sound, { at, from, to });
    }
  }
}

/** All of its words are part of names that are known as they are written. */
function isTaken(taken: ReadonlySet<number>, { from, to }: Place): boolean {
  for (let token = from; token < to; token++) if (!taken.has(token)) return false;
  return true;
}

function enter(places: Map<string, Place[]>, key: string, place: Place): void {
  const known = places.get(key);
  if (known) known.push(place);
  else places.set(key, [place]);
}

/** Tokens of a name that is looked for by its sound. */
const LONGEST_SOUND = 4;

function spanAt({ at, from, to }: Place, names: readonly Written[]): Span | null {
  const first = at.tokens[from];
  const last = at.tokens[to - 1];
  // “US$ 7 billion” is money.
  if (!first || !last || at.block.text[last.end] === '$') return null;
  const written = at.tokens.slice(from, to);
  const rows = names
    .filter((name) => isWrittenLike(written, at.shouted, name) && !isInPhrase(at, from, to, name))
    .map(({ row }) => row);
  return rows.length === 0 ? null : { at, from, to, start: first.start, end: last.end, rows };
}

/** Names begin with a capital or a digit, in a script without capitals, or with a particle before a capital (al-Shabaab). */
function mayBegin(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  if (token.shape !== 'lower') return true;
  const behind = tokens[index + 1];
  // “the Fed”, “the Gulf”
  if (token.folded === 'the' && behind?.gap === 'space' && behind.shape !== 'lower') return true;
  // “the pope”, “the prime minister of Iraq”
  if (tokens[index - 1]?.folded === 'the' && token.gap === 'space' && isTitle(token.folded)) return true;
  return isParticle(token.folded) && behind !== undefined && behind.shape !== 'lower' && mayRunOn(behind);
}

function mayRunOn(token: Token | undefined): boolean {
  return token !== undefined && (token.gap === 'space' || token.gap === 'hyphen' || token.gap === 'joined');
}

/** Whether the text writes the name as the pack does, as far as the name insists. */
function isWrittenLike(
  written: readonly Token[],
  shouted: boolean,
  { row, tokens: named }: Written,
): boolean {
  if (shouted) return !written.some((token) => isShoutable(token.folded));
  if (row.match === 'exact-case')
    return written.every(
      (token, index) =>
        bare(token.text) === bare(named[index]?.text ?? '') || (index === 0 && isArticle(token, row)),
    );
  return written.every((token, index) => {
    const asNamed = named[index]?.shape ?? token.shape;
    // What the pack capitalises, the text must, but for particles: “Al-Qaeda”, “al-Qaeda”.
    return (
      (asNamed !== 'title' && asNamed !== 'upper') || token.shape !== 'lower' || isParticle(token.folded)
    );
  });
}

/** “The Fed raised …”: a sentence begins. */
function isArticle({ folded }: Token, row: NameRow): boolean {
  return folded === 'the' && isWithArticle(row);
}

function bare(word: string): string {
  return word.replaceAll('.', '').normalize('NFC');
}

/** “Trump card” holds no Trump. Phrases are compared folded. */
function isInPhrase({ tokens }: TokenizedBlock, from: number, to: number, { phrases }: Written): boolean {
  if (phrases.length === 0) return false;
  const name = tokens.slice(from, to).map(({ folded }) => folded);
  return phrases.some((words) =>
    words.some((_, shift) => {
      if (!name.every((word, index) => words[shift + index] === word)) return false;
      return words.every((word, index) => tokens[from - shift + index]?.folded === word);
    }),
  );
}
