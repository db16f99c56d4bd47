// What is in the folder that the reader chose? Before anything is written: an empty folder is either the place for a
// new vault or the wrong folder, and only the reader knows which. And a server may show old headers only; what this
// device has seen before says so.
import type { Bytes } from '../format/bytes.ts';
import { asSegmentName } from '../format/name.ts';
import type { Remote, RemoteFailure } from '../remote/remote.ts';
import { type Argon2Parameters, areWeaker } from './argon2.ts';
import {
  compareHeaders,
  type Header,
  type HeaderFailure,
  type HeaderFile,
  headerNumber,
  readHeader,
} from './header.ts';

/** What this device remembers of its vault. */
export interface KnownVault {
  readonly vault: string;
  readonly number: number;
  readonly argon2id: Argon2Parameters;
}

/** As it was read, and the file that it was read from. */
export interface FoundHeader extends Header {
  readonly from: HeaderFile;
}

export type FoundVault =
  /** "A new vault, or the wrong folder?" `others`: there are files of somebody else. */
  | { readonly found: 'nothing'; readonly others: boolean }
  /**
   * The one that counts first (`compareHeaders`). Two may bear the same number, changed on two devices at once: where the keys
   * are the same, either opens; where they are not, the first alone.
   */
  | { readonly found: 'vault'; readonly headers: readonly FoundHeader[] }
  /** Segments, but no header: part of a vault, or a listing that is behind. Nothing may be made here. */
  | { readonly found: 'segments only' }
  | { readonly found: 'another vault' }
  /** The server shows an older state than this device has seen, or asks for weaker keys. */
  | { readonly found: 'an older state' }
  | { readonly found: 'unusable'; readonly why: HeaderFailure }
  | { readonly found: 'no answer'; readonly why: RemoteFailure['why'] };

const MOST_HEADERS = 50;

export async function findVault(remote: Remote, known: KnownVault | null): Promise<FoundVault> {
  const listing = await remote.list();
  if (!listing.ok) return { found: 'no answer', why: listing.why };
  const names = listing.names
    .filter((name) => headerNumber(name) !== null)
    .sort((a, b) => (headerNumber(b) ?? 0) - (headerNumber(a) ?? 0) || (a < b ? -1 : 1))
    .slice(0, MOST_HEADERS);
  if (names.length === 0) {
    if (listing.names.some((name) => asSegmentName(name) !== null)) return { found: 'segments only' };
    return { found: 'nothing', others: listing.names.length > 0 };
  }
  const headers: FoundHeader[] = [];
  let failure: HeaderFailure = 'damaged';
  for (const name of names) {
    const got = await remote.get(name);
    if (!got.ok) return { found: 'no answer', why: got.why };
    const file: Bytes | null = got.file;
    const read = file ? await readHeader(name, file) : null;
    if (file && read?.ok) headers.push({ ...read.header, from: { name, file } });
    else if (read && !read.ok) failure = read.why;
  }
  headers.sort(compareHeaders);
  const [newest] = headers;
  if (!newest) return { found: 'unusable', why: failure };
  return known ? compared(headers, newest, known) : { found: 'vault', headers };
}

function compared(headers: readonly FoundHeader[], newest: Header, known: KnownVault): FoundVault {
  if (newest.vault !== known.vault) return { found: 'another vault' };
  const older = newest.number < known.number || areWeaker(newest.argon2id, known.argon2id);
  return older ? { found: 'an older state' } : { found: 'vault', headers };
}
