// Trouble with a remote, told to the reader: what happened, what was kept, and what to do.
import type { Trouble, TroubleKind } from './trouble.ts';

export interface Words {
  readonly happened: string;
  readonly toDo: string;
}

/** The same every time: nothing leaves this device before it was read back from there. */
export const KEPT = 'Your notes are safe on this device; what was not sent yet is sent later.';

const WORDS: Record<TroubleKind, Words> = {
  unreachable: {
    happened: 'The server could not be reached.',
    toDo: 'Is there a network, and is the address right? The browser does not say whether the server is away or its certificate is not trusted: open the address in a tab to see.',
  },
  'too slow': {
    happened: 'The server did not answer in time.',
    toDo: 'Nothing; it is tried again by itself.',
  },
  'folder is gone': {
    happened: 'The folder is not where it was: moved, renamed, or on a drive that is not connected.',
    toDo: 'Connect the drive, or choose the folder anew in the settings.',
  },
  'no access': {
    happened: 'The server is there, but the browser does not let Backstory ask it.',
    toDo: 'Allow access to this server in the settings.',
  },
  'another login': {
    happened: 'The server wants another way of logging in than a name and a password (Basic).',
    toDo: 'Allow Basic authentication on the server, over https.',
  },
  'wrong password': {
    happened: 'The server did not accept the name and password.',
    toDo: 'Enter them anew in the settings. Where you log in with a second factor, the server wants an app password.',
  },
  forbidden: {
    happened: 'The server knows you, and does not allow this.',
    toDo: 'Look whether you may write in this folder, or ask whoever runs the server.',
  },
  'read only': {
    happened: 'The server lets files be read here, not written.',
    toDo: 'Choose a folder in which you may write, or ask whoever runs the server.',
  },
  redirected: {
    happened:
      'The server sent Backstory on to another address. It did not follow: your password would have gone there too.',
    toDo: 'Enter the address that the server means; often it lacks only https, www or a slash.',
  },
  'no folder': {
    happened: 'The folder (or database, or bucket) is not there.',
    toDo: 'Look at the address. If it was removed on purpose, set the remote up again; everything is sent anew.',
  },
  'no parent folder': {
    happened: 'The folder that this one should lie in is not there.',
    toDo: 'Look at the address, or make that folder first.',
  },
  'another kind of server': {
    happened: 'Something answers at this address, but it is not the kind of server that you chose.',
    toDo: 'Look up the address: for WebDAV in Nextcloud it stands under Files, Settings.',
  },
  'wrong clock': {
    happened: 'The server refuses requests because the clocks differ.',
    toDo: 'Set the clock of this device.',
  },
  'permission is gone': {
    happened: 'The browser no longer lets Backstory into the folder.',
    toDo: 'Allow it again in the settings; browsers ask anew from time to time.',
  },
  'too many requests': {
    happened: 'The server is busy and asks to be left alone for a while.',
    toDo: 'Nothing; it is tried again by itself.',
  },
  locked: {
    happened: 'Something else is using the file at this moment.',
    toDo: 'Nothing; it is tried again by itself.',
  },
  full: {
    happened: 'There is no room left on the server.',
    toDo: 'Make room there. Notes from other devices still come in.',
  },
  'file too large': {
    happened: 'The server does not take files of this size.',
    toDo: 'Ask whoever runs it to allow larger uploads.',
  },
  'server error': {
    happened: 'The server failed.',
    toDo: 'Nothing; it is tried again by itself. If it goes on, ask whoever runs the server.',
  },
  'makes no sense': {
    happened: 'The server answered something that makes no sense.',
    toDo: 'Is it the right address? A network that wants you to log in first answers like this too.',
  },
  'answer too long': {
    happened: 'The server sent more than any file of Backstory has.',
    toDo: 'Look whether something else lies in this folder under names of Backstory.',
  },
};

export function inWords({ what, status, wait }: Trouble): Words {
  const words = WORDS[what];
  const said = status === undefined ? '' : ` (HTTP ${status})`;
  const after = wait === undefined ? '' : ` It asks for ${duration(wait)}.`;
  return { happened: `${words.happened.replace(/\.$/, '')}${said}.${after}`, toDo: words.toDo };
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
