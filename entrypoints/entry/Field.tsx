// A field of the form with its label, what is wrong with it, and a word of help, tied together for a screen reader.
import type { ComponentChildren } from 'preact';
import type { Field as FieldName, Problems } from './form.ts';

/** What the input itself needs. */
export interface InputProps {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

export interface FieldProps {
  readonly field: FieldName;
  readonly label: string;
  readonly problems: Problems;
  readonly hint?: ComponentChildren;
  readonly children: (input: InputProps) => ComponentChildren;
}

export function Field({ field, label, problems, hint, children }: FieldProps) {
  const problem = problems[field];
  const described = `${field}-problem ${field}-hint`;
  return (
    <div class="field">
      <label for={field}>{label}</label>
      {children({
        id: field,
        name: field,
        'aria-invalid': problem !== undefined,
        'aria-describedby': described,
      })}
      <p class="problem" id={`${field}-problem`}>
        {problem}
      </p>
      <div class="hint" id={`${field}-hint`}>
        {hint}
      </div>
    </div>
  );
}
