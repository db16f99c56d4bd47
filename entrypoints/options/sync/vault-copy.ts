// From one place to another: the vault's files as they are, so that other devices find there what they know. Where the old
// place cannot be read any more, this device sends everything that it has instead.
import { asSegmentName } from '../../../core/sync/format/name.ts';
import { headerNumber } from '../../../core/sync/keys/header.ts';
import type { Place } from '../../../core/sync/remote/index.ts';
import type { Reached, VaultMeans } from './vault-means.ts';
import { troubled } from './vault-words.ts';

/** Whether all of it was copied. A failure of the new place is a refusal; what was copied stays there, and does no harm. */
export async function copyVault(from: Place, to: Reached, { onProgress }: VaultMeans): Promise<boolean> {
  const listing = await from.list();
  if (!listing.ok) return false;
  const names = listing.names.filter((name) => asSegmentName(name) !== null || headerNumber(name) !== null);
  let isWhole = names.length > 0;
  for (const [done, name] of names.entries()) {
    onProgress(done / names.length);
    const got = await from.get(name);
    if (!got.ok || !got.file) isWhole = false;
    else if (!(await to.place.putNew(name, got.file)).ok) throw troubled(to.trouble());
  }
  return isWhole;
}
