// Which packs are installed. Each pack version keeps its blocks in a database of its own, so that it comes
// and goes as a whole: the row here is written last and removed first, and blocks without a row are nobody's.
import { Dexie, type EntityTable } from 'dexie';
import * as z from 'zod/mini';
import { PackHeader } from '../../core/knowledge/pack/index.ts';
import { Origin } from '../../core/knowledge/remote/origin.ts';
import { unlessInstalling } from './locks.ts';

const CATALOGUE = 'backstory-packs';
export const BLOCKS = 'backstory-pack:';

const Installed = z.object({
  /** `<id>`: one version of a pack is in use at a time. */
  id: z.string(),
  /** The name of the database that holds its blocks. */
  database: z.string().check(z.startsWith(BLOCKS)),
  header: PackHeader,
  /** Bytes of all blocks, as stored. */
  bytes: z.int(),
  /** SHA-256 of the header as it stood in the file; packs that were installed by earlier versions have none. */
  sum: z.optional(z.string()),
  /** Where it came from, if from an address. */
  origin: z.optional(Origin),
});
export type Installed = z.infer<typeof Installed>;

class Catalogue extends Dexie {
  declare installed: EntityTable<Installed, 'id'>;

  constructor() {
    super(CATALOGUE);
    this.version(1).stores({ installed: '&id' });
  }
}

/** Runs one task on the catalogue; throws what IndexedDB throws where it is barred. */
async function withCatalogue<T>(task: (catalogue: Catalogue) => Promise<T>): Promise<T> {
  const catalogue = new Catalogue();
  try {
    return await task(catalogue);
  } finally {
    catalogue.close();
  }
}

/** The installed packs. A row that is not of the agreed form is dropped: its pack is installed anew. */
export function installedPacks(): Promise<Installed[]> {
  return withCatalogue(async (catalogue) => {
    const rows: unknown[] = await catalogue.installed.toArray();
    return rows.flatMap((row) => {
      const parsed = Installed.safeParse(row);
      return parsed.success ? [parsed.data] : [];
    });
  });
}

/** As much of a row as another version of Backstory may be trusted to have written alike. */
const AnyVersion = z.object({
  id: z.string().check(z.maxLength(100)),
  database: z.optional(z.string()),
  header: z.optional(z.object({ title: z.optional(z.string().check(z.maxLength(500))) })),
});

/** Packs that were installed by another version of Backstory, in a form that this one does not read. */
export function unreadablePacks(): Promise<{ id: string; title: string }[]> {
  return withCatalogue(async (catalogue) => {
    const rows: unknown[] = await catalogue.installed.toArray();
    return rows.flatMap((row) => {
      const parsed = AnyVersion.safeParse(row);
      if (!parsed.success || Installed.safeParse(row).success) return [];
      const { id, header } = parsed.data;
      return [{ id, title: header?.title ?? id }];
    });
  });
}

/** The one write that puts a pack into use, or a new version in the old one's place. */
export function enter(pack: Installed): Promise<void> {
  return withCatalogue(async (catalogue) => {
    await catalogue.installed.put(pack);
  });
}

/** Changes where a pack is looked for, if it is still installed. */
export function setOrigin(id: string, change: Partial<Origin>): Promise<void> {
  return withCatalogue(async (catalogue) => {
    await catalogue.installed
      .where('id')
      .equals(id)
      .modify((row) => {
        if (row.origin) row.origin = { ...row.origin, ...change };
      });
  });
}

export function strike(id: string): Promise<void> {
  return withCatalogue((catalogue) => catalogue.installed.delete(id));
}

/** Removes the blocks that no installed pack owns: what a killed import, an update or a removal left. */
export function sweep(): Promise<void> {
  return unlessInstalling(removeLeftovers);
}

/** The same for whoever holds the lock on installing. */
export async function removeLeftovers(): Promise<void> {
  const rows: unknown[] = await withCatalogue((catalogue) => catalogue.installed.toArray());
  // Also those of rows that this version cannot read: the one that wrote them may come back.
  const owned = new Set(rows.map((row) => AnyVersion.safeParse(row).data?.database));
  const names = await Dexie.getDatabaseNames();
  const left = names.filter((name) => name.startsWith(BLOCKS) && !owned.has(name));
  await Promise.all(left.map((name) => Dexie.delete(name)));
}
