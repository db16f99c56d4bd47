// From what a reader selected to the name that they meant: one line, without the comma or the quotation mark that
// came along, and without the ’s of the sentence.

const MOST = 200;
const BEFORE = /^[\s"'“”‘’«»‹›„‚([{,;:!?¿¡…•–—-]+/u;
const AFTER = /[\s"'“”‘’«»‹›„‚)\]},;:!?…–—-]+$/u;
const POSSESSIVE = /(?<=\p{L}{2})['’]s$/u;
/** The last point of `U.S.` and `Sr.` belongs to the name; that of a sentence does not. */
const FULL_STOP = /(?<!(?:^|[\s.])\p{L}{1,2})\.+$/u;

/** Empty where nothing was selected that could be a name. */
export function nameFrom(selection: string): string {
  const line = selection
    .slice(0, 10 * MOST)
    .replaceAll(/[\s|\p{Cc}\u200B\u2060\uFEFF]+/gu, ' ')
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .replace(FULL_STOP, '')
    .replace(AFTER, '')
    .replace(POSSESSIVE, '');
  if (line.length <= MOST) return line;
  const cut = line.slice(0, MOST);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut.replace(/[\uD800-\uDBFF]$/u, '');
}
