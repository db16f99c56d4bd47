// What the section on sync shows: what is so (asked of the background worker), and the step that the reader is in the
// middle of. No password, passphrase or key is ever in it: those go from the form to the worker that needs them.
import type { ErrorCode } from '../../../messaging/result.ts';
import type { Removal, SyncedDevice, SyncStatus, SyncWords } from '../../../messaging/sync-requests.ts';
import type { Part } from '../state.ts';
import type { PlaceKind } from './place-kinds.ts';
import type { FieldErrors, Typed } from './read-place.ts';
import type { Refused, Tried } from './vault-messages.ts';

/** Notes go where there are none yet, or where they are already; or the same vault moves. */
export type Goal = 'set up' | 'change place';

export interface PlaceStep {
  readonly kind: 'place';
  readonly goal: Goal;
  readonly place: PlaceKind;
  /** Of the place as it is, to begin with. */
  readonly before: Typed;
  readonly errors: FieldErrors;
  readonly trying: boolean;
  /** The browser, or the reader, did not allow the server or the folder to be asked. */
  readonly refused: boolean;
  /** Until something is typed again. */
  readonly tried: Tried | null;
  /** The reader says that it is the wrong folder. */
  readonly wrongFolder: boolean;
}

export type SecretBy = 'passphrase' | 'recovery code';

export interface SecretStep {
  readonly kind: 'secret';
  readonly why: 'join' | 'open again' | 'pair';
  readonly by: SecretBy;
  readonly problem: SyncWords | null;
}

export interface PassphraseStep {
  readonly kind: 'new passphrase';
  readonly why: 'create' | 'change' | 'drop';
  /** Which is dropped. */
  readonly device: SyncedDevice | null;
  /** How the present secret is given, where one is asked for. */
  readonly by: SecretBy;
  readonly problem: SyncWords | null;
}

export type Working =
  | 'creating'
  | 'joining'
  | 'opening'
  | 'changing'
  | 'dropping'
  | 'pairing'
  | 'moving'
  | 'starting over'
  | 'reading line';

export type Step =
  | PlaceStep
  | SecretStep
  | PassphraseStep
  /** A line from another device is to be pasted; with `code`, its place is known and the code is asked for. */
  | {
      readonly kind: 'line';
      readonly problem: SyncWords | null;
      readonly place: { readonly where: string; readonly access: string | null } | null;
    }
  /** `progress`: 0 to 1; null where there is nothing to count. */
  | { readonly kind: 'working'; readonly what: Working; readonly progress: number | null }
  /** Shown once. `wrong`: what was typed is not its end. */
  | {
      readonly kind: 'code';
      readonly code: string;
      readonly why: PassphraseStep['why'];
      readonly wrong: boolean;
    }
  | {
      readonly kind: 'paired';
      readonly line: string;
      readonly code: string;
      readonly until: string;
      /** An SVG's path, once the package that makes it is here. */
      readonly picture: QrPicture | null;
    }
  | { readonly kind: 'leave' };

export interface QrPicture {
  /** Modules on a side, with the quiet zone. */
  readonly size: number;
  readonly path: string;
}

export type Said =
  | 'set up'
  | 'joined'
  | 'opened'
  | 'moved'
  | 'changed'
  | 'dropped'
  | 'left'
  | 'cancelled'
  | 'renamed'
  | 'copied'
  | 'let in'
  | 'kept mine'
  | 'taken in'
  | 'started over';

export interface SyncUi {
  readonly status: Part<SyncStatus>;
  readonly step: Step | null;
  readonly said: Said | null;
  /** A deed that could not be done, with words of its own. */
  readonly refused: Refused['words'] | null;
  /** A request that was not answered. */
  readonly trouble: ErrorCode | null;
  /** The device whose name is being changed. */
  readonly renaming: string | null;
}

export interface SyncActions {
  readonly onRetry: () => void;
  /** Of any step; nothing was changed by it. */
  readonly onLeaveStep: () => void;
  readonly onSetUp: () => void;
  readonly onPlace: (place: PlaceKind) => void;
  readonly onTyped: () => void;
  /** Must be called in the click: the browser asks the reader. */
  readonly onTry: (typed: Typed) => void | Promise<void>;
  readonly onTryAgain: () => void | Promise<void>;
  /** Nothing is there: "my first device". */
  readonly onNewVault: () => void;
  readonly onWrongFolder: () => void;
  readonly onJoin: () => void;
  readonly onMove: () => void | Promise<void>;
  readonly onBy: (by: SecretBy) => void;
  readonly onSecret: (secret: string, deviceName: string) => void | Promise<void>;
  readonly onNewPassphrase: (given: GivenPassphrase) => void | Promise<void>;
  readonly onCancel: () => void;
  readonly onCodeWritten: (end: string) => void;
  readonly onPrint: () => void;
  readonly onCopy: (text: string) => void | Promise<void>;
  readonly onHaveLine: () => void;
  readonly onLine: (line: string) => void | Promise<void>;
  readonly onLineCode: (code: string, deviceName: string) => void | Promise<void>;
  readonly onSyncNow: () => void | Promise<void>;
  /** Must be called in the click. */
  readonly onAllow: (access: string) => void | Promise<void>;
  readonly onAllowFolder: () => void | Promise<void>;
  readonly onChangePlace: () => void;
  readonly onOpenAgain: () => void;
  readonly onStartOver: () => void | Promise<void>;
  readonly onChangePassphrase: () => void;
  readonly onDrop: (device: SyncedDevice) => void;
  readonly onRename: (device: string | null) => void;
  readonly onNamed: (device: string, name: string) => void | Promise<void>;
  readonly onPair: () => void;
  readonly onAskLeave: () => void;
  readonly onLeaveSync: () => void | Promise<void>;
  /** `segments`: of what was shown. */
  readonly onDeletions: (remove: boolean, segments: Removal['segments']) => void | Promise<void>;
}

export interface GivenPassphrase {
  /** The present one, or the code; empty for a new vault. */
  readonly secret: string;
  readonly first: string;
  readonly second: string;
  readonly deviceName: string;
}
