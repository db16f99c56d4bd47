// The lines of a file, none of them longer than a document may be: a file without line ends must not fill the memory
// before anybody can say what is wrong with it.
import { createReadStream } from 'node:fs';

/** UTF-16 units: a document of the greatest length, every character of it escaped. */
const LONGEST_LINE = 40_000_000;

/** `null` stands for a line that was too long; what follows it is read as usual. */
export async function* linesOf(path: string, longest = LONGEST_LINE): AsyncGenerator<string | null> {
  let line: string | null = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    const parts = String(chunk).split('\n');
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        yield bare(line);
        line = '';
      }
      if (line !== null) line = line.length + part.length > longest ? null : line + part;
    }
  }
  if (line !== '') yield bare(line);
}

/** Without the carriage return of another system, and without a byte order mark. */
const bare = (line: string | null): string | null => line?.replace(/\r$/, '').replace(/^\uFEFF/, '') ?? null;
