// A file of a data set → its lines, as a stream: packed with gzip, bzip2, zip or nothing, in whatever encoding.
// The whole file is never in memory; a reader who stops asking stops the reading.

import { type Bytes, chunksOf } from './open/bytes.ts';
import { decoded } from './open/decode.ts';
import { SourceError } from './open/source-error.ts';
import { unpacked } from './open/unpack.ts';
import type { Line, Sample } from './source.ts';

export { SourceError } from './open/source-error.ts';

/** Wikidata's longest item is some MB; what is longer has no line breaks at all. */
const LONGEST_LINE = 16 * 1024 * 1024;
const SAMPLE = 64 * 1024;

/**
 * The lines of the one data file that `file` is or holds; `\n` and `\r\n` end a line. `fileName` helps to choose
 * among several files in a zip. Throws SourceError, or the signal's reason; the stream is then cancelled.
 */
export async function* linesOf(
  file: ReadableStream<Bytes>,
  signal?: AbortSignal,
  fileName = '',
): AsyncGenerator<Line, void> {
  let number = 0;
  let rest = '';
  for await (const text of decoded(unpacked(chunksOf(file, signal), fileName))) {
    const lines = text.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    for (const line of lines) yield { number: ++number, text: checked(line, number) };
    if (rest.length > LONGEST_LINE) checked(rest, number + 1);
  }
  if (rest !== '') yield { number: ++number, text: checked(rest, number) };
}

function checked(line: string, number: number): string {
  if (line.length > LONGEST_LINE)
    throw new SourceError(
      'too-long',
      `Line ${number} is longer than ${LONGEST_LINE / 1024 / 1024} million characters.`,
    );
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** The first 64 kB of text, for `detect`. Cancels the stream. Throws SourceError. */
export async function sampleOf(file: ReadableStream<Bytes>, fileName: string): Promise<Sample> {
  let text = '';
  for await (const part of decoded(unpacked(chunksOf(file), fileName))) {
    text += part;
    if (text.length >= SAMPLE) break;
  }
  return { text: text.slice(0, SAMPLE), fileName };
}
