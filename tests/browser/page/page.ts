// A page to read and a worker that answers from a list, so that the reader is tried whole, in a browser,
// without an extension around it.
import { userEvent } from 'vitest/browser';
import type { Article } from '../../../core/article/article.ts';
import type { Backstory } from '../../../core/knowledge/backstory.ts';
import { EntityId, type EntityKind } from '../../../core/knowledge/terms.ts';
import type { Mention } from '../../../core/matching/mention.ts';
import type { Handlers } from '../../../messaging/channel.ts';
import type { PageRequests } from '../../../messaging/requests.ts';
import { type ErrorCode, failure, type Result } from '../../../messaging/result.ts';
import type { PageWorker } from '../../../page/page-worker.ts';
import { type ReaderOptions, startReader } from '../../../page/start.ts';

interface Known {
  readonly id: string;
  readonly kind: EntityKind;
  readonly facet: 'actor' | 'place';
}

const KNOWN: Record<string, Known> = {
  Freedonia: { id: 'test:freedonia', kind: 'country', facet: 'actor' },
  'Rufus Firefly': { id: 'test:firefly', kind: 'person', facet: 'actor' },
  Sylvania: { id: 'test:sylvania', kind: 'country', facet: 'place' },
  'the United Provinces of Upper and Lower Klopstokia': {
    id: 'test:klopstokia',
    kind: 'country',
    facet: 'place',
  },
};

export function idOf(name: string): EntityId {
  return EntityId.parse(KNOWN[name]?.id);
}

function mentionsIn({ blocks }: Article): Mention[] {
  return blocks.flatMap(({ id, text }) =>
    Object.entries(KNOWN).flatMap(([name, { id: entity, kind, facet }]) =>
      [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
        block: id,
        start: index,
        end: index + name.length,
        entity: EntityId.parse(entity),
        name,
        kind,
        facet,
        confidence: 1,
        shown: true,
        reasons: [],
        alternatives: [],
      })),
    ),
  );
}

function backstoryOf(id: EntityId): Backstory {
  const [name, known] = Object.entries(KNOWN).find(([, one]) => one.id === id) ?? [];
  if (!name || !known) throw new Error(`nobody knows ${id}`);
  const told = {
    id,
    name,
    kind: known.kind,
    description: `Known to the test as ${name}`,
    rolesThen: [],
    facts: [],
    packs: ['Test'],
    ...(known.facet === 'place' && { geo: { lat: 10, lon: 20 } }),
  };
  return { asOf: '2019-12-31', assumedToday: false, entities: [told], before: [], since: [] };
}

export interface TestWorker extends PageWorker {
  readonly asked: { annotate: Article[]; tell: string[]; coastlines: number };
  /** Questions wait for this before they are answered. */
  ready: Promise<void>;
  /** Asked about each question; a code fails it. */
  fails: (question: 'annotate' | 'tell') => ErrorCode | null;
}

function testWorker(): TestWorker {
  const asked: TestWorker['asked'] = { annotate: [], tell: [], coastlines: 0 };
  async function answer<T>(question: 'annotate' | 'tell', value: () => T): Promise<Result<T>> {
    await worker.ready;
    const code = worker.fails(question);
    return code ? failure(code) : { ok: true, value: value() };
  }
  const worker: TestWorker = {
    asked,
    ready: Promise.resolve(),
    fails: () => null,
    annotate: ({ article }) => {
      asked.annotate.push(article);
      return answer('annotate', () => ({ state: 'annotated', mentions: mentionsIn(article), notices: [] }));
    },
    tell: ({ about: [about] }) => {
      if (!about) throw new Error('about nobody');
      asked.tell.push(about);
      return answer('tell', () => backstoryOf(about));
    },
    coastlines: async () => {
      asked.coastlines += 1;
      return { ok: true, value: { path: 'M0,0L10,10' } };
    },
  };
  return worker;
}

const FILLER =
  'Nothing in this sentence is the name of anybody, so that a reader has some plain words between the names, and a line or two to scroll.';

/** An article with each of these paragraphs in it, and words enough around them to be one. */
export function article(...paragraphs: string[]): string {
  const body = [FILLER, ...paragraphs, FILLER, FILLER].map((text) => `<p>${text}</p>`).join('');
  return `<main><article><h1>Trouble at the border of two countries</h1>${body}</article></main>`;
}

const ended: (() => void)[] = [];

/** Puts the reader on the page that is there. Everything ends with `leave`. */
export function startOn(html: string, options: ReaderOptions = {}) {
  document.body.innerHTML = html;
  const worker = testWorker();
  const life = new AbortController();
  let handlers: Handlers<PageRequests> | undefined;
  ended.push(() => life.abort());
  const start = () =>
    startReader({
      force: true,
      signal: life.signal,
      worker,
      answer: (given) => {
        handlers = given;
        return () => {
          handlers = undefined;
        };
      },
      ...options,
    });
  /** As the popup or the background worker would. */
  async function ask<K extends keyof PageRequests & string>(
    name: K,
    body: Parameters<Handlers<PageRequests>[K]>[0],
  ) {
    if (!handlers) throw new Error('nobody answers');
    return handlers[name](body, {});
  }
  return { worker, life, start, ask };
}

export async function leave() {
  for (const end of ended.splice(0)) end();
  document.body.innerHTML = '';
  document.body.removeAttribute('style');
  window.scrollTo(0, 0);
  await userEvent.unhover(document.documentElement);
}

export const hostOf = () => document.querySelector('backstory-card');
export const dialog = () => hostOf()?.shadowRoot?.querySelector<HTMLElement>('[role="dialog"]') ?? null;
export const cardText = () => dialog()?.textContent ?? '';

/** The words that can be seen to be marked, by highlight. */
export function markedWords(name: string): string[] {
  const marks = [...(CSS.highlights.get(name) ?? [])];
  return marks
    .filter(({ startContainer }) => startContainer.isConnected)
    .map((marked) => {
      const range = new Range();
      range.setStart(marked.startContainer, marked.startOffset);
      range.setEnd(marked.endContainer, marked.endOffset);
      return range.toString().replace(/\s+/g, ' ');
    });
}

/** Client rects of the nth (0) time that the page says `words`. */
export function rectsOfWords(words: string, nth = 0): DOMRect[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { index } of (node.textContent ?? '').matchAll(new RegExp(words, 'g'))) {
      if (seen++ < nth) continue;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + words.length);
      return [...range.getClientRects()];
    }
  }
  throw new Error(`the page does not say ${words}`);
}

function pointer(type: string, x: number, y: number, init: PointerEventInit = {}): void {
  const target = document.elementFromPoint(x, y) ?? document.documentElement;
  const inner = target.shadowRoot?.elementFromPoint(x, y) ?? target;
  const event = { clientX: x, clientY: y, bubbles: true, composed: true, pointerType: 'mouse', ...init };
  inner.dispatchEvent(type === 'click' ? new PointerEvent('click', event) : new PointerEvent(type, event));
}

export function middleOf(rect: DOMRect | undefined): { x: number; y: number } {
  if (!rect) throw new Error('it is nowhere');
  return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
}

export const moveTo = ({ x, y }: { x: number; y: number }, init?: PointerEventInit) =>
  pointer('pointermove', x, y, init);
export const hover = (words: string, nth = 0) => moveTo(middleOf(rectsOfWords(words, nth)[0]));
export const pressAt = ({ x, y }: { x: number; y: number }, init?: PointerEventInit) =>
  pointer('pointerdown', x, y, init);
export const clickAt = ({ x, y }: { x: number; y: number }, init?: PointerEventInit) =>
  pointer('click', x, y, init);

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
