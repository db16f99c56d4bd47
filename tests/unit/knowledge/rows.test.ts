import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Entity } from '../../../core/knowledge/entity.ts';
import { Event } from '../../../core/knowledge/event.ts';
import { BlockCache } from '../../../core/knowledge/pack/index.ts';
import { linesOf, NameRow, Rows, type RowTable, TERMS } from '../../../core/knowledge/pack/rows.ts';
import { entity, event } from '../small-world.ts';

const rows = new Rows('test', TERMS);

/** What comes back of a row that was written as a line among others. */
function again<T extends RowTable>(table: T, key: string, row: Parameters<typeof rows.write<T>>[2]): unknown {
  const line = rows.write(table, key, row);
  const [only, ...more] = linesOf(`${line}\n`);
  expect(more).toEqual([]);
  expect(rows.wholeKey(table, only?.key ?? '')).toBe(key);
  return rows.read(table, key, only?.value ?? '');
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const id = fc.constantFrom('Q794', 'test:iran', 'other:iran', 'test:q794', 'starter:geonames-1');
const edtf = fc.constantFrom('2019', '2019-12', '2019-12-31');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const without = (object: object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
const name = fc
  .record({
    text,
    type: fc.constantFrom(...NameRow.shape.type.options),
    match: fc.constantFrom(...NameRow.shape.match.options),
    lang: fc.constantFrom('en', 'ar', 'zh-Hant'),
    prior: optional(fc.constantFrom(0, 0.25, 1)),
    not: optional(fc.array(text, { maxLength: 3 })),
    from: optional(edtf),
  })
  .map(without);

describe('a row is read as it was written', () => {
  test('an entity, whatever its fields', () => {
    const entities = fc
      .record({
        id,
        kind: fc.constantFrom(...Entity.shape.kind.options),
        facets: fc.constantFrom(['actor'], ['place'], ['actor', 'place']),
        names: fc.array(name, { minLength: 1, maxLength: 5 }),
        description: fc.string({ unit: 'grapheme', maxLength: 40 }),
        salience: fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
        pack: fc.constantFrom('test', 'another'),
        relations: optional(
          fc.array(
            fc
              .record({ type: fc.constantFrom('part_of', 'party_to'), to: id, until: optional(edtf) })
              .map(without),
            { minLength: 1, maxLength: 3 },
          ),
        ),
        geo: optional(fc.constant({ lat: 33.3, lon: -44.4 })),
        born: optional(edtf),
      })
      .map((record) => Entity.parse(without(record)));
    fc.assert(
      fc.property(entities, (entity) => {
        expect(again('entities', entity.id, entity)).toEqual(entity);
      }),
    );
  });

  test('the meanings of a name, also in scripts without capitals', () => {
    for (const [key, written] of [
      ['kataib hezbollah', 'Kataib Hezbollah'],
      ['us', 'US'],
      ['حزب الله', 'حزب الله'],
      ['1st army', '1st Army'],
      ['de gaulle', 'de Gaulle'],
    ] as const) {
      const meanings = [
        { id: 'Q1', kind: 'person', salience: 0, text: written, type: 'label', match: 'any-case' },
        {
          id: 'test:two',
          kind: 'city',
          salience: 0.5,
          text: written,
          type: 'alias',
          match: 'never-alone',
          prior: 0,
        },
      ] as never[];
      expect(again('names', key, meanings)).toEqual(meanings);
    }
  });

  test('an event, its own pack’s and another’s', () => {
    const own = event('a b', '2019', ['Q794']);
    expect(again('events', own.id, own)).toEqual(own);
    const other = Event.parse({ ...own, pack: 'other' });
    expect(again('events', own.id, other)).toEqual(other);
  });
});

test('a tally counts with the ids of its own events and of others', () => {
  const tally = { events: 7, landmarks: ['test:a', 'other:b'] as never[] };
  expect(again('tallies', 'Q1', tally)).toEqual(tally);
});

test('a row that is not of the agreed form is no row', () => {
  const written = rows.write('entities', 'Q1', entity('Q1', 'country', ['A']));
  const value = written.slice(written.indexOf('\t') + 1);
  expect(rows.read('entities', 'Q1', value)).toBeDefined();
  for (const broken of ['', '[', '7', 'null', '{}', '[99,1]', value.replace('"A"', '7'), value.slice(0, -1)])
    expect(rows.read('entities', 'Q1', broken)).toBeUndefined();
  fc.assert(
    fc.property(fc.json(), (json) => {
      for (const table of ['names', 'entities', 'events'] as const)
        expect(() => rows.read(table, 'Q1', json)).not.toThrow();
    }),
  );
});

test('terms are read by the file’s own lists', () => {
  const renumbered = new Rows('test', { ...TERMS, kinds: [...TERMS.kinds].reverse() });
  const row = entity('Q1', 'country', ['A']);
  const value = renumbered.write('entities', 'Q1', row).split('\t')[1] ?? '';
  expect(renumbered.read('entities', 'Q1', value)).toEqual(row);
  expect(rows.read('entities', 'Q1', value)?.kind).not.toBe('country');
});

test('the cache lets the least recently used block go', () => {
  const cache = new BlockCache(100);
  const block = () => ({ text: '', rows: new Map() });
  cache.add('a', block(), 40);
  cache.add('b', block(), 40);
  expect(cache.get('a')).toBeDefined();
  cache.add('c', block(), 40);
  expect(cache.get('b')).toBeUndefined();
  expect(cache.get('a')).toBeDefined();
  // Once more the same takes no second place.
  cache.add('a', block(), 40);
  expect(cache.get('c')).toBeDefined();
});
