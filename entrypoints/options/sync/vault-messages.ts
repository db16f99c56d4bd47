// Between the options page and the worker that makes and opens vaults. Both are of one build and one origin, so these are
// types only. Whatever is secret stays between these two: it goes into no message of the extension, and the worker ends
// with the deed.
import type { RemoteSettings } from '../../../core/sync/remote/index.ts';
import type { PlaceTold, SyncWords } from '../../../messaging/sync-requests.ts';

/** What the reader entered. The page has asked the browser for access (`accessNeeded`), or for the folder, before. */
export interface ChosenPlace {
  readonly settings: RemoteSettings;
  /** With settings of the kind `folder`, and only then. */
  readonly folder: FileSystemDirectoryHandle | null;
}

export type VaultSecret =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'recovery code'; readonly code: string };

/** What can be done, and what each answers. A deed that cannot be done answers `Refused`, and has changed nothing. */
export interface VaultDeeds {
  /** Writes, reads back and removes a test file, and looks what else is there. */
  try: { readonly ask: { readonly place: ChosenPlace }; readonly answer: Tried };
  /** A new vault, where there is none. The recovery code is told this once. */
  create: {
    readonly ask: { readonly place: ChosenPlace; readonly passphrase: string; readonly deviceName: string };
    readonly answer: { readonly recoveryCode: string };
  };
  /** The vault that lies there. */
  join: {
    readonly ask: { readonly place: ChosenPlace; readonly secret: VaultSecret; readonly deviceName: string };
    readonly answer: Done;
  };
  /** The passphrase was changed on another device. */
  openAgain: { readonly ask: { readonly secret: VaultSecret }; readonly answer: Done };
  /**
   * A new passphrase, with a new recovery code. `dropDevice`: a lost device reads nothing that is written from now on, and
   * every other asks for the new passphrase once.
   */
  changePassphrase: {
    readonly ask: {
      readonly secret: VaultSecret;
      readonly passphrase: string;
      readonly dropDevice: string | null;
    };
    readonly answer: { readonly recoveryCode: string };
  };
  /** Another address, password or folder, for the same vault. Nothing is removed from the old place. */
  changePlace: { readonly ask: { readonly place: ChosenPlace }; readonly answer: Done };
  /** The vault is gone from its place: puts its header there again, and everything of this device after it. */
  startOver: { readonly ask: Nothing; readonly answer: Done };
  /** One line for another device, good for ten minutes, and the code to type there. A QR code may show the line. */
  pair: {
    readonly ask: { readonly secret: VaultSecret };
    readonly answer: { readonly line: string; readonly code: string; readonly until: string };
  };
  /** What a line says without its code: whose access to ask for before `joinByLine`. */
  readLine: {
    readonly ask: { readonly line: string };
    readonly answer: {
      readonly place: PlaceTold;
      /** The match pattern to ask for; null: a folder must be chosen. */
      readonly access: string | null;
    };
  };
  joinByLine: {
    readonly ask: {
      readonly line: string;
      readonly code: string;
      readonly folder: FileSystemDirectoryHandle | null;
      readonly deviceName: string;
    };
    readonly answer: Done;
  };
  /** The folder that was chosen, to ask the browser for it anew; null where there is none. */
  folder: { readonly ask: Nothing; readonly answer: { readonly folder: FileSystemDirectoryHandle | null } };
}

type Nothing = Readonly<Record<never, never>>;
type Done = Readonly<Record<never, never>>;

export interface Tried {
  readonly works: boolean;
  /** What the server does, in words. */
  readonly notes: readonly SyncWords[];
  /** What stopped it, where something did. `access`: the browser does not let us ask. */
  readonly trouble: (SyncWords & { readonly access: boolean }) | null;
  /** `nothing`: ask whether it is the right place, then `create`. `vault`: `join`. Else neither. */
  readonly found: 'nothing' | 'others' | 'vault' | 'segments only' | 'unusable' | 'no answer';
  readonly words: SyncWords;
}

export interface Refused {
  /** Which field it is about, or which other deed would do. */
  readonly why:
    | 'wrong secret'
    | 'no recovery code'
    | 'passphrase too short'
    | 'wrong place'
    | 'no answer'
    | 'no vault'
    | 'a vault is there'
    | 'another vault'
    | 'older state'
    | 'unusable'
    | 'no line'
    | 'line is old'
    | 'not set up'
    | 'not stored';
  readonly words: SyncWords;
}

export type Deed = keyof VaultDeeds;
export type DeedAsk<D extends Deed> = VaultDeeds[D]['ask'];
export type DeedAnswer<D extends Deed> = VaultDeeds[D]['answer'];

export interface ToVaultWorker<D extends Deed = Deed> {
  readonly deed: D;
  readonly ask: DeedAsk<D>;
}

/** `progress`: 0 to 1, of making a key from a passphrase, which takes seconds. */
export type FromVaultWorker<D extends Deed = Deed> =
  | { readonly kind: 'progress'; readonly progress: number }
  /** Too late to cancel: it is told how it ends. */
  | { readonly kind: 'decided' }
  | { readonly kind: 'done'; readonly answer: DeedAnswer<D> }
  | { readonly kind: 'refused'; readonly refused: Refused };
