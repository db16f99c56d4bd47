// From the card's state to what is on the screen: which view, beside which words, with whose focus.
import type { VNode } from 'preact';
import cardStyle from '../components/card.css?inline';
import type { CardProps } from '../components/card-props.ts';
import { EntityCard } from '../components/EntityCard.tsx';
import { type Anchor, type CardHost, createHost } from './card-host.tsx';
import type { Card, CardEvent, Point } from './card-state.ts';
import type { Keeper } from './keeper-handle.ts';
import type { Marks } from './marks.ts';
import { partAt } from './placement.ts';
import { rectsOf } from './rects.ts';
import type { Coastlines } from './teller.ts';

export interface CardViewPorts {
  readonly marks: Marks;
  readonly coastlines: Coastlines;
  readonly send: (event: CardEvent) => void;
  readonly onOther: (entity: string) => void;
  readonly onNote: CardProps['onNote'];
  /** Where the pointer last found a mention. */
  readonly pointedAt: () => Point | null;
  /** Has the chooser for “not this one”. */
  readonly keeper: (() => Promise<Keeper>) | undefined;
  /** A card that said "reload this page" has been closed. */
  readonly onGone: () => void;
}

export interface CardView {
  readonly host: Element;
  readonly show: (card: Card | null) => void;
  /** Of the open card's mention, as it was last put in place. */
  readonly markRects: () => readonly DOMRect[];
}

export function showCards(ports: CardViewPorts, signal: AbortSignal): CardView {
  const { marks, coastlines, send, onOther, keeper } = ports;
  const close = () => send({ type: 'closed' });
  const retry = () => send({ type: 'retried' });
  const host: CardHost = createHost(
    { name: 'backstory-card', style: cardStyle, mode: 'open', onEscape: close, onUnseen: close },
    signal,
  );
  let shown: Card | null = null;
  /** In the place of the card, and of the next one that opens. */
  let chooser: VNode | undefined;
  let nextChooser: VNode | undefined;
  let rects: readonly DOMRect[] = [];
  let anchor: Anchor = { rects: () => [], part: 0, within: null };

  /** Kept from the opening on: a later reading may take the mark away from under an open card. */
  function anchorAt({ mention, by }: Card): Anchor {
    const range = marks.rangeOf(mention);
    const measure = () => {
      rects = range ? rectsOf(range) : [];
      return rects;
    };
    return {
      rects: measure,
      part: partAt(measure(), by === 'pointer' ? ports.pointedAt() : null),
      within: range?.startContainer.parentElement ?? null,
    };
  }

  /** Held open as the keyboard's cards are: the pointer may leave while the reader chooses. */
  function notThis(come: () => Promise<Keeper>, { token, mention }: Card) {
    come().then(
      ({ choose }) => {
        if (shown?.token !== token) return;
        const choosing = { mention, close, show: onOther };
        nextChooser = <div ref={(element) => void (element && choose(element, choosing))} />;
        send({ type: 'walked', mention });
      },
      // A script of ours that does not come has gone with the extension.
      () => send({ type: 'answered', token, content: { kind: 'failed', code: 'extension-gone' } }),
    );
  }

  function draw(card: Card, takeFocus: boolean) {
    const { mention, content } = card;
    const view = chooser ?? (
      <EntityCard
        mention={mention}
        content={content}
        coastlines={coastlines.path}
        onClose={close}
        onRetry={retry}
        onOther={onOther}
        onNotThis={keeper && (() => notThis(keeper, card))}
        onNote={ports.onNote}
      />
    );
    host.show(view, anchor, takeFocus);
  }

  function hide() {
    const before = shown;
    shown = null;
    rects = [];
    host.hide();
    marks.point(null);
    if (before?.content.kind === 'failed' && before.content.code === 'extension-gone') ports.onGone();
  }

  function show(card: Card | null) {
    if (!card) return hide();
    if (card.mention !== shown?.mention) {
      anchor = anchorAt(card);
      marks.point(card.mention);
    }
    const isNew = card.token !== shown?.token;
    shown = card;
    if (isNew) {
      chooser = nextChooser;
      nextChooser = undefined;
    }
    draw(card, isNew && card.by === 'keyboard');
  }

  coastlines.onCome = () => shown && draw(shown, false);
  return { host: host.element, show, markRects: () => rects };
}
