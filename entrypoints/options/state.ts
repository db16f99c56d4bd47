// What the options page shows; each part arrives, or fails, on its own.
import type { Notice, PackInfo } from '../../messaging/requests.ts';
import type { ErrorCode } from '../../messaging/result.ts';

export type Part<T> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'there'; readonly value: T }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export interface Shortcut {
  readonly what: string;
  /** Empty where the reader, or another extension, took it away. */
  readonly keys: string;
}

export interface OptionsState {
  readonly packs: Part<{ readonly packs: readonly PackInfo[]; readonly notices: readonly Notice[] }>;
  readonly sites: Part<readonly string[]>;
  readonly shortcuts: readonly Shortcut[];
  /** A switch that could not be stored. */
  readonly trouble: ErrorCode | null;
}

export interface OptionsActions {
  readonly onRetry: () => void;
  readonly onSwitchOn: (site: string) => void;
  readonly onChangeShortcuts: () => void;
}
