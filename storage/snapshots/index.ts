// Snapshots by their numbers: list, look into, bring back; a file with everything; and the end of everything.
import { Dexie } from 'dexie';
import { CodedError } from '../../messaging/result.ts';
import { withKept } from '../reader/kept-rows.ts';
import { troubleOf } from '../reader/trouble.ts';
import { SYNC_DATABASE } from '../sync/index.ts';
import { bringBack, type OldDocument, type Preview, previewOf } from './bring-back.ts';
import { type SnapshotRow, withSnapshots } from './database.ts';
import { bytesOf, statesOf, takeSnapshot } from './take.ts';

export { documentsOf, everyDocument, exportEverything, readExport } from './export-file.ts';
export { takeSnapshot };

const MOST_TITLES = 100;

/** A preview in as many words as a reader looks at. */
export function toldOf({ differences, unreadable }: Preview) {
  const some = (wanted: 'back' | 'changed') => {
    const found = differences.filter(({ what }) => what === wanted);
    return {
      total: found.length,
      first: found.slice(0, MOST_TITLES).map(({ kind, title }) => ({ kind, title })),
    };
  };
  return { back: some('back'), changed: some('changed'), unreadable };
}

/** What a file would bring in. */
export function previewFile(documents: Iterable<OldDocument>): Promise<Preview> {
  return previewOf(documents);
}

/** Brings a file in. What is there now is copied first. Answers how much came in or was changed. */
export async function bringIn(
  documents: Iterable<OldDocument>,
  options: { readonly changed: boolean; readonly now: string },
): Promise<number> {
  await takeSnapshot('before-import', options.now);
  return bringBack(documents, { ...options, batch: `import-${crypto.randomUUID()}` });
}

/** The newest first. */
export async function listSnapshots(): Promise<{ snapshots: SnapshotRow[]; bytes: number }> {
  const snapshots = await withSnapshots((database) => database.snapshots.orderBy('id').reverse().toArray());
  return { snapshots, bytes: bytesOf(snapshots) };
}

export function previewSnapshot(id: number): Promise<Preview> {
  return previewOf(changedSince(id));
}

/** What is there now is copied first. Answers how much came back or was changed. */
export async function restoreSnapshot(
  id: number,
  options: { readonly changed: boolean; readonly now: string },
  request: string = crypto.randomUUID(),
): Promise<number> {
  // All of it, before the copy of today may push it out of the ring.
  const documents: OldDocument[] = [];
  for await (const one of changedSince(id)) documents.push(one);
  await takeSnapshot('before-restore', options.now);
  return bringBack(documents, { ...options, batch: `restore-${request}` });
}

/** Without those that have not changed since: they would bring nothing. */
async function* changedSince(id: number): AsyncGenerator<OldDocument> {
  const row = await withSnapshots(({ snapshots }) => snapshots.get(id));
  if (!row) throw new CodedError('gone', 'snapshot');
  const current = new Set((await withKept(statesOf)).map(({ content }) => content));
  for (const { name, content } of row.documents) {
    if (current.has(content)) continue;
    const copy = await withSnapshots(({ contents }) => contents.get(content));
    if (copy) yield { name, update: copy.update };
  }
}

/** All that the reader made, and every copy of it. Packs stay: they are not of the reader's making. */
export async function deleteEverything(): Promise<void> {
  // Place and keys first: what is gone here must not be brought back from there by a run of sync.
  for (const name of [SYNC_DATABASE, 'backstory-reader', 'backstory-snapshots']) {
    await Dexie.delete(name).catch((error: unknown) => {
      throw troubleOf(error);
    });
  }
}

/** Every snapshot, and nothing else. */
export function deleteSnapshots(): Promise<void> {
  return Dexie.delete('backstory-snapshots');
}
