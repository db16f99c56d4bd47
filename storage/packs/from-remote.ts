// A pack from an address, for the first time or anew: what is already here is not fetched again, and what was here
// answers until the new one is complete.
import type { PackHeader } from '../../core/knowledge/pack/index.ts';
import { RemoteError } from '../../core/knowledge/remote/address.ts';
import { type DownloadOptions, download } from '../../core/knowledge/remote/download.ts';
import { type Offer, offerOf } from '../../core/knowledge/remote/offer.ts';
import type { Origin } from '../../core/knowledge/remote/origin.ts';
import { type Installed, installedPacks, setOrigin } from './catalogue.ts';
import { install } from './install.ts';

export interface RemoteOptions extends DownloadOptions {
  /** The pack of a catalogue, or the installed one that is to be looked for anew. */
  readonly id?: string | undefined;
  readonly now: () => Date;
  readonly onFound?: ((header: PackHeader, replaced: string | null) => void) | undefined;
  readonly onProgress?: ((bytes: number, of: number) => void) | undefined;
  /** Throws where a pack may not be installed. */
  readonly mayInstall?: ((header: PackHeader) => void) | undefined;
}

/** What was installed, and which version it took the place of; null where nothing is newer than what is here. */
type Fetched = { readonly installed: Installed; readonly replaced: string | null } | null;

/** Throws RemoteError, PackError, or what storage throws; nothing is then changed. */
export async function installFrom(
  origin: Pick<Origin, 'from' | 'address'>,
  options: RemoteOptions,
): Promise<Fetched> {
  const offer = await offerOf(origin, options.id, options);
  const known = await installedPacks();
  const present = known.find(({ id }) => id === (options.id ?? offer.expected?.id));
  const checked = options.now().toISOString();
  // The catalogue tells without a look at the file.
  if (present?.sum !== undefined && present.sum === offer.expected?.sum)
    return unchanged(present, origin, checked);

  // An address: its header comes first, and the rest only if it is another one than ours.
  let before: Installed | undefined;
  try {
    const installed = await install(await download(offer.file, options), {
      signal: options.signal,
      onProgress: options.onProgress,
      meet: (header, sum) => {
        refuseOthers(offer, options.id, header, sum);
        before = known.find(({ id }) => id === header.id);
        if (before?.sum === sum) throw new Unchanged();
        options.mayInstall?.(header);
        options.onFound?.(header, before?.header.version ?? null);
        return {
          from: origin.from,
          address: origin.address,
          every: before?.origin?.every ?? 'never',
          checked,
        };
      },
    });
    return { installed, replaced: before?.header.version ?? null };
  } catch (error) {
    if (error instanceof Unchanged && before) return unchanged(before, origin, checked);
    throw error;
  }
}

class Unchanged extends Error {}

async function unchanged(
  { id, origin }: Installed,
  asked: Pick<Origin, 'from' | 'address'>,
  checked: string,
): Promise<null> {
  if (origin?.address === asked.address) await setOrigin(id, { checked });
  return null;
}

function refuseOthers({ expected }: Offer, id: string | undefined, header: PackHeader, sum: string): void {
  if (expected && (header.id !== expected.id || sum !== expected.sum))
    throw new RemoteError('another-pack', 'The file is not the one that the catalogue describes.');
  if (id !== undefined && header.id !== id)
    throw new RemoteError('another-pack', `The address now has the pack “${header.title}”.`);
}
