// What the options page shows of the reader's own knowledge.
import type { OwnListed } from '../../messaging/own-requests.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import type { Part } from './state.ts';

export interface OwnList {
  /** The first of those that the search finds. */
  readonly entries: readonly OwnListed[];
  readonly total: number;
  readonly kept: number;
  readonly deleted: number;
}

export interface OwnState {
  readonly list: Part<OwnList>;
  readonly search: string;
  /** How many are shown. */
  readonly most: number;
  /** Deleted entries, once the reader has asked for them. */
  readonly bin: readonly OwnListed[] | null;
  /** What was deleted last: it can be taken back. */
  readonly undo: OwnListed | null;
  /** What was brought back last. */
  readonly restored: OwnListed | null;
  readonly trouble: ErrorCode | null;
}

export interface OwnActions {
  readonly onAdd: () => void;
  readonly onEdit: (entry: OwnListed) => void;
  readonly onDelete: (entry: OwnListed) => void | Promise<void>;
  readonly onRestore: (entry: OwnListed) => void | Promise<void>;
  readonly onSearch: (search: string) => void;
  readonly onMore: () => void;
  readonly onBin: (open: boolean) => void;
  readonly onExport: () => void | Promise<void>;
  readonly onRetry: () => void;
}
