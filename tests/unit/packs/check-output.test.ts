import { describe, expect, test } from 'vitest';
import { sharedNames, sharedNamesInWords } from '../../../packs/build/check/ambiguous.ts';
import { tables } from '../../../packs/build/check/counts.ts';
import { inMarkdown, withPart } from '../../../packs/build/check/document.ts';
import { staleParts } from '../../../packs/build/check/generated-files.ts';
import { located } from '../../../packs/build/check/located.ts';
import { draw, randomOf, readable } from '../../../packs/build/check/sample.ts';
import { findings, pooled, readSamples, wilson } from '../../../packs/build/check/samples.ts';
import { schemaOfFiles } from '../../../packs/build/sources/json-schema.ts';
import { jsonText } from '../../../packs/build/sources/json-text.ts';
import { entity, event, IRAQ, person, SOURCE } from './made-up.ts';

describe('the tables', () => {
  const iraqi = person('starter:a', { relations: [{ type: 'citizen_of', to: 'Q796' }] });
  const mosque = entity('starter:m', {
    kind: 'facility',
    facets: ['place'],
    relations: [{ type: 'located_in', to: 'starter:city' }],
  });
  const city = entity('starter:city', {
    kind: 'city',
    facets: ['place'],
    relations: [{ type: 'located_in', to: 'Q796' }],
  });
  const council = entity('starter:council');
  const entities = [IRAQ, iraqi, mosque, city, council];
  const events = [
    event('starter:2020-05-01-a'),
    event('starter:2019-a', { date: { edtf: '2019-12-27/2020' } }),
  ];
  const [kinds, regions, years] = tables({ entities, events });

  test('count by kind, with how many have a background, and how many a source that was opened', () => {
    expect(kinds?.rows).toEqual(
      expect.arrayContaining([
        ['person', 1, 1, 0],
        ['city', 1, 0, 0],
        ['event', 2, '', 2],
        ['names of entities', 5, '', ''],
      ]),
    );
    const unread = events.map((event) => ({ ...event, sources: [SOURCE] }));
    expect(tables({ entities, events: unread })[0]?.rows).toContainEqual(['event', 2, '', 0]);
  });

  test('put everybody in the region of the country that they lead to', () => {
    expect(regions?.rows).toEqual([
      ['Asia: Western Asia', 1, 0, 3, 2],
      ['The world, or several regions', 0, 1, 0, 0],
    ]);
  });

  test('count an event in the year in which it began', () => {
    expect(years?.rows).toEqual([
      ['2019', 1],
      ['2020', 1],
    ]);
  });

  test('are written into a document between their marks, and nothing else is touched', () => {
    const document = 'Before\n<!-- counts: written by the check -->\nold\n<!-- end of counts -->\nAfter';
    const table = inMarkdown({ title: 'T', columns: ['A', 'B'], rows: [['x', 1234]] });
    expect(table).toBe('### T\n\n| A | B |\n| --- | ---: |\n| x | 1,234 |');
    const written = withPart(document, 'counts', table);
    expect(written).toMatch(/^Before\n.*-->\n\n### T\n\n.*1,234 \|\n\n<!-- end of counts -->\nAfter$/s);
    expect(withPart(written, 'counts', table)).toBe(written);
    expect(() => withPart('nothing', 'counts', table)).toThrow(/no part “counts”/);
  });

  test('are stale when the document says something else', () => {
    const file = { name: 'a', path: 'a', from: () => 'new' };
    expect(staleParts([file], () => 'old')).toMatchObject([{ name: 'a', text: 'new' }]);
    expect(staleParts([file], () => 'new')).toEqual([]);
  });
});

describe('a name that several share', () => {
  const label = (text: string, fields: object = {}) => ({
    names: [{ text, lang: 'en', type: 'label', match: 'any-case', ...fields }],
  });
  const names = sharedNames(
    [
      entity('starter:a', label('Aoun', { prior: 0.7 })),
      entity('starter:b', label('AOUN')),
      entity('starter:c', label('Paris')),
      entity('starter:d', label('Paris')),
      entity('starter:e', label('Alone')),
    ],
    new Set(['starter:c', 'starter:d']),
  );

  test('is listed with how often each is meant', () => {
    expect(names.map(({ name }) => name)).toEqual(['aoun', 'paris']);
    expect(sharedNamesInWords(names)).toEqual([
      'aoun: Aoun (label, any-case, prior 0.7) · AOUN (label, any-case, salience 0.4)',
    ]);
  });
});

describe('a sample', () => {
  const records = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));

  test('is the same for the same seed, in whatever order the records stand', () => {
    expect(draw(records, 3, 7)).toEqual(draw([...records].reverse(), 3, 7));
    expect(draw(records, 3, 7)).not.toEqual(draw(records, 3, 8));
  });

  test('has no record twice, and all of them when it is large enough', () => {
    expect(new Set(draw(records, 9, 7)).size).toBe(5);
  });

  test('is drawn evenly', () => {
    const random = randomOf(1);
    const numbers = Array.from({ length: 10_000 }, random);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.filter((number) => number < 0.1).length / 10_000).toBeCloseTo(0.1, 1);
  });

  test('can be read: every claim, with what it rests on', () => {
    const labels = new Map([['Q796', 'Iraq']]);
    const ann = person('starter:ann', {
      label: 'Ann',
      born: '1960',
      roles: [{ role: 'President', org: 'Q796', from: '2018', to: '2022' }],
      relations: [{ type: 'citizen_of', to: 'Q796' }],
    });
    expect(readable(ann, labels, 'mena/people.yaml:3')).toBe(
      [
        '## starter:ann  (mena/people.yaml:3)',
        'Ann (person): Iraqi politician',
        'names: Ann (label, en, any-case)',
        'life: from 1960',
        'role: President, of Iraq [Q796] from 2018 to 2022',
        'citizen_of: Iraq [Q796]',
        'background (2020): Wrote letters.',
        'source: The Gazette, 2020-05',
      ].join('\n'),
    );
    const deaths = { low: 3, best: 5 };
    const text = readable(event('starter:2020-a', { deaths, sources: [SOURCE] }), labels, 'a.yaml:1');
    for (const part of [
      '2020-05-01: The day of',
      'where: Iraq [Q796]',
      'deaths: 3, 5',
      'source: The Gazette',
    ])
      expect(text).toContain(part);
  });
});

