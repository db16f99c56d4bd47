// What a pack file says of itself, and whether all of it is true: checksums, order of the keys, form of the rows.
import { TABLES } from '../../core/knowledge/pack/format.ts';
import { PackError, type PackHeader, readPack } from '../../core/knowledge/pack/index.ts';
import { decodeText, type PackBlock } from '../../core/knowledge/pack/read.ts';
import { linesOf, Rows, type RowTable } from '../../core/knowledge/pack/rows.ts';
import { opened } from './files.ts';

/** Throws PackError at the first thing that is wrong, RefusedError where there is no file. */
export async function inspect(path: string): Promise<void> {
  const open = await opened(path);
  const { header, blocks } = await readPack(open());
  showHeader(header);
  const codec = new Rows(header.id, header.terms);
  const rows: Record<RowTable, number> = { names: 0, entities: 0, tallies: 0, timeline: 0, events: 0 };
  let last = { table: '', key: '' };
  for await (const block of blocks) {
    const { table } = block;
    // Bytes without rows: the checksum says all there is to say.
    if (table === 'filter') continue;
    for (const { key, value } of linesOf(decodeText(block.bytes))) {
      if (last.table === table && key <= last.key)
        throw damaged(block, `the key “${key}” is not behind the one before`);
      if (codec.read(table, codec.wholeKey(table, key), value) === undefined)
        throw damaged(block, `“${key}” is not of the agreed form`);
      last = { table, key };
      rows[table]++;
    }
  }
  checkCounts(header, rows);
  for (const table of TABLES) {
    const { bytes } = header.tables[table];
    const size = bytes.reduce((sum, one) => sum + one, 0);
    const what = table === 'filter' ? '' : `${rows[table]} rows in `;
    console.log(`table ${table}: ${what}${bytes.length} blocks, ${(size / 1e6).toFixed(2)} MB`);
  }
  console.log('Every block is whole.');
}

function checkCounts({ counts }: PackHeader, rows: Readonly<Record<RowTable, number>>): void {
  for (const table of ['entities', 'events'] as const) {
    if (rows[table] !== counts[table])
      throw new PackError(
        'damaged',
        `The header counts ${counts[table]} ${table}; there are ${rows[table]}.`,
      );
  }
}

function damaged({ table, number }: PackBlock, what: string): PackError {
  return new PackError('damaged', `Block ${number} of the table “${table}”: ${what}.`);
}

function showHeader(header: PackHeader): void {
  const { id, version, format, title, built, licence, attribution, counts } = header;
  console.log(`${title} (${id}, version ${version}, built ${built}, format ${format})`);
  console.log(`licence: ${licence}`);
  for (const { text, url, licence: own } of attribution)
    console.log(`attribution: ${[text, own, url].filter(Boolean).join('; ')}`);
  console.log(`${counts.entities} entities with ${counts.names} names, ${counts.events} events`);
}
