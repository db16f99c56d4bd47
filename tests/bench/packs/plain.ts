// The plain design, to be measured beside ours: a row a name and a row an entity, found through an index.
import { Dexie, type EntityTable } from 'dexie';
import type { Known, NameRow } from '../../../core/knowledge/index.ts';
import { readPack } from '../../../core/knowledge/pack/index.ts';
import type { EntityId } from '../../../core/knowledge/terms.ts';

interface Row {
  key: string;
  value: unknown;
}

/** As many rows as Dexie writes best at once. */
const BATCH = 5_000;

export class PlainRows extends Dexie {
  declare nameRows: EntityTable<Row, 'key'>;
  declare entityRows: EntityTable<Row, 'key'>;

  constructor() {
    super('plain-rows');
    this.version(1).stores({ nameRows: '&key', entityRows: '&key' });
  }

  /** Answers how many rows it wrote. */
  async install(file: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<number> {
    const { blocks } = await readPack(file);
    let rows = 0;
    const waiting = { names: [] as Row[], entities: [] as Row[] };
    const flush = async (table: 'names' | 'entities') => {
      await (table === 'names' ? this.nameRows : this.entityRows).bulkPut(waiting[table]);
      rows += waiting[table].length;
      waiting[table] = [];
    };
    for await (const { table, bytes } of blocks) {
      if (table !== 'names' && table !== 'entities') continue;
      const parsed: [string, unknown][] = JSON.parse(new TextDecoder().decode(bytes));
      waiting[table].push(...parsed.map(([key, value]) => ({ key, value })));
      if (waiting[table].length >= BATCH) await flush(table);
    }
    await flush('names');
    await flush('entities');
    return rows;
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
