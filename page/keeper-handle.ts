// How the gate and the reader find the keeper (page/keeping, page/correcting): a bundle of its own, which comes with the
// first words that are selected, where something is kept already, or with the first “not this one”. It leaves its start as
// the reader does (reader-handle.ts).
import type { EntityTold } from '../core/knowledge/backstory.ts';
import type { Mention } from '../core/matching/mention.ts';
import type { RangeMap } from './marks.ts';

/** What the reader of an article has found in it: names, and where they stand. */
export interface Names {
  readonly mentions: readonly Mention[];
  readonly text: { readonly map: RangeMap };
}

/** A card whose reader says “not this one”. */
export interface Choosing {
  readonly mention: Mention;
  readonly close: () => void;
  /** The card of another entity. */
  readonly show: (entity: string) => void;
}

export interface Keeper {
  /** An article is being read: a bar beside what is selected, and what was kept here painted, until `signal` is aborted. */
  attend(names: () => Names, signal: AbortSignal): void;
  /** Lets the reader choose whom a name means, in this element of the card. */
  choose(element: Element, choosing: Choosing): void;
  /** The reader's note on an actor or place, beside where it is named. */
  note(about: Pick<EntityTold, 'id' | 'name' | 'kind'>, beside: StaticRange): void;
  /** Answers a message that is meant for it (`messaging/keeper-requests.ts`). Never rejects. */
  answer(message: unknown): Promise<unknown>;
}

export type StartKeeper = (options: { readonly signal: AbortSignal }) => Keeper;

const KEY = Symbol.for('backstory.keeper');

export function offerKeeper(start: StartKeeper): void {
  Object.defineProperty(globalThis, KEY, { value: start, configurable: true });
}

function isStart(value: unknown): value is StartKeeper {
  return typeof value === 'function';
}

/** What a message of ours asks for, looked at by hand: the schemas alone are larger than what has to look. */
export function askedFor(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'backstory' in message ? message.backstory : null;
}

/** Every message to the keeper begins so (messaging/keeper-requests.ts). */
export function isForKeeper(message: unknown): boolean {
  const asked = askedFor(message);
  return typeof asked === 'string' && asked.startsWith('keep-');
}

/** Loads it once. What it returns rejects where it cannot be loaded, and may be tried again. */
export function keeperBy(load: () => Promise<unknown>, signal: AbortSignal): () => Promise<Keeper> {
  let coming: Promise<Keeper> | null = null;
  async function come(): Promise<Keeper> {
    await load();
    const start: unknown = Reflect.get(globalThis, KEY);
    if (!isStart(start) || signal.aborted) throw new Error('the keeper has not come');
    return start({ signal });
  }
  return () => {
    coming ??= come().catch((error: unknown) => {
      coming = null;
      throw error;
    });
    return coming;
  };
}
