// What went wrong at a remote, as exactly as it can be known: for the words that the reader sees. What sync does
// about it depends on five cases only, and which of them it is, is decided here and nowhere else.
export type TroubleKind = keyof typeof WHY;

export interface Trouble {
  readonly what: TroubleKind;
  /** The HTTP status, where there was one. */
  readonly status?: number;
  /** For how many milliseconds the server asks to be left alone. */
  readonly wait?: number;
}

export const WHY = {
  /** No network, no such server, or a certificate that is refused: a browser does not say which. */
  unreachable: 'offline',
  'too slow': 'offline',
  /** The folder of this machine that was chosen: moved, renamed, or on a drive that is not there. */
  'folder is gone': 'offline',
  /** The server is there; the browser does not let us ask it. */
  'no access': 'refused',
  'wrong password': 'refused',
  /** Digest, Kerberos and others. */
  'another login': 'refused',
  forbidden: 'refused',
  'read only': 'refused',
  redirected: 'refused',
  'no folder': 'refused',
  'no parent folder': 'refused',
  'another kind of server': 'refused',
  'wrong clock': 'refused',
  'permission is gone': 'refused',
  'too many requests': 'busy',
  locked: 'busy',
  full: 'full',
  'file too large': 'full',
  'server error': 'server',
  'makes no sense': 'server',
  'answer too long': 'server',
} as const;
