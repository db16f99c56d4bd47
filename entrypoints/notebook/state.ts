// What the notebook can be showing, and what a reader can do there.
import type { ColourNames, Passage, PassageId } from '../../core/annotation/kept/index.ts';
import type { KeptState } from '../../messaging/keeper-requests.ts';
import type { ErrorCode } from '../../messaging/result.ts';

export interface Entry {
  readonly passage: Passage;
  readonly state: KeptState['state'];
}

export type Content =
  | { readonly kind: 'asking' }
  /** The browser lets no extension in, or the page was open before Backstory was there. */
  | { readonly kind: 'no-page' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** In reading order; what is not on the page behind it. */
  | { readonly kind: 'there'; readonly entries: readonly Entry[] };

/** What an orphan may have become; `place`: its number in the keeper's answer. */
export type Similar = readonly { readonly text: string; readonly place: number }[] | 'asking';

export interface NotebookState {
  readonly content: Content;
  readonly colours: ColourNames;
  /** The one that the page shows. */
  readonly shown: PassageId | null;
  readonly editing: PassageId | null;
  readonly similar: ReadonlyMap<PassageId, Similar>;
  /** What was done, in words; with the way back. */
  readonly done: { readonly words: string; readonly undo: boolean } | null;
  readonly trouble: ErrorCode | null;
}

export interface NotebookActions {
  readonly onShow: (id: PassageId) => void;
  readonly onEdit: (id: PassageId | null) => void;
  readonly onDelete: (id: PassageId) => void;
  /** What was found is it. */
  readonly onYes: (id: PassageId) => void;
  readonly onSimilar: (id: PassageId) => void;
  readonly onThis: (id: PassageId, place: number) => void;
  readonly onUndo: () => void;
  readonly onRetry: () => void;
}
