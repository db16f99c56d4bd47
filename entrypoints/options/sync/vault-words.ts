// Why something could not be done with a vault, for the reader: what happened, and what to do.
import { inWords, type Trouble } from '../../../core/sync/remote/index.ts';
import type { SyncWords } from '../../../messaging/sync-requests.ts';
import type { Refused, Tried } from './vault-messages.ts';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly refused: Refused;

  constructor(why: Refused['why'], words: SyncWords = REFUSED[why]) {
    super(why);
    this.refused = { why, words };
  }
}

const NOTHING_CHANGED = 'Nothing was changed.';

const REFUSED: Record<Refused['why'], SyncWords> = {
  'wrong secret': {
    happened: 'The vault does not open with this.',
    toDo: `${NOTHING_CHANGED} Try again; where the passphrase is forgotten, the printed recovery code opens the vault as well.`,
  },
  'no recovery code': {
    happened: 'This is no recovery code, or a letter of it is wrong.',
    toDo: 'It has 30 letters and digits in groups of five. Compare each with what was printed.',
  },
  'passphrase too short': {
    happened: 'This passphrase is too short: whoever gets at the files could guess it.',
    toDo: 'Take at least ten letters; four or five words are better, and easier to remember.',
  },
  'wrong place': {
    happened: 'There are files of a vault here, but nothing that opens it.',
    toDo: 'Perhaps the listing is late, or the files were copied in part: wait a minute and try again, or choose another folder.',
  },
  'no answer': {
    happened: 'The server gave no answer that helps.',
    toDo: `${NOTHING_CHANGED} Try again in a while.`,
  },
  'no vault': {
    happened: 'There is no vault at this place.',
    toDo: 'Look at the address; or make a new vault here, if this is the first device.',
  },
  'a vault is there': {
    happened: 'There is a vault at this place already.',
    toDo: 'Join it with its passphrase, or choose an empty folder. Nothing is ever written over.',
  },
  'another vault': {
    happened: 'The vault at this place is another than the one that this device belongs to.',
    toDo: 'Look at the address. To go over to that vault, leave this one first; what you made stays on this device.',
  },
  'older state': {
    happened:
      'The server shows an older state of the vault than this device has seen: from a back-up, or a listing that is late.',
    toDo: `${NOTHING_CHANGED} Try again in a few minutes; if it stays so, ask whoever runs the server.`,
  },
  unusable: {
    happened: 'What opens the vault is damaged, or was written by a later version of Backstory.',
    toDo: `${NOTHING_CHANGED} Update Backstory on this device; if that does not help, another device can set the place up anew.`,
  },
  'no line': {
    happened: 'This is no line of Backstory for pairing, or a part of it is missing.',
    toDo: 'Copy the whole line from the other device once more.',
  },
  'line is old': {
    happened: 'By this device’s clock, the line is older than ten minutes.',
    toDo: 'Make a new one on the other device; if the clock is wrong, set it.',
  },
  'not set up': { happened: 'Sync is not set up on this device.', toDo: 'Set it up first.' },
  'not stored': {
    happened: 'It could not be stored.',
    toDo: `${NOTHING_CHANGED} Try again; if it stays so, look whether there is room left, here and on the server.`,
  },
};

export function troubled(trouble: Trouble | null): Refusal {
  return trouble ? new Refusal('no answer', inWords(trouble)) : new Refusal('no answer');
}

/** New keys, and no word of the server's on whether it has them: what is true either way. */
export function unsureOfKeys(trouble: Trouble | null): Refusal {
  const told = trouble ? `${inWords(trouble).happened} ` : '';
  return new Refusal('no answer', {
    happened: `${told}It is not known whether the server has kept the new keys.`,
    toDo: 'Try again. If the old passphrase is refused then, or a vault is there already, it has: go on with the passphrase that you chose just now, and choose another one afterwards, since its recovery code was not shown.',
  });
}

/** What lies at a place that the reader thinks of. */
export const FOUND: Record<Tried['found'], SyncWords> = {
  nothing: {
    happened: 'The place is empty.',
    toDo: 'If this is your first device, make a new vault here. If your notes should be here already, it is the wrong folder.',
  },
  others: {
    happened: 'There is no vault here, but there are other files. They would be left alone.',
    toDo: 'A folder of its own is better. If your notes should be here already, it is the wrong folder.',
  },
  vault: { happened: 'There is a vault here.', toDo: 'Open it with its passphrase.' },
  'segments only': REFUSED['wrong place'],
  unusable: REFUSED.unusable,
  'no answer': REFUSED['no answer'],
};
