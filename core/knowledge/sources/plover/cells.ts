// What the five files of event data have in common: a table, with or without a line of column names, whose
// rows become events one by one. A row that cannot be read is reported and the next one is read.
import { SourceError } from '../open/source-error.ts';
import type { Row, RowForm } from '../rows.ts';
import { rowsOf } from '../rows.ts';
import type { EventDraft, Found, Line, ReadOptions } from '../source.ts';

/** A cell by its column's name, trimmed; empty where the file has no such column. */
export type Cells = (column: string) => string;

export type Outcome =
  | { readonly event: EventDraft }
  | { readonly rejected: string }
  | { readonly skipped: string };

export interface Table {
  /** Decided on the file's first line, since some publishers offer a choice. */
  form(first: string): RowForm;
  /** Names in order, for files that come without them; absent where only named columns can be read. */
  readonly columns?: readonly string[];
  isHeader(cells: readonly string[]): boolean;
  /** The cells of a row that has too many, too few, or a broken quote; `null` where they are lost. */
  mend?(cells: readonly string[], columns: readonly string[]): readonly string[] | null;
  eventOf(cells: Cells, options: ReadOptions): Outcome;
}

/** Throws SourceError where the columns cannot be known, and the signal's reason when it says stop. */
export async function* eventsOf(
  table: Table,
  lines: AsyncIterable<Line>,
  options: ReadOptions,
): AsyncGenerator<Found, void> {
  let columns = table.columns;
  let isFirst = true;
  for await (const row of rowsIn(table, lines)) {
    options.signal?.throwIfAborted();
    // A header may come again where files were joined; it is not looked for in each row's every cell.
    if (isFirst || columnName(row.cells[0] ?? '') === columns?.[0]) {
      isFirst = false;
      const names = row.cells.map(columnName);
      if (table.isHeader(names)) {
        columns = names;
        continue;
      }
    }
    if (!columns) throw new SourceError('foreign', 'The first line does not name the columns.');
    const mended = mend(table, row, columns);
    const outcome =
      typeof mended === 'string'
        ? { rejected: mended }
        : table.eventOf(reader(mended, indexesOf(columns)), options);
    if ('event' in outcome) yield { kind: 'event', event: outcome.event };
    else if ('skipped' in outcome) yield { kind: 'skipped', reason: outcome.skipped };
    else yield { kind: 'rejected', line: row.line, reason: outcome.rejected };
  }
}

async function* rowsIn(table: Table, lines: AsyncIterable<Line>): AsyncGenerator<Row, void> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const begin: Line = { number: first.value.number, text: withoutMark(first.value.text) };
  async function* all(): AsyncGenerator<Line, void> {
    try {
      yield begin;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  yield* rowsOf(all(), table.form(begin.text));
}

function mend(table: Table, row: Row, columns: readonly string[]): readonly string[] | string {
  if (!row.problem && row.cells.length === columns.length) return row.cells;
  const reason = row.problem ?? `${row.cells.length} cells where ${columns.length} belong`;
  return table.mend?.(row.cells, columns) ?? reason;
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function indexesOf(columns: readonly string[]): ReadonlyMap<string, number> {
  const found = known.get(columns) ?? new Map(columns.map((name, index) => [columnName(name), index]));
  known.set(columns, found);
  return found;
}

const reader =
  (cells: readonly string[], indexes: ReadonlyMap<string, number>): Cells =>
  (column) =>
    cells[indexes.get(column) ?? -1]?.trim() ?? '';

/** Files name columns `Event ID` or `event_id`, some with the byte order mark before the first. */
export function columnName(text: string): string {
  return withoutMark(text).trim().toLowerCase().replace(/[ _]+/g, '_');
}

/** The names of the columns on the first line of a sample, for `detect`. */
export function firstCells(text: string, delimiter: string): readonly string[] {
  const [line = ''] = withoutMark(text).split(/\r?\n/, 1);
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');
