// Names that no pack knows: what kind of thing each is, told by its own words and by those beside it. They are never
// marked by default; they keep known names from being seen where they are not meant, and are what a reader can add.
import type { EntityKind } from '../knowledge/terms.ts';
import { endsPhrase, isCounting, isTitle, placeBefore } from './english.ts';
import { isGivenName } from './given-names.ts';
import type { UnknownBecause } from './mention.ts';
import {
  isCompanyEnding,
  isGeneration,
  isJoinedByOf,
  isNoName,
  isOrganisationHead,
  isPlaceBeginning,
  isPlaceHead,
  isPlainEnding,
  isRoleNoun,
  isStrongHead,
  isSurnameToo,
  isThingHead,
  isUndertaking,
  organisationKind,
  placeKind,
  speaks,
} from './name-words.ts';
import type { Piece } from './pieces.ts';

export interface Guess {
  readonly kind: EntityKind;
  readonly confidence: number;
  readonly because: UnknownBecause;
  readonly word: string;
}

type Part = Pick<Piece, 'at' | 'from' | 'to'>;

/** What a piece is, by itself and by what stands beside it; null where nothing tells. */
export function guess(part: Part): Guess | null {
  return guessByHead(part) ?? guessPerson(part) ?? guessPlace(part) ?? guessByShape(part);
}

/** “The Association of Chief Police Officers” in quotation marks is one; “Look What You Made Me Do” is a title. */
function guessWhole(piece: Piece): Guess | null {
  const made = guess(piece);
  if (!piece.quoted || (made && made.confidence >= 0.65)) return made;
  return { kind: 'thing', confidence: 0.7, because: 'quoted', word: '' };
}

const folded = ({ at }: Part, index: number): string => at.tokens[index]?.folded ?? '';

function guessByHead(part: Part): Guess | null {
  const { at, from, to } = part;
  if (to - from < 2) return null;
  if (at.block.text[at.tokens[to - 1]?.end ?? 0] === ')' && textOf(part).includes('('))
    return { kind: 'organisation', confidence: 0.65, because: 'capitals', word: '' };
  let last = to - 1;
  // “Ministry of the Interior”: the head comes first.
  for (let index = from + 1; index < to; index++)
    if (folded(part, index) === 'of' || folded(part, index) === 'for') {
      last = index - 1;
      break;
    }
  const head = folded(part, last);
  const ofSomething = last !== to - 1 && isJoinedByOf(head);
  const looksPersonal =
    isGivenName(folded(part, from)) && to - from <= 3 && isSurnameToo(head) && !ofSomething;
  const by = (kind: EntityKind, confidence: number): Guess => ({
    kind,
    confidence,
    because: 'head',
    word: part.at.tokens[last]?.text ?? head,
  });
  if (isGeneration(folded(part, to - 1)))
    return { ...by('person', 0.85), word: part.at.tokens[to - 1]?.text ?? '' };
  if (isCompanyEnding(folded(part, to - 1))) return by('company', 0.9);
  if (isUndertaking(folded(part, from))) return by('thing', 0.7);
  if (looksPersonal) return null;
  if (isStrongHead(head)) return by(organisationKind(head), 0.85);
  if (isPlaceHead(head)) return by(placeKind(head), 0.8);
  if (isPlaceBeginning(folded(part, from)))
    return { ...by(placeKind(folded(part, from)), 0.7), word: part.at.tokens[from]?.text ?? '' };
  if (isThingHead(head)) return by('thing', 0.7);
  return isOrganisationHead(head) ? by(organisationKind(head), 0.65) : null;
}

const PARTICLE = /^(?:al|el|bin|ibn|abu|van|von|der|del|della|di|da|dos|bint)$/;

function person(confidence: number, because: UnknownBecause, word = ''): Guess {
  return { kind: 'person', confidence, because, word };
}

