// The file with everything, locked with a passphrase: a vault of one file, in the form that sync has on a server
// (core/sync/remote/one-file.ts). Each file has keys of its own.
import type { Bytes } from '../../core/sync/format/bytes.ts';
import { type Argon2id, usualParameters } from '../../core/sync/keys/argon2.ts';
import { vaultOf } from '../../core/sync/keys/derive.ts';
import {
  newVault,
  openWithPassphrase,
  openWithRecovery,
  readHeader,
  writeHeader,
} from '../../core/sync/keys/header.ts';
import { readRecoveryCode } from '../../core/sync/keys/recovery-code.ts';
import { exported, imported, readExport } from '../../core/sync/remote/one-file.ts';
import { documentsOf, everyDocument } from '../../storage/snapshots/index.ts';
import type { FileTrouble } from './safety-state.ts';

export type OldDocuments = Readonly<ReturnType<typeof documentsOf>['documents']>;

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const RECOVERY_BYTES = 16;

export async function lockedExport(passphrase: string, argon2id: Argon2id): Promise<Blob> {
  const secrets = newVault(random);
  const header = await writeHeader(
    // Nobody is told a recovery code for a file: it is thrown away.
    secrets,
    { number: 1, passphrase, recovery: random(RECOVERY_BYTES), parameters: usualParameters },
    { argon2id, random },
  );
  const vault = await vaultOf(secrets.vault, secrets.epochs);
  const updates = [];
  for await (const { name, update } of everyDocument()) updates.push({ document: name, update });
  const bytes = await exported(updates, { vault, header, random, now: Date.now() });
  return new Blob([bytes], { type: 'application/octet-stream' });
}

/** Null where it does not open with this. A file of a vault opens with the vault's passphrase or recovery code. */
export async function unlocked(
  bytes: Bytes,
  secret: string,
  argon2id: Argon2id,
): Promise<ReturnType<typeof documentsOf> | { readonly why: FileTrouble } | null> {
  const file = readExport(bytes);
  if (!file.ok) return { why: file.why === 'newer' ? 'newer' : 'not-ours' };
  const read = await readHeader(file.header.name, file.header.file);
  if (!read.ok) return { why: read.why === 'newer' ? 'newer' : 'damaged' };
  const code = await readRecoveryCode(secret);
  const opened = code.ok
    ? await openWithRecovery(read.header, code.secret)
    : await openWithPassphrase(read.header, secret, argon2id);
  if (!opened.ok) return opened.why === 'wrong secret' ? null : { why: 'damaged' };
  const { updates, refused } = await imported(
    file.segments,
    await vaultOf(opened.secrets.vault, opened.secrets.epochs),
  );
  const found = documentsOf(updates);
  return { ...found, refused: found.refused + refused.length + (file.isWhole ? 0 : 1) };
}
