// Place and keys as they are kept: what a later version wrote is left alone, and what is damaged opens nothing.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { epochKeyOf } from '../../../core/sync/keys/derive.ts';
import { deleteEverything } from '../../../storage/snapshots/index.ts';
import { withRecords } from '../../../storage/sync/database.ts';
import {
  followHeader,
  leave,
  passHeaders,
  readSetUp,
  type SetUp,
  SYNC_DATABASE,
  whatWasLeft,
  writeSetUp,
} from '../../../storage/sync/index.ts';

afterEach(() => Dexie.delete(SYNC_DATABASE));

const argon2id = { memoryKiB: 65_536, passes: 3, lanes: 1 };
const header = { name: `vault.1.${'a'.repeat(32)}`, file: new Uint8Array([1, 2, 3]) };
const setUp: SetUp = {
  settings: { kind: 'webdav', address: 'https://dav.example/notes/', user: 'alice', password: 'swordfish' },
  folder: null,
  vault: {
    id: 'f'.repeat(32),
    number: 1,
    argon2id,
    epochs: [await epochKeyOf(new Uint8Array(32).fill(3))],
    header,
    headers: [header.name],
  },
};

test('place and keys come back as they were', async () => {
  expect(await readSetUp()).toEqual({ is: 'none' });
  await writeSetUp(setUp);
  const stored = await readSetUp();
  expect(stored).toMatchObject({
    is: 'there',
    setUp: { settings: setUp.settings, vault: { header, argon2id } },
  });
});

test('what a later version wrote is not read, and not written over by what this one learns', async () => {
  await writeSetUp(setUp);
  await withRecords((records) => records.update('set-up', { version: 2 }));
  expect(await readSetUp()).toEqual({ is: 'newer' });
  await passHeaders(['vault.2.other']);
  const row = await withRecords((records) => records.get('set-up'));
  expect(row).toMatchObject({ version: 2, value: { vault: { headers: [header.name] } } });
});

test('an address that no form would have taken, or a key that could be read, is not used', async () => {
  await writeSetUp({
    ...setUp,
    settings: { ...setUp.settings, address: 'http://dav.example/' } as SetUp['settings'],
  });
  expect(await readSetUp()).toEqual({ is: 'unreadable' });
  const open = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  await writeSetUp({ ...setUp, vault: { ...setUp.vault, epochs: [open] } });
  expect(await readSetUp()).toEqual({ is: 'unreadable' });
});

test('a header with nothing new is remembered; one with another passphrase takes the place of the last', async () => {
  await writeSetUp(setUp);
  await passHeaders(['vault.1.other']);
  const next = { name: `vault.2.${'b'.repeat(32)}`, file: new Uint8Array([4]) };
  await followHeader(next, { number: 2, argon2id });
  expect(await readSetUp()).toMatchObject({
    setUp: { vault: { number: 2, header: next, headers: [header.name, 'vault.1.other', next.name] } },
  });
});

test('whoever leaves keeps where it was, without password and keys', async () => {
  await writeSetUp(setUp);
  await leave({ kind: 'webdav', where: 'https://dav.example/notes', user: 'alice' });
  expect(await readSetUp()).toEqual({ is: 'none' });
  expect(await whatWasLeft()).toEqual({ kind: 'webdav', where: 'https://dav.example/notes', user: 'alice' });
  const rows = await withRecords((records) => records.toArray());
  expect(JSON.stringify(rows)).not.toContain('swordfish');
});

test('deleting everything takes them along', async () => {
  await writeSetUp(setUp);
  await deleteEverything();
  expect(await Dexie.exists(SYNC_DATABASE)).toBe(false);
});
