import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeText, nameFrom, newOwnId, searchOwn, unfindable } from '../../../core/knowledge/own/index.ts';
import { replaced } from '../../../core/knowledge/own/merge-text.ts';
import { annotate } from '../../../core/matching/index.ts';
import { entity, knowledgeOf } from '../small-world.ts';
import { ownEntry } from './entries.ts';

describe('what two windows typed into one note', () => {
  test.each([
    ['one two', 'one! two', 'one two?', 'one! two?'],
    ['one two', 'one two?', 'one! two', 'one! two?'],
    ['one', 'one', 'two', 'two'],
    ['one', 'two', 'one', 'two'],
    ['', 'theirs', 'mine', 'theirs\nmine'],
    ['one', 'one and theirs', 'one and mine', 'one and theirs\n and mine'],
    ['a b c', 'a c', 'a b c d', 'a c d'],
  ])('%j, changed to %j and to %j, is %j', (base, theirs, mine, both) => {
    expect(mergeText(base, theirs, mine)).toBe(both);
  });

  test('is never lost', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, text, text, (base, theirs, mine) => {
        const merged = mergeText(base, theirs, mine);
        for (const one of [theirs, mine]) expect(merged).toContain(replaced(base, one).text);
      }),
    );
  });

  test('is put in the place of the shortest stretch, and never cuts a sign in two', () => {
    const text = fc.string({ unit: fc.constantFrom('😀', '😁', 'a', '\uD83C\uDDEB'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, to, text: put } = replaced(before, after);
        expect(before.slice(0, from) + put + before.slice(to)).toBe(after);
        expect(put.isWellFormed()).toBe(true);
        expect(before.slice(from, to).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a selection becomes a name', () => {
  test.each([
    ['  Zebulon\n Quist, ', 'Zebulon Quist'],
    ['“Zebulon Quist”', 'Zebulon Quist'],
    ['Quist’s', 'Quist'],
    ['the U.S.', 'the U.S.'],
    ['Baghdad.', 'Baghdad'],
    ['Baghdad.”', 'Baghdad'],
    ['Yahoo!', 'Yahoo'],
    ['Kata’ib Hezbollah', 'Kata’ib Hezbollah'],
    ['(PMF)', 'PMF'],
    ['بغداد،', 'بغداد،'],
    ['東京', '東京'],
    [' \n ', ''],
    ['…', ''],
  ])('%j: %j', (selection, name) => expect(nameFrom(selection)).toBe(name));

  test('of one line and 200 letters at most, whatever was selected', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (selection) => {
        const name = nameFrom(selection);
        expect(name.length).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/[\n\r\t|]/);
      }),
    );
    expect(nameFrom('word '.repeat(100))).toMatch(/word$/);
  });
});

test('an id says the name, also of a name without Latin letters, and is never the same twice', () => {
  expect(newOwnId('Kata’ib Hezbollah', () => 0)).toBe('own:kataib-hezbollah-0000000000');
  expect(newOwnId('بغداد', () => 0.999)).toBe('own:entry-zzzzzzzzzz');
  expect(newOwnId('Quist', Math.random)).not.toBe(newOwnId('Quist', Math.random));
});

describe('what the form says of a name holds on the page', () => {
  const names = [
    'Zebulon Quist',
    'al-Shabaab',
    'militia men',
    'Quist, Zebulon',
    'The Very Long Name Of A Body That Has Ten',
    '三井物産',
    'iPhone',
    'Sayyid Quist Jr.',
    'Mr. Quist',
    '1990 Group',
    'U.S. Mission',
    'A. B. Quist',
  ];
  test.each(names)('%s', async (name) => {
    const knowledge = await knowledgeOf([
      entity('own:one', 'organisation', [{ text: name, type: 'label', prior: 0.98 }]),
    ]);
    const article = {
      url: 'https://news.example/',
      title: '',
      published: null,
      language: 'en',
      blocks: [{ id: 0, text: `Then came, they say, ${name} and all was over.` }],
    };
    const found = await annotate(article as never, knowledge, '2026-01-01');
    const known = found.filter((mention) => mention.entity !== null);
    expect(known.length > 0).toBe(unfindable(name) === null);
  });
});

test('an entry is found by the beginnings of its words, however they are written', () => {
  const entries = [
    ownEntry('Zebulon Quist', { names: [{ text: 'Ерофеев', lang: 'ru' }], note: 'met Ada in Łódź' }),
    ownEntry('Ada Marrow', { line: 'Minister of water' }),
  ];
  const names = (search: string) => searchOwn(entries, search).map(({ name }) => name);
  expect(names('')).toEqual(['Ada Marrow', 'Zebulon Quist']);
  expect(names('ada')).toEqual(['Ada Marrow', 'Zebulon Quist']);
  expect(names('lodz zeb')).toEqual(['Zebulon Quist']);
  expect(names('ероф')).toEqual(['Zebulon Quist']);
  expect(names('minister zeb')).toEqual([]);
});
