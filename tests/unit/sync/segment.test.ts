import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from '../../../core/sync/format/bytes.ts';
import {
  asSegmentName,
  type DeviceId,
  hashOf,
  isDeviceId,
  nameOf,
  partsOf,
  type SegmentName,
} from '../../../core/sync/format/name.ts';
import { paddedLength } from '../../../core/sync/format/padding.ts';
import { open, seal } from '../../../core/sync/format/seal.ts';
import { decodeSegment, encodeSegment, type Segment } from '../../../core/sync/format/segment.ts';
import { vaultOf } from '../../../core/sync/keys/derive.ts';
import { Random } from '../../../tools/sim/random.ts';
import { device as deviceText, emptySegment, vault } from './world.ts';

const random = new Random(5);
const digits = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(hex);
const anyDevice = digits.filter((text): text is DeviceId => isDeviceId(text));
const anyName = fc
  .record({ device: anyDevice, seq: fc.integer({ min: 1, max: 2 ** 40 }), hash: digits })
  .map(nameOf);
const anySegment: fc.Arbitrary<Segment> = fc.record({
  kind: fc.constantFrom('batch', 'bundle', 'snapshot'),
  written: fc.nat(),
  previous: fc.option(anyName),
  heads: fc.array(anyName, { maxLength: 8 }),
  covers: fc.array(fc.record({ device: anyDevice, through: fc.nat() }), { maxLength: 4 }),
  replaces: fc.array(anyName, { maxLength: 8 }),
  complaints: fc.array(anyName, { maxLength: 3 }),
  updates: fc.array(fc.record({ document: fc.string(), update: fc.uint8Array({ maxLength: 300 }) }), {
    maxLength: 12,
  }),
});
const device = isDeviceId(deviceText) ? deviceText : undefined;
if (!device) throw new Error('no device');

const sealed = (segment: Segment, seq = 3) => seal(segment, { device, seq }, vault, random.bytes);

async function renamed(name: SegmentName, file: Uint8Array<ArrayBuffer>): Promise<SegmentName> {
  return nameOf({ ...partsOf(name), hash: await hashOf(file) });
}

describe('a segment', () => {
  it('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anySegment, fc.integer({ min: 1, max: 2 ** 40 }), async (segment, seq) => {
        const { name, file } = await sealed(segment, seq);
        expect(partsOf(name)).toMatchObject({ device, seq });
        expect(await open(name, file, vault)).toEqual({ ok: true, segment });
      }),
      { numRuns: 60 },
    );
  });

  it('is a value, not an exception, whatever bytes are inside it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const segment = decodeSegment(bytes);
        if (segment) expect(decodeSegment(encodeSegment(segment))).toEqual(segment);
      }),
    );
  });

  it('is refused at every truncation, also by somebody who gives the rest a fitting name', async () => {
    const { name, file } = await sealed({
      ...emptySegment,
      heads: [nameOf({ device, seq: 1, hash: deviceText })],
    });
    for (let length = 0; length < file.length; length++) {
      const cut = file.slice(0, length);
      expect(await open(name, cut, vault)).toEqual({ ok: false, why: 'damaged' });
      expect((await open(await renamed(name, cut), cut, vault)).ok).toBe(false);
    }
  });

  it('is refused with every single byte changed, for 50 segments', async () => {
    for (let count = 0; count < 50; count++) {
      const updates = [{ document: 'own', update: random.bytes(random.below(900)) }];
      const { name, file } = await sealed({ ...emptySegment, updates }, count + 1);
      for (let at = 0; at < file.length; at++) {
        const changed = file.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 + random.below(255));
        const opened = await open(name, changed, vault);
        if (opened.ok) throw new Error(`segment ${count} was read with byte ${at} changed`);
        if (at % 40 !== count % 40) continue;
        expect((await open(await renamed(name, changed), changed, vault)).ok).toBe(false);
      }
    }
  }, 120_000);

  it.each([
    ['another device', { device: 'e'.repeat(32), seq: 3 }],
    ['another number', { device: deviceText, seq: 4 }],
  ])('does not pass for one of %s', async (_whose, place) => {
    const { name, file } = await sealed(emptySegment);
    const other = asSegmentName(`${place.device}.${place.seq}.${partsOf(name).hash}`);
    expect(other && (await open(other, file, vault))).toEqual({ ok: false, why: 'forged' });
  });

  it('does not pass for one of another vault that has the same keys, or another epoch', async () => {
    const { name, file } = await sealed(emptySegment);
    const other = await vaultOf('f'.repeat(32), [new Uint8Array(32).fill(7)]);
    expect(await open(name, file, other)).toEqual({ ok: false, why: 'forged' });
    const newer = file.slice();
    newer[8] = 2;
    expect(await open(await renamed(name, newer), newer, vault)).toEqual({ ok: false, why: 'no key' });
  });

  it('of a newer version is told apart from a damaged one', async () => {
    const { name, file } = await sealed(emptySegment);
    const newer = file.slice();
    newer[4] = 2;
    expect(await open(await renamed(name, newer), newer, vault)).toEqual({ ok: false, why: 'newer' });
  });

  it('has the same length with one short note or none', async () => {
    const update = random.bytes(300);
    const [none, one] = [
      await sealed(emptySegment),
      await sealed({ ...emptySegment, updates: [{ document: 'own', update }] }),
    ];
    expect(one.file.length).toBe(none.file.length);
  });
});

describe('padding', () => {
  it('adds at most an eighth to what is longer than a kilobyte, and leaves few lengths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1025, max: 2 ** 27 }), (length) => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(length * 1.125);
        expect(paddedLength(padded)).toBe(padded);
      }),
    );
    const lengths = new Set(Array.from({ length: 100_000 }, (_, index) => paddedLength(index)));
    expect(lengths.size).toBeLessThan(120);
  });
});

describe('a name', () => {
  it.each([
    '',
    'notes.txt',
    `${deviceText}.0.${deviceText}`,
    `${deviceText}.01.${deviceText}`,
    `${deviceText}.1.${deviceText}.tmp`,
    `../${deviceText}.1.${deviceText}`,
    `${deviceText.toUpperCase()}.1.${deviceText}`,
    `${deviceText}.1.${deviceText}\n`,
    `${deviceText}.1e3.${deviceText}`,
  ])('is not %j', (text) => {
    expect(asSegmentName(text)).toBeNull();
  });
});
