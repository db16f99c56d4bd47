// A segment's name: `<device>.<seq>.<hash>`. It says who wrote it, its place among that device's segments, and what
// is in it, so that a truncated or garbled file never passes for the segment, and two different files never bear
// the same name. Lower-case only: some file systems know no other.
import { type Bytes, hex } from './bytes.ts';

/** 128 random bits as 32 hexadecimal digits; chosen by the device, and anew when it finds that it has a twin. */
export type DeviceId = string & { readonly device: unique symbol };
/** A whole name, as it lies on a server. */
export type SegmentName = string & { readonly segment: unique symbol };

export interface NameParts {
  readonly device: DeviceId;
  /** From 1, strictly rising within a device; not every number need exist. */
  readonly seq: number;
  /** The first 16 bytes of the file's SHA-256, as 32 hexadecimal digits. */
  readonly hash: string;
}

const NAME = /^([0-9a-f]{32})\.([1-9][0-9]{0,14})\.([0-9a-f]{32})$/;
const DEVICE_LETTERS = 32;
const DEVICE = /^[0-9a-f]{32}$/;
export const HASH_BYTES = 16;
export const DEVICE_BYTES = 16;

export function isDeviceId(text: string): text is DeviceId {
  return DEVICE.test(text);
}

function isSegmentName(text: string): text is SegmentName {
  return NAME.test(text);
}

/** Null where the file is none of ours: a reader may keep other things in the same folder. */
export function asSegmentName(text: string): SegmentName | null {
  return isSegmentName(text) ? text : null;
}

export function partsOf(name: SegmentName): NameParts {
  const end = name.lastIndexOf('.');
  // A SegmentName has been through NAME; to match it again for each question took a tenth of a simulation.
  const device = name.slice(0, DEVICE_LETTERS) as DeviceId;
  return { device, seq: Number(name.slice(DEVICE_LETTERS + 1, end)), hash: name.slice(end + 1) };
}

export function nameOf({ device, seq, hash }: NameParts): SegmentName {
  const name = asSegmentName(`${device}.${seq}.${hash}`);
  if (!name) throw new RangeError(`no name for device ${device}, seq ${seq}`);
  return name;
}

export function newDeviceId(random: (bytes: number) => Uint8Array): DeviceId {
  const id = hex(random(DEVICE_BYTES));
  if (!isDeviceId(id)) throw new RangeError('randomness of another length than asked for');
  return id;
}

export async function hashOf(file: Bytes): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', file);
  return hex(new Uint8Array(digest, 0, HASH_BYTES));
}
