// What is offered now at the place that a pack came from.
import { addressOf, RemoteError } from './address.ts';
import { LARGEST_CATALOGUE, readCatalogue } from './catalogue.ts';
import { type DownloadOptions, downloadText } from './download.ts';
import type { Origin } from './origin.ts';

export interface Offer {
  readonly file: string;
  /** What the catalogue says of the file; an address alone promises nothing. */
  readonly expected?: { readonly id: string; readonly sum: string };
}

/** Throws RemoteError. @param id which pack of a catalogue */
export async function offerOf(
  { from, address }: Pick<Origin, 'from' | 'address'>,
  id: string | undefined,
  options: DownloadOptions,
): Promise<Offer> {
  const safe = addressOf(address);
  if (from === 'address') return { file: safe };
  const { packs } = readCatalogue(await downloadText(safe, LARGEST_CATALOGUE, options), safe);
  const offered = packs.find((pack) => pack.id === id);
  if (!offered) throw new RemoteError('not-offered');
  return { file: offered.file, expected: { id: offered.id, sum: offered.sum } };
}
