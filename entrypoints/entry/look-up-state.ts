// What the entry page shows of a look-up in Wikidata.
import type { Candidate, Progress, Trouble } from '../../core/knowledge/lookup/index.ts';
import type { Namesake } from '../../messaging/own-requests.ts';
import type { ErrorCode } from '../../messaging/result.ts';

/** Somebody or something that may be meant; `known`: some pack or entry has it already. */
export interface Offered extends Candidate {
  readonly known: Namesake | null;
}

export type LookUpTrouble =
  | Trouble
  /** Our own worker did not do its part. */
  | { readonly code: 'worker'; readonly error: ErrorCode }
  | { readonly code: 'too-many'; readonly most: number };

/** What was taken over last. */
export interface TakenOver {
  readonly name: string;
  /** Names of those that came with it. */
  readonly relatives: readonly string[];
  /** How many of those it is tied to were known before. */
  readonly known: number;
  readonly undo: 'possible' | 'undoing' | 'undone';
}

export interface LookUpState {
  /** Null while it is not known whether the reader switched look-ups on. */
  readonly on: boolean | null;
  /** The name that was looked up. */
  readonly name: string;
  readonly doing: 'searching' | { readonly taking: Offered; readonly progress: Progress } | null;
  /** Null before a search has answered. */
  readonly offered: readonly Offered[] | null;
  /** `at`: what was being done. */
  readonly trouble: { readonly at: 'searching' | 'taking' | 'undoing'; readonly is: LookUpTrouble } | null;
  readonly taken: TakenOver | null;
}

export interface LookUpActions {
  readonly onSearch: (name: string) => void | Promise<void>;
  readonly onTake: (offered: Offered) => void | Promise<void>;
  /** It is one who is known already: the name goes to that one. */
  readonly onJoin: (namesake: Namesake) => void;
  readonly onCancel: () => void;
  readonly onUndo: () => void | Promise<void>;
  readonly onSettings: () => void;
}
