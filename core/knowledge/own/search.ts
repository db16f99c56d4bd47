// Finding an own entry again: every word of the search begins a word of its names, its line or its note.
import { tokenize } from '../../text/index.ts';
import type { OwnEntry } from './entry.ts';

/** By name, as the reader's language sorts. */
export function searchOwn(entries: readonly OwnEntry[], search: string): OwnEntry[] {
  const wanted = tokenize(search).map(({ folded }) => folded);
  const { compare } = new Intl.Collator();
  return entries
    .filter((entry) => wanted.length === 0 || holds(entry, wanted))
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

function holds({ name, names, surname, line, note }: OwnEntry, wanted: readonly string[]): boolean {
  const text = [name, ...names.map((each) => each.text), surname, line, note].join('\n');
  const words = tokenize(text).map(({ folded }) => folded);
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}
