import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followTheMoney } from '../../../core/knowledge/sources/follow-the-money.ts';
import { linesOf } from '../../../core/knowledge/sources/open.ts';
import { wikidata } from '../../../core/knowledge/sources/wikidata.ts';
import { hasShared, shared, sharedBytes } from '../../shared.ts';
import {
  at,
  importing,
  inLanguage,
  item,
  noValue,
  someValue,
  sorted,
  text,
  time,
  to,
} from './wikidata-rows.ts';

const HUMAN = { P31: [to('Q5')] };
const post = item('Q900', { label: 'minister of canals', claims: { P31: [to('Q294414')] } });
const city = item('Q901', { label: 'Old Harbour', claims: { P31: [to('Q515')] } });
const dump = (...items: object[]) => `[\n${items.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
const one = async (made: object, languages?: string[]) =>
  (await importing(wikidata, dump(made), languages)).entities[0];
const names = async (made: object, languages?: string[]) =>
  (await one(made, languages))?.names.map(({ text, type, match }) => `${text} (${type}, ${match})`);

describe('forms of a file', () => {
  const both = [post, city];
  const forms: [string, string, string][] = [
    ['one item on one line', JSON.stringify(city), 'one item'],
    ['one item over many lines', JSON.stringify(city, null, 2), 'one item'],
    ['entity data', JSON.stringify({ entities: { Q901: city } }), 'entity data'],
    [
      'entity data over many lines',
      JSON.stringify({ entities: { Q900: post, Q901: city } }, null, 1),
      'entity data',
    ],
    ['a list on one line', JSON.stringify(both), 'a list'],
    ['a list over many lines', JSON.stringify(both, null, '\t'), 'a list'],
    ['a dump, an item a line', dump(...both), 'a dump, an item a line'],
    [
      'items a line, without brackets',
      both.map((each) => JSON.stringify(each)).join('\n'),
      'a dump, an item a line',
    ],
  ];
  test.each(forms)('%s is known and read', async (_, file, what) => {
    expect(wikidata.detect({ text: file, fileName: 'x' })).toEqual({ what: `Wikidata, ${what}` });
    const { entities, rejected } = await importing(wikidata, file);
    expect(rejected).toEqual([]);
    expect(entities.map(({ id }) => id)).toEqual(['Q901']);
  });

  test('brackets and quotes inside of a label do not end an item', async () => {
    const odd = item('Q902', { label: 'The "]}" \\ Gate{', claims: { P31: [to('Q1248784')] } });
    const { entities } = await importing(
      wikidata,
      JSON.stringify({ entities: { Q902: odd, Q901: city } }, null, 1),
    );
    expect(entities.map(({ names: [label] }) => label?.text)).toEqual(['The "]}" \\ Gate{', 'Old Harbour']);
  });

  test('a damaged line of a dump costs that item alone, and is told with its number', async () => {
    const file = `[\n${JSON.stringify(city)},\n{"type":"item","id":"Q90\n${JSON.stringify({ ...city, id: 'Q903' })}\n]`;
    const { entities, rejected } = await importing(wikidata, file);
    expect(entities.map(({ id }) => id)).toEqual(['Q901', 'Q903']);
    expect(rejected).toEqual([{ line: 3, reason: 'not JSON: damaged, or cut off' }]);
  });

  test('a file that ends in the middle of an item says so', async () => {
    const { rejected } = await importing(wikidata, JSON.stringify([city, city], null, 1).slice(0, -90));
    expect(rejected.map(({ reason }) => reason)).toEqual(['the file ends in the middle']);
  });

  test('a file of something else is not Wikidata’s', () => {
    expect(wikidata.detect({ text: 'id,name\n1,x', fileName: 'a.csv' })).toBeNull();
    expect(
      wikidata.detect({ text: '{"id":"a","schema":"Person","properties":{}}', fileName: 'a.json' }),
    ).toBeNull();
    expect(wikidata.detect({ text: '', fileName: 'a.json' })).toBeNull();
  });

  test('properties and other things in a dump are counted, not rejected', async () => {
    const { skipped, rejected } = await importing(
      wikidata,
      dump({ type: 'property', id: 'P31' }, { id: 'L7' }),
    );
    expect([skipped.length, rejected.length]).toEqual([2, 0]);
  });
});

