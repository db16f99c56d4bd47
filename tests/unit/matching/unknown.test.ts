// Names that no pack knows: they are told apart by kind, never marked, and keep known names from being seen in them.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../../core/article/article.ts';
import type { Knowledge } from '../../../core/knowledge/index.ts';
import { annotate } from '../../../core/matching/index.ts';
import type { Mention } from '../../../core/matching/mention.ts';
import { entity, knowledgeOf, world } from '../small-world.ts';

const located = (to: string) => ({ relations: [{ type: 'located_in', to }] });
const more = [
  entity('test:boeing', 'company', ['Boeing']),
  entity('test:ap', 'media', [{ text: 'AP', type: 'acronym', match: 'exact-case' }, 'Associated Press']),
  entity('test:may', 'person', ['Theresa May', { text: 'May', type: 'surname', match: 'exact-case' }]),
  entity('test:texas', 'region', ['Texas'], located('Q30')),
  entity('test:alabama', 'region', ['Alabama'], located('Q30')),
  entity('test:huntsville', 'city', ['Huntsville'], located('test:alabama')),
  entity(
    'test:springfield-a',
    'city',
    [{ text: 'Springfield', type: 'label', prior: 0.3 }],
    located('test:alabama'),
  ),
  entity(
    'test:springfield-t',
    'city',
    [{ text: 'Springfield', type: 'label', prior: 0.3 }],
    located('test:texas'),
  ),
  entity('test:austin', 'city', ['Austin City'], located('test:texas')),
  entity('test:bath', 'city', [{ text: 'Bath', type: 'label', match: 'needs-context', prior: 0.6 }]),
  entity('test:shia', 'collective', ['Shia Muslims', { text: 'Shia', type: 'adjective' }], {
    facets: ['actor'],
  }),
];

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await knowledgeOf([...world, ...more]);
});

const day = '2019-12-31';
async function read(...texts: string[]) {
  const article: Article = {
    url: 'https://news.example/',
    title: '',
    published: { day },
    language: 'en',
    blocks: texts.map((text, id) => ({ id, kind: 'text', text })),
  };
  const mentions = await annotate(article, knowledge, day);
  const textOf = ({ block, start, end }: Mention) => texts[block]?.slice(start, end) ?? '';
  return {
    mentions,
    shown: mentions.filter(({ shown }) => shown).map((one) => `${textOf(one)} → ${one.entity}`),
    unknown: mentions.filter((one) => one.entity === null).map((one) => `${textOf(one)}: ${one.kind}`),
  };
}

describe('a name that no pack knows is told', () => {
  test.each([
    ['by a given name', 'It was Martin Gerlach who came.', 'Martin Gerlach: person'],
    ['by a title', 'They met Colonel Gerlach there.', 'Gerlach: person'],
    ['by an office in small letters', 'They met the analyst Oda Gerlach there.', 'Oda Gerlach: person'],
    ['by a particle', 'It was Hodan al-Freiji who came.', 'Hodan al-Freiji: person'],
    ['by an initial', 'They met Odo K. Gerlach there.', 'Odo K. Gerlach: person'],
    ['by its head', 'It was bought by Hainan Airlines last year.', 'Hainan Airlines: company'],
    ['by a head with “of”', 'It is what the Ministry of Water wants.', 'Ministry of Water: government_body'],
    ['by a legal form', 'It was bought by Gerlach Brothers Inc last year.', 'Gerlach Brothers Inc: company'],
    ['by a word of the land', 'They crossed the Tamir River at night.', 'Tamir River: water'],
    ['by “in”', 'Two people died in Qorveh on Monday.', 'Qorveh: city'],
    ['by its letters', 'They blame the QRF for it.', 'QRF: organisation'],
  ])('%s', async (_, text, expected) => {
    const { unknown, shown } = await read(text);
    expect(unknown).toContain(expected);
    expect(shown).toEqual([]);
  });

  test('and later by the surname alone, also where a sentence begins', async () => {
    const { unknown, mentions } = await read('Martin Gerlach came.', 'Gerlach left. They saw Gerlach go.');
    expect(unknown).toEqual(['Martin Gerlach: person', 'Gerlach: person', 'Gerlach: person']);
    expect(mentions[1]?.reasons).toEqual([{ code: 'unknown', because: 'full-name', word: 'Martin Gerlach' }]);
  });

  test('but a word that begins a sentence is none', async () => {
    expect((await read('Officials met. Talks went on. Snow fell.')).unknown).toEqual([]);
  });
});

