// Lines → rows of cells. Papa Parse splits the rows that have quotes; what it leaves open is decided here,
// line by line, since one broken quote in a file of a million rows must not swallow the rest: where a quoted
// field goes on over lines, lines are added until it closes; where it never does, or closes in a way that no
// writer of CSV writes, the row is reported and reading starts again at the line after it.
import Papa from 'papaparse';
import type { Line } from './source.ts';

export interface Row {
  /** The line where the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the cells may be wrong. */
  readonly problem?: string;
}

export interface RowForm {
  readonly delimiter: ',' | '\t' | ';';
  /** False: a quote is a character like any other (GeoNames, GDELT). */
  readonly quotes: boolean;
}

/** A report quoted in a cell has some paragraphs; a quote that is open for longer was never meant as one. */
const MOST_LINES = 64;
const LONGEST_ROW = 1_000_000;

/** Empty lines are no rows. Never throws for what a line holds. */
export async function* rowsOf(lines: AsyncIterable<Line>, form: RowForm): AsyncGenerator<Row, void> {
  const parser = new Papa.Parser({ delimiter: form.delimiter, newline: '\n', quoteChar: '"' });
  let open: Line[] = [];
  for await (const line of lines) {
    if (open.length > 0) {
      open.push(line);
      // Without a quote it closes nothing.
      if (!line.text.includes('"') && fits(open)) continue;
    } else if (!form.quotes || !line.text.includes('"')) {
      if (line.text !== '') yield { line: line.number, cells: line.text.split(form.delimiter) };
      continue;
    } else open = [line];
    const { rows, rest } = settled(open, parser, form, false);
    yield* rows;
    open = rest;
  }
  yield* settled(open, parser, form, true).rows;
}

/** The rows that are certain, and the lines that still wait for a closing quote. */
function settled(
  lines: readonly Line[],
  parser: Papa.Parser,
  form: RowForm,
  isEnd: boolean,
): { rows: Row[]; rest: Line[] } {
  const rows: Row[] = [];
  let from = 0;
  // The end of the row that is being tried: all lines at first, since fewer were found open before.
  let to = lines.length;
  while (from < lines.length) {
    const part = lines.slice(from, to);
    const row = parsed(part, parser);
    if (row === 'open' && to < lines.length) {
      to++;
      continue;
    }
    if (row === 'open' && !isEnd && fits(part)) return { rows, rest: part };
    const first = part[0];
    if (!first) break;
    if (row === 'open' || row === 'broken') {
      rows.push({
        line: first.number,
        cells: first.text.split(form.delimiter),
        problem: 'a quote is not closed',
      });
      from += 1;
    } else {
      if (first.text !== '') rows.push({ line: first.number, cells: row });
      from = to;
    }
    to = from + 1;
  }
  return { rows, rest: [] };
}

function fits(lines: readonly Line[]): boolean {
  return lines.length < MOST_LINES && lines.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST_ROW;
}

function parsed(lines: readonly Line[], parser: Papa.Parser): readonly string[] | 'open' | 'broken' {
  const text = lines.map((line) => line.text).join('\n');
  if (text.length > LONGEST_ROW) return 'broken';
  const { data, errors }: Papa.ParseResult<string[]> = parser.parse(text, 0, false);
  const stray = errors.some(({ code }) => code === 'InvalidQuotes');
  if (errors.some(({ code }) => code === 'MissingQuotes')) return stray ? 'broken' : 'open';
  // A stray quote inside a quoted cell is harmless on one line; over lines it says that the first was stray.
  if (lines.length > 1 && (stray || data.length > 1)) return 'broken';
  return data[0] ?? [];
}
