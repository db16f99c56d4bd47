// Everything that the reader made as one JSON file: the documents as they are, so that nothing is lost and a second import
// doubles nothing, and beside them what a person or another program can read. Written and read piece by piece where it
// can be; the file is untrusted when it comes back.
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { EntityId } from '../../core/knowledge/terms.ts';
import { longSum } from '../../core/text/index.ts';
import type { DocumentName } from '../reader/database.ts';
import { rowsOf } from '../reader/documents.ts';
import { passageOf } from '../reader/kept.ts';
import { documentNames, withKept } from '../reader/kept-rows.ts';
import { readOwn } from '../reader/own.ts';
import { colourNames } from '../reader/settings.ts';
import type { OldDocument } from './bring-back.ts';

const FORMAT = 'everything';
const VERSION = 1;
/** More than a reader can have made; as much as can be taken apart in memory. */
const MOST_BYTES = 250_000_000;
const MOST_DOCUMENTS = 200_000;
const MOST_KEY = 1_200;

const Head = z.object({
  backstory: z.literal(FORMAT),
  version: z.int(),
  documents: z.array(z.unknown()).check(z.maxLength(MOST_DOCUMENTS)),
});
const Written = z.object({ name: z.string(), update: z.string(), sum: z.string() });

/** Pieces of the file's text, in order. */
export async function* exportEverything(now: string): AsyncGenerator<string> {
  yield `{\n"backstory": "${FORMAT}",\n"version": ${VERSION},\n"made": ${JSON.stringify(now)},\n"documents": [`;
  yield* list(documents());
  yield '],\n"readable": {\n"pages": [';
  yield* list(pages());
  const { notes, entries, colours } = await readables();
  yield `],\n"notes": ${JSON.stringify(notes)},\n"entries": ${JSON.stringify(entries)},\n"colours": ${JSON.stringify(colours)}\n}\n}\n`;
}

async function* list(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const item of items) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(item)}`;
    isFirst = false;
  }
}

/** Each document that the reader made, as one update. */
export async function* everyDocument(): AsyncGenerator<OldDocument> {
  for (const name of await withKept(documentNames)) {
    const rows = await withKept((database) => rowsOf(database, name));
    yield { name, update: Y.mergeUpdates(rows.map((row) => row.update)) };
  }
}

async function* documents(): AsyncGenerator<z.infer<typeof Written>> {
  for await (const { name, update: bytes } of everyDocument()) {
    const update = base64(bytes);
    yield { name, update, sum: sumOf(name, update) };
  }
}

async function* pages(): AsyncGenerator<unknown> {
  for (const { key, url, title, published, made } of await withKept((database) => database.pages.toArray())) {
    const rows = await withKept(({ passages }) => passages.where('page').equals(key).toArray());
    yield { key, url, title, published, made, passages: rows.map(passageOf) };
  }
}

async function readables() {
  const notes = await withKept(({ entityNotes }) => entityNotes.toArray());
  return { notes, entries: (await readOwn()).all(), colours: await colourNames() };
}

type ReadFile =
  | { readonly kind: 'read'; readonly documents: readonly OldDocument[]; readonly refused: number }
  /** `newer`: of a version that this one does not know. */
  | { readonly kind: 'too-big' | 'not-ours' | 'newer' };

/** A file that came back. Documents that are none are left out and counted. */
export function readExport(text: string): ReadFile {
  if (text.length > MOST_BYTES) return { kind: 'too-big' };
  const head = Head.safeParse(parsed(text)).data;
  if (!head) return { kind: 'not-ours' };
  if (head.version > VERSION) return { kind: 'newer' };
  const found = head.documents.flatMap((written) => documentFrom(written) ?? []);
  return { kind: 'read', documents: found, refused: head.documents.length - found.length };
}

function documentFrom(written: unknown): OldDocument | null {
  const { name = '', update = '', sum } = Written.safeParse(written).data ?? {};
  if (!isName(name) || sum !== sumOf(name, update)) return null;
  const bytes = bytesOf(update);
  return bytes && isUpdate(bytes) ? { name, update: bytes } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isName(name: string): name is DocumentName {
  if (name === 'settings' || name === 'own' || name === 'corrections') return true;
  if (name.startsWith('entity:')) return EntityId.safeParse(name.slice('entity:'.length)).success;
  return name.startsWith('page:') && name.length > 'page:'.length && name.length <= MOST_KEY;
}

/** Of updates that came in another way; several of one document are put together. What is none is left out and counted. */
export function documentsOf(updates: readonly { readonly document: string; readonly update: Uint8Array }[]) {
  const good = updates.filter(({ document, update }) => isName(document) && isUpdate(update));
  const found = [...Map.groupBy(good, ({ document }) => document)].flatMap(([name, some]): OldDocument[] =>
    isName(name) ? [{ name, update: Y.mergeUpdates(some.map(({ update }) => update)) }] : [],
  );
  return { documents: found, refused: updates.length - good.length };
}

/** Tried in a document of its own, so that a garbled one touches nothing. */
function isUpdate(update: Uint8Array): boolean {
  const document = new Y.Doc();
  try {
    Y.applyUpdate(document, update);
    return true;
  } catch {
    return false;
  } finally {
    document.destroy();
  }
}

/** One changed letter in a Yjs update may be read as a deletion: a damaged document is left out as a whole. */
function sumOf(name: string, update: string): string {
  return longSum(`${name}\n${update}`);
}

/** At once, more would not fit into a call. */
const PIECE = 0x6000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return text;
}

function bytesOf(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}
