// What was done, kept so that it can be undone and done again, after the page was closed too. An undo is an edit like any
// other: it takes back what the step changed and leaves what was changed since.
import * as z from 'zod/mini';
import { Colour } from '../../core/annotation/kept/index.ts';
import { Selectors } from '../../core/annotation/selectors.ts';
import { OwnBefore } from '../../core/knowledge/own/index.ts';
import { Correction } from '../../core/matching/correction.ts';
import type { DocumentName, HistoryRow, ReaderDatabase } from './database.ts';

/** Steps that can be undone, of one document and of all. */
const MOST = 60;
const MOST_IN_ALL = 3_000;

const Part = z.object({
  colour: z.optional(Colour),
  note: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  deleted: z.optional(z.boolean()),
  confirmed: z.optional(z.record(z.string(), z.nullable(Selectors))),
  /** Of an entry of the reader's own knowledge. */
  own: z.optional(OwnBefore),
  /** Of what a name means; `deleted`: it was taken back. */
  correction: z.optional(Correction),
});
const Step = z.object({ id: z.string(), was: Part, is: Part });
export type Step = z.infer<typeof Step>;

const Steps = z.array(Step);

export interface Done {
  readonly document: DocumentName;
  readonly batch: string;
  readonly did: HistoryRow['did'];
  readonly steps: readonly Step[];
}

/** Within the transaction of the change. What was undone before cannot be done again after it. */
export async function remember({ history }: ReaderDatabase, { steps, ...done }: Done): Promise<void> {
  if (steps.length === 0) return;
  const rows = await history.where('document').equals(done.document).sortBy('id');
  const undone = rows.filter(({ state }) => state === 'undone');
  const old = rows.filter(({ state }) => state === 'done').slice(0, -(MOST - 1));
  await history.bulkDelete([...undone, ...old].map(({ id }) => id));
  await history.add({ ...done, state: 'done', steps: JSON.stringify(steps) });
  const tooMany = (await history.count()) - MOST_IN_ALL;
  if (tooMany > 0) await history.bulkDelete(await history.orderBy('id').limit(tooMany).primaryKeys());
}

/** The row that an undo or a redo of these documents is about. */
export async function nextOf(
  { history }: ReaderDatabase,
  documents: readonly DocumentName[],
  way: 'undo' | 'redo',
): Promise<HistoryRow | null> {
  const rows = await history.where('document').anyOf(documents).sortBy('id');
  const found = way === 'undo' ? rows.findLast(({ state }) => state === 'done') : nextUndone(rows);
  return found ?? null;
}

/** The first that was undone and has nothing done after it. */
function nextUndone(rows: readonly HistoryRow[]): HistoryRow | undefined {
  const last = rows.findLastIndex(({ state }) => state === 'done');
  return rows[last + 1];
}

/** Whether this action has changed this document already. */
export async function isDone(
  { history }: ReaderDatabase,
  document: DocumentName,
  batch: string,
): Promise<boolean> {
  return (await history.where('batch').equals(batch).toArray()).some((row) => row.document === document);
}

/** What a request has undone, or done again, already. */
export async function turnedBy(
  { history }: ReaderDatabase,
  documents: readonly DocumentName[],
  id: string,
): Promise<HistoryRow | undefined> {
  return (await history.where('document').anyOf(documents).toArray()).find(({ turned }) => turned === id);
}

/** What another version of Backstory wrote and this one cannot read is not undone. */
export function stepsOf({ steps }: HistoryRow): Step[] {
  try {
    return Steps.safeParse(JSON.parse(steps)).data ?? [];
  } catch {
    return [];
  }
}

/** Passages that are removed for good are in no step either. */
export async function forgetSteps(
  { history }: ReaderDatabase,
  document: DocumentName,
  ids: ReadonlySet<string>,
): Promise<void> {
  for (const row of await history.where('document').equals(document).toArray()) {
    const steps = stepsOf(row).filter(({ id }) => !ids.has(id));
    if (steps.length === 0) await history.delete(row.id);
    else await history.update(row.id, { steps: JSON.stringify(steps) });
  }
}
