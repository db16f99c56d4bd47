// What a reader must know of a pack before they believe it or pass it on. A pack's header has no field for it:
// its licence and the names of its sources say it in words.
import type { PackInfo } from '../../messaging/pack-requests.ts';

export interface PackNotes {
  /** Its events were found by a program that reads the news, not by people. */
  readonly machineCoded: boolean;
  /** Its licence lets the reader use it, and not pass it on or earn with it. */
  readonly ownUse: boolean;
}

const MACHINES = /\b(gdelt|icews|polecat|phoenix|machine[- ]coded)\b/i;
const OWN_USE =
  /\bfor (?:your|the reader’s|their) own[\w, -]* use\b|\bpersonal use\b|not be passed on|non-?commercial|\bNC\b/i;

export function notesOf({
  title,
  licence,
  attribution,
}: Pick<PackInfo, 'title' | 'licence' | 'attribution'>): PackNotes {
  const terms = [licence, ...attribution.map((each) => `${each.licence} ${each.text}`)];
  return {
    machineCoded: [title, ...attribution.map(({ text }) => text)].some((text) => MACHINES.test(text)),
    ownUse: terms.some((text) => OWN_USE.test(text)),
  };
}
