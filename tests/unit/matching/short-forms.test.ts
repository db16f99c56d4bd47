// Names as newsrooms shorten and lengthen them: a surname alone, “the Fed”, “Lockheed Martin Corp.”
import { beforeAll, describe, expect, test } from 'vitest';
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { Knowledge } from '../../../core/knowledge/index.ts';
import { entity, knowledgeOf, world } from '../small-world.ts';
import { read } from './reading.ts';

const surname = (text: string) => ({
  text,
  type: 'surname' as const,
  match: 'needs-full-name-first' as const,
});
const inPower = (to?: string): Partial<Entity> => ({
  salience: 0.7,
  roles: [{ role: 'President', from: '2015-01-01', ...(to !== undefined && { to }) }],
});

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await knowledgeOf([
    ...world,
    entity('test:president', 'person', ['Olena Vorabek', surname('Vorabek')], inPower()),
    entity('test:once', 'person', ['Piet Oldenrood', surname('Oldenrood')], inPower('2017-06')),
    entity('test:lesser', 'person', ['Mira Quillon', surname('Quillon')], {
      ...inPower(),
      salience: 0.4,
    }),
    entity('test:one', 'person', ['Anna Tessmer', surname('Tessmer')], inPower()),
    entity('test:other', 'person', ['Karl Tessmer', surname('Tessmer')], { salience: 0.3 }),
    entity(
      'test:needy',
      'person',
      [{ text: 'Jon Marl', type: 'label', match: 'needs-context' }, surname('Marl')],
      { relations: [{ type: 'citizen_of', to: 'Q796' }] },
    ),
    entity('test:bank', 'government_body', [
      'Sample Reserve',
      { text: 'the Res', type: 'alias', match: 'exact-case' },
    ]),
    entity('test:river', 'water', ['Amazon River', { text: 'the Amazon', type: 'alias', prior: 0.9 }]),
    entity('test:shop', 'company', [{ text: 'Amazon', type: 'label', prior: 0.5 }]),
    entity('test:motors', 'company', ['General Sample Motors']),
    entity('test:orange', 'company', [{ text: 'Orange', type: 'label', prior: 0.5 }]),
    entity('test:orange-town', 'city', [{ text: 'Orange', type: 'label', prior: 0.4 }]),
  ]);
});

const marksOf = async (...texts: string[]) => (await read(knowledge, ...texts)).shown;

describe('a surname that is never given in full', () => {
  test.each([
    ['of somebody in office on that day', 'They met Vorabek there.', ['Vorabek → test:president']],
    ['at the beginning of a sentence that tells a deed', 'Vorabek said no.', ['Vorabek → test:president']],
    ['there, without a deed', 'Vorabek roses grow well in the shade.', []],
    ['of somebody no longer in office', 'They met Oldenrood there.', []],
    ['of somebody whom few know', 'They met Quillon there.', []],
    ['that two bear', 'They met Tessmer there.', []],
    ['where a place is asked for', 'They lived in Vorabek then.', []],
    [
      'when the article brings in a stranger of that name',
      'They met Bruno Vorabek there. Then Vorabek left.',
      [],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await marksOf(text)).toEqual(expected);
  });
});

describe('a surname whose full name is believed in company alone', () => {
  test.each([
    [
      'in company',
      'Jon Marl came back to Iraq. Then Marl left.',
      ['Jon Marl → test:needy', 'Iraq → Q796', 'Marl → test:needy'],
    ],
    ['without', 'Jon Marl came back. Then Marl left.', []],
  ])('%s', async (_, text, expected) => {
    expect(await marksOf(text)).toEqual(expected);
  });
});

describe('a name with its article', () => {
  test.each([
    ['inside a sentence', 'They wrote to the Res today.', ['Res → test:bank']],
    ['at its beginning', 'The Res raised its rates.', ['Res → test:bank']],
    ['without it', 'They wrote to Res today.', []],
    ['where the bare word is another name', 'They sailed on the Amazon today.', ['Amazon → test:river']],
  ])('%s', async (_, text, expected) => {
    expect(await marksOf(text)).toEqual(expected);
  });
});

describe('a company with its legal form', () => {
  test.each([
    [
      'behind it',
      'It was General Sample Motors Corp that paid.',
      ['General Sample Motors Corp → test:motors'],
    ],
    [
      'behind a comma',
      'It was General Sample Motors, Inc. that paid.',
      ['General Sample Motors, Inc → test:motors'],
    ],
    [
      'two of them',
      'It was General Sample Motors Co Ltd again.',
      ['General Sample Motors Co Ltd → test:motors'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await marksOf(text)).toEqual(expected);
  });

  test('is no county', async () => {
    expect(await marksOf('They moved to Orange Co in spring.')).not.toContain('Orange Co → test:orange');
  });
});
