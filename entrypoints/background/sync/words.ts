// How sync stands, told to the reader: what happened, what was kept, and what to do.
import { inWords, KEPT } from '../../../core/sync/remote/words.ts';
import type { Needed } from '../../../core/sync/standing.ts';
import type { SyncWords } from '../../../messaging/sync-requests.ts';
import type { CourseState } from '../../../storage/sync/index.ts';

type NotFine = Exclude<CourseState, { is: 'fine' }>;

export function wordsOf(state: NotFine): SyncWords {
  if (state.trouble) return kept(inWords(state.trouble));
  return kept(state.is === 'waiting' ? WAITING[state.why] : STOPPED[state.what]);
}

function kept({ happened, toDo }: SyncWords): SyncWords {
  return { happened: `${happened} ${KEPT}`, toDo };
}

const WAITING: Record<Extract<NotFine, { is: 'waiting' }>['why'], SyncWords> = {
  soon: {
    happened: 'Nothing was sent yet, or the last try was cut off.',
    toDo: 'Nothing; it goes on by itself.',
  },
  offline: { happened: 'There is no network.', toDo: 'Nothing; it goes on when there is.' },
  server: {
    happened: 'The server did not show, or did not keep, what should be there.',
    toDo: 'Nothing yet; it is tried again by itself, since servers are sometimes late.',
  },
  'save data': {
    happened: 'The browser asks to save data, so nothing is sent by itself.',
    toDo: 'Press “Sync now” where it may cost something, or wait for another network.',
  },
};

const STOPPED: Record<Needed, SyncWords> = {
  access: {
    happened: 'The browser does not let Backstory ask this server.',
    toDo: 'Allow access to it.',
  },
  folder: {
    happened: 'The browser does not let Backstory into the folder, or it is not where it was.',
    toDo: 'Allow it again, or choose the folder anew.',
  },
  password: {
    happened: 'The server did not accept the name and password.',
    toDo: 'Enter them anew. Where you log in with a second factor, the server wants an app password.',
  },
  place: {
    happened: 'The server does not do what it is asked.',
    toDo: 'Look at the address and its settings.',
  },
  passphrase: {
    happened:
      'The passphrase was changed on another device, with new keys: perhaps because a device was lost.',
    toDo: 'Enter the new passphrase once, or stop syncing here if this device is not to have your notes any more. If you did not change it, ask who else has the passphrase, and do not enter anything.',
  },
  'older state': {
    happened: 'The server shows an older state of the vault than this device has seen.',
    toDo: 'Ask whoever runs the server whether it was put back from a back-up.',
  },
  'another vault': {
    happened:
      'Another vault lies at this place: two were made there at the same time, or it is another folder now.',
    toDo: 'Look at the address. If both are yours, leave one of them on the devices that use it, and join the other; “Sync now” goes on with this one.',
  },
  'vault is gone': {
    happened:
      'The vault is no longer at its place. Nothing was sent there: it may be the wrong folder, or have been removed on purpose.',
    toDo: 'Look at the address. If it shall lie there again, everything on this device is sent anew.',
  },
  update: {
    happened: 'A later version of Backstory wrote something there that this one cannot read.',
    toDo: 'Update Backstory on this device. What it could not read is left as it is.',
  },
  deletions: {
    happened: 'Another device deletes much of what is kept here, so Backstory stopped before it came in.',
    toDo: 'Look at what would go, and say whether it shall.',
  },
  'disk full': {
    happened: 'There is no room left on this device, so what comes from other devices cannot be stored.',
    toDo: 'Make room. Nothing was removed, here or on the server.',
  },
};
