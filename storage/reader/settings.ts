// The reader's chosen settings: a Yjs map, so that two devices' choices merge. Only what the reader changed
// is stored; a site that is on is no entry at all.
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { ReaderDatabase } from './database.ts';

const MAP = 'settings';
const SITE = 'site:';
const Off = z.literal('off');

async function withDatabase<T>(task: (database: ReaderDatabase) => Promise<T>): Promise<T> {
  const database = new ReaderDatabase();
  try {
    return await task(database);
  } finally {
    database.close();
  }
}

/** Whether Backstory runs on this site. */
export function isSiteOn(site: string): Promise<boolean> {
  return withDatabase(
    async ({ settings }) => !Off.safeParse((await settings.get(SITE + site))?.value).success,
  );
}

/** The sites that the reader switched off, in alphabetical order. */
export function sitesOff(): Promise<string[]> {
  return withDatabase(async ({ settings }) => {
    const rows = await settings.where('key').startsWith(SITE).toArray();
    return rows.filter(({ value }) => Off.safeParse(value).success).map(({ key }) => key.slice(SITE.length));
  });
}

export function switchSite(site: string, on: boolean): Promise<void> {
  return change((settings) => {
    if (on) settings.delete(SITE + site);
    else settings.set(SITE + site, 'off');
  });
}

/** One choice, kept: the update, its place in the outbox and the derived rows go in together or not at all. */
function change(edit: (settings: Y.Map<unknown>) => void): Promise<void> {
  return withDatabase((database) =>
    database.transaction('rw', database.updates, database.outbox, database.settings, async () => {
      // Read inside the transaction: two switches at once must not each start from the state before the other.
      const earlier = await database.updates.where('document').equals('settings').sortBy('id');
      const document = new Y.Doc();
      for (const { update } of earlier) Y.applyUpdate(document, update);
      const settings = document.getMap(MAP);
      const made: Uint8Array[] = [];
      document.on('update', (update: Uint8Array) => made.push(update));
      document.transact(() => edit(settings));
      for (const update of made) {
        const id = await database.updates.add({ document: 'settings', update });
        await database.outbox.add({ update: id });
      }
      await database.settings.clear();
      await database.settings.bulkAdd([...settings.entries()].map(([key, value]) => ({ key, value })));
      document.destroy();
    }),
  );
}
