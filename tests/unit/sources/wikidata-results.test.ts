import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../../core/knowledge/sources/wikidata/columns.ts';
import { wikidata } from '../../../core/knowledge/sources/wikidata.ts';
import { EntityKind } from '../../../core/knowledge/terms.ts';
import { hasShared, shared } from '../../shared.ts';
import { importing, iri, literal, results } from './wikidata-rows.ts';

const person = {
  item: iri('Q50'),
  itemLabel: literal('Ada Moor', 'en'),
  itemDescription: literal('engineer and politician', 'en'),
  itemAltLabel: literal('A. Moor, Ada M. Moor', 'en'),
  kind: literal('person'),
  sitelinks: literal('20'),
};
const term = (label: string, start: string, end?: object) => ({
  ...person,
  position: iri('Q900'),
  positionLabel: literal(label, 'en'),
  start: literal(start),
  ...(end === undefined ? {} : { end }),
});

describe('results of the query service', () => {
  test('are known by their columns; without a column of items they are refused with a reason', () => {
    expect(wikidata.detect({ text: results([person]), fileName: 'query.json' })).toEqual({
      what: 'Wikidata, results of a query (item, itemLabel, itemDescription, itemAltLabel, kind, sitelinks)',
    });
    const other = wikidata.detect({ text: results([{ who: iri('Q50') }]), fileName: 'query.json' });
    expect(other).toMatchObject({ refused: expect.stringContaining('?item') });
  });

  test('rows of one item become one person with all terms, the latest first', async () => {
    const rows = [
      term('minister of canals', '2010-05-03T00:00:00Z', literal('2013-06-30T00:00:00Z')),
      { item: iri('Q51'), itemLabel: literal('Somebody Else', 'en'), kind: literal('person') },
      term('prime minister', '2013-07-21T00:00:00Z'),
      term('prime minister', '2013-07-21T00:00:00Z'),
    ];
    const { entities, rejected } = await importing(wikidata, results(rows));
    expect(rejected).toEqual([]);
    expect(entities.map(({ id }) => id)).toEqual(['Q50', 'Q51']);
    expect(entities[0]?.roles).toEqual([
      { role: 'prime minister', from: '2013-07-21' },
      { role: 'minister of canals', from: '2010-05-03', to: '2013-06-30' },
    ]);
    expect(entities[0]?.names.map(({ text, type }) => [text, type])).toEqual([
      ['Ada Moor', 'label'],
      ['Moor', 'surname'],
      ['A. Moor', 'alias'],
      ['Ada M. Moor', 'alias'],
    ]);
  });

  test.each([
    ['2013-01-01T00:00:00Z', undefined, '2013'],
    ['2013-05-01T00:00:00Z', undefined, '2013-05'],
    ['2013-01-01T00:00:00Z', '11', '2013-01-01'],
    ['2013-05-12T00:00:00Z', '9', '2013'],
    ['-0044-03-15T00:00:00Z', '11', undefined],
    ['2013-05-12T00:00:00Z', '8', undefined],
  ])('a birth of %s with precision %s is %s', async (birth, precision, born) => {
    const row = {
      ...person,
      birth: literal(birth),
      ...(precision ? { birthPrecision: literal(precision) } : {}),
    };
    expect((await importing(wikidata, results([row]))).entities[0]?.born).toBe(born);
  });

  test('an end that nobody knows is an end; a post that has no name is counted', async () => {
    const unknown = { type: 'uri', value: 'http://www.wikidata.org/.well-known/genid/abc' };
    const rows = [
      term('prime minister', '2013-07-21T00:00:00Z', unknown),
      term('Q900', '2001-02-03T00:00:00Z'),
    ];
    const { entities, skipped } = await importing(wikidata, results(rows));
    expect(entities[0]?.roles).toEqual([{ role: 'prime minister', asOf: '2013-07-21' }]);
    expect(skipped).toEqual(['a position that the file had not named before its holder']);
  });

  test('an item that the service has no name for is left out', async () => {
    const { entities, skipped } = await importing(
      wikidata,
      results([{ item: iri('Q52'), itemLabel: literal('Q52') }]),
    );
    expect([entities.length, skipped]).toEqual([0, ['without a name in the languages asked for']]);
  });

  test('the plain JSON file, with bare strings, is read as well', async () => {
    const file = JSON.stringify([
      {
        item: 'http://www.wikidata.org/entity/Q53',
        itemLabel: 'Free River Front',
        class: 'http://www.wikidata.org/entity/Q17149090',
        country: 'http://www.wikidata.org/entity/Q40',
      },
    ]);
    expect(wikidata.detect({ text: file, fileName: 'query.json' })).toMatchObject({
      what: expect.stringContaining('query'),
    });
    expect((await importing(wikidata, file)).entities).toMatchObject([
      { id: 'Q53', kind: 'armed_group', relations: [{ type: 'located_in', to: 'Q40' }] },
    ]);
  });

  test('an event keeps its people and places as hints, and its dates as an interval', async () => {
    const row = {
      item: iri('Q60'),
      itemLabel: literal('Battle of the Ford', 'en'),
      kind: literal('event'),
      class: iri('Q178561'),
      start: literal('2019-10-09T00:00:00Z'),
      startPrecision: literal('11'),
      end: literal('2019-10-17T00:00:00Z'),
      endPrecision: literal('11'),
      coord: literal('Point(44.4 33.3)'),
      country: iri('Q40'),
      countryLabel: literal('Marland', 'en'),
      countryCode: literal('ML'),
    };
    const party = (id: string, label: string) => ({
      ...row,
      participant: iri(id),
      participantLabel: literal(label, 'en'),
    });
    const { events } = await importing(
      wikidata,
      results([party('Q53', 'Free River Front'), party('Q54', 'Army of Marland')]),
    );
    expect(events).toEqual([
      {
        id: 'test:q60',
        title: 'Battle of the Ford',
        type: { plover: 'ASSAULT', mode: [], context: ['military'] },
        date: { edtf: '2019-10-09/2019-10-17' },
        weight: 0.3,
        summary: '',
        sources: [
          { publisher: 'Wikidata', title: 'Battle of the Ford', url: 'https://www.wikidata.org/wiki/Q60' },
        ],
        status: 'reported',
        actors: [
          { name: 'Free River Front', role: 'actor', wikidata: 'Q53' },
          { name: 'Army of Marland', role: 'actor', wikidata: 'Q54' },
        ],
        places: [{ wikidata: 'Q40', name: 'Marland', country: 'ML', lat: 33.3, lon: 44.4 }],
      },
    ]);
  });

  test('an event without a date is left out', async () => {
    const row = { item: iri('Q61'), itemLabel: literal('Unrest', 'en'), kind: literal('event') };
    expect((await importing(wikidata, results([row]))).skipped).toEqual(['an event without a date']);
  });

  test.skipIf(!hasShared)('five real rows of a query that gave no class', async () => {
    const { entities, rejected } = await importing(
      wikidata,
      shared('samples/wikidata/sparql_results_5rows.json'),
    );
    expect(rejected).toEqual([]);
    expect(entities.map(({ kind }) => kind)).toEqual(['thing', 'thing', 'thing', 'thing', 'thing']);
    expect(
      entities.find(({ id }) => id === 'Q6512')?.names.map(({ text, match }) => `${text}: ${match}`),
    ).toContain('Kierkegaard: exact-case');
  });
});

