// Ids in a sheet. Who leaves the column empty gets one made of the name, the same at every import; who fills it may
// write `wagner` for an entry of the same pack, a Wikidata item, or the id of another pack's entry.
import { foldName } from '../geonames/names.ts';
import { IS_ID } from '../own-yaml/parts.ts';

const LONGEST = 60;

/** Of a name in other letters, or a long one, what was lost is made up for by a number made of the whole. */
export function slugOf(text: string): string {
  const folded = foldName(text);
  const plain = folded.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const isWhole = plain.length <= LONGEST && !/[^\P{L}a-z]/u.test(folded) && plain !== '';
  if (isWhole) return plain;
  return [plain.slice(0, LONGEST).replace(/-$/, ''), fingerprint(text)]
    .filter((part) => part !== '')
    .join('-');
}

/** The id in full; `null` when it is a name or nothing that can be an id. */
export function idIn(pack: string, text: string): string | null {
  if (IS_ID.test(text)) return text;
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(text) ? `${pack}:${text}` : null;
}

/** FNV-1a of 32 bits: short, and the same on every machine. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.normalize('NFC')))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
