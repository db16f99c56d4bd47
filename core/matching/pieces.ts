// What capitals tell by themselves: runs of capitalised words, cut into pieces of which each is one name, whether or
// not anybody knows it. A known name inside a longer piece is not meant there: “Jordan Peele”, “Bank of France”.
import type { Span, TokenizedBlock } from './candidates.ts';
import { isHalfTitle, isOpener, isTitle } from './english.ts';
import { isGivenName } from './given-names.ts';
import {
  isCalendar,
  isCompanyEnding,
  isFollower,
  isGeneration,
  isJoinedByOf,
  isOrganisationHead,
  isPlaceHead,
  isPlaceOf,
  isPluralHead,
  isStrongHead,
  isThingHead,
} from './name-words.ts';
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
export type Starts = ReadonlyMap<TokenizedBlock, ReadonlyMap<number, readonly Span[]>>;

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

const NONE: ReadonlyMap<number, readonly Span[]> = new Map();
const PARTICLES: ReadonlySet<string> = new Set(
  'al el bin ibn abu van von der den de del della da di dos du ben bint ter'.split(' '),
);

/** All pieces of an article. Of a headline, where capitals tell nothing, only what a head makes one name with a known one. */
export function findPieces(blocks: readonly TokenizedBlock[], starts: Starts): Piece[] {
  const plain = wordsInSmallLetters(blocks);
  const pieces = blocks.flatMap((at) =>
    at.shouted ? [] : new Reader(at, starts.get(at) ?? NONE, plain)[at.titled ? 'inHeadline' : 'pieces'](),
  );
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

/** Reads one block from left to right. */
class Reader {
  readonly #at: TokenizedBlock;
  readonly #starts: ReadonlyMap<number, readonly Span[]>;
  readonly #plain: ReadonlySet<string>;
  readonly #found: Piece[] = [];

  constructor(at: TokenizedBlock, starts: ReadonlyMap<number, readonly Span[]>, plain: ReadonlySet<string>) {
    this.#at = at;
    this.#starts = starts;
    this.#plain = plain;
  }

  pieces(): Piece[] {
    const { tokens } = this.#at;
    for (let from = 0; from < tokens.length; ) {
      if (!this.#begins(from)) {
        from++;
        continue;
      }
      const run = this.#runFrom(from);
      const to = this.#throughBracket(run);
      if (to > run) this.#take(from, to);
      else if (!this.#shares(from, to)) this.#cut(from, to);
      from = to;
    }
    return this.#found;
  }

  /** “Rape Crisis (England and Wales)”: two lands in brackets say for where somebody is there, and are a part of the name. */
  #throughBracket(run: number): number {
    const { tokens, block } = this.#at;
    const between = block.text.slice(tokens[run - 1]?.end, tokens[run]?.start);
    if (between !== ' (') return run;
    const [first] = this.#starts.get(run) ?? [];
    const [second] = first && this.#folded(first.to) === 'and' ? (this.#starts.get(first.to + 1) ?? []) : [];
    if (!first || !second || block.text[second.end] !== ')') return run;
    return [first, second].every(({ rows }) => rows.some(isLand)) ? second.to : run;
  }

  /** “Orange, Riverside and San Bernardino Counties”: one head for all, so none of them is the town of its name. */
  #shares(from: number, to: number): boolean {
    const { tokens, block } = this.#at;
    const last = tokens[to - 1];
    const head = isPluralHead(last?.folded ?? '')
      ? to
      : isPluralHead(this.#folded(to)) && this.#runsOn(to)
        ? to + 1
        : 0;
    if (head === 0 || this.#folded(from - 1) !== 'and') return false;
    let first = from - 1;
    for (let index = from - 2; index >= 0 && this.#isCapital(index); index--) {
      first = index;
      const gap = tokens[index]?.gap;
      const between = block.text.slice(tokens[index - 1]?.end, tokens[index]?.start);
      if (gap !== 'space' && between !== ', ') break;
    }
    if (first === from - 1) return false;
    while (this.#found.at(-1)?.at === this.#at && (this.#found.at(-1)?.to ?? 0) > first) this.#found.pop();
    this.#found.push({
      at: this.#at,
      from: first,
      to: Math.min(head, tokens.length),
      sure: true,
      shared: true,
      opens: this.#opens(first),
    });
    return true;
  }

  /** “US Department of Education” and “Louisiana Alligator Advisory Council”, not “Iran Attacks Navy”. */
  inHeadline(): Piece[] {
    for (const [from, [span]] of this.#starts) {
      if (!span) continue;
      for (
        let index = span.to;
        index < span.to + 4 && this.#isCapital(index) && this.#runsOn(index);
        index++
      ) {
        const folded = this.#folded(index);
        if (this.#at.tokens[index - 1]?.possessive || this.#isKnownAt(index) || isTitle(folded)) break;
        if (isStrongHead(folded) || isModel(this.#at.tokens[index]?.text ?? '')) {
          this.#take(from, index + 1);
          break;
        }
        // A verb, as like as not.
        if (folded.endsWith('s')) break;
      }
    }
    return this.#found;
  }

  #isCapital(index: number): boolean {
    const shape = this.#at.tokens[index]?.shape;
    return shape === 'title' || shape === 'upper';
  }

  #folded(index: number): string {
    return this.#at.tokens[index]?.folded ?? '';
  }

  #runsOn(index: number): boolean {
    const gap = this.#at.tokens[index]?.gap;
    return gap === 'space' || gap === 'hyphen';
  }

  /** The first word of a sentence, or of what is quoted. */
  #opens(index: number): boolean {
    const token = this.#at.tokens[index];
    if (!token || token.gap === 'stop') return true;
    if (token.gap !== 'comma') return false;
    const before = this.#at.block.text[token.start - 1];
    return before === '"' || before === '“' || before === '‘' || before === "'";
  }

  #begins(index: number): boolean {
    const folded = this.#folded(index);
    if (!this.#isCapital(index))
      return (
        PARTICLES.has(folded) && this.#isCapital(index + 1) && this.#runsOn(index + 1) && folded !== 'de'
      );
    if (isCalendar(folded)) return false;
    const known = this.#starts.get(index);
    if (isOpener(folded)) return known?.some(({ from, to }) => to - from > 1) ?? false;
    if (!this.#opens(index) || known || this.#at.tokens[index]?.shape === 'upper') return true;
    return !this.#plain.has(folded) && !/(?:ing|ly|ed)$/.test(folded);
  }

  /** Where the run of capitals that begins here ends. */
  #runFrom(from: number): number {
    let to = from + 1;
    for (;;) {
      const next = this.#stepFrom(from, to);
      if (next === to) return to;
      to = next;
    }
  }

  #stepFrom(from: number, to: number): number {
    const { tokens, block } = this.#at;
    const token = tokens[to];
    const last = tokens[to - 1];
    if (!token || !last || last.possessive) return to;
    if (!this.#runsOn(to))
      return block.text.slice(last.end, token.start) === ' & ' && this.#isCapital(to) ? to + 1 : to;
    if (this.#isCapital(to)) return isCalendar(token.folded) ? to : to + 1;
    if (isModelNumber(token.text)) return token.gap === 'space' && this.#makes(to - 1) ? to + 1 : to;
    if (PARTICLES.has(token.folded)) return this.#isCapital(to + 1) && this.#runsOn(to + 1) ? to + 2 : to;
    return this.#joinFrom(from, to);
  }

  /** “Ministry of the Interior”, “Movement for Change”, “Food and Drug Administration”. */
  #joinFrom(from: number, to: number): number {
    const word = this.#folded(to);
    const before = this.#folded(to - 1);
    if (word === 'of' || word === 'for') {
      const goesOn = this.#hasOf(from, to) && isOrganisationHead(this.#folded(from));
      if (!goesOn && (word === 'of' ? !isJoinedByOf(before) : !isOrganisationHead(before))) return to;
      const next = this.#folded(to + 1) === 'the' ? to + 2 : to + 1;
      return this.#isCapital(next) && this.#runsOn(next) && this.#runsOn(to + 1) ? next + 1 : to;
    }
    if (word !== 'and' || !this.#isCapital(to + 1) || !this.#runsOn(to + 1)) return to;
    const isAgency = this.#hasOf(from, to);
    if (this.#isKnownAt(to - 1) || this.#isKnownAt(to + 1) || isGivenName(before)) {
      return to;
    }
    let end = to + 2;
    while (this.#isCapital(end) && this.#runsOn(end) && !this.#at.tokens[end - 1]?.possessive) end++;
    return isAgency || (end - to > 2 && isStrongHead(this.#folded(end - 1))) ? end : to;
  }

  #hasOf(from: number, to: number): boolean {
    for (let index = from; index < to; index++)
      if (this.#folded(index) === 'of' || this.#folded(index) === 'for') return true;
    return false;
  }

  /** Whether a maker of things is named here: behind it, a number is a model's. */
  #makes(index: number): boolean {
    return this.#starts.get(index)?.some(({ rows }) => rows.some(({ kind }) => kind === 'company')) ?? false;
  }

  #isKnownAt(index: number): boolean {
    return this.#starts.has(index);
  }

  /** Cuts a run where one name ends and another begins. */
  #cut(from: number, end: number): void {
    let start = from;
    let index = from;
    while (index < end) {
      const adjective = index === start ? this.#adjectiveAt(index, end) || this.#placeAt(index, end) : 0;
      if (index > start && this.#isApartFrom(start, index, end)) {
        this.#take(start, index);
        start = index;
        continue;
      }
      const person = this.#personAt(index, end);
      const title = person > 0 || this.#isBodyAt(index, end) ? 0 : this.#titlesAt(index, end);
      const step = adjective || person || title;
      if (step === 0) {
        index++;
        continue;
      }
      this.#take(start, index);
      if (step !== title) this.#take(index, index + step);
      index += step;
      start = index;
    }
    this.#take(start, end);
  }

  /** How many tokens of an adjective stand before something that is not one name with it. */
  #adjectiveAt(index: number, end: number): number {
    const adjective = this.#starts
      .get(index)
      ?.find(({ rows, to }) => to <= end && rows.some(isLikeAdjective));
    if (!adjective || adjective.to === end) return 0;
    const last = this.#folded(end - 1);
    if (last === 'government') return adjective.to - index;
    for (let at = adjective.to; at < end; at++) if (this.#titlesAt(at, end) > 0) return adjective.to - index;
    const isName =
      isOrganisationHead(last) || isPlaceHead(last) || isThingHead(last) || this.#hasOf(adjective.to, end);
    return isName ? 0 : adjective.to - index;
  }

  /** A city right before its country: “Maiduguri Borno State” is two names without the comma. */
  #placeAt(index: number, end: number): number {
    const place = this.#starts.get(index)?.find(({ rows }) => rows.some(({ kind }) => kind === 'city'));
    const next = place && this.#starts.get(place.to)?.find(({ to, rows }) => to === end && rows.some(isLand));
    return place && next ? place.to - index : 0;
  }

  /** “Oklahoma Republicans”, “State of Tamil Nadu”: what stands before is no part of the name. */
  #isApartFrom(start: number, index: number, end: number): boolean {
    if (isFollower(this.#folded(index)) && index === end - 1) return true;
    const before = this.#folded(index - 1);
    const of = before === 'the' ? index - 2 : index - 1;
    if (this.#folded(of) !== 'of' || of !== start + 1 || !isPlaceOf(this.#folded(start))) return false;
    return this.#starts.get(index)?.some(({ to, rows }) => to === end && rows.some(isLand)) ?? false;
  }

  /** How many tokens of somebody’s full name begin here, unless it goes on (“Donald Trump Jr”, “George Bush Airport”). */
  #personAt(index: number, end: number): number {
    const person = this.#starts
      .get(index)
      ?.find(({ from, to, rows }) => to - from > 1 && to <= end && rows.some((row) => row.kind === 'person'));
    if (!person) return 0;
    const last = this.#folded(end - 1);
    const goesOn =
      person.to < end && (isGeneration(this.#folded(person.to)) || isStrongHead(last) || isPlaceHead(last));
    return goesOn ? 0 : person.to - person.from;
  }

  /** “General Motors” is no general. */
  #isBodyAt(index: number, end: number): boolean {
    return (
      this.#starts
        .get(index)
        ?.some(({ from, to, rows }) => to - from > 1 && to <= end && rows.every(isBody)) ?? false
    );
  }

  /** How many words of a title stand here; none where they belong to a name (“Foreign Ministry”, “Supreme Court”). */
  #titlesAt(index: number, end: number): number {
    let at = index;
    while (at < end && isTitle(this.#folded(at))) at++;
    if (at === index || (at < end && !this.#runsOn(at))) return 0;
    if (at === index + 1 && isHalfTitle(this.#folded(index))) return 0;
    const last = this.#folded(end - 1);
    if (at < end && (isOrganisationHead(this.#folded(at)) || (isCompanyEnding(last) && at === index + 1)))
      return 0;
    return at - index;
  }

  /** “EADS North America”: what somebody runs in a place. */
  #isBranch(from: number, to: number): boolean {
    const runner = this.#starts
      .get(from)
      ?.find(({ rows }) =>
        rows.some(({ kind }) => kind === 'company' || kind === 'organisation' || kind === 'media'),
      );
    return (
      runner !== undefined &&
      (this.#starts.get(runner.to)?.some((place) => place.to === to && place.rows.some(isLand)) ?? false)
    );
  }

  #take(from: number, to: number): void {
    if (to <= from) return;
    const { tokens } = this.#at;
    const head = this.#folded(to - 1);
    const sure =
      to - from > 1 &&
      (isOrganisationHead(head) ||
        isPlaceHead(head) ||
        isThingHead(head) ||
        isGeneration(head) ||
        isGivenName(this.#folded(from)) ||
        tokens[to - 1]?.shape === 'number' ||
        isModel(tokens[to - 1]?.text ?? '') ||
        this.#hasOf(from, to) ||
        tokens.slice(from + 1, to).some(({ gap }) => gap === 'comma') ||
        this.#isBranch(from, to));
    this.#found.push({ at: this.#at, from, to, sure, opens: this.#opens(from) });
  }
}

const BODIES: ReadonlySet<string> = new Set(['company', 'organisation', 'media', 'government_body']);

function isBody({ kind }: Span['rows'][number]): boolean {
  return BODIES.has(kind);
}

function isLand({ kind }: Span['rows'][number]): boolean {
  return kind === 'country' || kind === 'region' || kind === 'territory' || kind === 'city';
}

/** `787`, `737s`, no year and no small count. */
function isModelNumber(text: string): boolean {
  return /^\d{3}s?$/.test(text);
}

/** `A380`, `F-16`. */
function isModel(text: string): boolean {
  return /^\p{Lu}{1,3}\d{1,4}\p{Lu}?$/u.test(text);
}

/** “Iranian”, “Iranians”, and the abbreviations that stand before nouns as adjectives do (US, UN, EU). */
function isLikeAdjective({ type, kind, match }: Span['rows'][number]): boolean {
  if (type === 'adjective' || type === 'demonym') return true;
  return type === 'acronym' && match === 'exact-case' && (kind === 'country' || kind === 'union');
}
