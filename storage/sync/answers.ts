// What the reader said to deletions that were held back (core/sync/engine/held.ts). It is said to every run until it has
// been done, also where the worker dies in between.
import * as z from 'zod/mini';
import { asSegmentName, type SegmentName } from '../../core/sync/format/name.ts';
import type { Answer } from '../../core/sync/index.ts';
import { withRecords } from './database.ts';

const VERSION = 1;
const Segment = z.custom<SegmentName>((name) => typeof name === 'string' && asSegmentName(name) !== null);
const Answers = z.array(z.object({ segments: z.array(Segment), says: z.enum(['take', 'keep']) }));

export async function readAnswers(): Promise<readonly Answer[]> {
  const row = await withRecords((records) => records.get('answers'));
  return (row?.version === VERSION && Answers.safeParse(row.value).data) || [];
}

export async function writeAnswers(answers: readonly Answer[]): Promise<void> {
  await withRecords(async (records) => {
    if (answers.length === 0) await records.delete('answers');
    else await records.put({ key: 'answers', version: VERSION, value: answers });
  });
}
