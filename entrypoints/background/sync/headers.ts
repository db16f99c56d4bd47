// Is it still our vault that lies there, and have its keys been changed elsewhere? Read off the listing that a run has anyway:
// where nothing is new, nothing is asked for. A listing proves nothing: a header that it does not show is asked for by its
// name, and one that was lost is put there again, since what opens the vault must not be lost with it.

import { isKnown } from '../../../core/sync/engine/seen.ts';
import { liveNames, type SyncState } from '../../../core/sync/engine/state.ts';
import { asSegmentName } from '../../../core/sync/format/name.ts';
import {
  compareHeaders,
  type Header,
  hasOnly,
  headerNumber,
  readHeader,
} from '../../../core/sync/keys/header.ts';
import type { Remote } from '../../../core/sync/remote/remote.ts';
import type { Needed } from '../../../core/sync/standing.ts';
import { followHeader, type KnownVault, passHeaders } from '../../../storage/sync/index.ts';

/** New ones that one run looks at. */
const MOST_HEADERS = 10;

/** `absent`: nothing of the vault is to be seen, which may be the server's mistake; nothing is sent on that. */
export type HeadersSay = 'go on' | 'absent' | { readonly stop: Needed };

export async function lookAtHeaders(
  names: ReadonlySet<string>,
  vault: KnownVault,
  {
    remote,
    state,
    asked,
  }: { readonly remote: Remote; readonly state: SyncState | null; readonly asked: boolean },
): Promise<HeadersSay> {
  const unknown = [...names].filter((name) => headerNumber(name) !== null && !vault.headers.includes(name));
  const isThere = names.has(vault.header.name) || (await isThereAfterAll(remote, vault));
  for (const name of unknown.slice(0, MOST_HEADERS)) {
    const got = await remote.get(name);
    const file = got.ok ? got.file : null;
    const read = file ? await readHeader(name, file) : null;
    if (file && read?.ok) {
      const stop = await judged(read.header, { name, file }, vault);
      // Two vaults in one folder, made at the same time: the reader has been told, and goes on with this one.
      if (stop === 'another vault' && isThere && asked) await passHeaders([name]);
      else if (stop) return { stop };
    } else if (read && !read.ok && read.why === 'newer') return { stop: 'update' };
  }
  if (isThere) return 'go on';
  if (!isOurs(names, vault, state)) return 'absent';
  await remote.putNew(vault.header.name, vault.header.file);
  return 'go on';
}

async function judged(header: Header, from: KnownVault['header'], vault: KnownVault): Promise<Needed | null> {
  if (header.vault !== vault.id) return 'another vault';
  const isNewer = header.number > vault.number;
  if (await hasOnly(header, vault.epochs)) {
    if (isNewer) await followHeader(from, { number: header.number, argon2id: header.argon2id });
    else await passHeaders([from.name]);
    return null;
  }
  // Of before our keys: late, or back from the dead.
  if (header.number < vault.number) {
    await passHeaders([from.name]);
    return null;
  }
  if (await gaveWay(header, vault)) {
    await passHeaders([from.name]);
    return null;
  }
  return 'passphrase';
}

/** Keys were changed at once, here and there, and ours count: whoever has the others is asked. */
async function gaveWay(header: Header, vault: KnownVault): Promise<boolean> {
  const ours = await readHeader(vault.header.name, vault.header.file);
  return ours.ok && compareHeaders(ours.header, header) < 0;
}

async function isThereAfterAll(remote: Remote, { header }: KnownVault): Promise<boolean> {
  const got = await remote.get(header.name);
  // No answer is no sign of anything; the run will meet the same trouble.
  return !got.ok || got.file !== null;
}

/** Whether anything there is of our vault beyond doubt. */
function isOurs(names: ReadonlySet<string>, vault: KnownVault, state: SyncState | null): boolean {
  if (vault.headers.some((name) => names.has(name))) return true;
  if (!state) return false;
  if (liveNames(state).some((name) => names.has(name))) return true;
  return [...names].some((name) => {
    const segment = asSegmentName(name);
    return segment !== null && isKnown(state, segment);
  });
}
