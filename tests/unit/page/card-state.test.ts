import { describe, expect, test } from 'vitest';
import type { CardContent } from '../../../components/card-props.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import {
  type CardEvent,
  type CardState,
  CLOSED,
  type Effect,
  next,
  type Over,
  type Token,
} from '../../../page/card-state.ts';
import { mention } from './mention.ts';

const iran = mention(0, 0, 4);
const iraq = mention(0, 10, 14, 'Q796');
const TOLD: CardContent = {
  kind: 'told',
  backstory: { asOf: '2019-12-31', assumedToday: false, entities: [], before: [], since: [] },
};

/** A reader at a page, and a clock that only the test moves. */
class Sitting {
  state: CardState = CLOSED;
  now = 0;
  /** What lies under the resting pointer. */
  under: typeof iran | null = null;
  readonly asked: { token: Token; about: string; at: number }[] = [];
  readonly aborted: Token[] = [];
  #waits: { token: Token; due: number }[] = [];

  send(event: CardEvent) {
    const step = next(this.state, event);
    this.state = step.state;
    for (const effect of step.effects) this.#perform(effect);
  }

  #perform(effect: Effect) {
    if (effect.do === 'wait') this.#waits.push({ token: effect.token, due: this.now + effect.ms });
    if (effect.do === 'look') this.send({ type: 'found', token: effect.token, mention: this.under });
    if (effect.do === 'ask') this.asked.push({ token: effect.token, about: effect.about, at: this.now });
    if (effect.do === 'abort') {
      this.aborted.push(effect.token);
      this.#waits = this.#waits.filter(({ token }) => token !== effect.token);
    }
  }

  pass(ms: number) {
    const until = this.now + ms;
    for (;;) {
      const first = this.#waits.sort((a, b) => a.due - b.due)[0];
      if (!first || first.due > until) break;
      this.#waits.shift();
      this.now = first.due;
      this.send({ type: 'waited', token: first.token });
    }
    this.now = until;
  }

  move(over: Over, under: typeof iran | null = null, pressed = false) {
    this.under = under;
    this.send({ type: 'moved', point: { x: this.now, y: 0 }, over, pressed });
  }

  answer(question = this.asked.at(-1), content = TOLD) {
    if (!question) throw new Error('nothing was asked');
    this.send({ type: 'answered', token: question.token, content });
  }

  get card() {
    return this.state.at === 'open' ? this.state.card : null;
  }
}

function withOpenCard(): Sitting {
  const reader = new Sitting();
  reader.move('page', iran);
  reader.pass(150);
  reader.answer();
  return reader;
}

describe('resting on a name', () => {
  test('asks after 150 ms, not before', () => {
    const reader = new Sitting();
    reader.move('page', iran);
    reader.pass(149);
    expect(reader.asked).toEqual([]);
    reader.pass(1);
    expect(reader.asked).toMatchObject([{ about: 'Q794', at: 150 }]);
  });

  test('begins anew with each move', () => {
    const reader = new Sitting();
    for (let moves = 0; moves < 10; moves += 1) {
      reader.move('page', iran);
      reader.pass(100);
    }
    expect(reader.asked).toEqual([]);
    reader.pass(50);
    expect(reader.asked).toHaveLength(1);
  });

  test('opens the card as soon as the answer is there', () => {
    const reader = new Sitting();
    reader.move('page', iran);
    reader.pass(160);
    expect(reader.card).toBeNull();
    reader.answer();
    expect(reader.card).toMatchObject({ mention: iran, content: { kind: 'told' }, by: 'pointer' });
  });

  test('opens the card after 500 ms without an answer, and fills it when the answer comes', () => {
    const reader = new Sitting();
    reader.move('page', iran);
    reader.pass(499);
    expect(reader.card).toBeNull();
    reader.pass(1);
    expect(reader.card).toMatchObject({ mention: iran, content: { kind: 'asking' } });
    reader.answer();
    expect(reader.card).toMatchObject({ mention: iran, content: { kind: 'told' } });
  });

  test('with a hand that trembles on the name asks once', () => {
    const reader = new Sitting();
    reader.move('page', iran);
    reader.pass(150);
    reader.move('asked', iran);
    reader.pass(350);
    expect(reader.asked).toHaveLength(1);
    expect(reader.card?.mention).toBe(iran);
  });

  test('beside a name asks nothing', () => {
    const reader = new Sitting();
    reader.move('page', null);
    reader.pass(5_000);
    expect(reader.asked).toEqual([]);
    expect(reader.state.approach.at).toBe('none');
  });
});

describe('no card opens', () => {
  const interruptions: [string, (reader: Sitting) => void][] = [
    ['while a button is pressed', (reader) => reader.move('page', iran, true)],
    ['after a press', (reader) => reader.send({ type: 'pressed', over: 'page' })],
    ['while the page scrolls or text is selected', (reader) => reader.send({ type: 'interrupted' })],
    ['when the pointer has left the window', (reader) => reader.send({ type: 'left' })],
    ['after Escape', (reader) => reader.send({ type: 'closed' })],
  ];

  test.each(interruptions)('%s, during the rest', (_when, interrupt) => {
    const reader = new Sitting();
    reader.move('page', iran);
    reader.pass(100);
    interrupt(reader);
    reader.pass(5_000);
    expect(reader.asked).toEqual([]);
    expect(reader.card).toBeNull();
  });

  test.each(interruptions)('%s, and the question under way is aborted', (_when, interrupt) => {
    const reader = new Sitting();
    reader.move('page', iran);
    reader.pass(200);
    interrupt(reader);
    expect(reader.aborted).toContain(reader.asked[0]?.token);
    reader.answer(reader.asked[0]);
    reader.pass(5_000);
    expect(reader.card).toBeNull();
  });
});

