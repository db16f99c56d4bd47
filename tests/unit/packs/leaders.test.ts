import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../core/knowledge/entity.ts';
import { describeLeader } from '../../../packs/build/leaders/describe.ts';
import { slug, surnameOf } from '../../../packs/build/leaders/names.ts';
import { inWords } from '../../../packs/build/problem.ts';
import { readSources } from '../../../packs/build/sources/read.ts';
import { draftOf } from '../../../packs/build/starter.ts';
import { entity } from './made-up.ts';

const name = (text: string, type: string) => ({ text, lang: 'en', type, match: 'any-case' });
const country = (id: string, label: string, adjective: string) =>
  entity(id, {
    kind: 'country',
    facets: ['actor', 'place'],
    names: [name(label, 'label'), name(adjective, 'adjective')],
    salience: 0.675,
  });
const GEORGIA = country('Q230', 'Georgia', 'Georgian');
const KOREA = country('Q884', 'South Korea', 'South Korean');

function built(text: string) {
  const { entities, problems } = draftOf(readSources(new Map([['a.yaml', text]])), [GEORGIA, KOREA]);
  const get = (id: string): Entity => {
    const found = entities.find((one) => one.id === id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  return { get, entities, problems: problems.map(inWords) };
}

const table = (holders: string, role = 'President of Georgia', of = 'Q230') =>
  `  - { country: ${of}, role: ${role}, office: head_of_state, holders: [${holders}] }`;
const tables = (...lines: string[]) => `leaders:\n${lines.join('\n')}`;

describe('somebody whom only a table knows', () => {
  const { get, problems } = built(
    tables(
      table('{ name: Mikheil Saakashvili, from: 2008-01-20, to: 2013-11-17, names: [Mikhail Saakashvili] }'),
    ),
  );
  const saakashvili = get('starter:mikheil-saakashvili');

  test('is called by the full name first, and described without an office or a date', () => {
    expect(problems).toEqual([]);
    expect(saakashvili).toMatchObject({
      kind: 'person',
      description: 'Georgian political figure',
      names: [
        { text: 'Mikheil Saakashvili', type: 'label', match: 'any-case' },
        { text: 'Mikhail Saakashvili', type: 'alias' },
        { text: 'Saakashvili', type: 'surname', match: 'needs-full-name-first' },
      ],
    });
  });

  test('has the role with its dates, and the country knows who led it when', () => {
    expect(saakashvili.roles).toEqual([
      { role: 'President of Georgia', org: 'Q230', from: '2008-01-20', to: '2013-11-17' },
    ]);
    expect(saakashvili.relations).toEqual([{ type: 'citizen_of', to: 'Q230' }]);
    expect(get('Q230').relations).toEqual([
      { type: 'led_by', to: 'starter:mikheil-saakashvili', from: '2008-01-20', until: '2013-11-17' },
    ]);
  });

  test('is as prominent as the country', () => {
    expect(saakashvili.salience).toBe(0.35);
  });
});

test('the rule of a name stands among the names, and the name is there once', () => {
  const { get, problems } = built(
    tables(
      table(
        '{ name: Gela Example, from: 2018, names: [{ label: Gela Example, not: [pianist Gela Example] }] }',
      ),
    ),
  );
  expect(problems).toEqual([]);
  expect(get('starter:gela-example').names).toMatchObject([
    { text: 'Gela Example', type: 'label', match: 'any-case', not: ['pianist Gela Example'] },
    { text: 'Example', type: 'surname' },
  ]);
});

test('who holds two offices, one after the other, is one person', () => {
  const { get, entities } = built(
    tables(
      table('{ name: Salome Example, from: 2018 }'),
      table('{ name: Salome Example, from: 2010, to: 2012 }', 'Prime Minister of Georgia'),
    ),
  );
  expect(entities.filter(({ kind }) => kind === 'person')).toHaveLength(1);
  expect(get('starter:salome-example').roles?.map(({ role }) => role)).toEqual([
    'President of Georgia',
    'Prime Minister of Georgia',
  ]);
});

describe('the words of a role', () => {
  test.each([
    ['acting: true', 'Acting President of Georgia', 1],
    ['disputed: true', 'President of Georgia (disputed)', 0],
  ])('say that it was %s', (flag, words, leaders) => {
    const { get } = built(tables(table(`{ name: Ann Example, from: 2018, ${flag} }`)));
    expect(get('starter:ann-example').roles).toMatchObject([{ role: words }]);
    // A disputed holder led the country only in the eyes of some.
    expect(get('Q230').relations ?? []).toHaveLength(leaders);
  });
});

describe('somebody with a record of their own', () => {
  const own = (roles: string) => `
entities:
  - { id: starter:ann, kind: person, label: Ann Example, description: Georgian engineer, roles: [${roles}] }
${tables(table('{ name: Ann Example, id: starter:ann, from: 2018-12-16, to: 2020, born: 1960 }'))}`;

  test('keeps it and is given the roles of the table', () => {
    const { get } = built(own('{ role: Mayor, from: 2001 }'));
    expect(get('starter:ann')).toMatchObject({
      description: 'Georgian engineer',
      born: '1960',
      roles: [
        { role: 'Mayor', from: '2001' },
        { role: 'President of Georgia', from: '2018-12-16' },
      ],
    });
  });

  test('has a role once that both tell, with what either knows', () => {
    const { get } = built(own('{ role: President of Georgia, org: Q230, from: 2018-12, asOf: 2019-06 }'));
    expect(get('starter:ann').roles).toEqual([
      { role: 'President of Georgia', org: 'Q230', from: '2018-12', to: '2020' },
    ]);
  });

  test('is found by the name as well, where the ids are alike', () => {
    const { get, entities } = built(
      own('')
        .replaceAll('starter:ann', 'starter:ann-example')
        .replace(', id: starter:ann-example, from', ', from'),
    );
    expect(entities).toHaveLength(3);
    expect(get('starter:ann-example').description).toBe('Georgian engineer');
  });
});

describe('a table is refused', () => {
  test('of a country that is not there', () => {
    expect(built(tables(table('{ name: A B, from: 2018 }', 'King', 'Q9'))).problems).toEqual([
      expect.stringMatching(/Q9, which is not there/),
    ]);
  });

  test('with a holder who is no person', () => {
    const group = 'entities: [{ id: starter:g, kind: party, label: G, description: d }]';
    expect(built(`${group}\n${tables(table('{ name: G, id: starter:g, from: 2018 }'))}`).problems).toEqual([
      expect.stringMatching(/starter:g: stands in the table .* of kind party/),
    ]);
  });

  test('with a date that is none', () => {
    expect(built(tables(table('{ name: A B, from: soon }'))).problems).toEqual([
      expect.stringMatching(/a\.yaml:2: Q230, President of Georgia: holders: 0: from: “soon”/),
    ]);
  });

  test('with a field that nobody knows', () => {
    expect(built(tables(table('{ name: A B, form: 2018 }'))).problems).toEqual([
      expect.stringMatching(/Q230, President of Georgia: holders: 0: form: there is no such field/),
    ]);
  });
});

test('an id without a record of its own is asked about', () => {
  expect(built(tables(table('{ name: A B, id: starter:b, from: 2018 }'))).problems).toEqual([
    expect.stringMatching(/^warning: starter:b: .*has no record of its own/),
  ]);
});

describe('what news uses alone', () => {
  test.each([
    ['Mikheil Saakashvili', 'Q230', 'Saakashvili'],
    ['Ferdinand Marcos Jr.', 'Q928', 'Marcos'],
    ['Lee Myung-bak', 'Q884', 'Lee'],
    ['Felipe VI', 'Q29', undefined],
    ['Salman of Saudi Arabia', 'Q851', undefined],
    ['Lula', 'Q155', undefined],
    ['Thein Sein', 'Q836', undefined],
    ['Ursula von der Leyen', 'Q458', undefined],
  ])('of %s is taken as it is usual there, and not guessed', (full, of, surname) => {
    expect(surnameOf({ name: full }, of)).toBe(surname);
  });

  test('is what the table says, where it says it', () => {
    expect(surnameOf({ name: 'Muqtada al-Sadr', surname: 'Sadr' }, 'Q796')).toBe('Sadr');
  });

  test('is asked for where it would be a guess', () => {
    expect(built(tables(table('{ name: Jan van Example, from: 2018 }'))).problems).toEqual([
      expect.stringMatching(/^warning: a\.yaml|warning: Q230.*Jan van Example has no surname here/),
    ]);
  });
});

test.each([
  ['Muqtada al-Sadr', 'muqtada-al-sadr'],
  ['Óscar Arias', 'oscar-arias'],
  ["Guillermo O'Neill", 'guillermo-oneill'],
  ['Philip J. Pierre', 'philip-j-pierre'],
])('the id of %s ends with %s', (full, expected) => {
  expect(slug(full)).toBe(expected);
});

describe('one line on', () => {
  test.each([
    ['a monarch', ['King of Jordan'], 'Member of Georgia’s ruling house'],
    ['a pope', ['Pope'], 'Churchman of the Catholic Church'],
    [
      'a prime minister, who may be a general or a banker',
      ['Prime Minister of Georgia'],
      'Georgian political figure',
    ],
  ])('%s says what they are', (_, roles, line) => {
    expect(describeLeader(GEORGIA, 'Georgian', roles, false)).toBe(line.replace('’', "'"));
  });

  test('somebody who only stood in for another is not called a politician', () => {
    expect(describeLeader(GEORGIA, 'Georgian', ['Acting President of Georgia'], true)).toBe(
      'Georgian public figure',
    );
  });

  test('somebody of a country without an adjective of its own names the country', () => {
    const congo = country('Q974', 'Democratic Republic of the Congo', 'Congolese');
    expect(describeLeader(congo, undefined, ['President'], false)).toBe(
      'Political figure of the Democratic Republic of the Congo',
    );
  });
});