describe('samples that were read again', () => {
  const sample = (read: number, ...records: string[]) =>
    `  - { seed: 1, date: 2026-11-22, read: ${read}, wrong: [${records.map((id) => `{ record: ${id}, about: fact, what: late }`)}] }`;

  test('are pooled, with the interval of the true rate', () => {
    const samples = readSamples(`samples:\n${sample(60, 'starter:a')}\n${sample(60)}`);
    expect(pooled(samples)).toBe(
      'Pooled: 1 of 120 records wrong before correction, 0.8 % (95 % interval 0.1 % to 4.6 %).',
    );
    expect(findings(samples)).toEqual(['* `starter:a`: late']);
  });

  test('count a record with two slips once', () => {
    expect(pooled(readSamples(`samples:\n${sample(10, 'starter:a', 'starter:a')}`))).toMatch(
      /^Pooled: 1 of 10 /,
    );
  });

  test('tell apart those with a source that had been opened, where a reader counted them', () => {
    const counted = sample(60, 'starter:a').replace('read: 60', 'read: 60, opened: { read: 20, wrong: 0 }');
    expect(
      pooled(
        readSamples(`samples:
${counted}
${sample(60)}`),
      ),
    ).toContain('Of those with a source that had been opened: 0 of 20 records wrong');
  });

  test('of none say so', () => {
    expect(pooled(readSamples('samples: []'))).toBe('No sample has been read yet.');
  });

  test('with more wrong than read are refused', () => {
    expect(() => readSamples(`samples:\n${sample(1, 'starter:a', 'starter:b')}`)).toThrow(
      /more records wrong/,
    );
  });

  // Agresti and Coull (1998) give these for the score interval.
  test.each([
    [0, 10, 0, 0.278],
    [5, 10, 0.237, 0.763],
    [10, 10, 0.722, 1],
  ])('%i of %i lie between %f and %f', (found, of, low, high) => {
    const [from, to] = wilson(found, of);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });
});

test('a complaint is given the file and line of each record that it names', () => {
  const origins = new Map([
    ['starter:a', ['a.yaml:3']],
    ['starter:b', ['b.yaml:4']],
    ['Q230, President of Georgia', ['c.yaml:5']],
    ['holder starter:c', ['c.yaml:7', 'c.yaml:9']],
  ]);
  const at = (record: string) =>
    located([{ level: 'error', rule: 'r', record, what: 'w' }], origins).map((problem) => problem.at);
  expect(at('starter:a, starter:b')).toEqual(['a.yaml:3, b.yaml:4']);
  expect(at('Q230, President of Georgia')).toEqual(['c.yaml:5']);
  expect(at('starter:c')).toEqual(['c.yaml:7, c.yaml:9']);
  expect(at('starter:geonames-1')).toEqual([undefined]);
});

describe('the schema for editors', () => {
  const text = JSON.stringify(schemaOfFiles());

  test('knows every section and refuses fields that there are not', () => {
    expect(schemaOfFiles()).toMatchObject({
      additionalProperties: false,
      properties: {
        entities: { items: { required: ['id'], additionalProperties: false } },
        leaders: { items: { properties: { holders: { items: { required: ['name'] } } } } },
      },
    });
  });

  test.each(['armed_group', 'alleged_actor', 'needs-context', 'led_by', 'head_of_government'])(
    'offers %s',
    (word) => {
      expect(text).toContain(`"${word}"`);
    },
  );

  test('lets a year stand without quotation marks', () => {
    expect(schemaOfFiles()).toMatchObject({
      properties: { entities: { items: { properties: { founded: { type: ['string', 'number'] } } } } },
    });
  });

  test('is written as the formatter would leave it', () => {
    const long = Array.from({ length: 30 }, (_, index) => `word-${index}`);
    expect(jsonText({ a: [1, 2], b: {}, c: [{ d: null }] })).toBe(
      '{\n  "a": [1, 2],\n  "b": {},\n  "c": [\n    {\n      "d": null\n    }\n  ]\n}',
    );
    expect(jsonText({ long }).split('\n')).toHaveLength(34);
    expect(JSON.parse(jsonText({ long }))).toEqual({ long });
  });
});
