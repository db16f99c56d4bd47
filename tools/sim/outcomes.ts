// Thousands of histories take hours: what has been lived through is written down a line each, and goes on from there.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Outcome } from './world.ts';

const Count = z.int().check(z.gte(0));
const Line: z.ZodMiniType<Outcome> = z.strictObject({
  ...{ seed: Count, acked: Count, lost: Count, diverged: Count, leaked: Count, excused: Count },
  ...{ requests: Count, files: Count, twins: Count, held: Count },
  trouble: z.nullable(z.string()),
});

/**
 * Of the seeds that are asked for. A last line without its end is of a run that was killed: it is taken out of the file, and that
 * history is lived through again.
 *
 * @throws where another line is not an outcome
 */
export function readOutcomes(file: string, seeds: ReadonlySet<number>): Outcome[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) writeFileSync(file, whole);
  const lines = whole.split('\n').slice(0, -1);
  const bySeed = new Map(lines.map((line) => Line.parse(JSON.parse(line))).map((one) => [one.seed, one]));
  return [...bySeed.values()].filter(({ seed }) => seeds.has(seed));
}

export function keepOutcome(file: string, outcome: Outcome): void {
  appendFileSync(file, `${JSON.stringify(outcome)}\n`);
}