function guessPerson(part: Part): Guess | null {
  const { at, from, to } = part;
  const { tokens } = at;
  const before = tokens[from]?.gap === 'space' ? tokens[from - 1] : undefined;
  if (before && before.shape !== 'lower' && isTitle(before.folded)) return person(0.85, 'title', before.text);
  const length = to - from;
  const isParticle = tokens[from + 1]?.gap === 'hyphen' && PARTICLE.test(folded(part, from));
  if (length > 1 && length < 6 && !isParticle && isGivenName(folded(part, from)))
    return person(0.85, 'given-name', tokens[from]?.text);
  // “The Fed said”
  if (length > 4 || before?.folded === 'the') return null;
  if (before?.shape === 'lower' && isRoleNoun(before.folded)) return person(0.75, 'title', before.text);
  return guessByParts(part) ?? guessByAct(part);
}

/** “Mohan al-Freiji”, “John F. Smith”. */
function guessByParts(part: Part): Guess | null {
  const { at, from, to } = part;
  for (let index = from; index < to - 1; index++) {
    const text = at.tokens[index]?.text ?? '';
    if (PARTICLE.test(folded(part, index)) && placeBefore(at.tokens, from) === null)
      return person(0.7, 'particle', text);
    if (/^\p{Lu}\.?$/u.test(text)) return person(0.75, 'initial', text);
  }
  return null;
}

/** “Sarkis, 43, …”, “Sarkis said”, “said Sarkis”. */
function guessByAct({ at: { tokens }, from, to }: Part): Guess | null {
  const after = tokens[to];
  const last = tokens[to - 1];
  const before = tokens[from]?.gap === 'space' ? tokens[from - 1] : undefined;
  if (after?.gap === 'comma' && /^\d\d$/.test(after.text) && tokens[to + 1]?.gap !== 'space')
    return person(0.85, 'age', after.text);
  if (last?.shape !== 'title') return null;
  if (after?.gap === 'space' && speaks(after.folded)) return person(0.65, 'speaks', after.text);
  if (before && speaks(before.folded) && to - from < 4) return person(0.6, 'speaks', before.text);
  const first = tokens[from];
  return to - from === 1 && first && isGivenName(first.folded) ? person(0.6, 'given-name', first.text) : null;
}

function guessPlace(part: Part): Guess | null {
  const { at, from, to } = part;
  const { tokens } = at;
  if (to - from > 3 || tokens[from]?.shape === 'upper' || !endsPhrase(tokens, to)) return null;
  const word = placeBefore(tokens, from);
  return word === null ? null : { kind: 'city', confidence: 0.6, because: 'place', word };
}

/** “a VBIED,” “three NGOs”: one of many, not the only one of its name. “an IMF official” is another matter. */
function isCounted({ at: { tokens }, from, to }: Part): boolean {
  const before = tokens[from]?.gap === 'space' ? tokens[from - 1] : undefined;
  if (!before || !endsPhrase(tokens, to)) return false;
  return before.shape === 'number' || isCounting(before.folded);
}

