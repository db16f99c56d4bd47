// From one place to another: the vault's files as they are, so that other devices find there what they know. The newest header
// goes before older ones, and all of them last: where it lies, all lies, and a copy that was cut off is gone on with. Where the
// old place cannot be read any more, this device sends everything that it has instead.
import { isKnown } from '../../../core/sync/engine/seen.ts';
import { isOwn } from '../../../core/sync/engine/state.ts';
import { asSegmentName } from '../../../core/sync/format/name.ts';
import { headerNumber } from '../../../core/sync/keys/header.ts';
import type { Place } from '../../../core/sync/remote/index.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import type { Reached, VaultMeans } from './vault-means.ts';
import { troubled } from './vault-words.ts';

/** Whether all of it was copied. A failure of the new place is a refusal; what was copied stays there, and does no harm. */
export async function copyVault(from: Place, to: Reached, { onProgress }: VaultMeans): Promise<boolean> {
  const listing = await from.list();
  if (!listing.ok) return false;
  const headers = listing.names.filter((name) => headerNumber(name) !== null);
  headers.sort((a, b) => (headerNumber(b) ?? 0) - (headerNumber(a) ?? 0));
  const names = [...listing.names.filter((name) => asSegmentName(name) !== null), ...headers];
  let isWhole = names.length > 0;
  for (const [done, name] of names.entries()) {
    onProgress(done / names.length);
    const got = await from.get(name);
    if (!got.ok || !got.file) isWhole = false;
    else if (!(await to.place.putNew(name, got.file)).ok) throw troubled(to.trouble());
  }
  return isWhole;
}

/** Whether files without a header are of a vault that this device has read: a copy that was cut off. */
export async function isCopiedInPart(place: Place): Promise<boolean> {
  const [listing, state] = await Promise.all([place.list(), new ReaderStore().load()]);
  if (!listing.ok || !state) return false;
  return listing.names.some((name) => {
    const segment = asSegmentName(name);
    return segment !== null && (isOwn(state, segment) || isKnown(state, segment));
  });
}
