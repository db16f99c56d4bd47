// A catalogue: which packs somebody offers, in which version, how large, on what terms. One JSON file that anybody
// can put beside their packs; docs/catalogue.md describes it for those who do.
import * as z from 'zod/mini';
import { IsoDay } from '../dates.ts';
import { PackHeader } from '../pack/format.ts';
import { addressOf, RemoteError } from './address.ts';

/** Ten thousand packs are described in less. */
export const LARGEST_CATALOGUE = 4_000_000;

const Offered = z.object({
  id: PackHeader.shape.id,
  version: PackHeader.shape.version,
  title: PackHeader.shape.title,
  description: z.optional(z.string().check(z.maxLength(500))),
  built: IsoDay,
  licence: PackHeader.shape.licence,
  counts: PackHeader.shape.counts,
  /** Where the file is, seen from the catalogue. */
  file: z.string().check(z.minLength(1), z.maxLength(2_000)),
  /** Of the file. */
  bytes: z.int().check(z.gte(1)),
  /** SHA-256 of the pack's header, which holds the sums of all blocks: the whole file is checked by it as it streams. */
  sum: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

export const Catalogue = z.object({
  backstoryCatalogue: z.literal(1),
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  updated: IsoDay,
  packs: z.array(Offered).check(z.maxLength(10_000)),
});
export type Catalogue = z.infer<typeof Catalogue>;
export type Offered = z.infer<typeof Offered>;

/**
 * Parses a catalogue that came from an address; the packs' own addresses are then whole.
 * Throws RemoteError `not-a-catalogue`.
 */
export function readCatalogue(text: string, from: string): Catalogue {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RemoteError('not-a-catalogue', 'It is no JSON.');
  }
  const parsed = Catalogue.safeParse(json);
  if (!parsed.success) throw new RemoteError('not-a-catalogue', z.prettifyError(parsed.error).slice(0, 500));
  const packs = parsed.data.packs.map((pack) => ({ ...pack, file: addressOf(pack.file, from) }));
  return { ...parsed.data, packs };
}
