// A field of text, or one whose letters are not shown: the two kinds differ for the type of an input, and in nothing else.
import type { TargetedInputEvent } from 'preact';

interface EntryProps {
  readonly id: string;
  readonly name: string;
  readonly isSecret: boolean;
  readonly autocomplete: 'off' | 'current-password' | 'new-password';
  readonly dir: 'ltr' | 'auto';
  readonly invalid: boolean;
  readonly longest: number;
  readonly inputMode?: 'url' | undefined;
  readonly example?: string | undefined;
  readonly value?: string | undefined;
  readonly onTyped?: ((value: string) => void) | undefined;
}

export function Entry({ isSecret, ...props }: EntryProps) {
  const { id, name, autocomplete, dir, invalid, longest, inputMode, example, value, onTyped } = props;
  const shared = {
    id,
    name,
    autocomplete,
    dir,
    maxLength: longest,
    autocapitalize: 'off' as const,
    spellcheck: false,
    'aria-invalid': invalid,
    'aria-describedby': `${id}-hint ${id}-error`,
    ...(inputMode && { inputMode }),
    ...(example !== undefined && { placeholder: example }),
    ...(value !== undefined && { defaultValue: value }),
    onInput: ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) => onTyped?.(currentTarget.value),
  };
  return isSecret ? <input type="password" {...shared} /> : <input type="text" {...shared} />;
}