describe('no part of a longer name is marked', () => {
  test.each([
    'They flew with Iran Air to the coast.',
    'He works at the Bank of Iran and at home.',
    'It is a matter for the Iranian Ministry of Culture now.',
    'They ordered ten Boeing 787 and paid.',
    'They ordered the Boeing A380 and paid.',
    'It was Martin Trump who came.',
    'He knew Jordan Smith well.',
    'They studied in the University of Iran and in the hills.',
    'It is what the Iraq and Iran Friendship Society wants.',
    'Iraq, Najaf and Karbala Counties were counted.',
  ])('%s', async (text) => {
    const { shown } = await read(text);
    expect(shown.filter((mark) => !mark.startsWith('Iraq →'))).toEqual([]);
  });

  test('but what only stands before it is', async () => {
    expect((await read('It was Iranian President Sarkis Gerlach who came.')).shown).toEqual([
      'Iranian → Q794',
    ]);
    expect((await read('The State of Iraq is large.')).shown).toEqual(['Iraq → Q796']);
    expect((await read('It was Iraq’s Gerlach Brigade.')).shown).toEqual(['Iraq → Q796']);
  });
});

describe('a name is not marked where it is used for something else', () => {
  test.each([
    ['a month', 'It came in May. It left on May 16 and on 3 May.'],
    ['money', 'They paid US$ 7 billion for it.'],
    ['a language', 'He speaks Iranian. It was written in Iranian.'],
    ['what describes', 'It is the Shia establishment that counts.'],
    ['what the article defines otherwise', 'They study the artificial pancreas (AP). The AP is new.'],
    ['a bath', 'They met at the Bath.'],
    ['a namesake', 'Two men from Huntsville, Texas, were there.'],
  ])('%s', async (_, text) => {
    expect((await read(text)).shown.filter((mark) => !/^(Texas)/.test(mark))).toEqual([]);
  });

  test('a team', async () => {
    const text =
      'Iran beat Iraq in the tournament. The striker and the goalkeeper of the squad were praised.';
    expect((await read(text)).shown).toEqual([]);
    expect((await read(text)).unknown).toEqual(['Iran: organisation', 'Iraq: organisation']);
    expect((await read(`${text} They play in Iran.`)).shown).toEqual(['Iran → Q794']);
  });
});

describe('of several places of a name', () => {
  test('the one whose land is named behind the comma is meant', async () => {
    expect((await read('He lives in Springfield, Texas, now.')).shown).toContain(
      'Springfield → test:springfield-t',
    );
    expect((await read('He lives in Springfield, Alabama, now.')).shown).toContain(
      'Springfield → test:springfield-a',
    );
  });

  test('the one where the article’s other places lie is meant', async () => {
    expect(
      (await read('It rained in Austin City. It rained in Texas too.', 'In Springfield it snowed.')).shown,
    ).toContain('Springfield → test:springfield-t');
  });
});

test('a name that needs company is believed where a place is asked for, and mostly this one', async () => {
  expect((await read('They met in Bath.')).shown).toEqual(['Bath → test:bath']);
});

test('a report’s first word is where it was written', async () => {
  const { mentions } = await read('TEHRAN (Reuters) - Crowds came.');
  expect(mentions[0]).toMatchObject({ entity: 'Q3616', facet: 'place', shown: true });
});

test('in prose that names nobody, a capital at the beginning of a sentence names nobody either', async () => {
  const filler =
    'the cups were washed and the bread was cut and nobody said a word about it until noon. '.repeat(7);
  const prose = `Lebanese bread is flat. ${filler}Jordan almonds are sweet, and Iranian tea is strong. Iran is a word.`;
  expect((await read(prose)).shown).toEqual([]);
  expect((await read(`${prose} They came from Iran, from Iraq and from Lebanon.`)).shown).toContain(
    'Iranian → Q794',
  );
});

test('a given name before another capital is a stranger’s in a headline too', async () => {
  expect((await read('New Jordan Peele Film Opens Doors', 'Jordanian officers came.')).shown).toEqual([
    'Jordanian → Q810',
  ]);
});

test('one pass serves: the packs are asked for names once and for entities once', async () => {
  const asked = { names: 0, entities: 0 };
  const counted = {
    names: (keys: Iterable<string>) => {
      asked.names++;
      return knowledge.names(keys);
    },
    entities: (ids: Parameters<Knowledge['entities']>[0]) => {
      asked.entities++;
      return knowledge.entities(ids);
    },
  };
  const blocks: Article['blocks'] = [{ id: 0, kind: 'text', text: 'Iran and Iraq met in Najaf.' }];
  await annotate({ url: '', title: '', published: { day }, language: 'en', blocks }, counted, day);
  expect(asked).toEqual({ names: 1, entities: 1 });
});
