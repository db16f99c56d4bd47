// Where sync goes and with which keys: one row, so that place and keys are never of two different vaults. The keys are kept
// as the browser's own objects, of which no script can read what they are made of. The password of a server is kept as it
// was entered: to be sent, it must be known.
import * as z from 'zod/mini';
import type { Folder } from '../../core/sync/remote/folder.ts';
import { RemoteSettings } from '../../core/sync/remote/settings.ts';
import { withRecords } from './database.ts';

const VERSION = 1;

const Id = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const Key = z.custom<CryptoKey>((key) => key instanceof CryptoKey && !key.extractable);
const Handle = z.custom<Folder>(
  (handle) => typeof handle === 'object' && handle !== null && 'getFileHandle' in handle,
);
const Bytes = z.custom<Uint8Array<ArrayBuffer>>((bytes) => bytes instanceof Uint8Array);

const KnownVault = z.object({
  id: Id,
  /** Of the header that was opened last. */
  number: z.int().check(z.gte(1)),
  argon2id: z.object({ memoryKiB: z.int(), passes: z.int(), lanes: z.int() }),
  epochs: z.array(Key).check(z.minLength(1), z.maxLength(1_000)),
  /** That this device had, and that gave way to others of the same time. Nothing is sealed under them any more. */
  former: z.optional(z.array(Key).check(z.maxLength(1_000))),
  /** As it lies on the server: nothing in it can be read without a secret. It is put there again where it was lost. */
  header: z.object({ name: z.string(), file: Bytes }),
  /** Headers that need not be looked at again, this one among them. */
  headers: z.array(z.string()),
});
export type KnownVault = z.infer<typeof KnownVault>;

const SetUp = z.object({
  settings: RemoteSettings,
  folder: z.nullable(Handle),
  vault: KnownVault,
  /** A recovery code was made here, and nobody has said that it was written down. It is nowhere any more. */
  codeUnseen: z.optional(z.boolean()),
});
export type SetUp = z.infer<typeof SetUp>;

export type StoredSetUp =
  | { readonly is: 'none' }
  /** Of a later version of this program, or not readable: to be left alone. */
  | { readonly is: 'newer' | 'unreadable' }
  | { readonly is: 'there'; readonly setUp: SetUp };

export function readSetUp(): Promise<StoredSetUp> {
  return withRecords(async (records) => {
    const row = await records.get('set-up');
    if (!row) return { is: 'none' };
    if (row.version > VERSION) return { is: 'newer' };
    const parsed = SetUp.safeParse(row.value);
    return parsed.success ? { is: 'there', setUp: parsed.data } : { is: 'unreadable' };
  });
}

/** What was known of another place, or of earlier runs, goes with it. */
export function writeSetUp(setUp: SetUp): Promise<void> {
  return withRecords((records) =>
    records.db.transaction('rw', records, async () => {
      await records.put({ key: 'set-up', version: VERSION, value: setUp });
      await records.bulkDelete(['left', 'course', 'answers']);
    }),
  );
}

/** A header of which nothing is to be learned any more. */
export function passHeaders(names: readonly string[]): Promise<void> {
  return changeVault((vault) => ({ ...vault, headers: [...new Set([...vault.headers, ...names])] }));
}

/** Only the passphrase is another: the keys are those that are known. */
export function followHeader(header: KnownVault['header'], known: Pick<KnownVault, 'number' | 'argon2id'>) {
  return changeVault((vault) => ({ ...vault, ...known, header, headers: [...vault.headers, header.name] }));
}

/** The reader has the recovery code. */
export function codeSeen(): Promise<void> {
  return changeSetUp((setUp) => ({ ...setUp, codeUnseen: false }));
}

function changeVault(change: (vault: KnownVault) => KnownVault): Promise<void> {
  return changeSetUp((setUp) => ({ ...setUp, vault: change(setUp.vault) }));
}

function changeSetUp(change: (setUp: SetUp) => SetUp): Promise<void> {
  return withRecords((records) =>
    records.db.transaction('rw', records, async () => {
      const row = await records.get('set-up');
      const parsed = SetUp.safeParse(row?.value);
      if (!row || row.version !== VERSION || !parsed.success) return;
      await records.put({ ...row, value: change(parsed.data) });
    }),
  );
}
