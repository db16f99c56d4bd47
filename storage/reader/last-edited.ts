// The document that was edited last, kept built for as long as the worker lives, where it is a large one: a note is kept as
// it is typed, and to build a page of two thousand passages anew takes longer than all else that an edit does. Nothing
// depends on it. What is held counts only while the rows that it was built from are those that there are; a change that
// fails leaves nothing held, since the document then has what no row has.
import type * as Y from 'yjs';
import type { DocumentName, ReaderDatabase, UpdateRow } from './database.ts';

export interface Built {
  readonly document: Y.Doc;
  /** Of the rows that it is made of, in their order. */
  readonly ids: readonly number[];
  readonly last: Uint8Array | null;
  /** Of all rows together. */
  readonly bytes: number;
}

/** Bytes; about two hundred passages. A smaller one is built in the blink of an eye. */
const LARGE = 200_000;

let held: (Built & { readonly name: DocumentName }) | null = null;

export function builtFrom(document: Y.Doc, rows: readonly UpdateRow[]): Built {
  const bytes = rows.reduce((sum, { update }) => sum + update.length, 0);
  return { document, ids: rows.map(({ id }) => id), last: rows.at(-1)?.update ?? null, bytes };
}

/** Within the transaction that is to change it; whoever takes it has it alone. Null where it must be built. */
export async function takeHeld({ updates }: ReaderDatabase, name: DocumentName): Promise<Built | null> {
  if (held?.name !== name) return null;
  const taken = held;
  held = null;
  const ids = await updates.where('document').equals(name).primaryKeys();
  const isSame = ids.length === taken.ids.length && ids.every((id, at) => id === taken.ids[at]);
  // Numbers begin again in a database that was deleted; two updates are never alike, since each has its author's number.
  const last = isSame ? await updates.get(ids.at(-1) ?? 0) : undefined;
  if (taken.last && last && alike(taken.last, last.update)) return taken;
  taken.document.destroy();
  return null;
}

/** Once the change is stored. `made`: the rows that it added. */
export function hold(
  name: DocumentName,
  before: Built,
  made: readonly { readonly id: number; readonly update: Uint8Array }[],
): void {
  held?.document.destroy();
  held = null;
  const bytes = made.reduce((sum, { update }) => sum + update.length, before.bytes);
  const ids = [...before.ids, ...made.map(({ id }) => id)];
  const last = made.at(-1)?.update ?? before.last;
  if (bytes >= LARGE) held = { name, document: before.document, ids, last, bytes };
  else before.document.destroy();
}

function alike(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
