import { describe, expect, test } from 'vitest';
import { followTheMoney } from '../../../core/knowledge/sources/follow-the-money.ts';
import { importing } from './wikidata-rows.ts';

type Properties = Record<string, unknown[]>;
const record = (id: string, schema: string, properties: Properties, rest: object = {}) => ({
  id,
  schema,
  properties,
  referents: [],
  ...rest,
});
const lines = (...records: object[]) => records.map((one) => JSON.stringify(one)).join('\n');
const read = (records: object[], languages?: string[]) =>
  importing(followTheMoney, lines(...records), languages);

const ada = record(
  'NK-aB3',
  'Person',
  {
    name: ['Ada MOOR', 'Ada Moor', 'Ада Мур'],
    alias: ['Adelaide Moor'],
    weakAlias: ['The Engineer'],
    lastName: ['Moor'],
    birthDate: ['1957', '1957-03-11'],
    nationality: ['iq'],
    topics: ['role.pep', 'sanction'],
    position: ['former minister'],
  },
  { caption: 'Ada Moor', referents: ['xx-pep-77'] },
);
const post = record(
  'post-1',
  'Position',
  { name: ['Minister of Canals'], country: ['iq'] },
  { caption: 'Minister of Canals' },
);
const held = (properties: Properties) =>
  record('occ-1', 'Occupancy', { holder: ['NK-aB3'], post: ['post-1'], ...properties });