describe('recipes', () => {
  const folder = new URL('../../../packs/recipes/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.rq'));
  const recipe = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const selected = (query: string): string[] =>
    /SELECT(?: DISTINCT)?([^{]*?)WHERE/s.exec(query)?.[1]?.match(/(?<=\?)\w+/g) ?? [];
  const readme = recipe('README.md');

  test('there is one for each subject that the read-me tells of, and no other', () => {
    const told = [...readme.matchAll(/^\| `([\w-]+\.rq)` \|/gm)].map(([, name]) => name);
    expect(files.toSorted()).toEqual(told.toSorted());
    expect(files.length).toBeGreaterThanOrEqual(8);
  });

  test.each(files)('%s gives columns that are read, and says first what it gives', (name) => {
    const query = recipe(name);
    const columns = selected(query);
    expect(query.startsWith('# ')).toBe(true);
    expect(columns).toEqual(
      expect.arrayContaining(['item', 'itemLabel', 'itemDescription', 'kind', 'sitelinks']),
    );
    expect(columns.filter((column) => !COLUMNS.some((known) => known === column))).toEqual([]);
    const body = query.slice(query.indexOf('WHERE'));
    const labels = /(?:Label|Description|AltLabel)$/;
    for (const column of columns.filter((each) => !labels.test(each)))
      expect(body).toMatch(new RegExp(`\\?${column}\\b`));
    for (const date of columns.filter(
      (each) =>
        columns.includes(`${each}Precision`) ||
        /^(start|end|date|birth|death|inception|dissolved)$/.test(each),
    ))
      expect(columns).toContain(`${date}Precision`);
  });

  test.each(files)('%s says a kind that Backstory has, and its braces close', (name) => {
    const kind = /BIND\("(\w+)" AS \?kind\)/.exec(recipe(name))?.[1];
    expect([...EntityKind.options, 'event']).toContain(kind);
    const code = recipe(name).replace(/^#.*$/gm, '');
    expect(code.split('{').length).toBe(code.split('}').length);
  });

  test('the read-me explains every column', () => {
    const words = new Set(readme.match(/(?<=`)\w+(?=`)/g));
    const derived = COLUMNS.filter((column) => !/^(?:participant|perpetrator|target)Label$/.test(column));
    expect(derived.filter((column) => !words.has(column))).toEqual([]);
  });
});
