import { expect, test } from 'vitest';
import { Knowledge } from '../../../core/knowledge/index.ts';
import { collect } from '../../../core/knowledge/sources/collect.ts';
import type { Found, Line, Source } from '../../../core/knowledge/sources/source.ts';
import { entity, packOf } from '../small-world.ts';

async function* oneLine(): AsyncGenerator<Line, void> {
  yield { number: 1, text: '' };
}

const sourceOf = (found: readonly Found[]): Pick<Source, 'read'> => ({
  async *read(lines) {
    for await (const _ of lines) yield* found;
  },
});

const installed = [
  entity('Q1530', 'city', ['Baghdad'], { ids: { geonames: '98182' } }),
  entity('test:sistani', 'person', ['Ali al-Sistani'], { ids: { wikidata: 'Q349705' } }),
];

async function imported(...entities: ReturnType<typeof entity>[]) {
  const knowledge = new Knowledge([await packOf(installed)]);
  const found = entities.map((one): Found => ({ kind: 'entity', entity: one }));
  return collect(sourceOf(found), oneLine(), { pack: 'places', languages: ['en'] }, { knowledge });
}

test('a place that an installed pack has becomes the same place, known by its GeoNames number', async () => {
  const { entities } = await imported(
    entity('places:geonames-98182', 'city', ['Baghdad', 'Bagdad'], {
      ids: { geonames: '98182' },
      pack: 'places',
    }),
  );
  expect(entities).toMatchObject([{ id: 'Q1530', formerIds: ['places:geonames-98182'], pack: 'places' }]);
});

test('whatever in the file points to it follows', async () => {
  const { entities } = await imported(
    entity('places:geonames-98182', 'city', ['Baghdad'], { ids: { geonames: '98182' } }),
    entity('places:gate', 'facility', ['The Gate'], {
      relations: [{ type: 'located_in', to: 'places:geonames-98182' }],
    }),
  );
  expect(entities.find(({ id }) => id === 'places:gate')?.relations).toEqual([
    { type: 'located_in', to: 'Q1530' },
  ]);
});

test('a Wikidata item is recognised by its number, under whatever id the pack has it', async () => {
  const { entities } = await imported(
    entity('Q349705', 'person', ['Sistani']),
    entity('Q42', 'person', ['Somebody']),
  );
  expect(entities.map(({ id }) => id)).toEqual(['test:sistani', 'Q42']);
});

test('both packs then tell of one entity, with the names of both', async () => {
  const { entities } = await imported(
    entity('places:geonames-98182', 'city', ['Baghdad', 'Bagdad'], { ids: { geonames: '98182' } }),
  );
  const both = new Knowledge([await packOf(installed), await packOf(entities, [], 'places')]);
  expect((await both.names(['bagdad'])).get('bagdad')?.map(({ id }) => id)).toEqual(['Q1530']);
  expect((await both.names(['baghdad'])).get('baghdad')).toHaveLength(1);
  const [baghdad] = (await both.entities(['Q1530' as never])).values();
  expect(baghdad?.packs).toEqual(['Pack test', 'Pack places']);
});