describe('kinds', () => {
  const kinds: [string, object[], string][] = [
    ['a human', [to('Q5')], 'person'],
    ['a city that is also a country', [to('Q515'), to('Q3624078')], 'country'],
    ['a party', [to('Q7278')], 'party'],
    ['an armed organisation', [to('Q17149090')], 'armed_group'],
    ['an embassy', [to('Q3917681')], 'facility'],
    ['a treaty', [to('Q131569')], 'agreement'],
    ['a newspaper', [to('Q11032')], 'media'],
    [
      'what was a village and is a city',
      [{ snak: to('Q532'), qualifiers: { P582: time('+1900-00-00T00:00:00Z', 9) } }, to('Q515')],
      'city',
    ],
  ];
  test.each(kinds)('%s', async (_, P31, kind) => {
    expect((await one(item('Q10', { label: 'Some Name', claims: { P31 } })))?.kind).toBe(kind);
  });

  test('a deprecated class counts for nothing', async () => {
    const P31 = [{ snak: to('Q5'), rank: 'deprecated' as const }];
    const { skipped } = await importing(wikidata, dump(item('Q10', { label: 'Robot', claims: { P31 } })));
    expect(skipped).toEqual(['neither an actor nor a place']);
  });

  test('of an unknown class, what has coordinates is a place, what has headquarters an organisation, the rest nothing', async () => {
    const made = [
      item('Q11', { label: 'Odd Stone', claims: { P31: [to('Q999')], P625: [at(33, 44)] } }),
      item('Q12', { label: 'Odd Club', claims: { P31: [to('Q999')], P159: [to('Q901')] } }),
      item('Q13', { label: 'Odd Idea', claims: { P31: [to('Q999')] } }),
    ];
    const { entities, skipped } = await importing(wikidata, dump(...made));
    expect(entities.map(({ kind, facets }) => [kind, ...facets])).toEqual([
      ['thing', 'place'],
      ['organisation', 'actor'],
    ]);
    expect(skipped).toEqual(['neither an actor nor a place']);
  });

  test('a battle is no place, though it has coordinates; a page of several meanings is nobody', async () => {
    const made = [
      item('Q14', { label: 'Battle of the Ford', claims: { P31: [to('Q178561')], P625: [at(33, 44)] } }),
      item('Q15', { label: 'Jordan', claims: { P31: [to('Q4167410')] } }),
    ];
    const { entities, skipped } = await importing(wikidata, dump(...made));
    expect(entities).toEqual([]);
    expect(skipped).toEqual(['an event: the recipe for events brings those', 'a page of several meanings']);
  });
});

describe('names', () => {
  test('labels and aliases in the languages asked for, with what each must show to be believed', async () => {
    const made = item('Q20', {
      labels: { en: 'Free River Front', de: 'Freie Flussfront', fr: 'Front du fleuve' },
      aliases: { en: ['FRF', 'Riverfront', 'Men of the River', 'rf', '🏳️', 'x'.repeat(250)], fr: ['FDF'] },
      claims: { P31: [to('Q17149090')] },
    });
    expect(await names(made, ['en', 'de'])).toEqual([
      'Free River Front (label, any-case)',
      'Freie Flussfront (label, any-case)',
      'FRF (acronym, exact-case)',
      'Riverfront (alias, exact-case)',
      'Men of the River (alias, any-case)',
    ]);
  });

  test('a label that is an acronym is not found in every “who”', async () => {
    expect(await names(item('Q21', { label: 'WHO', claims: { P31: [to('Q484652')] } }))).toEqual([
      'WHO (label, exact-case)',
    ]);
  });

  test('one label for all languages stands in for the missing one', async () => {
    expect(await names(item('Q22', { labels: { mul: 'Ada Moor' }, claims: HUMAN }))).toEqual([
      'Ada Moor (label, any-case)',
      'Moor (surname, needs-full-name-first)',
    ]);
  });

  test('without a name in the languages asked for nothing is imported', async () => {
    const { entities, skipped } = await importing(wikidata, dump(city), ['ar']);
    expect(entities).toEqual([]);
    expect(skipped).toEqual(['without a name in the languages asked for']);
  });

  const surnames: [string, string[], string | undefined][] = [
    ['Mira van der Linden', [], 'van der Linden'],
    ['John Q. Miller Jr.', [], 'Miller'],
    ['Harald III', [], undefined],
    ['Pelé', [], undefined],
    ['Li Wenbo', ['Q148'], 'Li'],
    ['Tran Van Minh', ['Q881'], undefined],
    ['محمد علي', [], undefined],
  ];
  test.each(surnames)('the surname of %s', async (label, citizenships, surname) => {
    const made = item('Q23', { label, claims: { ...HUMAN, P27: citizenships.map(to) } });
    expect((await one(made))?.names.find(({ type }) => type === 'surname')?.text).toBe(surname);
  });

  test('a person’s single-word alias only counts after the whole name', async () => {
    expect(
      await names(item('Q24', { label: 'Ada Moor', aliases: { en: ['Tiger'] }, claims: HUMAN })),
    ).toContain('Tiger (alias, needs-full-name-first)');
  });

  test('demonyms and official names in their own language; what ended is a former name with its dates', async () => {
    const made = item('Q25', {
      label: 'Marland',
      claims: {
        P31: [to('Q6256')],
        P1549: [inLanguage('en', 'Marlandic'), inLanguage('fr', 'marlandais')],
        P1813: [inLanguage('en', 'MRL'), inLanguage('zxx', '🇲🇷')],
        P1448: [
          inLanguage('en', 'Republic of Marland'),
          {
            snak: inLanguage('en', 'Kingdom of Marland'),
            qualifiers: { P582: time('+1958-07-14T00:00:00Z', 11) },
          },
        ],
      },
    });
    expect(await names(made)).toEqual([
      'Marland (label, any-case)',
      'MRL (acronym, exact-case)',
      'Republic of Marland (alias, any-case)',
      'Kingdom of Marland (former, any-case)',
      'Marlandic (demonym, exact-case)',
    ]);
    expect((await one(made))?.names.find(({ type }) => type === 'former')?.to).toBe('1958-07-14');
  });
});

