// Everything of a vault in one encrypted file, for whoever has no server at all, and as a back-up that a server's
// owner cannot take away. Inside are the same files that lie on a server: a header, which the passphrase or the
// recovery code opens, and segments. They are of a device that never existed before and never writes again, so
// nothing in them can be taken for what a device wrote to a server.
import { ByteReader, type Bytes, ByteWriter, Malformed } from '../format/bytes.ts';
import { asSegmentName, newDeviceId, type SegmentName } from '../format/name.ts';
import { type OpenFailure, open, type Sealed, seal, type Vault } from '../format/seal.ts';
import type { DocumentUpdate } from '../format/segment.ts';
import type { HeaderFile } from '../keys/header.ts';
import { headerNumber } from '../keys/header.ts';

const MAGIC = 'BSYNFILE';
const VERSION = 1;
/** Of one segment's updates; a single update that is longer has one of its own. */
const SEGMENT_BYTES = 16 * 1024 * 1024;
const LONGEST_NAME = 200;
const SMALLEST_ITEM = 3;

export interface ExportMeans {
  readonly vault: Vault;
  /** The newest of the vault. */
  readonly header: HeaderFile;
  readonly random: (bytes: number) => Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** @param updates everything that this device has, of whatever origin; best one for each document */
export async function exported(updates: readonly DocumentUpdate[], means: ExportMeans): Promise<Bytes> {
  const device = newDeviceId(means.random);
  const files: { name: string; file: Bytes }[] = [means.header];
  let previous: SegmentName | null = null;
  for (const [index, some] of portions(updates).entries()) {
    const segment = { ...EMPTY, written: Math.max(0, Math.round(means.now)), previous, updates: some };
    const one: Sealed = await seal(segment, { device, seq: index + 1 }, means.vault, means.random);
    files.push(one);
    previous = one.name;
  }
  const writer = new ByteWriter();
  writer.raw(new TextEncoder().encode(MAGIC));
  writer.byte(VERSION);
  writer.number(files.length);
  for (const { name, file } of files) {
    writer.text(name);
    writer.bytes(file);
  }
  return writer.taken();
}

const EMPTY = { kind: 'batch', heads: [], covers: [], replaces: [], complaints: [] } as const;

export type ReadExport =
  | {
      readonly ok: true;
      readonly header: HeaderFile;
      readonly segments: readonly Sealed[];
      readonly isWhole: boolean;
    }
  /** `newer`: of a later version of this program. */
  | { readonly ok: false; readonly why: 'no export' | 'newer' | 'damaged' };

/** What can be read of it without a key. Where its end is missing, what is before that is given out. */
export function readExport(bytes: Bytes): ReadExport {
  const magic = new TextEncoder().encode(MAGIC);
  if (magic.some((byte, index) => bytes[index] !== byte)) return { ok: false, why: 'no export' };
  const version = bytes[magic.length] ?? 0;
  if (version !== VERSION) return { ok: false, why: version > VERSION ? 'newer' : 'damaged' };
  const { files, isWhole } = filesIn(new ByteReader(bytes.subarray(magic.length + 1)));
  const header = files.find(({ name }) => headerNumber(name) !== null);
  if (!header) return { ok: false, why: 'damaged' };
  const segments = files.flatMap(({ name, file }) => {
    const segment = asSegmentName(name);
    return segment ? [{ name: segment, file }] : [];
  });
  return { ok: true, header, segments, isWhole };
}

function filesIn(reader: ByteReader) {
  const files: { name: string; file: Bytes }[] = [];
  try {
    for (let left = reader.count(SMALLEST_ITEM); left > 0; left--)
      files.push({ name: reader.text(LONGEST_NAME), file: reader.bytes() });
    return { files, isWhole: reader.left === 0 };
  } catch (error) {
    // A TypeError is the decoder's word for text that is not UTF-8.
    if (error instanceof Malformed || error instanceof TypeError) return { files, isWhole: false };
    throw error;
  }
}

export interface Imported {
  /** To be stored as the reader's own edits, with outbox rows: Yjs does not mind what is there already. */
  readonly updates: readonly DocumentUpdate[];
  readonly refused: readonly { readonly name: SegmentName; readonly why: OpenFailure }[];
}

/** One bad segment never stops the others. */
export async function imported(segments: readonly Sealed[], vault: Vault): Promise<Imported> {
  const updates: DocumentUpdate[] = [];
  const refused: Imported['refused'][number][] = [];
  for (const { name, file } of segments) {
    const opened = await open(name, file, vault);
    if (opened.ok) updates.push(...opened.segment.updates);
    else refused.push({ name, why: opened.why });
  }
  return { updates, refused };
}

function portions(updates: readonly DocumentUpdate[]): DocumentUpdate[][] {
  const all: DocumentUpdate[][] = [[]];
  let bytes = 0;
  for (const one of updates) {
    if (bytes > 0 && bytes + one.update.length > SEGMENT_BYTES) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)?.push(one);
    bytes += one.update.length;
  }
  return all;
}
