// Whose server it is that sync's own record (storage/reader, table `sync`) is about. Who leaves a vault and comes back goes on
// where they were; who goes elsewhere sends everything.
import * as z from 'zod/mini';
import { type PlaceName, placeName } from '../../core/sync/remote/settings.ts';
import { withRecords } from './database.ts';
import type { SetUp } from './set-up.ts';

const VERSION = 1;
const Belongs = z.object({ vault: z.string(), where: z.string() });
const Left = z.object({
  kind: z.enum(['webdav', 'couchdb', 's3', 'folder']),
  where: z.string(),
  user: z.string(),
});

/** `new`: nothing that was sent before lies there. */
export async function belongsTo({
  settings,
  vault,
}: Pick<SetUp, 'settings' | 'vault'>): Promise<'same' | 'same vault' | 'new'> {
  const row = await withRecords((records) => records.get('belongs'));
  const belongs = Belongs.safeParse(row?.value).data;
  if (row?.version !== VERSION || belongs?.vault !== vault.id) return 'new';
  return belongs.where === keyOf(placeName(settings)) ? 'same' : 'same vault';
}

export async function rememberBelongs({ settings, vault }: Pick<SetUp, 'settings' | 'vault'>): Promise<void> {
  const value = { vault: vault.id, where: keyOf(placeName(settings)) };
  await withRecords((records) => records.put({ key: 'belongs', version: VERSION, value }));
}

function keyOf({ kind, where }: PlaceName): string {
  return `${kind} ${where}`;
}

/** Forgets password, folder and keys. */
export function leave(left: PlaceName | null): Promise<void> {
  return withRecords((records) =>
    records.db.transaction('rw', records, async () => {
      await records.bulkDelete(['set-up', 'course', 'answers']);
      if (left) await records.put({ key: 'left', version: VERSION, value: left });
    }),
  );
}

export async function whatWasLeft(): Promise<PlaceName | null> {
  const row = await withRecords((records) => records.get('left'));
  return Left.safeParse(row?.value).data ?? null;
}
