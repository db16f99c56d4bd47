// Is there any word of the vault on a server? Everything in its folder is searched byte by byte, logs and databases
// too, and every name of a file: for what readers wrote, for the names of documents and fields, as text in one or two bytes
// a letter, as hexadecimal digits, and as what base64 makes of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is in the documents beside the words of single edits, which all begin with `edit-`. */
const WORDS = ['edit-', 'page:', 'entity:', 'yellow', 'green', 'colour', 'deleted:knew', 'field '];

/** Files in which a word of the vault can be read, each with the word. */
export function readableIn(folder: string): string[] {
  const needles = WORDS.flatMap((word) => formsOf(word).map((text) => ({ word, text })));
  return filesIn(folder).flatMap((path) => {
    const content = `${path.slice(folder.length)}\0${readFileSync(path, 'latin1')}`;
    return needles.filter(({ text }) => content.includes(text)).map(({ word }) => `${path}: ${word}`);
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** In which a word may lie there. UTF-16 is found in either order of its bytes: the letter after its zero, or before it. */
export function formsOf(word: string): string[] {
  const wide = [...word].join('\0');
  const hex = Buffer.from(word).toString('hex');
  return [word, wide, hex, hex.toUpperCase(), encodeURIComponent(word), ...inBase64(word), ...inBase64(wide)];
}

/** At each of its three places in a group, without the letters that depend on the neighbours. */
function inBase64(word: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const text = Buffer.from('\0'.repeat(offset) + word).toString('base64');
    const certain = text.slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + word.length) * 4) / 3));
    return certain.length >= 6 ? [certain] : [];
  });
}
