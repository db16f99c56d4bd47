// How far a build is, on standard error, so that standard output can be kept: one line that changes on a
// terminal, now and then a line elsewhere.
import type { Progress } from '../../core/knowledge/sources/collect.ts';

const EVERY_MS = process.stderr.isTTY ? 200 : 5_000;
let shown = 0;

export function showProgress({ phase, lines, entities, events, rejected }: Progress): void {
  if (performance.now() - shown < EVERY_MS) return;
  shown = performance.now();
  const words = phase === 'reading' ? 'read' : 'tied to the packs';
  process.stderr.write(
    `${process.stderr.isTTY ? '\r' : '\n'}${lines} lines, ${entities} entities, ${events} events ${words}, ${rejected} rows refused `,
  );
}
