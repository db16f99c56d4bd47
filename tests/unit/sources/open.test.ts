import { gzipSync, strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { linesOf, sampleOf } from '../../../core/knowledge/sources/open.ts';
import { fromBase64, streamOf, textsOf, utf8 } from './open-streams.ts';

const LINES = ['name\tplace', 'Åsa\tBeirut', 'عمر\tMosul'];
const TEXT = `${LINES.join('\n')}\n`;
/** Made with the bzip2 command of `TEXT`. */
const BZIP2 = fromBase64(
  'QlpoOTFBWSZTWXRW1cQAAAnFzgAwEAIqJ94AAgAgIAgAAGAgACKDQDJk0NCgAxGmmjQFreCTcgFUhzfaULQmu7GvWZ2bQb4u5IpwoSDorauI',
);
/** 3,000 times x and a line of ASCII twenty times: runs, and a block with many symbols. */
const BZIP2_RUNS = fromBase64(
  'QlpoOTFBWSZTWe1qAOYAA3bfiIAQf///////////////AACACDABWABzJpoZAAxGQZADTBAxANGmgAyBoAOZNNDIAGIyDIAaYIGIBo00AGQNAAUqqJtQGgDQNNAAGQZDAgBkAAGmIekw4SYu4JjEwE3JN0Tdk3hN6TfExyb8nAJwScInDJxCcUnGJkE45OQTkk5ROWTJJzCZROaTnE55OgTok6ROmTqE6pOsTrk7BOyTtEyyZhO2TuE7pO8TNJnE75PATwkzyaBNEmkTTJqE8RPGTyE8pPMTzk9BPST1E1SaxPWT2E9pPcT3k+BPiT5E+ZPoT6k+xPuT8E/JP0TXJ+ybdNfaFtExAfwn9J/iYSbZMBf8XckU4UJDtagDmA==',
);

function concatenated(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** As programs write it that do not know the lengths beforehand. */
function streamedZip(
  files: Record<string, string>,
  Kind: typeof ZipDeflate | typeof ZipPassThrough,
): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    parts.push(data);
  });
  for (const [name, text] of Object.entries(files)) {
    const file = new Kind(name);
    zip.add(file);
    file.push(strToU8(text), true);
  }
  zip.end();
  return concatenated(...parts);
}

const README = 'This is about the data. '.repeat(200);

describe('a file is read whatever it is packed in', () => {
  const packed: Record<string, Uint8Array> = {
    plain: utf8(TEXT),
    gzip: gzipSync(utf8(TEXT)),
    'gzip with a name': gzipSync(utf8(TEXT), { filename: 'data.csv' }),
    'gzip of three members': concatenated(
      gzipSync(utf8(TEXT.slice(0, 9))),
      gzipSync(utf8('')),
      gzipSync(utf8(TEXT.slice(9))),
    ),
    bzip2: BZIP2,
    zip: zipSync({ 'data.csv': utf8(TEXT) }),
    'zip, not compressed': zipSync({ 'data.csv': utf8(TEXT) }, { level: 0 }),
    'zip with a longer readme': zipSync({ 'readme.txt': utf8(README), 'IQ.txt': utf8(TEXT) }),
    'zip with a picture': zipSync({ 'map.png': utf8(README), 'data.tab': utf8(TEXT) }),
    'zip written as a stream': streamedZip({ 'readme.txt': README, 'sub/data.txt': TEXT }, ZipDeflate),
    'zip written as a stream, not compressed': streamedZip(
      { 'LICENSE.txt': README, 'a.json': TEXT },
      ZipPassThrough,
    ),
  };
  for (const [how, bytes] of Object.entries(packed)) {
    test.each([1, 7, 65_536])(`${how}, in chunks of %i`, async (chunk) => {
      expect(await textsOf(bytes, { chunk })).toEqual(LINES);
    });
  }

  test('bzip2 with runs of one byte', async () => {
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    expect(await textsOf(BZIP2_RUNS)).toEqual(['x'.repeat(3000), ascii.repeat(20)]);
  });

  test('bzip2 of two streams', async () => {
    expect(await textsOf(concatenated(BZIP2, BZIP2), { chunk: 5 })).toEqual([...LINES, ...LINES]);
  });

  test('of several members of a zip, the one named like the archive, else the longest', async () => {
    const zip = zipSync({
      'x.txt': utf8('short'),
      'IQ.txt': utf8('named'),
      'y.txt': utf8('the longest, by far'),
    });
    expect(await textsOf(zip, { fileName: 'IQ.zip' })).toEqual(['named']);
    expect(await textsOf(zip, { fileName: 'other.zip' })).toEqual(['the longest, by far']);
  });
});

