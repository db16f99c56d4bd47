// English words of the library.
import type { Order, State } from '../../core/annotation/search/index.ts';
import type { Done } from './state.ts';

export const number = (count: number) => count.toLocaleString('en-GB');
export const passages = (count: number) => (count === 1 ? '1 passage' : `${number(count)} passages`);
export const articles = (count: number) => (count === 1 ? '1 article' : `${number(count)} articles`);

export const STATES: Readonly<Record<State, string>> = {
  kept: 'Kept',
  bin: 'In the bin',
  changed: 'Changed since deletion',
};

export const ORDERS: Readonly<Record<Order, string>> = {
  best: 'Best match',
  newest: 'Newest first',
  oldest: 'Oldest first',
  article: 'By date of article',
};

export function wordDone(done: Done): string {
  const some = passages(done.count);
  const are = done.count === 1 ? 'is' : 'are';
  switch (done.did) {
    case 'binned':
      return `${some} moved to the bin.`;
    case 'restored':
      return `${some} ${are} back.`;
    case 'coloured':
      return `${some} changed colour.`;
    case 'tagged':
      return `${some} tagged “${done.tag}”.`;
    case 'untagged':
      return `Tag “${done.tag}” taken off ${some}.`;
    case 'emptied':
      return `${some} deleted for good.`;
    case 'undone':
      return done.count === 0 ? 'There is nothing to undo.' : 'Undone.';
    case 'redone':
      return done.count === 0 ? 'There is nothing to do again.' : 'Done again.';
  }
}

/** `1 March 2026`, of a moment, where the reader is. */
export function wordDay(moment: string): string {
  return new Date(moment).toLocaleDateString('en-GB', { dateStyle: 'long' });
}

/** @param unaware names of devices, which may be empty */
export function wordUnaware(unaware: readonly string[]): string {
  const names = unaware.map((name) => name || 'a device without a name').join(', ');
  const who = unaware.length === 1 ? 'One of your devices' : `${unaware.length} of your devices`;
  return `${who} (${names}) may not have heard yet that they are in the bin. What was changed in them there meanwhile would be gone too; to be sure, sync there first.`;
}
