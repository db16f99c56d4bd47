// Knowledge that a person keeps in a spreadsheet: one sheet of people, groups and places, one of events, told apart
// by the names of their columns (own-csv-header.ts; explained to their writers in docs/own-knowledge.md). Spreadsheets
// change dates, numbers and delimiters behind one's back, so whatever is not certain is refused with its column
// and with what would be right.
import type { Entity } from '../entity.ts';
import { SourceError } from './open/source-error.ts';
import { explain, similar } from './own/problems.ts';
import { Cells } from './own-csv/cells.ts';
import { entityIn } from './own-csv/entities.ts';
import { eventIn } from './own-csv/events.ts';
import {
  ENTITY_COLUMNS,
  type EntityColumn,
  EVENT_COLUMNS,
  type EventColumn,
  type Header,
  headerOf,
  isSeparatorLine,
  letterOf,
} from './own-csv/header.ts';
import { RecordError } from './own-yaml/parts.ts';
import { type Row, rowsOf } from './rows.ts';
import type { EventDraft, Found, Line, Source } from './source.ts';

const WORDS = { entities: 'people, groups and places', events: 'events' } as const;

export const ownCsv: Source = {
  id: 'own-csv',
  title: 'Own knowledge (spreadsheet)',
  licence: 'as its authors say',
  attribution: 'Written by hand; each statement has its own source',

  detect({ text }) {
    const first = text.split(/\r?\n/, 20).find((line) => line.trim() !== '' && !isSeparatorLine(line));
    const header = headerOf(first ?? '');
    if (header === null) return null;
    if ('missing' in header)
      return { refused: `It looks like a sheet for Backstory, but has no column “${header.missing}”.` };
    return { what: `Backstory’s own sheet of ${WORDS[header.sheet]}, ${header.columns.size} columns` };
  },

  async *read(lines, { pack }) {
    const iterator = lines[Symbol.asyncIterator]();
    const { header, line } = await firstRow(iterator);
    for (const { name, at } of header.unknown)
      yield {
        kind: 'rejected',
        line,
        reason: `column ${letterOf(at)}: “${name.slice(0, 40)}” is none of ours and is not read${similar(name, header.sheet === 'entities' ? ENTITY_COLUMNS : EVENT_COLUMNS)}`,
      };
    const seen = new Map<string, number>();
    for await (const row of rowsOf(rest(iterator), { delimiter: header.delimiter, quotes: true })) {
      const found = header.sheet === 'entities' ? entityRow(header, row, pack) : eventRow(header, row, pack);
      if (found) yield unlessTwice(found, row.line, seen);
    }
  },
};

async function firstRow(iterator: AsyncIterator<Line>): Promise<{ header: Header; line: number }> {
  for (;;) {
    const next = await iterator.next();
    if (next.done) throw new SourceError('foreign', 'The sheet is empty.');
    const { number, text } = next.value;
    if (text.trim() === '' || isSeparatorLine(text)) continue;
    const header = headerOf(text);
    if (header && !('missing' in header)) return { header, line: number };
    throw new SourceError(
      'foreign',
      `The first row must name the columns: kind and name for ${WORDS.entities}, date and title for ${WORDS.events}.`,
    );
  }
}

async function* rest(iterator: AsyncIterator<Line>): AsyncGenerator<Line, void> {
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}

function entityRow(header: Header, row: Row, pack: string): Found | null {
  const cells = new Cells<EntityColumn>(header, row);
  const found = made(cells, () => entityIn(cells, pack), row);
  return found && 'record' in found ? { kind: 'entity', entity: found.record satisfies Entity } : found;
}

function eventRow(header: Header, row: Row, pack: string): Found | null {
  const cells = new Cells<EventColumn>(header, row);
  const found = made(cells, () => eventIn(cells, pack), row);
  return found && 'record' in found ? { kind: 'event', event: found.record satisfies EventDraft } : found;
}

/** What `make` gives, or the reason why it gives nothing; `null` for an empty row. */
function made<T>(
  cells: { readonly isEmpty: boolean; readonly problems: string[] },
  make: () => T | null,
  { line }: Row,
): { record: T } | (Found & { kind: 'rejected' }) | null {
  if (cells.isEmpty) return null;
  try {
    const record = make();
    if (record !== null) return { record };
  } catch (error) {
    if (!(error instanceof RecordError)) {
      if (!(error instanceof Error)) throw error;
      cells.problems.push(error.message);
    } else
      cells.problems.push(
        ...explain(error.error, error.record, []).map(
          ({ path, text }) => `${path[0] === 'names' ? 'name, other_names' : String(path[0])}: ${text}`,
        ),
      );
  }
  return { kind: 'rejected', line, reason: cells.problems.join('; ') };
}

/** Two rows of one name would become one record without a word. */
function unlessTwice(found: Found, line: number, seen: Map<string, number>): Found {
  if (found.kind !== 'entity' && found.kind !== 'event') return found;
  const { id } = found.kind === 'entity' ? found.entity : found.event;
  const before = seen.get(id);
  if (before !== undefined)
    return {
      kind: 'rejected',
      line,
      reason: `line ${before} has this id too (${id}); if they are two, give each an id of its own in the column “id”`,
    };
  seen.set(id, line);
  return found;
}
