// A field with its label, its hint, and what is wrong with it: read together with the field, and said when it comes.
import type { ComponentChildren } from 'preact';

interface DescribedProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly children: ComponentChildren;
}

export function Described({ id, label, hint, error, children }: DescribedProps) {
  return (
    <div class="sync-field">
      <label for={id}>{label}</label>
      {children}
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <span class="sync-error" id={`${id}-error`} role="status">
        {error}
      </span>
    </div>
  );
}
