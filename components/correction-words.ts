// All words of “not this one”: the chooser in the card, and the list in the settings.
import type { Says } from '../core/matching/correction.ts';
import type { Alternative } from '../core/matching/mention.ts';
import { wordReason } from './reason-words.ts';

const onWhere = (site: string | null) => (site === null ? 'on every site' : `on ${site}`);

export const CHOOSER = {
  close: 'Close',
  choose: 'What does it mean?',
  other: 'Somebody or something else',
  otherHint: 'None of these. It is no longer marked, and you can add who it is to your own knowledge.',
  never: (site: string) => `Never mark this name on ${site}`,
  neverHint: 'It is left alone there, whatever you add later.',
  everywhere: (site: string) => `On every site, not only on ${site}`,
  showCard: 'Show its card',
  undo: 'Undo',
  undone: 'Undone. It is as it was before.',
  again: 'Choose again',
  add: (name: string) => `Add “${name}” to my knowledge…`,
  adding: 'The form is open in a window of its own.',
  listed: 'Backstory’s settings list all your corrections, and undo each.',
  keeping: 'Keeping it',
} as const;

export const wordQuestion = (name: string) => `Not this “${name}”?`;

/** Why another bearer of the name was not chosen. */
export function wordLost({ name, lost }: Alternative, chosen: string): string {
  if (!lost) return `Not chosen: nothing here speaks more for it than for ${chosen}`;
  const { by, reason } = lost;
  const words = wordReason(reason, by === 'itself' ? name : chosen).replace(/^Against it: /, '');
  return by === 'itself' ? `Not chosen: ${words}` : `Not chosen. For ${chosen}: ${words}`;
}

/** What a correction does, as a sentence. @param site null: on every site */
export function wordCorrection(written: string, says: Says, called: string, site: string | null): string {
  if (says === 'never') return `“${written}” is never marked ${onWhere(site)}.`;
  if (says === 'none') return `“${written}” means nobody that is known ${onWhere(site)}: it is not marked.`;
  return `“${written}” means ${called || 'somebody whom no pack knows now'} ${onWhere(site)}.`;
}

export const wordTooMany = (most: number) =>
  `There are ${most} corrections, and that is as many as there can be. Nothing was changed; undo some in Backstory’s settings.`;
