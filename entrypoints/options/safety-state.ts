// What the options page shows of the reader's passages and notes: how much there is, how safe it is, and the way back.
import type { Answer } from '../../messaging/requests.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import type { ListedSnapshot, SafetyRequests } from '../../messaging/safety-requests.ts';
import type { Part } from './state.ts';
import type { PassphraseProblem } from './sync/passphrase.ts';

export type Kept = Answer<SafetyRequests, 'kept'>;
export type Snapshots = Answer<SafetyRequests, 'snapshots'>;
export type Preview = Answer<SafetyRequests, 'snapshotPreview'>;

/** Whether the browser may clear what is stored, to make room; `refused`: it was asked not to, and does not say so. */
export type Lasting = 'asking' | 'lasts' | 'may-go' | 'refused';

/** What a look into a snapshot or a file is about. */
export type Source =
  | { readonly kind: 'snapshot'; readonly snapshot: ListedSnapshot }
  /** `refused`: documents of it that are damaged. */
  | { readonly kind: 'file'; readonly name: string; readonly refused: number };

export interface Looked {
  readonly source: Source;
  readonly preview: Preview;
  /** What was changed since is put back too. */
  readonly changed: boolean;
}

export type Busy =
  | 'exporting'
  | 'locking'
  | 'reading'
  | 'unlocking'
  | 'looking'
  | 'bringing'
  | 'deleting'
  | 'copying';

/** A passphrase is asked for: to lock a file, or to open one. */
export type Lock =
  | { readonly kind: 'choose'; readonly problem: PassphraseProblem | null }
  | { readonly kind: 'open'; readonly name: string; readonly wrong: boolean };

export type Done =
  | { readonly kind: 'brought'; readonly count: number }
  | {
      readonly kind:
        | 'taken-back'
        | 'copied'
        | 'nothing-new'
        | 'exported'
        | 'exported-locked'
        | 'snapshots-deleted'
        | 'deleted';
    };

/** A file that is none of ours, or cannot be read. */
export type FileTrouble = 'too-big' | 'not-ours' | 'newer' | 'unreadable' | 'damaged';

export interface SafetyState {
  readonly kept: Part<Kept>;
  readonly snapshots: Part<Snapshots>;
  readonly lasting: Lasting;
  /** Bytes of all that Backstory stores here, packs too; null where the browser does not say. */
  readonly usage: number | null;
  readonly looked: Looked | null;
  readonly lock: Lock | null;
  readonly busy: Busy | null;
  /** How much of a file has been gone through; null where that is not known, or soon over. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly done: Done | null;
  readonly trouble: ErrorCode | null;
  readonly fileTrouble: FileTrouble | null;
  /** What was typed to confirm that everything is to go. */
  readonly typed: string;
}

/** To be typed before everything is deleted. */
export const SURE = 'delete everything';

export interface SafetyActions {
  readonly onRetry: () => void;
  readonly onAskToLast: () => void | Promise<void>;
  readonly onCopy: () => void | Promise<void>;
  readonly onLook: (snapshot: ListedSnapshot) => void | Promise<void>;
  readonly onFile: (file: File) => void;
  readonly onChanged: (changed: boolean) => void;
  readonly onBring: () => void | Promise<void>;
  readonly onLeave: () => void;
  readonly onTakeBack: () => void | Promise<void>;
  readonly onExport: () => void;
  readonly onLock: () => void;
  readonly onLocked: (first: string, second: string) => void;
  readonly onUnlock: (secret: string) => void;
  /** Of writing or reading a file. */
  readonly onCancel: () => void;
  readonly onDeleteSnapshots: () => void | Promise<void>;
  readonly onTyped: (typed: string) => void;
  readonly onDeleteEverything: () => void | Promise<void>;
}
