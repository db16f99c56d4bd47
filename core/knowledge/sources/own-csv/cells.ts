// One row of somebody's sheet, cell by cell: each reading of a cell either understands it or remembers what is
// wrong and what would be right, so that a row is refused once, with everything that is to be mended.
import { type Source, Source as SourceRecord } from '../../terms.ts';
import { dateProblem } from '../own/dates.ts';
import { similar } from '../own/problems.ts';
import type { Row } from '../rows.ts';
import { type Header, letterOf } from './header.ts';

const FORMULA_ERROR = /^#(?:NAME\?|REF!|N\/A|VALUE!|DIV\/0!|NUM!|NULL!)$/;

export class Cells<Column extends string> {
  readonly problems: string[] = [];
  readonly #header: Header;
  readonly #cells: readonly string[];

  constructor(header: Header, { cells, problem }: Row) {
    this.#header = header;
    this.#cells = cells;
    if (problem !== undefined) this.problems.push(problem);
    if (cells.slice(header.width).some((cell) => cell.trim() !== ''))
      this.problems.push(
        `there are ${cells.length} cells under ${header.width} columns: a cell that holds “${header.delimiter}” stands in quotation marks`,
      );
    for (const [at, cell] of cells.entries())
      if (FORMULA_ERROR.test(cell.trim()))
        this.problems.push(`column ${letterOf(at)} holds a formula’s error`);
  }

  get isEmpty(): boolean {
    return this.#cells.every((cell) => cell.trim() === '');
  }

  wrong(column: Column, text: string): void {
    const at = this.#header.columns.get(column);
    this.problems.push(`column ${at === undefined ? '' : `${letterOf(at)} `}(${column}): ${text}`);
  }

  text(column: Column): string {
    return (this.#cells[this.#header.columns.get(column) ?? -1] ?? '').trim();
  }

  needed(column: Column, what: string): string {
    const text = this.text(column);
    if (text === '') this.wrong(column, `is empty; it needs ${what}`);
    return text;
  }

  /** What stands between semicolons. */
  list(column: Column): string[] {
    return this.text(column)
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  date(column: Column, mayBePeriod = false): string | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const problem = dateProblem(text, mayBePeriod);
    if (problem !== null) this.wrong(column, problem);
    return text;
  }

  /** A decimal comma is a point. */
  number(column: Column, least: number, most: number): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const value = /^[-+\u2212]?\d+(?:[.,]\d+)?$/.test(text)
      ? Number(text.replace(',', '.').replace('\u2212', '-'))
      : Number.NaN;
    if (value >= least && value <= most) return value;
    this.wrong(column, `“${text.slice(0, 40)}” is no number from ${least} to ${most}, such as 33.31`);
    return undefined;
  }

  /** One of a few words, whatever their case. */
  choice<T extends string>(column: Column, options: readonly T[]): T | undefined {
    const text = this.text(column);
    const word = text.toLowerCase().replace(/[\s-]+/g, '_');
    const found = options.find((option) => option.toLowerCase() === word);
    if (found === undefined && text !== '')
      this.wrong(
        column,
        `“${text.slice(0, 40)}” is not one of ${options.join(', ')}${similar(word, options)}`,
      );
    return found;
  }

  /** Latitude and longitude, both or neither. */
  position(lat: Column, lon: Column): { lat: number; lon: number } | undefined {
    const [north, east] = [this.number(lat, -90, 90), this.number(lon, -180, 180)];
    if ((this.text(lat) === '') !== (this.text(lon) === ''))
      this.wrong(this.text(lat) === '' ? lat : lon, 'is empty; a position needs latitude and longitude');
    return north === undefined || east === undefined ? undefined : { lat: north, lon: east };
  }

  /** `Reuters https://…; AP`: a name, an address, or both. */
  sources(column: Column): Source[] {
    return this.list(column).flatMap((text) => {
      const [url] = /https?:\/\/\S+/.exec(text) ?? [];
      const name = text.replace(url ?? '', '').replace(/^[\s,:|(]+|[\s,:|(]+$/g, '');
      const host = /^https?:\/\/(?:www\.)?([^/?#:]+)/.exec(url ?? '')?.[1];
      const source = SourceRecord.safeParse({ publisher: name || host, ...(url ? { url } : {}) });
      if (source.success) return source.data;
      this.wrong(
        column,
        `“${text.slice(0, 60)}” is no source: a name of at most 200 characters, an address, or both`,
      );
      return [];
    });
  }
}
