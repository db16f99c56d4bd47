// Which member of a zip archive holds the data: archives come with a readme, a licence, a codebook, and with
// what an operating system leaves behind.
import { SourceError } from './source-error.ts';

const DATA = /\.(csv|tsv|tab|txt|json|jsonl|ndjson|ya?ml)$/i;
const NO_DATA =
  /(^|[/_.\- ])(read_?me|licen[cs]e|codebook|changelog|manifest|notice)([/_.\- ]|$)|(^|\/)(\.|__MACOSX\/)/i;

/**
 * The number of the member to read: the one named like the archive, else the longest; a readme only where
 * there is nothing else. Throws SourceError where no member is text.
 */
export function chosenOf(
  members: readonly { readonly name: string; readonly length: number }[],
  fileName: string,
): number {
  const texts = [...members.entries()].filter(([, { name }]) => DATA.test(name));
  const data = texts.filter(([, { name }]) => !NO_DATA.test(name));
  const candidates = data.length > 0 ? data : texts;
  const namesake = candidates.find(([, { name }]) => stem(name) === stem(fileName));
  const [longest] = candidates.sort(([, a], [, b]) => b.length - a.length);
  const chosen = namesake ?? longest;
  if (!chosen)
    throw new SourceError(
      'foreign',
      `The zip archive holds no text, CSV or JSON file${members[0] ? `, but “${members[0].name}”` : ''}.`,
    );
  return chosen[0];
}

/** `data/IQ.txt` and `IQ.zip` are both `iq`; so is `IQ.csv.zip`. */
function stem(path: string): string {
  return (path.split('/').at(-1) ?? '').toLowerCase().split('.')[0] ?? '';
}
