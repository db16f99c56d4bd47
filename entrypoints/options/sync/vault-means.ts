// What making and opening a vault needs of the world around it; in tests, other things than in the browser.
import type { Bytes } from '../../../core/sync/format/bytes.ts';
import { sameBytes } from '../../../core/sync/format/bytes.ts';
import type { Argon2id } from '../../../core/sync/keys/argon2.ts';
import { type FoundHeader, type FoundVault, findVault } from '../../../core/sync/keys/find-vault.ts';
import type { HeaderFile } from '../../../core/sync/keys/header.ts';
import type { Folder } from '../../../core/sync/remote/folder.ts';
import type { Place, RemoteSettings, Trouble } from '../../../core/sync/remote/index.ts';
import type { RemoteFailure } from '../../../core/sync/remote/remote.ts';
import { type KnownVault, readSetUp, type SetUp } from '../../../storage/sync/index.ts';
import { Refusal, troubled } from './vault-words.ts';

export interface VaultMeans {
  readonly place: (
    settings: RemoteSettings,
    folder: Folder | null,
    onTrouble: (trouble: Trouble) => void,
  ) => Place;
  readonly argon2id: Argon2id;
  readonly random: (bytes: number) => Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** While no run of sync goes on; none begins before it is over. */
  readonly alone: <T>(task: () => Promise<T>) => Promise<T>;
  /** 0 to 1. */
  readonly onProgress: (progress: number) => void;
  /** From now on it cannot be said any more that nothing was changed. */
  readonly onDecided: () => void;
}

/** A place, and what went wrong there last. */
export interface Reached {
  readonly place: Place;
  readonly trouble: () => Trouble | null;
}

export function reach(
  means: VaultMeans,
  { settings, folder }: { readonly settings: RemoteSettings; readonly folder: Folder | null },
): Reached {
  let last: Trouble | null = null;
  const place = means.place(settings, folder, (trouble) => {
    last = trouble;
  });
  return { place, trouble: () => last };
}

type Vault = Extract<FoundVault, { found: 'vault' }>;
type Nothing = Extract<FoundVault, { found: 'nothing' }>;

export function find({ place }: Reached, known: KnownVault | null): Promise<FoundVault> {
  return findVault(place, known && { vault: known.id, number: known.number, argon2id: known.argon2id });
}

/** Whatever is neither is a refusal. */
export async function look(at: Reached, known: KnownVault | null): Promise<Vault | Nothing> {
  return judged(await find(at, known), at);
}

export function judged(found: FoundVault, { trouble }: Reached): Vault | Nothing {
  switch (found.found) {
    case 'vault':
    case 'nothing':
      return found;
    case 'segments only':
      throw new Refusal('wrong place');
    case 'an older state':
      throw new Refusal('older state');
    case 'no answer':
      throw troubled(trouble());
    default:
      throw new Refusal(found.found);
  }
}

/** The vault that must be there; newest first. */
export async function headersAt(at: Reached, known: KnownVault | null): Promise<readonly FoundHeader[]> {
  const found = await look(at, known);
  if (found.found === 'nothing') throw new Refusal('no vault');
  return found.headers;
}

const PAUSES_MS = [300, 1_000, 3_000];
/** The server has said that it did not take it. */
const NOT_KEPT: ReadonlySet<RemoteFailure['why']> = new Set(['busy', 'refused', 'full']);

/**
 * A header counts when it was read back, as everything does.
 *
 * @param unsure what is said where it may lie there all the same
 */
export async function put(
  { place, trouble }: Reached,
  { name, file }: HeaderFile,
  means: VaultMeans,
  unsure: (trouble: Trouble | null) => Refusal = troubled,
): Promise<void> {
  const stored = await place.putNew(name, file);
  if (!stored.ok) throw NOT_KEPT.has(stored.why) ? troubled(trouble()) : unsure(trouble());
  for (const pause of [...PAUSES_MS, null]) {
    const back = await place.get(name);
    if (!back.ok) throw unsure(trouble());
    if (back.file && sameBytes(back.file, file satisfies Bytes)) return;
    if (pause !== null) await means.pause(pause);
  }
  throw new Refusal('not stored');
}

export async function current(): Promise<SetUp> {
  const stored = await readSetUp();
  if (stored.is !== 'there') throw new Refusal('not set up');
  return stored.setUp;
}
