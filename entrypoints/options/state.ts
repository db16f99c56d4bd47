// What the options page shows; each part arrives, or fails, on its own.
import type { Notice, PackInfo } from '../../messaging/requests.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import type { ImportJob } from './import-job.ts';

export type Part<T> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'there'; readonly value: T }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export interface Shortcut {
  readonly what: string;
  /** Empty where the reader, or another extension, took it away. */
  readonly keys: string;
}

/** A removal takes two presses on the same button. */
export interface Removal {
  readonly pack: string;
  readonly step: 'asked' | 'removing';
}

export interface OptionsState {
  readonly packs: Part<{ readonly packs: readonly PackInfo[]; readonly notices: readonly Notice[] }>;
  /** Files on their way in, and what came of them, in the order in which they were chosen. */
  readonly imports: readonly ImportJob[];
  /** Files are being dragged over the page. */
  readonly dragging: boolean;
  readonly removal: Removal | null;
  readonly sites: Part<readonly string[]>;
  readonly shortcuts: readonly Shortcut[];
  /** A switch that could not be stored, or a pack that could not be removed. */
  readonly trouble: ErrorCode | null;
}

export interface OptionsActions {
  readonly onRetry: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onCancel: (job: number) => void;
  readonly onDismiss: (job: number) => void;
  /** The first press asks, the second removes. */
  readonly onRemove: (pack: string) => void;
  readonly onKeep: () => void;
  readonly onSwitchOn: (site: string) => void;
  readonly onChangeShortcuts: () => void;
}
