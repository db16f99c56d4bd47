// The file with everything, locked: made in one browser, opened in another that has nothing, with the same passphrase only;
// and whatever is damaged is said and never brought in.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { EntityId } from '../../../core/knowledge/terms.ts';
import type { Argon2id } from '../../../core/sync/keys/argon2.ts';
import { isLocked } from '../../../entrypoints/options/is-locked.ts';
import { lockedExport, unlocked } from '../../../entrypoints/options/locked-file.ts';
import { allEntityNotes, keepNote } from '../../../storage/reader/index.ts';
import { bringIn, exportEverything } from '../../../storage/snapshots/index.ts';

const PASSPHRASE = 'correct horse battery staple';
const NOTE = 'Compare with what the ministry said.';
const NOW = '2026-11-22T10:00:00.000Z';
let file: Uint8Array<ArrayBuffer>;

/** Instead of seconds of work; that of the product has tests of its own. */
const quick: Argon2id = async (password, salt) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...password, 0, ...salt])));

async function emptyBrowser(): Promise<void> {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
}

beforeAll(async () => {
  const about = { entity: EntityId.parse('Q794'), name: 'Iran', kind: 'country' } as const;
  await keepNote(about, { was: '', is: NOTE }, NOW);
  file = await (await lockedExport(PASSPHRASE, quick)).bytes();
});
beforeEach(emptyBrowser);

test('no word of it can be read, and it is known by its beginning', () => {
  const text = new TextDecoder('latin1').decode(file);
  for (const word of ['ministry', 'Iran', 'Q794', 'entity:']) expect(text).not.toContain(word);
  expect(isLocked(file)).toBe(true);
});

test('the other file, which everybody can read, is not taken for one', async () => {
  let text = '';
  for await (const piece of exportEverything(NOW)) text += piece;
  expect(isLocked(new TextEncoder().encode(text))).toBe(false);
  expect(isLocked(new Uint8Array())).toBe(false);
});

test('in a browser that has nothing, everything is there again', async () => {
  const found = await unlocked(file, ` ${PASSPHRASE} `, quick);
  if (!found || 'why' in found) throw new Error('not opened');
  expect(found.refused).toBe(0);
  await bringIn(found.documents, { changed: false, now: NOW });
  expect(await allEntityNotes()).toMatchObject([{ entity: 'Q794', note: NOTE }]);
});

test('with another passphrase it does not open', async () => {
  expect(await unlocked(file, 'another one entirely', quick)).toBeNull();
});

test('a file that was cut off, and one that is none, are said to be so', async () => {
  const half = await unlocked(file.slice(0, file.length - 40), PASSPHRASE, quick);
  expect(half).toMatchObject({ documents: [], refused: 1 });
  expect(await unlocked(file.slice(0, 12), PASSPHRASE, quick)).toEqual({ why: 'not-ours' });
  const newer = file.slice();
  newer[8] = 9;
  expect(await unlocked(newer, PASSPHRASE, quick)).toEqual({ why: 'newer' });
});