describe('positions', () => {
  const holding = (qualifiers: Record<string, object>, rank: 'normal' | 'deprecated' = 'normal') =>
    item('Q30', { label: 'Ada Moor', claims: { ...HUMAN, P39: [{ snak: to('Q900'), rank, qualifiers }] } });
  const start = time('+2013-07-21T00:00:00Z', 11);
  const cases: [string, Record<string, object>, object | undefined][] = [
    [
      'days',
      { P580: start, P582: time('+2018-05-02T00:00:00Z', 11) },
      { from: '2013-07-21', to: '2018-05-02' },
    ],
    [
      'months and years',
      { P580: time('+2013-07-00T00:00:00Z', 10), P582: time('+2018-00-00T00:00:00Z', 9) },
      { from: '2013-07', to: '2018' },
    ],
    ['still held: no value', { P580: start, P582: noValue }, { from: '2013-07-21' }],
    [
      'over, unknown when: known on its first day, no more',
      { P580: start, P582: someValue },
      { asOf: '2013-07-21' },
    ],
    ['over in some decade', { P580: start, P582: time('+2010-00-00T00:00:00Z', 8) }, { asOf: '2013-07-21' }],
    [
      'begun nobody knows when',
      { P580: someValue, P582: time('+2018-05-02T00:00:00Z', 11) },
      { to: '2018-05-02' },
    ],
    ['without any date', {}, undefined],
    ['ended before it began', { P580: start, P582: time('+2001-00-00T00:00:00Z', 9) }, undefined],
  ];
  test.each(cases)('%s', async (_, qualifiers, dates) => {
    const { entities, skipped } = await importing(wikidata, dump(post, holding(qualifiers)));
    expect(entities[0]?.roles).toEqual(dates && [{ role: 'minister of canals', ...dates }]);
    expect(skipped.some((reason) => reason.startsWith('a position without dates'))).toBe(dates === undefined);
  });

  test('a deprecated one was never held', async () => {
    const { entities } = await importing(wikidata, dump(post, holding({ P580: start }, 'deprecated')));
    expect(entities[0]?.roles).toBeUndefined();
  });

  test('a post that the file has not named yet is left out and counted', async () => {
    const { entities, skipped } = await importing(wikidata, dump(holding({ P580: start }), post));
    expect(entities[0]?.roles).toBeUndefined();
    expect(skipped).toContain('a position that the file had not named before its holder');
  });
});

