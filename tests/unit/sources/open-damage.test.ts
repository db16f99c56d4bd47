// Whatever lies in a file, reading it ends, and with one of our own errors or none.
import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { SourceError, sampleOf } from '../../../core/knowledge/sources/open.ts';
import { fromBase64, streamOf, textsOf, utf8 } from './open-streams.ts';

const TEXT = Array.from({ length: 400 }, (_, index) => `${index * 7919}\tplace ${index % 13}\n`).join('');
const BZIP2 = fromBase64(
  'QlpoOTFBWSZTWXRW1cQAAAnFzgAwEAIqJ94AAgAgIAgAAGAgACKDQDJk0NCgAxGmmjQFreCTcgFUhzfaULQmu7GvWZ2bQb4u5IpwoSDorauI',
);
const packed: Record<string, Uint8Array> = {
  'gzip file': gzipSync(utf8(TEXT)),
  'bzip2 file': BZIP2,
  'zip archive': zipSync({ 'data.txt': utf8(TEXT) }),
};

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await textsOf(bytes, { chunk: 100 });
    return 'read';
  } catch (error) {
    if (error instanceof SourceError) return error.code;
    throw error;
  }
}

for (const [what, bytes] of Object.entries(packed)) {
  describe(`a ${what}`, () => {
    test('that is cut off anywhere is called truncated', async () => {
      // Of a zip archive only the directory may be missing: all data are there.
      const shortest = what === 'zip archive' ? 4 : 5;
      const last = what === 'zip archive' ? bytes.length - 100 : bytes.length - 1;
      for (let length = shortest; length <= last; length += 1 + Math.floor(bytes.length / 97)) {
        const code = await outcome(bytes.subarray(0, length));
        // The cut may fall where only the checksum tells.
        expect(`${length}: ${code}`).toMatch(/: (truncated|damaged)$/);
      }
      expect(await outcome(bytes.subarray(0, Math.floor(bytes.length / 2)))).toBe('truncated');
    });

    test('with one bit changed is never taken for whole, unless the bit says nothing', async () => {
      const whole = await textsOf(bytes);
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ (1 << bit);
          try {
            const texts = await textsOf(changed);
            // A name, a date, the directory; or no archive any more, and then plain text.
            expect(at < 5 || JSON.stringify(texts) === JSON.stringify(whole)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(SourceError);
          }
        }),
        { numRuns: 300 },
      );
    });

    test('of which only the beginning is right ends in an error of our own', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat(60),
          fc.uint8Array({ maxLength: 3000 }),
          fc.integer({ min: 1, max: 500 }),
          async (kept, rest, chunk) => {
            const mixed = new Uint8Array(Buffer.concat([bytes.subarray(0, kept), rest]));
            await sampleOf(streamOf(mixed, chunk).stream, 'x').catch((error: unknown) =>
              expect(error).toBeInstanceOf(SourceError),
            );
          },
        ),
        { numRuns: 300 },
      );
    });
  });
}

test('any bytes that are not packed are text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 2000 }),
      fc.integer({ min: 1, max: 50 }),
      async (bytes, chunk) => {
        fc.pre(bytes[0] !== 0x1f && bytes[0] !== 0x50 && bytes[0] !== 0x42);
        await textsOf(bytes, { chunk });
      },
    ),
    { numRuns: 300 },
  );
});

test('the chunks that a file comes in change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 500 }),
      fc.integer({ min: 1, max: 50 }),
      async (bytes, chunk) => {
        fc.pre(bytes[0] !== 0x1f && bytes[0] !== 0x50 && bytes[0] !== 0x42);
        const whole = await textsOf(bytes);
        // Where bytes stop being UTF-8, the line's beginning may have been decoded already.
        const isUtf8 = Buffer.from(bytes).equals(
          Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)),
        );
        if (isUtf8) expect(await textsOf(bytes, { chunk })).toEqual(whole);
        else expect((await textsOf(bytes, { chunk })).length).toBe(whole.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('a run of 2^31 bytes in a bzip2 block is refused, not written', async () => {
  // Fifty symbols “run” in a row: other decoders of this size loop for ever here.
  const bits =
    '0'.repeat(1) + // not the old form
    '0'.repeat(24) + // begins at 0
    '1000000000000000' +
    '1000000000000000' + // the only byte is 0
    '010' + // two tables
    '000000000000001' + // one group
    '0' + // of the first table
    ('00001' + '0' + '100' + '0').repeat(2) + // lengths 1, 2, 2
    '0'.repeat(50);
  const block = `${bits}${'0'.repeat((8 - (bits.length % 8)) % 8)}`;
  const bytes = [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0, 0, 0, 0];
  for (let at = 0; at < block.length; at += 8) bytes.push(Number.parseInt(block.slice(at, at + 8), 2));
  await expect(textsOf(new Uint8Array([...bytes, ...new Array<number>(20).fill(0)]))).rejects.toThrow(
    'a block is longer than it may be',
  );
});

test('a zip archive without any data says what is in it instead', async () => {
  const zip = zipSync({ 'map.png': utf8('x') });
  await expect(textsOf(zip)).rejects.toMatchObject({
    code: 'foreign',
    message: expect.stringContaining('map.png'),
  });
  await expect(textsOf(zipSync({}))).rejects.toMatchObject({ code: 'foreign' });
});
