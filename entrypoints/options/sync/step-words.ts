// Words of the steps: what is being done, and what came of it.
import type { Needed } from '../../../core/sync/standing.ts';
import type { Said, Working } from './sync-state.ts';

export const WORKING: Readonly<Record<Working, string>> = {
  creating:
    'Making the vault’s key from your passphrase. That takes some seconds, on purpose: it makes guessing dear.',
  joining: 'Opening the vault. Making its key takes some seconds, on purpose: it makes guessing dear.',
  opening: 'Opening the vault. Making its key takes some seconds, on purpose: it makes guessing dear.',
  changing: 'Locking the vault anew. Making the key takes some seconds, twice.',
  dropping: 'Locking the vault anew, without that device. Making the key takes some seconds, twice.',
  pairing: 'Making the line for your other device. Opening the vault takes some seconds.',
  moving: 'Looking whether the other place will do…',
  'starting over': 'Putting the vault there again…',
  'reading line': 'Reading the line…',
};

export const SAID: Readonly<Record<Said, string>> = {
  'set up': 'Done. What you keep goes there by itself from now on, and comes here from your other devices.',
  joined:
    'Done. Your notes from the other devices are coming in; what was on this device stays, and goes there.',
  opened: 'Done. This device has the new key, and goes on.',
  moved:
    'Done. Everything is sent to the new place. What lies in the old one stays there until you remove it.',
  changed:
    'The passphrase is another now, and so is the recovery code. Your other devices go on as they were.',
  dropped:
    'The device is dropped: it reads nothing that is written from now on. What it had before, it still has. Your other devices ask for the new passphrase once.',
  left: 'This device is not synced any more. All that you kept is still here; what lies on the server stays there too.',
  cancelled: 'Cancelled. Nothing was changed.',
  renamed: 'The device has another name.',
  copied: 'Copied.',
  'let in': 'Allowed. It goes on.',
  'kept mine': 'Kept. What the other device removed is brought back there too.',
  'taken in': 'Taken in. What was removed is in a snapshot of this device, should you want it back.',
  'started over': 'Done. The vault is there again, and everything of this device is being sent.',
};

export const NOT_ALLOWED = 'The browser was not allowed to ask this server. Nothing was sent.';
export const NO_FOLDER = 'No folder was chosen, or the browser may not write in it. Nothing was changed.';

/** What to press where only the reader can put it right. Null where there is nothing to press but “try again”. */
export const REMEDY: Readonly<Record<Needed, string | null>> = {
  access: 'Allow access…',
  folder: 'Allow the folder again…',
  password: 'Enter them anew…',
  place: 'Change the address…',
  passphrase: 'Enter the new passphrase…',
  'older state': null,
  'another vault': 'Choose another place…',
  'vault is gone': 'Put it there again',
  update: null,
  deletions: null,
  'disk full': null,
};
