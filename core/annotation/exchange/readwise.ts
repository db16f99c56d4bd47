// CSV with the columns that Readwise imports (readwise.io/import_bulk): Highlight, Title, Author, URL, Note, Location,
// Date. Tags go where Readwise looks for them, as `.tag` at the end of the note; Location is an order, Date is in UTC.
import Papa from 'papaparse';
import type { Passage } from '../kept/index.ts';
import { byPage, type ExportFile, type Taken, type WriteOptions } from './taken.ts';

const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];

/**
 * What a spreadsheet would run when the file is opened there (OWASP, CSV injection), in its full width too. One apostrophe
 * is put before it; before what has one already, one more, so that they can be told apart.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const defused = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

export function writeReadwise(taken: Taken, { now }: WriteOptions): ExportFile[] {
  const rows = byPage(taken).flatMap(({ page, passages }) =>
    passages.map((passage, index) =>
      [
        passage.quote,
        page.title,
        '',
        page.url,
        noteOf(passage),
        String(passage.selectors.position?.start ?? index + 1),
        passage.made.slice(0, 19).replace('T', ' '),
      ].map((text) => defused(text.toWellFormed())),
    ),
  );
  return [
    {
      name: `backstory-readwise-${now.slice(0, 10)}.csv`,
      text: `${Papa.unparse([COLUMNS, ...rows], { newline: '\r\n' })}\r\n`,
    },
  ];
}

/** Readwise takes lines that begin with a dot for tags; a tag has no space there. */
function noteOf({ note, tags }: Passage): string {
  const dotted = tags.map((tag) => `.${tag.replaceAll(/\s+/g, '-')}`).join(' ');
  return [note, dotted].filter((part) => part !== '').join('\n');
}
