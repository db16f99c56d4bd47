import { expect, test } from 'vitest';
import { Event } from '../../../core/knowledge/event.ts';
import { Knowledge } from '../../../core/knowledge/index.ts';
import type { ActorHint, EventDraft, PlaceHint } from '../../../core/knowledge/sources/source.ts';
import { tieAll } from '../../../core/knowledge/sources/tie.ts';
import { EntityId, EventId } from '../../../core/knowledge/terms.ts';
import { entity, packOf } from '../small-world.ts';

const country = (id: string, name: string, iso2: string, iso3: string) =>
  entity(id, 'country', [name, { text: `${name}ish`, type: 'adjective' }], { ids: { iso2, iso3 } });
const city = (id: string, name: string, lat: number, lon: number, ids = {}) =>
  entity(id, 'city', [name], { geo: { lat, lon }, ids });

const known = new Knowledge([
  await packOf([
    country('Q796', 'Iraq', 'IQ', 'IRQ'),
    country('Q974', 'DR Congo', 'CD', 'COD'),
    country('Q230', 'Georgia', 'GE', 'GEO'),
    city('test:tripoli-ly', 'Tripoli', 32.89, 13.19),
    city('test:tripoli-lb', 'Tripoli', 34.43, 35.84, { geonames: '266826' }),
    entity('test:anbar', 'region', ['Anbar'], { geo: { lat: 32.9, lon: 41.6 } }),
    city('starter:geonames-98860', 'Najaf', 32.03, 44.34, { geonames: '98860' }),
    entity('Q1', 'armed_group', [
      'Badr Organization',
      { text: 'BO', type: 'acronym', match: 'exact-case' },
      { text: 'Badr Brigades', type: 'former', to: '2003' },
    ]),
    entity('test:first-guard', 'armed_group', ['Guard'], { dissolved: '1999' }),
    entity('test:second-guard', 'armed_group', ['Guard'], { founded: '2005' }),
    entity('test:one-smith', 'person', ['John Smith']),
    entity('test:other-smith', 'person', ['John Smith']),
    entity('test:najaf-governor', 'person', [
      'Asaad Abu Gelal',
      { text: 'Gelal', type: 'surname', match: 'needs-full-name-first' },
    ]),
  ]),
]);

function draft(edtf: string, actors: ActorHint[], places: PlaceHint[] = []): EventDraft {
  return {
    id: EventId.parse('test:event'),
    title: 'What happened',
    type: { plover: 'ASSAULT', mode: [], context: [] },
    date: { edtf },
    weight: 0.2,
    summary: 'It happened.',
    sources: [{ publisher: 'A test' }],
    status: 'reported',
    actors,
    places,
  };
}

async function tied(edtf: string, actors: ActorHint[], places: PlaceHint[] = []): Promise<Event> {
  const [event] = await tieAll([draft(edtf, actors, places)], 'test', known);
  return Event.parse(event);
}

const actor = (name: string, rest: Partial<ActorHint> = {}): ActorHint => ({ name, role: 'actor', ...rest });

test.each<[string, ActorHint, string, string]>([
  ['by its Wikidata item', actor('The Badr people', { wikidata: 'Q1' }), '2020-01-01', 'Q1'],
  ['by its name, however it is cased', actor('BADR organization'), '2020-01-01', 'Q1'],
  ['by an acronym as it is written', actor('BO'), '2020-01-01', 'Q1'],
  ['by a name that it had then', actor('Badr Brigades'), '2001', 'Q1'],
  ['by a name that two had, at different times', actor('Guard'), '2010-05', 'test:second-guard'],
  [
    'as the state, where the source says so',
    actor('Ministry of Water (Iraq)', { country: 'IRQ', isState: true }),
    '2020',
    'Q796',
  ],
  [
    'as a state that CLDR calls otherwise',
    actor('Government', { country: 'COD', isState: true }),
    '2020',
    'Q974',
  ],
  [
    'by the id that its author gave',
    actor('x', { id: EntityId.parse('own:anything') }),
    '2020',
    'own:anything',
  ],
])('an actor is found %s', async (_, hint, edtf, id) => {
  expect((await tied(edtf, [hint])).actors).toEqual([{ id, role: 'actor' }]);
});

