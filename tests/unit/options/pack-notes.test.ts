import { expect, test } from 'vitest';
import { SOURCES } from '../../../core/knowledge/sources/all.ts';
import { packOf } from '../../../entrypoints/options/import-pack.ts';
import { notesOf } from '../../../entrypoints/options/pack-notes.ts';

async function notesOn(id: string) {
  const source = SOURCES.find((each) => each.id === id) ?? expect.fail(`no source ${id}`);
  return notesOf(await packOf(source, { fileName: 'iraq.csv', text: '' }, '2026-02-03'));
}

test.each(['gdelt', 'icews', 'polecat'])('a pack of %s says that a machine coded it', async (id) => {
  expect((await notesOn(id)).machineCoded).toBe(true);
});

test.each(['acled', 'follow-the-money'])(
  'a pack of %s says that it is for the reader’s own use',
  async (id) => {
    expect((await notesOn(id)).ownUse).toBe(true);
  },
);

test.each(['wikidata', 'geonames', 'ucdp', 'own-yaml'])('a pack of %s bears neither note', async (id) => {
  expect(await notesOn(id)).toEqual({ machineCoded: false, ownUse: false });
});

test('a pack of own words is not taken for one of own use', () => {
  const attribution = [{ text: 'Own summaries, of which use may be made', licence: 'MIT' }];
  expect(notesOf({ title: 'Starter', licence: 'CC BY-SA 4.0', attribution }).ownUse).toBe(false);
});
