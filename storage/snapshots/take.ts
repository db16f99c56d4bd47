// Taking a snapshot: which documents have changed is seen without reading them, and only those are copied.
import * as Y from 'yjs';
import { longSum } from '../../core/text/index.ts';
import type { DocumentName, ReaderDatabase } from '../reader/database.ts';
import { rowsOf } from '../reader/documents.ts';
import { withKept } from '../reader/kept-rows.ts';
import { countPassages } from '../reader/library.ts';
import { entriesIn } from '../reader/own-shelves.ts';
import { type ContentRow, type SnapshotDatabase, type SnapshotRow, withSnapshots } from './database.ts';
import { superfluous } from './ring.ts';

/** Bytes of all snapshots together; above it the oldest go before their time. */
const MOST_BYTES = 64_000_000;

interface State {
  readonly name: DocumentName;
  readonly content: string;
}

/** Null where nothing has changed since the last one, or nothing was ever made. */
export function takeSnapshot(why: SnapshotRow['why'], now: string): Promise<SnapshotRow | null> {
  return withKept((reader) =>
    withSnapshots(async (database) => {
      const last = await lastOf(database);
      const there = new Set(await database.contents.toCollection().primaryKeys());
      // In one transaction, so that it is one moment's state; the other database is read before and written after.
      const copied = await reader.transaction('r', reader.tables, async () => {
        const states = await statesOf(reader);
        if (states.length === 0 || (last && isSame(last.documents, states))) return null;
        const contents: ContentRow[] = [];
        for (const { name, content } of states)
          if (!there.has(content)) contents.push({ key: content, update: await mergedOf(reader, name) });
        return { states, contents, counts: await countsOf(reader) };
      });
      if (!copied) return null;
      const { states, contents, counts } = copied;
      const sizes = new Map([
        ...(last?.documents ?? []).map((one) => [one.content, one.bytes] as const),
        ...contents.map(({ key, update }) => [key, update.byteLength] as const),
      ]);
      const documents = states.map((state) => ({ ...state, bytes: sizes.get(state.content) ?? 0 }));
      const row = { made: now, why, documents, ...counts };
      await keptWithRoom(database, async () => {
        await database.contents.bulkPut(contents);
        return database.snapshots.add(row);
      });
      await tidy(database);
      return (await lastOf(database)) ?? null;
    }),
  );
}

/** All updates of a document as one, without applying them: what waits for another update goes on waiting. */
async function mergedOf(reader: ReaderDatabase, name: DocumentName): Promise<Uint8Array> {
  return Y.mergeUpdates((await rowsOf(reader, name)).map(({ update }) => update));
}

/** Which state each document is in. */
export async function statesOf({ updates }: ReaderDatabase): Promise<State[]> {
  const order = updates.orderBy('document');
  const [names, ids] = [await order.keys(), await order.primaryKeys()];
  const last = new Map<string, { id: number; count: number }>();
  for (const [at, name] of names.entries())
    last.set(String(name), { id: ids[at] ?? 0, count: (last.get(String(name))?.count ?? 0) + 1 });
  const rows = await updates.bulkGet([...last.values()].map(({ id }) => id));
  // Numbers alone would begin anew in a database that was lost; what an update says, two never have in common.
  return rows.flatMap((row) =>
    row
      ? {
          name: row.document,
          content: `${row.document}@${row.id}.${last.get(row.document)?.count}.${longSum(row.update.join())}`,
        }
      : [],
  );
}

const isSame = (a: readonly State[], b: readonly State[]) =>
  JSON.stringify(a.map(({ content }) => content).sort()) ===
  JSON.stringify(b.map(({ content }) => content).sort());

async function countsOf(reader: ReaderDatabase) {
  const { passages, notes } = await countPassages(reader);
  return { passages, notes, entries: entriesIn(await reader.own.toArray()) };
}

async function lastOf({ snapshots }: SnapshotDatabase): Promise<SnapshotRow | undefined> {
  return snapshots.orderBy('id').last();
}

/** On a full disk older snapshots make room for the new one; the last of them stays. */
async function keptWithRoom<T>(database: SnapshotDatabase, keep: () => PromiseLike<T>): Promise<void> {
  const { snapshots, contents } = database;
  for (;;) {
    try {
      await database.transaction('rw', snapshots, contents, keep);
      return;
    } catch (error) {
      const [oldest, ...others] = await snapshots.orderBy('id').primaryKeys();
      if (oldest === undefined || others.length === 0) throw error;
      await drop(database, [oldest]);
    }
  }
}

/** What the ring has no room for goes, and the copies that no snapshot needs any more. */
async function tidy(database: SnapshotDatabase): Promise<void> {
  const { snapshots } = database;
  await drop(
    database,
    superfluous(await snapshots.toArray()).map(({ id }) => id),
  );
  for (let rows = await snapshots.orderBy('id').toArray(); rows.length > 1; rows = rows.slice(1)) {
    if (bytesOf(rows) <= MOST_BYTES) return;
    await drop(database, [rows[0]?.id ?? 0]);
  }
}

/** Of all snapshots together; what several share counts once. */
export function bytesOf(snapshots: readonly SnapshotRow[]): number {
  const sizes = new Map(snapshots.flatMap((one) => one.documents.map((each) => [each.content, each.bytes])));
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

async function drop({ snapshots, contents }: SnapshotDatabase, ids: readonly number[]): Promise<void> {
  await snapshots.bulkDelete([...ids]);
  const needed = new Set(
    (await snapshots.toArray()).flatMap(({ documents }) => documents.map((one) => one.content)),
  );
  const all = await contents.toCollection().primaryKeys();
  await contents.bulkDelete(all.filter((key) => !needed.has(key)));
}
