import { describe, expect, test } from 'vitest';
import type { Event } from '../../../core/knowledge/event.ts';
import { readWritten } from '../../../core/knowledge/sources/own-yaml/form.ts';
import { eventOf, namesOf, relationsOf, spellings } from '../../../core/knowledge/sources/own-yaml/parts.ts';
import { overlay } from '../../../packs/build/overlay.ts';

const read = (text: string) => readWritten(new Map([['test.yaml', text]]));
const one = (text: string) => {
  const [entity] = overlay([], read(text), 'starter').entities;
  if (!entity) throw new Error('nothing was read');
  return entity;
};

describe('a name as a person writes it', () => {
  test('with bars stands for every combination of spellings', () => {
    expect(spellings("Kataib|Kata'ib Hezbollah|Hizballah")).toEqual([
      'Kataib Hezbollah',
      'Kataib Hizballah',
      "Kata'ib Hezbollah",
      "Kata'ib Hizballah",
    ]);
  });

  test.each([
    ['Tehran Times', 'alias', 'any-case'],
    [{ acronym: 'IRGC' }, 'acronym', 'exact-case'],
    [{ surname: 'Sistani' }, 'surname', 'needs-full-name-first'],
    [{ description: 'Iranian consulate', match: 'needs-context' as const }, 'description', 'needs-context'],
  ])('%j is a name of type %s believed %s', (source, type, match) => {
    expect(namesOf(source)).toMatchObject([{ type, match, lang: 'en' }]);
  });

  test('of two types at once is refused', () => {
    expect(() => namesOf({ alias: 'KH', acronym: 'KH' })).toThrow(/one type/);
  });
});

describe('a record as a person writes it', () => {
  test('tells from when until when a relation held', () => {
    const [entity] = read('entities: [{ id: starter:a, led_by: [Q1 from 1998 until 2020-01-03] }]').entities;
    expect(entity && relationsOf(entity)).toEqual([
      { type: 'led_by', to: 'Q1', from: '1998', until: '2020-01-03' },
    ]);
  });

  test('may give a lone year without quotation marks', () => {
    const entity = one(
      'entities: [{ id: starter:a, kind: armed_group, label: A, description: b, founded: 2007 }]',
    );
    expect(entity.founded).toBe('2007');
  });

  test('with a field that nobody knows is refused with the file it is in', () => {
    expect(() => read('entities: [{ id: starter:a, labl: Iran }]')).toThrow(/test\.yaml/);
  });

  test('with a source that is not listed is refused by the name of that source', () => {
    const text =
      'entities: [{ id: starter:a, kind: city, label: A, description: b, background: { text: c, asOf: 2019, sources: [nowhere] } }]';
    expect(() => one(text)).toThrow(/nowhere/);
  });
});

describe('a written record over a generated one', () => {
  const generated = one(
    "entities: [{ id: starter:geonames-94824, kind: city, label: Karbalā’, description: City in Iraq, located_in: Q796, population: 1218732, ids: { geonames: '94824' } }]",
  );
  const over = overlay(
    [generated],
    read(
      "entities: [{ id: starter:karbala, label: Karbala, description: Holy city, part_of: Q1, ids: { geonames: '94824' } }]",
    ),
    'starter',
  );
  const [laid] = over.entities;

  test('meets it by its GeoNames number and keeps the written id', () => {
    expect(laid).toMatchObject({ id: 'starter:karbala', kind: 'city', population: 1_218_732 });
  });

  test('replaces what it says and keeps the other name as an alias', () => {
    expect(laid?.description).toBe('Holy city');
    expect(laid?.names.map(({ text, type }) => [text, type])).toEqual([
      ['Karbala', 'label'],
      ['Karbalā’', 'alias'],
    ]);
  });

  test('is found by events that still call it by its number', () => {
    const event = {
      places: ['starter:geonames-94824'],
      actors: [{ id: 'starter:geonames-94824', role: 'host' }],
    } as unknown as Event;
    expect(over.follow(event)).toEqual({
      places: ['starter:karbala'],
      actors: [{ id: 'starter:karbala', role: 'host' }],
    });
  });

  test('adds relations to those that were there', () => {
    expect(laid?.relations?.map(({ to }) => to)).toEqual(['Q1', 'Q796']);
  });
});

test('a record that adds to another file’s is laid over it, whichever file comes first', () => {
  const { entities } = overlay(
    [],
    read(`
entities:
  - { id: starter:a, names: [A Group] }
  - { id: starter:a, kind: armed_group, label: Group A, description: b }`),
    'starter',
  );
  expect(entities.map(({ names }) => names.map(({ text }) => text))).toEqual([['A Group', 'Group A']]);
});

test('a record that cannot be made costs itself alone where somebody takes note of it', () => {
  const refused: string[] = [];
  const { entities } = overlay(
    [],
    read(`
entities:
  - { id: starter:a, kind: city, label: A, description: b, founded: soon }
  - { id: starter:b, kind: city, label: B, description: b }`),
    'starter',
    ({ id }) => refused.push(id),
  );
  expect([refused, entities.map(({ id }) => id)]).toEqual([['starter:a'], ['starter:b']]);
});

test('an event names known actors by id and others by what they are called', () => {
  const written = read(`
sources: { primer: { publisher: USIP } }
events:
  - id: 2019-12-27-rockets
    title: Rockets
    type: ASSAULT
    date: 2019-12-27
    weight: 0.7
    places: [Q796]
    actors: { alleged_actor: [starter:k], recipient: [soldiers] }
    summary: x
    response_to: other
    sources: [primer]
`);
  const [source] = written.events;
  const event = source && eventOf(source, written, 'starter');
  expect(event).toMatchObject({
    id: 'starter:2019-12-27-rockets',
    actors: [
      { name: 'soldiers', role: 'recipient' },
      { id: 'starter:k', role: 'alleged_actor' },
    ],
    links: [{ type: 'response_to', to: 'starter:other' }],
    status: 'confirmed',
  });
});
