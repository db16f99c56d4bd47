// Runs the card's reducer: keeps its state, and turns its effects into timers and questions. Each token has
// one AbortController, which ends its wait and its question alike; the visit's signal ends them all.
import type { CardContent } from '../components/card-props.ts';
import type { EntityId } from '../core/knowledge/terms.ts';
import {
  type Card,
  type CardEvent,
  type CardState,
  CLOSED,
  type Effect,
  next,
  type Point,
  type Token,
} from './card-state.ts';
import type { Marked } from './mentions.ts';

export interface CardPorts {
  readonly look: (point: Point) => Marked | null;
  readonly tell: (about: EntityId, signal: AbortSignal) => Promise<CardContent>;
  /** Called when the card has changed; null closes it. */
  readonly show: (card: Card | null) => void;
}

export interface CardLife {
  send(event: CardEvent): void;
  state(): CardState;
}

const cardOf = (state: CardState): Card | null => (state.at === 'open' ? state.card : null);

export function runCard(ports: CardPorts, signal: AbortSignal): CardLife {
  let state = CLOSED;
  const running = new Map<Token, AbortController>();

  function lifeOf(token: Token): AbortController {
    const life = running.get(token) ?? new AbortController();
    running.set(token, life);
    return life;
  }

  function end(token: Token) {
    running.get(token)?.abort();
    running.delete(token);
  }

  function wait(ms: number, token: Token) {
    const timer = setTimeout(() => send({ type: 'waited', token }), ms);
    lifeOf(token).signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  async function ask(about: EntityId, token: Token) {
    const content = await ports.tell(about, lifeOf(token).signal);
    send({ type: 'answered', token, content });
  }

  function perform(effect: Effect) {
    switch (effect.do) {
      case 'wait':
        return wait(effect.ms, effect.token);
      case 'look':
        return send({ type: 'found', token: effect.token, mention: ports.look(effect.point) });
      case 'ask':
        return void ask(effect.about, effect.token);
      case 'abort':
        return end(effect.token);
    }
  }

  function send(event: CardEvent) {
    if (signal.aborted) return;
    const before = cardOf(state);
    const step = next(state, event);
    state = step.state;
    const after = cardOf(state);
    if (after !== before) ports.show(after);
    for (const effect of step.effects) perform(effect);
  }

  signal.addEventListener(
    'abort',
    () => {
      for (const token of [...running.keys()]) end(token);
      ports.show(null);
    },
    { once: true },
  );
  return { send, state: () => state };
}
