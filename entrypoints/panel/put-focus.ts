// Where the focus goes when the panel is opened on purpose: into the note, to the tags, or to the panel as a whole, so
// that a screen reader reads it and Tab goes on from there.
import type { Focus } from '../../page/keeping/panel-messages.ts';

const PLACES: Record<Focus['to'], string> = { note: '#note', tags: '#tag', first: 'main' };

export function putFocus(to: Focus['to']): void {
  const element = document.querySelector<HTMLElement>(PLACES[to]);
  element?.focus();
  if (element instanceof HTMLTextAreaElement)
    element.setSelectionRange(element.value.length, element.value.length);
}