describe('dates, places, ties, ids', () => {
  test('the preferred rank wins, the deprecated is not there, identifiers of a wrong form stay out', async () => {
    const country = await one(
      item('Q40', {
        label: 'Marland',
        description: `${'a country of rivers '.repeat(20)}.`,
        claims: {
          P31: [to('Q6256')],
          P571: [
            time('+1920-00-00T00:00:00Z', 9),
            { snak: time('+1932-10-03T00:00:00Z', 11), rank: 'preferred' },
          ],
          P625: [at(1, 2, 'Q405'), at(33, 44)],
          P297: [{ snak: text('XX'), rank: 'deprecated' }, text('ML')],
          P298: [text('marl')],
          P1566: [text('12345')],
          P1082: [{ snak: { snaktype: 'value', datavalue: { value: { amount: '+40000000', unit: '1' } } } }],
        },
      }),
    );
    expect(country).toMatchObject({
      founded: '1932-10-03',
      geo: { lat: 33, lon: 44 },
      population: 40_000_000,
      ids: { wikidata: 'Q40', iso2: 'ML', geonames: '12345' },
    });
    expect(country?.ids?.iso3).toBeUndefined();
    expect(country?.description).toMatch(/^a country of rivers .{100,}…$/);
    expect(country?.description.length).toBeLessThanOrEqual(160);
  });

  const times: [string, object, string | undefined][] = [
    ['a year on New Year’s Day', time('+1957-01-01T00:00:00Z', 9), '1957'],
    ['a day that the digits do not have', time('+1957-03-00T00:00:00Z', 11), '1957-03'],
    ['a padded year of an old dump', time('+00000001957-03-11T00:00:00Z', 11), '1957-03-11'],
    ['a decade', time('+1950-00-00T00:00:00Z', 8), undefined],
    ['before our era', time('-0044-03-15T00:00:00Z', 11), undefined],
    ['a day of the Julian calendar', time('+1917-10-25T00:00:00Z', 11, 'Q1985786'), '1917'],
    ['unknown', someValue, undefined],
  ];
  test.each(times)('born: %s', async (_, P569, born) => {
    expect((await one(item('Q41', { label: 'Ada Moor', claims: { ...HUMAN, P569: [P569] } })))?.born).toBe(
      born,
    );
  });

  test('ties with their dates; one that ended nobody knows when is none; nothing belongs to itself', async () => {
    const made = item('Q42', {
      label: 'Old Harbour',
      claims: {
        P31: [to('Q515')],
        P17: [
          to('Q42'),
          { snak: to('Q40'), rank: 'preferred' },
          { snak: to('Q43'), qualifiers: { P582: time('+1920-00-00T00:00:00Z', 9) } },
        ],
        P1376: [{ snak: to('Q40'), qualifiers: { P580: time('+1932-00-00T00:00:00Z', 9) } }],
        P361: [{ snak: to('Q44'), qualifiers: { P582: someValue } }],
      },
    });
    expect((await one(made))?.relations).toEqual([
      { type: 'capital_of', to: 'Q40', from: '1932' },
      { type: 'located_in', to: 'Q40' },
      { type: 'located_in', to: 'Q43', until: '1920' },
    ]);
  });

  test('people are citizens and party members, not parts of states', async () => {
    const claims = {
      ...HUMAN,
      P27: [to('Q40')],
      P102: [{ snak: to('Q45'), qualifiers: { P580: time('+2001-00-00T00:00:00Z', 9) } }],
      P17: [to('Q40')],
    };
    expect((await one(item('Q46', { label: 'Ada Moor', claims })))?.relations).toEqual([
      { type: 'citizen_of', to: 'Q40' },
      { type: 'member_of', to: 'Q45', from: '2001' },
    ]);
  });
});

describe('any text at all', () => {
  const whole = JSON.stringify([post, city], null, 1);
  const damaged = fc
    .tuple(fc.nat(whole.length), fc.nat(40), fc.string({ maxLength: 20 }))
    .map(([begin, length, put]) => whole.slice(0, begin) + put + whole.slice(begin + length));
  const odd = fc.oneof(fc.string(), fc.json(), damaged);

  test('is imported, rejected or refused as a whole, but never breaks the import', async () => {
    await fc.assert(
      fc.asyncProperty(odd, async (file) => {
        for (const source of [wikidata, followTheMoney]) {
          source.detect({ text: file, fileName: '' });
          const outcome = await importing(source, file).catch((error: unknown) => String(error));
          if (typeof outcome === 'string') expect(outcome).toContain('This is not a JSON file of Wikidata');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe.skipIf(!hasShared)('real files', () => {
  test('a country', async () => {
    const { entities, rejected } = await importing(wikidata, shared('samples/wikidata/Q801.json'));
    expect(rejected).toEqual([]);
    expect(entities[0]).toMatchObject({
      id: 'Q801',
      kind: 'country',
      founded: '1948-05-14',
      ids: { iso2: 'IL', iso3: 'ISR' },
    });
    expect(entities[0]?.names.map((name) => name.text)).not.toContain('il');
  });

  test('a city', async () => {
    const { entities } = await importing(wikidata, shared('samples/wikidata/Q1297.json'));
    expect(entities[0]).toMatchObject({ id: 'Q1297', kind: 'city', geo: { lat: 41.9, lon: -87.65 } });
    expect(entities[0]?.relations).toContainEqual({ type: 'located_in', to: 'Q30' });
  });

  test('a hundred items of a dump: all are read, all but a language of Wikipedia are known', async () => {
    const packed = new Blob([sharedBytes('samples/wikidata/sample_wikidata_items_100.json.bz2')]).stream();
    const { entities, skipped, rejected } = await sorted(
      wikidata.read(linesOf(packed), { pack: 'test', languages: ['en', 'de'] }),
    );
    expect([entities.length, skipped.length, rejected.length]).toEqual([99, 1, 0]);
    expect(new Set(entities.map(({ kind }) => kind))).toEqual(
      new Set(['country', 'city', 'region', 'organisation', 'government_body', 'thing']),
    );
  });
});
