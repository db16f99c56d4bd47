// Ids of kept passages: never the same on two devices, and fit for an address and a block id in Markdown.
import { PassageId } from './passage.ts';

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
/** 36 to the sixteenth: 82 bits. */
const LENGTH = 16;

/** @param random numbers from 0 to 1, as `Math.random` gives them */
export function newPassageId(random: () => number): PassageId {
  return PassageId.parse(
    Array.from({ length: LENGTH }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join(''),
  );
}
