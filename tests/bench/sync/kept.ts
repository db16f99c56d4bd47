// Ten thousand passages as keeping them one by one leaves them: an update for each, and its place in the outbox.
import * as Y from 'yjs';
import { PassageId } from '../../../core/annotation/kept/index.ts';
import { Selectors } from '../../../core/annotation/selectors.ts';
import { writePage, writePassage } from '../../../storage/reader/kept-fields.ts';

export interface KeptRow {
  readonly document: string;
  /** Base 64, to be handed to a page. */
  readonly update: string;
}

const MADE = '2026-11-22T10:00:00.000Z';
/** Every fifth passage has a note. */
const NOTED = 5;

export function keptRows(pages: number, passages: number): KeptRow[] {
  return Array.from({ length: pages }, (_, page) => rowsOf(page, passages)).flat();
}

function rowsOf(page: number, passages: number): KeptRow[] {
  const key = `news.example/story-${page}`;
  const document = new Y.Doc();
  const rows: KeptRow[] = [];
  document.on('update', (update: Uint8Array) =>
    rows.push({ document: `page:${key}`, update: Buffer.from(update).toString('base64') }),
  );
  for (let n = 0; n < passages; n++)
    document.transact(() => {
      const title = `Story number ${page}`;
      writePage(document, { url: `https://${key}`, title, published: null, language: 'en', made: MADE });
      const quote = `Sentence ${n} of story ${page}, in which somebody said something that was worth keeping.`;
      const [prefix, suffix] = ['before '.repeat(15), ' after'.repeat(15)];
      const selectors = Selectors.parse({
        version: 1,
        quote: { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
      });
      const note = n % NOTED === 0 ? `A note on sentence ${n}, as long as most are.` : '';
      const id = PassageId.parse(`passage-${page}-${n}-of-the-bench`);
      writePassage(document, {
        id,
        selectors,
        quote,
        colour: 'yellow',
        note,
        tags: ['war'],
        names: [],
        made: MADE,
      });
    });
  return rows;
}
