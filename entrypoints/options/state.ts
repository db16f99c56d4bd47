// What the options page shows; each part arrives, or fails, on its own.

import type { Every } from '../../core/knowledge/remote/origin.ts';
import type { PackRequests } from '../../messaging/pack-requests.ts';
import type { Answer } from '../../messaging/requests.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import type { CataloguePart } from './catalogue-part.ts';
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
  readonly packs: Part<Answer<PackRequests, 'packs'>>;
  /** Files on their way in, and what came of them, in the order in which they were chosen. */
  readonly imports: readonly ImportJob[];
  readonly catalogue: CataloguePart;
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
  /** A pack from an address that was typed in. */
  readonly onAddress: (address: string) => void;
  readonly onCatalogue: (address: string) => void;
  /** A pack of the catalogue that is shown. */
  readonly onOffer: (pack: string) => void;
  readonly onLookAgain: (pack: string) => void;
  readonly onSchedule: (pack: string, every: Every) => void;
  /** The server of what failed may be read from now on; it is tried again. */
  readonly onAllow: (failed: ImportJob | CataloguePart) => void;
  /** The first press asks, the second removes. */
  readonly onRemove: (pack: string) => void;
  readonly onKeep: () => void;
  readonly onSwitchOn: (site: string) => void;
  readonly onChangeShortcuts: () => void;
}