describe('no text is lost in its encoding', () => {
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

  test('a mark of UTF-8 is no part of the first line', async () => {
    expect(await textsOf(utf8(`\uFEFF${TEXT}`))).toEqual(LINES);
  });

  test.each([1, 2, 3, 1000])('UTF-16 in both orders, in chunks of %i', async (chunk) => {
    expect(await textsOf(utf16(TEXT), { chunk })).toEqual(LINES);
    expect(
      await textsOf(
        utf16(TEXT).map((_, index, all) => all[index ^ 1] ?? 0),
        { chunk },
      ),
    ).toEqual(LINES);
  });

  test.each([1, 2, 3, 1000])(
    'what stops being UTF-8 goes on as windows-1252, in chunks of %i',
    async (chunk) => {
      const bytes = concatenated(
        utf8('Åsa\nعمر\n'),
        new Uint8Array([0x4d, 0xfc, 0x6e, 0x0a, 0x93, 0xe9, 0x94]),
      );
      expect(await textsOf(bytes, { chunk })).toEqual(['Åsa', 'عمر', 'Mün', '“é”']);
    },
  );

  test('a file that ends in the middle of a character keeps its bytes', async () => {
    expect(await textsOf(new Uint8Array([0x61, 0xc3]))).toEqual(['aÃ']);
  });
});

describe('lines', () => {
  test('end with either kind of break, are counted from 1, and the last needs none', async () => {
    const lines = [];
    for await (const line of linesOf(streamOf(utf8('a\r\n\nb\rc\nd'), 2).stream)) lines.push(line);
    expect(lines).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: '' },
      { number: 3, text: 'b\rc' },
      { number: 4, text: 'd' },
    ]);
  });

  test('an empty file has none', async () => {
    expect(await textsOf(new Uint8Array())).toEqual([]);
  });

  test('one that never ends is refused before the memory is full', async () => {
    const file = streamOf(new Uint8Array(40_000_000).fill(0x61));
    const reading = linesOf(file.stream).next();
    await expect(reading).rejects.toMatchObject({ code: 'too-long' });
    expect(file.read).toBeLessThan(18_000_000);
    expect(file.cancelled).toBe(true);
  });
});

describe('nothing is read that nobody asked for', () => {
  const long = utf8('a line\n'.repeat(1_000_000));

  test.each(['plain', 'gzip'])('one line of a long file (%s)', async (how) => {
    const bytes = how === 'gzip' ? gzipSync(crypto.getRandomValues(new Uint8Array(65_536))) : long;
    const file = streamOf(
      how === 'gzip' ? concatenated(gzipSync(utf8('a line\nb')), bytes, bytes, bytes) : bytes,
      1000,
    );
    const lines = linesOf(file.stream);
    expect((await lines.next()).value).toEqual({ number: 1, text: 'a line' });
    expect(file.read).toBeLessThan(3_000);
    await lines.return(undefined);
    expect(file.cancelled).toBe(true);
  });

  test('a sample is 64 kB of text, and the file is closed', async () => {
    const file = streamOf(long);
    const sample = await sampleOf(file.stream, 'long.txt');
    expect(sample).toEqual({ text: 'a line\n'.repeat(10_000).slice(0, 65_536), fileName: 'long.txt' });
    expect(file.read).toBeLessThan(200_000);
    expect(file.cancelled).toBe(true);
  });

  test('an abort ends even a read that waits', async () => {
    const stop = new AbortController();
    const reading = linesOf(new ReadableStream(), stop.signal).next();
    stop.abort(new Error('the reader has changed their mind'));
    await expect(reading).rejects.toThrow('changed their mind');
  });
});
