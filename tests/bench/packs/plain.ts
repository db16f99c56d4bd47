// The plain design, to be measured beside ours: a row for each name, entity and event, found through an index.
import { Dexie, type EntityTable } from 'dexie';
import type { Known, NameRow } from '../../../core/knowledge/index.ts';
import { readPack } from '../../../core/knowledge/pack/index.ts';
import { decodeText } from '../../../core/knowledge/pack/read.ts';
import { linesOf, Rows } from '../../../core/knowledge/pack/rows.ts';
import type { EntityId } from '../../../core/knowledge/terms.ts';

interface Row {
  key: string;
  value: unknown;
}

/** As many rows as Dexie writes best at once. */
const BATCH = 5_000;
const TABLES = ['names', 'entities', 'timeline', 'events'] as const;
type Name = (typeof TABLES)[number];

export class PlainRows extends Dexie {
  declare nameRows: EntityTable<Row, 'key'>;
  declare entityRows: EntityTable<Row, 'key'>;
  declare timelineRows: EntityTable<Row, 'key'>;
  declare eventRows: EntityTable<Row, 'key'>;

  constructor() {
    super('plain-rows');
    this.version(1).stores({ nameRows: '&key', entityRows: '&key', timelineRows: '&key', eventRows: '&key' });
  }

  /** Answers how many milliseconds `bulkPut` took; reading and decoding the file are not counted against it. */
  async install(file: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<number> {
    const { header, blocks } = await readPack(file);
    const codec = new Rows(header.id, header.terms);
    const stores = {
      names: this.nameRows,
      entities: this.entityRows,
      timeline: this.timelineRows,
      events: this.eventRows,
    };
    const waiting: Record<Name, Row[]> = { names: [], entities: [], timeline: [], events: [] };
    let spent = 0;
    const flush = async (table: Name) => {
      const begun = performance.now();
      await stores[table].bulkPut(waiting[table]);
      spent += performance.now() - begun;
      waiting[table] = [];
    };
    for await (const { table, bytes } of blocks) {
      const name = TABLES.find((one) => one === table);
      if (name === undefined) continue;
      for (const { key, value } of linesOf(decodeText(bytes))) {
        const whole = codec.wholeKey(name, key);
        waiting[name].push({ key: whole, value: codec.read(name, whole, value) });
      }
      if (waiting[name].length >= BATCH) await flush(name);
    }
    for (const table of TABLES) await flush(table);
    return spent;
  }

  async names(keys: Iterable<string>): Promise<Map<string, NameRow[]>> {
    const wanted = [...keys];
    const found = await this.nameRows.bulkGet(wanted);
    return new Map(found.flatMap((row) => (row ? [[row.key, row.value as NameRow[]] as const] : [])));
  }

  async entities(ids: Iterable<EntityId>): Promise<Map<EntityId, Known>> {
    const found = await this.entityRows.bulkGet([...ids]);
    return new Map(
      found.flatMap((row) =>
        row ? [[row.key as EntityId, { ...(row.value as Known), packs: [] }] as const] : [],
      ),
    );
  }
}