describe('leaving', () => {
  test('closes the card after 300 ms, not before', () => {
    const reader = withOpenCard();
    reader.move('page');
    reader.pass(299);
    expect(reader.card).not.toBeNull();
    reader.pass(1);
    expect(reader.card).toBeNull();
  });

  test('is counted from the moment of leaving, however much the pointer moves outside', () => {
    const reader = withOpenCard();
    for (let moves = 0; moves < 3; moves += 1) {
      reader.move('page');
      reader.pass(100);
    }
    expect(reader.card).toBeNull();
  });

  test.each(['card', 'mark'] as const)('into the %s in time keeps the card', (over) => {
    const reader = withOpenCard();
    reader.move('page');
    reader.pass(250);
    reader.move(over);
    reader.pass(5_000);
    expect(reader.card?.mention).toBe(iran);
  });

  test('the window closes it too', () => {
    const reader = withOpenCard();
    reader.send({ type: 'left' });
    reader.pass(300);
    expect(reader.card).toBeNull();
  });

  test('while the answer is awaited drops the answer', () => {
    const reader = new Sitting();
    reader.move('page', iran);
    reader.pass(500);
    reader.move('page');
    reader.pass(300);
    reader.answer();
    expect(reader.card).toBeNull();
    expect(reader.aborted).toContain(reader.asked[0]?.token);
  });
});

describe('from one name to another', () => {
  test('the newer aborts the older, whose late answer is dropped', () => {
    const reader = new Sitting();
    reader.move('page', iran);
    reader.pass(200);
    reader.move('page', iraq);
    reader.pass(150);
    const [first, second] = reader.asked;
    expect(reader.aborted).toContain(first?.token);
    reader.answer(first);
    expect(reader.card).toBeNull();
    reader.answer(second);
    expect(reader.card?.mention).toBe(iraq);
  });

  test('the first card stays until its grace is over or the second is there', () => {
    const reader = withOpenCard();
    reader.move('page', iraq);
    reader.pass(150);
    expect(reader.card?.mention).toBe(iran);
    reader.answer();
    expect(reader.card?.mention).toBe(iraq);
    reader.pass(5_000);
    expect(reader.card?.mention).toBe(iraq);
  });

  test('resting on the mention of the open card asks nothing again', () => {
    const reader = withOpenCard();
    reader.move('page', iran);
    reader.pass(200);
    expect(reader.asked).toHaveLength(1);
    reader.pass(5_000);
    expect(reader.card?.mention).toBe(iran);
  });
});

describe('by keyboard', () => {
  test('the card is there at once, and the pointer neither closes nor replaces it', () => {
    const reader = new Sitting();
    reader.send({ type: 'walked', mention: iran });
    expect(reader.card).toMatchObject({ mention: iran, content: { kind: 'asking' }, by: 'keyboard' });
    reader.move('page', iraq);
    reader.send({ type: 'left' });
    reader.pass(5_000);
    expect(reader.card?.mention).toBe(iran);
    expect(reader.asked).toHaveLength(1);
  });

  test('the next step aborts the question of the one before', () => {
    const reader = new Sitting();
    reader.send({ type: 'walked', mention: iran });
    reader.send({ type: 'walked', mention: iraq });
    reader.answer(reader.asked[0]);
    expect(reader.card).toMatchObject({ mention: iraq, content: { kind: 'asking' } });
  });

  test('Escape closes', () => {
    const reader = new Sitting();
    reader.send({ type: 'walked', mention: iran });
    reader.send({ type: 'closed' });
    expect(reader.card).toBeNull();
  });
});

describe('pressing and tapping', () => {
  test('a press outside closes the card', () => {
    const reader = withOpenCard();
    reader.send({ type: 'pressed', over: 'page' });
    expect(reader.card).toBeNull();
  });

  test.each(['card', 'mark'] as const)('a press on the %s does not', (over) => {
    const reader = withOpenCard();
    reader.send({ type: 'pressed', over });
    expect(reader.card).not.toBeNull();
  });

  test('a tap opens the card without a rest', () => {
    const reader = new Sitting();
    reader.send({ type: 'tapped', mention: iran });
    expect(reader.asked).toHaveLength(1);
    reader.answer();
    expect(reader.card?.mention).toBe(iran);
  });
});

describe('in the card', () => {
  test('another entity is told of in its place', () => {
    const reader = withOpenCard();
    reader.send({ type: 'other', about: EntityId.parse('Q796') });
    expect(reader.card).toMatchObject({ mention: iran, about: 'Q796', content: { kind: 'asking' } });
    reader.answer(reader.asked[0]);
    expect(reader.card?.content.kind).toBe('asking');
    reader.answer();
    expect(reader.card?.content.kind).toBe('told');
  });

  test('a question that failed is asked again on request', () => {
    const reader = withOpenCard();
    reader.answer(reader.asked[0], { kind: 'failed', code: 'no-answer' });
    reader.send({ type: 'retried' });
    expect(reader.asked.map(({ about }) => about)).toEqual(['Q794', 'Q794']);
    reader.answer();
    expect(reader.card?.content.kind).toBe('told');
  });
});
