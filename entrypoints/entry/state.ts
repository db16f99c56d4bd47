// What the entry page shows.
import type { EntityKind } from '../../core/knowledge/terms.ts';
import type { Namesake } from '../../messaging/own-requests.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import type { Field, Form, Problems } from './form.ts';

/** What the form is about. */
export type Subject =
  | { readonly is: 'new' }
  /** An entry of the reader's own. */
  | { readonly is: 'own'; readonly deleted: boolean; readonly imported: boolean }
  /** Somebody whom a pack knows: another name, a note. */
  | { readonly is: 'known'; readonly name: string; readonly kind: EntityKind };

export type Saving = 'not-yet' | 'saving' | 'saved';

export interface EntryState {
  readonly loading: 'asking' | 'there' | { readonly failed: ErrorCode | 'gone' };
  readonly subject: Subject;
  readonly form: Form;
  /** As the form was when there was nothing to save. */
  readonly unchanged: Form;
  readonly problems: Problems;
  /** Who bears the name already. */
  readonly namesakes: readonly Namesake[];
  readonly saving: Saving;
  readonly trouble: ErrorCode | { readonly most: number } | null;
  /** The reader wants to leave and has typed something. */
  readonly leaving: boolean;
}

export interface EntryActions {
  readonly onType: (field: Field, text: string) => void;
  readonly onSave: () => void;
  /** Add the name to one who is known already. */
  readonly onJoin: (namesake: Namesake) => void;
  /** After all somebody else. */
  readonly onPart: () => void;
  readonly onLeave: () => void;
  readonly onLeaveAnyway: () => void;
  readonly onStay: () => void;
  readonly onAnother: () => void;
  readonly onRetry: () => void;
}

export function isChanged({ form, unchanged }: Pick<EntryState, 'form' | 'unchanged'>): boolean {
  return JSON.stringify(form) !== JSON.stringify(unchanged);
}