test.each<[string, ActorHint, string]>([
  ['its name is not known', actor('Nobody in particular'), '2020'],
  ['its item is not known', actor('Somebody', { wikidata: 'Q999' }), '2020'],
  ['two have the name', actor('John Smith'), '2020'],
  ['the acronym is written small', actor('bo'), '2020'],
  ['it no longer had the name', actor('Badr Brigades'), '2010'],
  ['it did not exist yet, or no longer', actor('Guard'), '2002'],
  ['it is only a surname', actor('Gelal'), '2020'],
  ['it is an adjective', actor('Iraqish'), '2020'],
  ['it is the name of a city', actor('Najaf'), '2020'],
  ['it is of a country but not the state', actor('Protesters (Iraq)', { country: 'IRQ' }), '2020'],
])('an actor stays a name where %s', async (_, hint, edtf) => {
  expect((await tied(edtf, [hint])).actors).toEqual([{ name: hint.name, role: 'actor' }]);
});

test('an actor named twice in one role is one', async () => {
  const { actors } = await tied('2020', [actor('BO'), actor('Badr Organization'), actor('x'), actor('x')]);
  expect(actors).toEqual([
    { id: 'Q1', role: 'actor' },
    { name: 'x', role: 'actor' },
  ]);
});

test.each<[string, PlaceHint, string]>([
  ['by its GeoNames number', { geonames: '98860' }, 'starter:geonames-98860'],
  ['by name and GeoNames number', { name: 'Tripoli', geonames: '266826' }, 'test:tripoli-lb'],
  ['by name and position', { name: 'Tripoli', lat: 34.4, lon: 35.8 }, 'test:tripoli-lb'],
  ['of the same name elsewhere', { name: 'TRIPOLI', lat: 32.8, lon: 13.2, country: 'LY' }, 'test:tripoli-ly'],
  ['by its Wikidata item', { wikidata: 'Q796' }, 'Q796'],
  [
    'as a country, wherever its middle is said to be',
    { name: 'Iraq', country: 'IQ', lat: 33, lon: 44 },
    'Q796',
  ],
  [
    'as a province, by its name and its capital’s position',
    { name: 'Anbar', lat: 33.4, lon: 43.3 },
    'test:anbar',
  ],
])('a place is found %s', async (_, hint, id) => {
  const event = await tied('2020', [], [hint]);
  expect(event.places).toEqual([id]);
  expect(event.spots).toBeUndefined();
});

test.each<[string, PlaceHint]>([
  ['has a known name but lies elsewhere', { name: 'Tripoli', lat: 37.5, lon: 22.4 }],
  ['has a known name and no position', { name: 'Tripoli' }],
  ['is not known', { name: 'Nowhere', lat: 1, lon: 2 }],
  ['has no name', { lat: 1, lon: 2 }],
])('a place that %s is kept as a spot', async (_, hint) => {
  const event = await tied('2020', [], [hint]);
  expect(event.places).toEqual([]);
  expect(event.spots).toEqual([hint]);
});

test('a spot in a known country happened in that country', async () => {
  const event = await tied(
    '2020',
    [],
    [{ name: 'Nowhere', lat: 1, lon: 2, country: 'IQ' }, { country: 'IQ' }],
  );
  expect(event.places).toEqual(['Q796']);
  expect(event.spots).toEqual([{ name: 'Nowhere', lat: 1, lon: 2 }]);
});

test('without packs all names stay names', async () => {
  const [event] = await tieAll(
    [draft('2020', [actor('BO')], [{ name: 'Najaf', country: 'IQ' }])],
    'test',
    null,
  );
  expect(Event.parse(event)).toMatchObject({
    actors: [{ name: 'BO', role: 'actor' }],
    places: [],
    spots: [{ name: 'Najaf' }],
    pack: 'test',
  });
});

test('a thousand events cost as many look-ups as their batches, not as their actors', async () => {
  let asked = 0;
  const counting = {
    names: (keys: Iterable<string>) => {
      asked++;
      return known.names(keys);
    },
    entities: (ids: Iterable<EntityId>) => known.entities(ids),
  };
  const drafts = Array.from({ length: 1000 }, () => draft('2020', [actor('BO'), actor('Guard')]));
  expect(await tieAll(drafts, 'test', counting)).toHaveLength(1000);
  // One for the countries, two for the batches.
  expect(asked).toBe(3);
});
