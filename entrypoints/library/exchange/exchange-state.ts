// What the two windows of the library can be showing: the one that takes passages along, and the one that brings them in.
import type { ExportId, Problem, TemplateFault } from '../../../core/annotation/exchange/index.ts';
import type { ErrorCode } from '../../../messaging/result.ts';

export type What = 'chosen' | 'found' | 'all';

export type Exporting =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'given'; readonly file: string; readonly passages: number; readonly pages: number }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export interface Preview {
  readonly file: string;
  readonly format: string;
  /** Would come. */
  readonly fresh: number;
  readonly pages: number;
  readonly notes: number;
  /** Are there already, and stay as they are; and those of them in the bin. */
  readonly there: number;
  readonly binned: number;
  readonly problems: readonly Problem[];
}

export type WhyNot = 'too-large' | 'not-json' | 'everything' | 'unknown' | 'unreadable' | 'nothing';

export type Importing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening'; readonly file: string }
  | { readonly kind: 'not-read'; readonly file: string; readonly why: WhyNot }
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'bringing'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'brought';
      readonly kept: number;
      readonly notes: number;
      readonly full: number;
      /** Why it ended before everything was in; null where it did not. */
      readonly ended: 'stopped' | ErrorCode | null;
      readonly undo: 'can' | 'undoing' | 'undone' | ErrorCode;
    };

export interface ExchangeState {
  readonly open: 'export' | 'import' | null;
  readonly what: What;
  readonly counts: Readonly<Record<'chosen' | 'found', number>>;
  readonly format: ExportId;
  readonly links: boolean;
  readonly template: string;
  readonly fault: TemplateFault | null;
  readonly exporting: Exporting;
  readonly importing: Importing;
}

export interface ExchangeActions {
  readonly onOpen: (which: 'export' | 'import') => void;
  readonly onClose: () => void;
  readonly onWhat: (what: What) => void;
  readonly onFormat: (format: ExportId) => void;
  readonly onLinks: (links: boolean) => void;
  /** Null: as it comes. */
  readonly onTemplate: (template: string | null) => void;
  readonly onExport: () => void;
  readonly onFile: (file: File) => void;
  readonly onImport: () => void;
  readonly onStop: () => void;
  readonly onUndo: () => void;
}

export interface ExchangeProps {
  readonly state: ExchangeState;
  readonly actions: ExchangeActions;
}
