// What is inside a segment, before it is sealed: updates by document, and what its device had seen when it wrote
// it. From the latter every other device notices what a server withholds or has lost. docs/sync.md has the bytes.
import { ByteReader, ByteWriter, fromHex, hex, Malformed } from './bytes.ts';
import {
  DEVICE_BYTES,
  type DeviceId,
  HASH_BYTES,
  isDeviceId,
  type NameParts,
  nameOf,
  partsOf,
  type SegmentName,
} from './name.ts';
import { padded } from './padding.ts';

/**
 * `batch`: what was new. `bundle`: all that was in the segments it replaces. `snapshot`: everything that its device
 * is answerable for, so that nothing earlier of that device is needed.
 */
export type SegmentKind = 'batch' | 'bundle' | 'snapshot';
const KINDS = ['batch', 'bundle', 'snapshot'] as const;

export interface DocumentUpdate {
  /** Which document: `settings`, `own`, `page:…`, `entity:…`. */
  readonly document: string;
  /** Yjs, version 1, as it was made or received. */
  readonly update: Uint8Array;
}

/** "Everything of this device up to this number is in here": its own earlier ones, or those of one that is gone. */
export interface Cover {
  readonly device: DeviceId;
  readonly through: number;
}

export interface Segment {
  readonly kind: SegmentKind;
  /** Milliseconds since 1970 by the writer's clock: shown, never compared. */
  readonly written: number;
  /** The device's segment before this one; null for its first. */
  readonly previous: SegmentName | null;
  /** The newest segment that the writer had taken in, of each other device. */
  readonly heads: readonly SegmentName[];
  readonly covers: readonly Cover[];
  /** Segments whose content is repeated in here: own ones, or of a device whose place the writer took. */
  readonly replaces: readonly SegmentName[];
  /** Segments that the writer could not get or could not read: their owner writes them again. */
  readonly complaints: readonly SegmentName[];
  readonly updates: readonly DocumentUpdate[];
}

const MOST_DOCUMENT_NAME = 2_000;
const SMALLEST_NAME = DEVICE_BYTES + 1 + HASH_BYTES;

/** Padded, so that its length tells little. */
export function encodeSegment(segment: Segment) {
  const writer = new ByteWriter();
  writer.byte(KINDS.indexOf(segment.kind));
  writer.number(segment.written);
  writeNames(writer, segment.previous ? [segment.previous] : []);
  writeNames(writer, segment.heads);
  writer.number(segment.covers.length);
  for (const { device, through } of segment.covers) {
    writer.raw(fromHex(device));
    writer.number(through);
  }
  writeNames(writer, segment.replaces);
  writeNames(writer, segment.complaints);
  writer.number(segment.updates.length);
  for (const { document, update } of segment.updates) {
    writer.text(document);
    writer.bytes(update);
  }
  return padded(writer.taken());
}

/** Null for anything that this format does not allow. */
export function decodeSegment(bytes: Uint8Array): Segment | null {
  try {
    return read(new ByteReader(bytes));
  } catch (error) {
    // A TypeError is the decoder's word for text that is not UTF-8.
    if (error instanceof Malformed || error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

function read(reader: ByteReader): Segment {
  const kind = KINDS[reader.byte()];
  if (!kind) throw new Malformed('a kind that does not exist');
  const written = reader.number();
  const [previous = null, ...more] = readNames(reader);
  if (more.length > 0) throw new Malformed('two predecessors');
  const heads = readNames(reader);
  const covers = readMany(reader, DEVICE_BYTES + 1, () => ({
    device: readDevice(reader),
    through: reader.number(),
  }));
  const replaces = readNames(reader);
  const complaints = readNames(reader);
  const updates = readMany(reader, 2, () => ({
    document: reader.text(MOST_DOCUMENT_NAME),
    update: reader.bytes(),
  }));
  if (!reader.onlyZeros()) throw new Malformed('something behind the end');
  return { kind, written, previous, heads, covers, replaces, complaints, updates };
}

function writeNames(writer: ByteWriter, names: readonly SegmentName[]): void {
  writer.number(names.length);
  for (const name of names) {
    const { device, seq, hash } = partsOf(name);
    writer.raw(fromHex(device));
    writer.number(seq);
    writer.raw(fromHex(hash));
  }
}

function readNames(reader: ByteReader): SegmentName[] {
  return readMany(reader, SMALLEST_NAME, () => {
    const parts: NameParts = {
      device: readDevice(reader),
      seq: reader.number(),
      hash: hex(reader.raw(HASH_BYTES)),
    };
    return nameOf(parts);
  });
}

function readDevice(reader: ByteReader): DeviceId {
  const device = hex(reader.raw(DEVICE_BYTES));
  if (!isDeviceId(device)) throw new Malformed('no device');
  return device;
}

function readMany<T>(reader: ByteReader, smallest: number, one: () => T): T[] {
  return Array.from({ length: reader.count(smallest) }, one);
}
