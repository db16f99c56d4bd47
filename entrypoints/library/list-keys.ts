// What a key pressed on a passage of the list asks for.

export type Wish =
  /** `far`: to the end in that direction. */
  | { readonly to: 'walk'; readonly by: 1 | -1; readonly far: boolean; readonly choosing: boolean }
  /** `far`: everything from the last choice to here. */
  | { readonly to: 'choose'; readonly far: boolean }
  | { readonly to: 'open' | 'edit' | 'delete' | 'none' };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

const STEPS: Readonly<Record<string, { readonly by: 1 | -1; readonly far: boolean }>> = {
  ArrowDown: { by: 1, far: false },
  ArrowUp: { by: -1, far: false },
  Home: { by: -1, far: true },
  End: { by: 1, far: true },
};
const WISHES: Readonly<Record<string, 'open' | 'edit' | 'delete' | 'none'>> = {
  Enter: 'open',
  e: 'edit',
  Delete: 'delete',
  Backspace: 'delete',
  Escape: 'none',
};

export function wishOf({ key, shiftKey, ctrlKey, metaKey, altKey, isComposing }: Pressed): Wish | null {
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  const step = STEPS[key];
  if (step) return { to: 'walk', ...step, choosing: shiftKey && !step.far };
  if (key === ' ') return { to: 'choose', far: shiftKey };
  const to = WISHES[key];
  return to ? { to } : null;
}
