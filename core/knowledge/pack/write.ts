// Entities and events → a pack file. Runs at build time and in importers; the same input gives the same bytes.
import { nameKey, tokenize } from '../../text/index.ts';
import { ownersOf } from '../belonging.ts';
import { firstDay } from '../dates.ts';
import type { Entity } from '../entity.ts';
import type { Event } from '../event.ts';
import { externalKeys } from '../external-ids.ts';
import { namedIn } from '../owners.ts';
import type { EntityId, EventId } from '../terms.ts';
import { filterOf } from './filter.ts';
import { blockSum, FORMAT, MAGIC, type PackHeader, sha256, type Table, timelineKey, utf8 } from './format.ts';
import { officeNames } from './office-names.ts';
import { type NameRow, type Row, Rows, type RowTable, type Tally, TERMS } from './rows.ts';
import { soundNames } from './sound-names.ts';

/** Small enough that a look-up reads little; half of it is stored at half the speed. */
const BLOCK_BYTES = 16_384;
/** What is read as a whole may come in larger pieces. */
const WHOLE_BYTES = 262_144;
/** Kept per entity, however long ago. */
const LANDMARKS = 40;

export type PackMeta = Pick<PackHeader, 'id' | 'version' | 'title' | 'built' | 'licence' | 'attribution'>;

/**
 * The whole file, compressed.
 *
 * @param around entities of other packs that the events name, and what these belong to: they are not written,
 *   but the events are entered under them
 */
export async function writePack(
  meta: PackMeta,
  entities: readonly Entity[],
  events: readonly Event[],
  around: readonly Entity[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const byEntity = eventsByEntity([...around, ...entities], events);
  const names = nameRows(entities);
  const rows = new Rows(meta.id, TERMS);
  const written = {
    filter: await writeBytes(filterOf(names.map(([key]) => key))),
    names: await writeTable(rows, 'names', names),
    entities: await writeTable(
      rows,
      'entities',
      entities.map((entity) => [entity.id, entity]),
    ),
    tallies: await writeTable(
      rows,
      'tallies',
      [...byEntity].map(([id, own]) => [id, tally(own)]),
    ),
    timeline: await writeTable(
      rows,
      'timeline',
      [...byEntity].flatMap(([id, own]) =>
        own.map((event): [string, 0] => [timelineKey(id, firstDay(event.date.edtf), event.id), 0]),
      ),
    ),
    events: await writeTable(
      rows,
      'events',
      events.map((event) => [event.id, event]),
    ),
  };
  const header: PackHeader = {
    format: FORMAT,
    ...meta,
    terms: TERMS,
    counts: {
      entities: entities.length,
      names: entities.reduce((sum, entity) => sum + entity.names.length, 0),
      events: events.length,
    },
    tables: {
      filter: written.filter.table,
      names: written.names.table,
      entities: written.entities.table,
      tallies: written.tallies.table,
      timeline: written.timeline.table,
      events: written.events.table,
    },
  };
  const head = utf8(JSON.stringify(header));
  const first = utf8(`${MAGIC} ${FORMAT} ${head.length} ${await sha256(head)}\n`);
  const blocks = Object.values(written).flatMap((table) => table.blocks);
  const stream = new Blob([first, head, ...blocks]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Bytes that are read as a whole, in blocks like everything else. */
async function writeBytes(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ table: Table; blocks: Uint8Array<ArrayBuffer>[] }> {
  const table: Table = { first: [], bytes: [], sums: [] };
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  for (let start = 0; start < bytes.length; start += WHOLE_BYTES) {
    const block = bytes.slice(start, start + WHOLE_BYTES);
    table.first.push(String(blocks.length));
    table.bytes.push(block.length);
    table.sums.push(await blockSum(block));
    blocks.push(block);
  }
  return { table, blocks };
}

async function writeTable<T extends RowTable>(
  codec: Rows,
  name: T,
  rows: readonly (readonly [string, Row<T>])[],
): Promise<{ table: Table; blocks: Uint8Array<ArrayBuffer>[] }> {
  const sorted = rows
    .map(([key, row]) => ({ key: codec.key(name, key), whole: key, row }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const table: Table = { first: [], bytes: [], sums: [] };
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  let text = '';
  let first = '';
  const flush = async () => {
    if (text === '') return;
    const block = utf8(text);
    table.first.push(first);
    table.bytes.push(block.length);
    table.sums.push(await blockSum(block));
    blocks.push(block);
    text = '';
  };
  for (const { key, whole, row } of sorted) {
    const line = codec.write(name, whole, row);
    if (text.length + line.length >= BLOCK_BYTES) await flush();
    if (text === '') first = key;
    text += `${line}\n`;
  }
  await flush();
  return { table, blocks };
}

function nameRows(entities: readonly Entity[]): [string, NameRow[]][] {
  const rows = new Map<string, NameRow[]>();
  for (const entity of entities) {
    for (const { lang: _, ...name } of entity.names) {
      const key = nameKey(tokenize(name.text));
      if (key === '') continue;
      const meanings = rows.get(key) ?? [];
      // Many languages spell a name alike: one meaning is enough, the first (the label) stands.
      if (meanings.some((row) => row.id === entity.id && row.type === name.type)) continue;
      meanings.push({ id: entity.id, kind: entity.kind, salience: entity.salience, ...name });
      rows.set(key, meanings);
    }
  }
  for (const { text, ...holder } of officeNames(entities)) {
    const key = nameKey(tokenize(text));
    const meanings = rows.get(key) ?? [];
    if (key !== '' && !meanings.some(({ type }) => type !== 'description'))
      rows.set(key, [
        ...meanings,
        { ...holder, text, type: 'description', match: 'needs-context', kind: 'person' },
      ]);
  }
  for (const [key, row] of soundNames(entities)) rows.set(key, [row]);
  for (const { id, ids, kind, salience } of entities) {
    for (const key of externalKeys({ id, ...(ids && { ids }) }))
      rows.set(key, [{ id, kind, salience, text: key, type: 'alias', match: 'never-alone' }]);
  }
  return [...rows];
}

function tally(own: readonly Event[]): Tally {
  const landmarks = [...own].sort((a, b) => b.weight - a.weight).slice(0, LANDMARKS);
  return { events: own.length, landmarks: landmarks.map(({ id }): EventId => id) };
}

/** An event counts for its actors and places, and for what these belong to. */
function eventsByEntity(entities: readonly Entity[], events: readonly Event[]): Map<EntityId, Event[]> {
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  const byEntity = new Map<EntityId, Event[]>();
  for (const event of events) {
    const named = namedIn(event);
    const owners = named.flatMap((id) => [...ownersOf(id, (owner) => known.get(owner))]);
    for (const id of new Set([...named, ...owners])) {
      const own = byEntity.get(id) ?? [];
      own.push(event);
      byEntity.set(id, own);
    }
  }
  return byEntity;
}