function guessByShape(part: Part): Guess | null {
  const { at, from, to } = part;
  const { tokens } = at;
  const first = tokens[from];
  if (!first) return null;
  if (to - from === 1) {
    if (/^(?!Mc|Mac|De|Di|La|Le|Du|O['’]|Fitz|Van)\p{Lu}\p{Ll}+\p{Lu}/u.test(first.text))
      return { kind: 'organisation', confidence: 0.5, because: 'capitals', word: '' };
    if (isCounted(part)) return null;
    const isAcronym =
      first.shape === 'upper' && /^[\p{Lu}.]{2,6}$/u.test(first.text) && !isNoName(first.folded);
    return isAcronym ? { kind: 'organisation', confidence: 0.5, because: 'acronym', word: first.text } : null;
  }
  const isLetters = /^\p{Lu}{2}$/u.test(first.text) && to - from === 2 && tokens[to - 1]?.shape === 'title';
  if (isLetters) return { kind: 'person', confidence: 0.45, because: 'initial', word: first.text };
  for (let index = from; index < to; index++) if (isPlainEnding(folded(part, index))) return null;
  const article = tokens[from - 1]?.folded === 'the' && first.gap === 'space';
  if (article || first.shape === 'upper' || tokens[to - 1]?.shape === 'upper' || to - from > 3)
    return { kind: 'organisation', confidence: 0.4, because: 'capitals', word: '' };
  return { kind: 'person', confidence: 0.45, because: 'capitals', word: '' };
}

/** The guesses of an article, each name by the best of them: where it is said once what somebody is, it holds throughout. */
export class Guesses {
  readonly #whole = new Map<string, Guess>();
  /** Surnames of strangers, and the name they were brought in by. */
  readonly #surnames = new Map<string, string>();
  /** First words of unknown companies, and their names: “Burlington Industries” is “Burlington” from there on. */
  readonly #companies = new Map<string, string>();
  readonly #seen = new Map<string, number>();
  /** The last words of names of several words. */
  readonly #endings: ReadonlySet<string>;
  /** How many pieces, none at the beginning of a sentence, surely name somebody or something. */
  readonly sure: number;

  constructor(pieces: readonly Piece[]) {
    const counted = new Set(pieces.filter(isCounted).map(keyOf));
    this.#endings = new Set(pieces.filter(({ from, to }) => to - from > 1).map(surnameOf));
    for (const piece of pieces) {
      const key = keyOf(piece);
      if (counted.has(key)) continue;
      if (!piece.opens) this.#seen.set(key, (this.#seen.get(key) ?? 0) + 1);
      const made = guessWhole(piece);
      const before = this.#whole.get(key);
      if (made && made.confidence > (before?.confidence ?? 0)) this.#whole.set(key, made);
    }
    let sure = 0;
    for (const piece of pieces) {
      if (piece.to - piece.from < 2) continue;
      const made = this.#whole.get(keyOf(piece));
      if (made && !piece.opens && made.confidence >= 0.6) sure++;
      if (made?.kind === 'company' && made.confidence >= 0.6)
        this.#companies.set(folded(piece, piece.from), textOf(piece));
      if (made?.kind !== 'person' || made.confidence < 0.6) continue;
      const last = surnameOf(piece);
      if (!this.#surnames.has(last)) this.#surnames.set(last, textOf(piece));
    }
    this.sure = sure;
  }

  of(piece: Piece): Guess | null {
    const whole = this.#whole.get(keyOf(piece)) ?? null;
    if (piece.to - piece.from > 1) return whole;
    const folded = piece.at.tokens[piece.from]?.folded ?? '';
    if (isNoName(folded) || isTitle(folded)) return null;
    const by = this.#surnames.get(folded);
    if (by !== undefined && (whole?.confidence ?? 0) < 0.75)
      return { kind: 'person', confidence: 0.75, because: 'full-name', word: by };
    return whole && piece.opens && !this.#seen.has(folded) && !isGivenName(folded) ? null : whole;
  }

  /** A country’s name where a match is told. */
  static readonly TEAM: Guess = { kind: 'organisation', confidence: 0.6, because: 'team', word: '' };

  /** The full name of the unknown company that a word is short for. */
  companyOf(word: string): string | undefined {
    return this.#companies.get(word);
  }

  /** Whether some longer name of the article ends so, whoever bears it. */
  isEnding(word: string): boolean {
    return this.#endings.has(word);
  }

  /** The full name of the stranger whose surname a word is. */
  bearerOf(word: string): string | undefined {
    return this.#surnames.get(word);
  }
}

function keyOf({ at, from, to }: Part): string {
  let key = folded({ at, from, to }, from);
  for (let index = from + 1; index < to; index++) key += ` ${at.tokens[index]?.folded}`;
  return key;
}

/** `jones` of “Sam Jones Jr”. */
function surnameOf(piece: Piece): string {
  const last = folded(piece, piece.to - 1);
  return isGeneration(last) ? folded(piece, piece.to - 2) : last;
}

export function textOf({ at, from, to }: Part): string {
  return at.block.text.slice(at.tokens[from]?.start, at.tokens[to - 1]?.end);
}
