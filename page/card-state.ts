// When a card opens and closes, as a pure reducer after wikimedia's Popups: every pause is an effect
// ("wait 150"), every answer carries the token of its question, so all of it is tested without a clock,
// and a late answer cannot open anything.
import type { CardContent } from '../components/card-props.ts';
import type { EntityId } from '../core/knowledge/terms.ts';
import { type Marked, sameMention } from './mentions.ts';

/** Milliseconds; product promise 2. */
const TIMES = {
  /** The pointer has rested this long before anything is asked. */
  rest: 150,
  /** The card is there this long after the rest began, with or without its answer. */
  card: 500,
  /** The card outlasts the pointer's leaving by this much, so that the pointer can cross into it. */
  grace: 300,
} as const;

export type Token = number;
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the pointer is about to do. */
export type Approach =
  | { readonly at: 'none' }
  | { readonly at: 'resting'; readonly token: Token; readonly point: Point }
  | { readonly at: 'asking'; readonly token: Token; readonly mention: Marked };

export interface Card {
  readonly token: Token;
  readonly mention: Marked;
  /** The mention's entity, until the reader asks for another one from within the card. */
  readonly about: EntityId;
  readonly content: CardContent;
  /** A card that the keyboard opened takes the focus, and the pointer neither closes nor replaces it. */
  readonly by: 'pointer' | 'keyboard';
}

export type CardState =
  | { readonly at: 'closed'; readonly approach: Approach; readonly next: Token }
  | {
      readonly at: 'open';
      readonly card: Card;
      readonly leaving: Token | null;
      readonly approach: Approach;
      readonly next: Token;
    };

/** Where the pointer is: in the card, on its mention, on the mention just asked about, or elsewhere. */
export type Over = 'card' | 'mark' | 'asked' | 'page';

export type CardEvent =
  | { readonly type: 'moved'; readonly point: Point; readonly over: Over; readonly pressed: boolean }
  | { readonly type: 'left' }
  | { readonly type: 'waited'; readonly token: Token }
  | { readonly type: 'found'; readonly token: Token; readonly mention: Marked | null }
  | { readonly type: 'answered'; readonly token: Token; readonly content: CardContent }
  /** A button or finger went down. */
  | { readonly type: 'pressed'; readonly over: Over }
  /** The page scrolled, or text is being selected: the reader is doing something else. */
  | { readonly type: 'interrupted' }
  | { readonly type: 'tapped'; readonly mention: Marked }
  | { readonly type: 'walked'; readonly mention: Marked }
  | { readonly type: 'other'; readonly about: EntityId }
  | { readonly type: 'retried' }
  /** Escape, the close button, or the mark is gone. */
  | { readonly type: 'closed' };

export type Effect =
  | { readonly do: 'wait'; readonly ms: number; readonly token: Token }
  | { readonly do: 'look'; readonly token: Token; readonly point: Point }
  | { readonly do: 'ask'; readonly token: Token; readonly about: EntityId }
  /** Ends the wait and the question of a token. */
  | { readonly do: 'abort'; readonly token: Token };

export interface Step {
  readonly state: CardState;
  readonly effects: readonly Effect[];
}

const NONE: Approach = { at: 'none' };
export const CLOSED: CardState = { at: 'closed', approach: NONE, next: 1 };

const stay = (state: CardState): Step => ({ state, effects: [] });
const abort = (token: Token): Effect => ({ do: 'abort', token });
const ends = (approach: Approach): Effect[] => (approach.at === 'none' ? [] : [abort(approach.token)]);
const cardEnds = (state: CardState): Effect[] => (state.at === 'open' ? [abort(state.card.token)] : []);

function withoutApproach(state: CardState): Step {
  if (state.approach.at === 'none') return stay(state);
  return { state: { ...state, approach: NONE }, effects: ends(state.approach) };
}

function close(state: CardState): Step {
  const effects = [...ends(state.approach), ...cardEnds(state)];
  if (state.at === 'closed' && effects.length === 0) return stay(state);
  return { state: { at: 'closed', approach: NONE, next: state.next }, effects };
}

/** The pointer came to a mention: ask, and show the card when the answer is there or the time is up. */
function approach(state: CardState, mention: Marked): Step {
  const token = state.next;
  return {
    state: { ...state, approach: { at: 'asking', token, mention }, next: token + 1 },
    effects: [
      ...ends(state.approach),
      { do: 'ask', token, about: mention.entity },
      { do: 'wait', ms: TIMES.card - TIMES.rest, token },
    ],
  };
}

