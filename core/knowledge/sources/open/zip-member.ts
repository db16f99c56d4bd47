// One member of a zip archive as it lies in the file (APPNOTE 6.3.10, 4.3.7 to 4.3.9).
import type { Bytes } from './bytes.ts';
import { SourceError } from './source-error.ts';
import type { Supply } from './supply.ts';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
/** Where the directory begins, all members have been. */
const DIRECTORY: readonly number[] = [0x02014b50, 0x06054b50, 0x06064b50];
const HEADER = 30;
/** With the lengths of eight bytes that archives beyond 4 GB have. */
const DESCRIPTOR_LENGTH = 24;
const ZIP64 = 0xffffffff;

export interface Member {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** Packed bytes; null where the archive was written as a stream and says it only behind them. */
  readonly packed: number | null;
  /** CRC-32 of the content; where `packed` is null, known only after `packedBytes` has been read to its end. */
  sum: number;
}

/** The next member's header, its bytes coming next; null behind the last. */
export async function nextMember(supply: Supply): Promise<Member | null> {
  const head = view(await supply.ready(HEADER));
  const signature = head.byteLength < 4 ? 0 : head.getUint32(0, true);
  if (DIRECTORY.includes(signature)) return null;
  if (head.byteLength < HEADER) throw truncated();
  if (signature !== LOCAL) throw new SourceError('damaged', 'The zip archive is damaged between two files.');
  const flags = head.getUint16(6, true);
  const nameLength = head.getUint16(26, true);
  const length = HEADER + nameLength + head.getUint16(28, true);
  const bytes = await supply.ready(length);
  if (bytes.length < length) throw truncated();
  const name = new TextDecoder().decode(bytes.subarray(HEADER, HEADER + nameLength));
  const member: Member = {
    name,
    method: head.getUint16(8, true),
    encrypted: (flags & 1) !== 0,
    packed: (flags & 8) !== 0 ? null : packedLength(head, view(bytes.subarray(HEADER + nameLength, length))),
    sum: head.getUint32(14, true),
  };
  supply.skip(length);
  return member;
}

function packedLength(head: DataView, extra: DataView): number {
  const length = head.getUint32(18, true);
  if (length !== ZIP64) return length;
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    // The field of long lengths: the content's first, then that of the packed bytes.
    if (extra.getUint16(at, true) === 1 && at + 20 <= extra.byteLength)
      return Number(extra.getBigUint64(at + 12, true));
  }
  throw new SourceError('damaged', 'The zip archive does not say how long a file is.');
}

/** The member's packed bytes, and the descriptor behind them used up. */
export async function* packedBytes(member: Member, supply: Supply): AsyncGenerator<Bytes, void> {
  if (member.packed === null) return yield* upToDescriptor(member, supply);
  for (let left = member.packed; left > 0; ) {
    const part = (await supply.ready(1)).subarray(0, left);
    if (part.length === 0) throw truncated();
    yield part;
    supply.skip(part.length);
    left -= part.length;
  }
}

/** The end is where a descriptor tells the very number of bytes that were before it. */
async function* upToDescriptor(member: Member, supply: Supply): AsyncGenerator<Bytes, void> {
  for (let before = 0; ; ) {
    const bytes = await supply.ready(2 * DESCRIPTOR_LENGTH);
    const end = descriptorIn(bytes, before);
    const isLast = bytes.length < 2 * DESCRIPTOR_LENGTH;
    if (!end && isLast) throw truncated();
    const part = bytes.subarray(0, end?.at ?? bytes.length - DESCRIPTOR_LENGTH);
    if (part.length > 0) yield part;
    before += part.length;
    if (end) {
      member.sum = end.sum;
      return supply.skip(part.length + end.length);
    }
    supply.skip(part.length);
  }
}

function descriptorIn(bytes: Bytes, before: number): { at: number; length: number; sum: number } | null {
  const data = view(bytes);
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 16 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    if (data.getUint32(at, true) !== DESCRIPTOR) continue;
    const sum = data.getUint32(at + 4, true);
    const hasLong = at + DESCRIPTOR_LENGTH <= bytes.length && !isSignature(data.getUint32(at + 16, true));
    if (hasLong && data.getBigUint64(at + 8, true) === BigInt(before + at))
      return { at, length: DESCRIPTOR_LENGTH, sum };
    if (data.getUint32(at + 8, true) === before + at) return { at, length: 16, sum };
  }
  return null;
}

function isSignature(value: number): boolean {
  return value === LOCAL || DIRECTORY.includes(value);
}

function view(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function truncated(): SourceError {
  return new SourceError('truncated', 'The zip archive ends in the middle.');
}