describe('FollowTheMoney', () => {
  test('is known by its lines; nested targets are refused with the file to take instead', () => {
    expect(followTheMoney.detect({ text: lines(ada), fileName: 'x.json' })).toEqual({
      what: 'FollowTheMoney entities, one a line',
    });
    const nested = record('a', 'Person', {
      name: ['A B'],
      addressEntity: [{ id: 'b', schema: 'Address', properties: {} }],
    });
    expect(followTheMoney.detect({ text: lines(nested), fileName: 'x.json' })).toMatchObject({
      refused: expect.stringContaining('entities.ftm.json'),
    });
    expect(followTheMoney.detect({ text: '{"type":"item","id":"Q1"}', fileName: 'x.json' })).toBeNull();
  });

  test('says that it is for the reader’s own, non-commercial use', () => {
    expect(followTheMoney.licence).toMatch(/CC BY-NC 4\.0.*own, non-commercial use/);
  });

  const orders: [string, object[]][] = [
    [
      'the post and the tie before their holder',
      [held({ startDate: ['2013-07-21'], endDate: ['2018'] }), post, ada],
    ],
    ['the holder first', [ada, held({ startDate: ['2013-07-21'], endDate: ['2018'] }), post]],
  ];
  test.each(orders)('roles are found whatever the order: %s', async (_, records) => {
    const { entities, skipped } = await read(records);
    expect(skipped).toEqual([]);
    expect(entities[0]?.roles).toEqual([{ role: 'Minister of Canals', from: '2013-07-21', to: '2018' }]);
  });

  const ends: [string, Properties, object[] | undefined][] = [
    [
      'current',
      { startDate: ['2013-07'], status: ['current'] },
      [{ role: 'Minister of Canals', from: '2013-07' }],
    ],
    [
      'ended, unknown when',
      { startDate: ['2013-07'], status: ['ended'] },
      [{ role: 'Minister of Canals', asOf: '2013-07' }],
    ],
    ['nobody says', { startDate: ['2013-07'] }, [{ role: 'Minister of Canals', asOf: '2013-07' }]],
    ['no dates at all', { status: ['current'] }, undefined],
  ];
  test.each(ends)('an occupancy without an end date: %s', async (_, properties, roles) => {
    expect((await read([ada, post, held(properties)])).entities[0]?.roles).toEqual(roles);
  });

  test('a person: names in wanted scripts, agreed dates, what lists say as what they say', async () => {
    const [person] = (await read([ada])).entities;
    expect(person?.names.map(({ text, type, match }) => `${text} (${type}, ${match})`)).toEqual([
      'Ada Moor (label, any-case)',
      'Moor (surname, needs-full-name-first)',
      'Ada MOOR (alias, any-case)',
      'Adelaide Moor (alias, any-case)',
      'The Engineer (alias, needs-full-name-first)',
    ]);
    expect(person).toMatchObject({
      kind: 'person',
      born: '1957-03-11',
      description: 'Holder of public office, Iraq',
    });
    expect(person?.facts?.map(({ label, value }) => [label, value])).toEqual([
      ['Listed', 'On a sanctions list, according to OpenSanctions'],
      ['Position (undated)', 'former minister'],
    ]);
    expect(person?.roles).toBeUndefined();
  });

  test('Cyrillic names come along when Russian is asked for', async () => {
    const [person] = (await read([ada], ['en', 'ru'])).entities;
    expect(person?.names.map(({ text }) => text)).toContain('Ада Мур');
  });

  test('dates that contradict each other give the year they share, or nothing', async () => {
    const born = async (...birthDate: string[]) =>
      (await read([record('p', 'Person', { name: ['Ada Moor'], birthDate })])).entities[0]?.born;
    expect(await born('1957-03-11', '1957-04-11')).toBe('1957');
    expect(await born('1957-03-11', '1961')).toBeUndefined();
    expect(await born('1957-13-40')).toBeUndefined();
  });

  test('an id is the item of Wikidata where there is one, else the pack’s own, the same each time', async () => {
    const records = [
      ada,
      record('NK-AB3', 'Person', { name: ['Other Person'] }),
      record('Q77', 'Person', { name: ['Item Person'] }),
      record('NK-x', 'Person', { name: ['Linked Person'], wikidataId: ['Q78'] }),
      record('NK-y', 'Person', { name: ['Doubtful Person'], wikidataId: ['Q79', 'Q80'] }),
    ];
    const ids = (await read(records)).entities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(ids.slice(2, 4)).toEqual(['Q77', 'Q78']);
    expect(ids[0]).toMatch(/^test:nk-ab3-[a-z0-9]+$/);
    expect(ids[4]).toMatch(/^test:nk-y-/);
    expect((await read(records)).entities.map(({ id }) => id)).toEqual(ids);
    expect((await read([ada])).entities[0]?.formerIds).toEqual(['test:xx-pep-77']);
  });

  test('kinds follow the schema, and topics that say more', async () => {
    const records = [
      record('a', 'Company', { name: ['Canal Works Ltd'] }),
      record('b', 'PublicBody', { name: ['Ministry of Canals'] }),
      record('c', 'Organization', { name: ['River Party'], topics: ['pol.party'] }),
      record('d', 'LegalEntity', { name: ['Somebody or Something'] }),
      record('e', 'Vessel', { name: ['Sea Star'] }),
    ];
    const { entities, skipped } = await read(records);
    expect(entities.map(({ kind }) => kind)).toEqual(['company', 'government_body', 'party', 'organisation']);
    expect(skipped).toEqual(['Vessel, neither an actor nor a role']);
  });

  test('members and directors are tied to the organisation by the id that it has here', async () => {
    const { entities } = await read([
      ada,
      record('m', 'Membership', {
        member: ['NK-aB3'],
        organization: ['org'],
        role: ['treasurer'],
        startDate: ['2001'],
        endDate: ['2004'],
      }),
      record('d', 'Directorship', {
        director: ['NK-aB3'],
        organization: ['org'],
        startDate: ['2005'],
        status: ['current'],
      }),
      record('org', 'Organization', { name: ['River Party'], wikidataId: ['Q90'] }),
    ]);
    expect(entities[0]?.relations).toEqual([{ type: 'member_of', to: 'Q90', from: '2001', until: '2004' }]);
    expect(entities[0]?.roles).toEqual([
      { role: 'director', org: 'Q90', from: '2005' },
      { role: 'treasurer', org: 'Q90', from: '2001', to: '2004' },
    ]);
  });

  test('ties whose ends are not in the file are counted', async () => {
    const { skipped } = await read([
      ada,
      held({ startDate: ['2013'] }),
      record('o2', 'Occupancy', { holder: ['nobody'], post: ['post-1'] }),
    ]);
    expect(skipped).toEqual([
      'a role whose post is not in the file',
      'a role whose holder is not in the file',
    ]);
  });

  test('a damaged line is told with its number, and reading goes on', async () => {
    const { entities, rejected } = await importing(
      followTheMoney,
      `${lines(ada)}\n{"id":"x","sch\n[1]\n${lines(post, record('z', 'Person', { name: ['Zoe Hill'] }))}`,
    );
    expect(entities.length).toBe(2);
    expect(rejected.map(({ line }) => line)).toEqual([2, 3]);
  });
});