function open(state: CardState, card: Card): Step {
  return {
    state: { at: 'open', card, leaving: null, approach: NONE, next: state.next },
    effects: cardEnds(state),
  };
}

const ASKING: CardContent = { kind: 'asking' };

/** A card that asks anew, in the place of whatever was there. */
function openAsking(state: CardState, asked: Pick<Card, 'mention' | 'about' | 'by'>): Step {
  const token = state.next;
  const { mention, about, by } = asked;
  const opened = open({ ...state, next: token + 1 }, { token, mention, about, by, content: ASKING });
  return {
    state: opened.state,
    effects: [...ends(state.approach), ...opened.effects, { do: 'ask', token, about }],
  };
}

function startLeaving(state: CardState): Step {
  if (state.at === 'closed' || state.leaving !== null || state.card.by === 'keyboard') return stay(state);
  const token = state.next;
  return {
    state: { ...state, leaving: token, next: token + 1 },
    effects: [{ do: 'wait', ms: TIMES.grace, token }],
  };
}

function startResting(state: CardState, point: Point): Step {
  const token = state.next;
  return {
    state: { ...state, approach: { at: 'resting', token, point }, next: token + 1 },
    effects: [...ends(state.approach), { do: 'wait', ms: TIMES.rest, token }],
  };
}

/** One thing after the other, with the effects of both. */
function then(first: Step, second: (state: CardState) => Step): Step {
  const next = second(first.state);
  return { state: next.state, effects: [...first.effects, ...next.effects] };
}

function moved(state: CardState, event: Extract<CardEvent, { type: 'moved' }>): Step {
  if (state.at === 'open') {
    if (state.card.by === 'keyboard') return withoutApproach(state);
    if (event.over === 'card' || event.over === 'mark') {
      return withoutApproach(state.leaving === null ? state : { ...state, leaving: null });
    }
  }
  const left = startLeaving(state);
  if (event.pressed) return then(left, withoutApproach);
  if (event.over === 'asked' && state.approach.at === 'asking') return left;
  return then(left, (next) => startResting(next, event.point));
}

function waited(state: CardState, token: Token): Step {
  if (state.approach.at === 'resting' && state.approach.token === token) {
    return { state, effects: [{ do: 'look', token, point: state.approach.point }] };
  }
  if (state.approach.at === 'asking' && state.approach.token === token) {
    const { mention } = state.approach;
    return open(state, { token, mention, about: mention.entity, content: ASKING, by: 'pointer' });
  }
  if (state.at === 'open' && state.leaving === token) {
    return {
      state: { at: 'closed', approach: state.approach, next: state.next },
      effects: cardEnds(state),
    };
  }
  return stay(state);
}

function found(state: CardState, token: Token, mention: Marked | null): Step {
  if (state.approach.at !== 'resting' || state.approach.token !== token) return stay(state);
  if (mention === null) return withoutApproach(state);
  if (state.at === 'open' && sameMention(state.card.mention, mention)) {
    return withoutApproach({ ...state, leaving: null });
  }
  return approach(state, mention);
}

function answered(state: CardState, token: Token, content: CardContent): Step {
  if (state.approach.at === 'asking' && state.approach.token === token) {
    const { mention } = state.approach;
    const opened = open(state, { token, mention, about: mention.entity, content, by: 'pointer' });
    return { state: opened.state, effects: [abort(token), ...opened.effects] };
  }
  if (state.at === 'open' && state.card.token === token) {
    return stay({ ...state, card: { ...state.card, content } });
  }
  return stay(state);
}

export function next(state: CardState, event: CardEvent): Step {
  switch (event.type) {
    case 'moved':
      return moved(state, event);
    case 'left':
      return then(startLeaving(state), withoutApproach);
    case 'waited':
      return waited(state, event.token);
    case 'found':
      return found(state, event.token, event.mention);
    case 'answered':
      return answered(state, event.token, event.content);
    case 'pressed':
      return state.at === 'open' && (event.over === 'page' || event.over === 'asked')
        ? close(state)
        : withoutApproach(state);
    case 'interrupted':
      return withoutApproach(state);
    case 'tapped':
      return state.at === 'open' && sameMention(state.card.mention, event.mention)
        ? stay(state)
        : approach(state, event.mention);
    case 'walked':
      return openAsking(state, { mention: event.mention, about: event.mention.entity, by: 'keyboard' });
    case 'other':
      return state.at === 'open' ? openAsking(state, { ...state.card, about: event.about }) : stay(state);
    case 'retried':
      return state.at === 'open' ? openAsking(state, state.card) : stay(state);
    case 'closed':
      return close(state);
  }
}
