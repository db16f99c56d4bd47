// How the gate and the reader find each other. They are two bundles, so that a page that is no article
// never loads the second, and the bundle of an unlisted script exports nothing: it leaves its start under a
// registered symbol on the global object of the extension's own world, which the page cannot see.
import type { PageState } from '../messaging/requests.ts';
import type { Keeper } from './keeper-handle.ts';

export interface Reader {
  /** Reads the page anew: it is another one now, or was asked for although it is no article. */
  read(asked?: { force?: boolean }): Promise<PageState>;
  /** The state after the reading that is under way. */
  settled(): Promise<PageState>;
  /** Whether the reader of the page asked for it, so that no judgement of ours takes it away again. */
  forced(): boolean;
  /** The page is another one now, and no article: no marks. */
  leave(): void;
}

export type StartReader = (options: {
  force?: boolean;
  signal?: AbortSignal;
  keeper?: () => Promise<Keeper>;
}) => Reader;

const KEY = Symbol.for('backstory.reader');

export function offerReader(start: StartReader): void {
  Object.defineProperty(globalThis, KEY, { value: start, configurable: true });
}

function isStart(value: unknown): value is StartReader {
  return typeof value === 'function';
}

/** Undefined until the reader's script has run in this world. */
export function offeredReader(): StartReader | undefined {
  const offered: unknown = Reflect.get(globalThis, KEY);
  return isStart(offered) ? offered : undefined;
}
