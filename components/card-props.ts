// The contract between the page, which decides what a card shows and when, and the card's view.
import type { Backstory, EntityTold } from '../core/knowledge/backstory.ts';
import type { Mention } from '../core/matching/mention.ts';
import type { ErrorCode } from '../messaging/result.ts';

export type CardContent =
  | { readonly kind: 'asking' }
  | { readonly kind: 'told'; readonly backstory: Backstory }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export interface CardProps {
  readonly mention: Mention;
  readonly content: CardContent;
  /** World coastlines as an SVG path in degrees (x = longitude, y = −latitude); null until it is there. */
  readonly coastlines: string | null;
  readonly onClose: () => void;
  readonly onRetry: () => void;
  /** Show the card of another entity (an alternative, an actor of an event) in this one's place. */
  readonly onOther: (entity: string) => void;
  /** The name means somebody else here; undefined where that cannot be said. */
  readonly onNotThis?: (() => void) | undefined;
  /** Absent where nothing can be kept. */
  readonly onNote?: ((about: EntityTold) => void) | undefined;
}
