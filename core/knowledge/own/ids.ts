// Ids of own entries: readable in an exported file, and never the same on two devices.
import { fold } from '../../text/index.ts';
import { EntityId } from '../terms.ts';
import { OWN_PACK } from './entry.ts';

const MOST_SLUG = 40;
/** 36 to the tenth: fifty bits, enough for a million entries. */
const RANDOM_LETTERS = 10;

/** @param random numbers from 0 to 1, as `Math.random` gives them */
export function newOwnId(name: string, random: () => number): EntityId {
  const slug = fold(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_SLUG)
    .replaceAll(/^-+|-+$/g, '');
  const letters = Array.from({ length: RANDOM_LETTERS }, () => Math.floor(random() * 36).toString(36));
  return EntityId.parse(`${OWN_PACK}:${slug === '' ? 'entry' : slug}-${letters.join('')}`);
}
