// What the library can be showing, and what a reader can do there.
import type { Colour, ColourNames, PassageId } from '../../core/annotation/kept/index.ts';
import type { Choices, Filters } from '../../core/annotation/search/index.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import type { Loaded } from './holdings.ts';
import type { Row } from './rows.ts';
import type { Selection } from './selection.ts';
import type { View } from './view.ts';

/** What was done, for words. */
export type Done =
  | {
      readonly did: 'binned' | 'restored' | 'coloured' | 'undone' | 'redone' | 'emptied';
      readonly count: number;
    }
  | { readonly did: 'tagged' | 'untagged'; readonly tag: string; readonly count: number };

export interface Shown {
  readonly ids: readonly PassageId[];
  readonly rows: readonly Row[];
  /** Terms that the words have found, for marking. */
  readonly terms: ReadonlySet<string>;
  readonly choices: Choices;
}

export interface LibraryState {
  readonly view: View;
  readonly loaded: Loaded;
  /** How many passages there are, also in the bin. */
  readonly size: number;
  /** Null until the first search has answered. */
  readonly shown: Shown | null;
  readonly colours: ColourNames;
  readonly selection: Selection;
  /** The passage whose note and tags are open for writing. */
  readonly editing: PassageId | null;
  /** Being done, for words: how many. */
  readonly busy: number | null;
  readonly done: Done | null;
  readonly trouble: ErrorCode | null;
  /** The bin is about to be emptied: of how many. */
  readonly emptying: number | null;
  /** Names of other devices that may not know yet what lies in the bin. */
  readonly unaware: readonly string[];
}

export type BulkChange =
  | { readonly colour: Colour }
  | { readonly add: string }
  | { readonly remove: string }
  | { readonly deleted: boolean };

export interface LibraryActions {
  readonly onWords: (words: string) => void;
  /** A part of the view; the address follows. */
  readonly onView: (change: Partial<Omit<View, 'filters'>>) => void;
  readonly onFilter: (change: Partial<Filters>) => void;
  readonly onClearFilters: () => void;
  readonly onToggle: (id: PassageId, withShift: boolean) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onEdit: (id: PassageId | null) => void;
  /** Of these, or of all that are chosen. */
  readonly onChange: (change: BulkChange, ids?: readonly PassageId[]) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onEmpty: (step: 'ask' | 'yes' | 'no') => void;
  readonly onDismiss: () => void;
  readonly onRetry: () => void;
  readonly onWho: (entity: EntityId | null) => void;
  readonly onNameColour: (colour: Colour, name: string) => void;
}
