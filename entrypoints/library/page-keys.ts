// Keys that work wherever the focus is, unless something is being typed.
import type { LibraryActions } from './state.ts';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio');

export function onPageKey(event: KeyboardEvent, actions: LibraryActions) {
  if (event.isComposing || event.defaultPrevented) return;
  const { key, shiftKey, altKey, target } = event;
  const control = event.ctrlKey || event.metaKey;
  if (isTyping(target) || altKey) return;
  if (control && key.toLowerCase() === 'z') {
    event.preventDefault();
    if (shiftKey) actions.onRedo();
    else actions.onUndo();
  } else if (control && key.toLowerCase() === 'y') {
    event.preventDefault();
    actions.onRedo();
  } else if (control && key.toLowerCase() === 'a') {
    event.preventDefault();
    actions.onAll();
  } else if (key === '/' && !control) {
    event.preventDefault();
    document.getElementById('words')?.focus();
  }
}
