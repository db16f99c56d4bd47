// What the popup can be showing. One union, so that a view without words for a state does not compile.
import type { Backstory } from '../../core/knowledge/backstory.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';
import type { PageState } from '../../messaging/requests.ts';
import type { ErrorCode } from '../../messaging/result.ts';

export type PageRead = Extract<PageState, { state: 'read' }>;

/** The worker's part may fail while the page's part is there: names without a time line are still a glance. */
export type Told =
  | { readonly kind: 'asking' }
  | { readonly kind: 'told'; readonly backstory: Backstory }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export type Content =
  | { readonly kind: 'starting' }
  /** The browser lets no extension in: its own pages, stores. */
  | { readonly kind: 'closed-page' }
  | { readonly kind: 'not-article' }
  | { readonly kind: 'site-off' }
  | { readonly kind: 'failed'; readonly code: string; readonly again: 'pageState' | 'readPage' }
  | {
      readonly kind: 'page';
      readonly page: PageRead;
      readonly told: Told;
      readonly coastlines: string | null;
      /** The day it is today, for a page without a date. */
      readonly today: string;
    };

export interface PopupState {
  readonly content: Content;
  /** Null while it is not known which site this is. */
  readonly site: { readonly name: string; readonly on: boolean } | null;
  /** Something the reader just asked for did not work. */
  readonly trouble: ErrorCode | null;
}

export interface PopupActions {
  readonly onReadAnyway: () => void;
  readonly onRetry: () => void;
  readonly onRetryTold: () => void;
  readonly onSwitchSite: (on: boolean) => void;
  readonly onShow: (entity: EntityId) => void;
  /** Add what is selected on the page, or a name yet to be written, to the reader's own knowledge. */
  readonly onAdd: () => void;
  readonly onEdit: (entity: EntityId) => void;
  /** The name is linked wrongly: the reader says, or looks up, who is meant. */
  readonly onOther: (name: string) => void;
  readonly onNotebook: () => void;
  readonly onSettings: () => void;
}
