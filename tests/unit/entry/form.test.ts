import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OwnDraft } from '../../../core/knowledge/own/index.ts';
import {
  additionFrom,
  draftFrom,
  EMPTY,
  type Form,
  firstOf,
  formOf,
  hintsOn,
  joined,
  namesIn,
} from '../../../entrypoints/entry/form.ts';

const person: Form = { ...EMPTY, name: 'Zebulon Quist', kind: 'person' };

describe('what is wrong is said at its field', () => {
  test.each<[string, Partial<Form>, keyof Form, RegExp]>([
    ['no name', { name: ' \n' }, 'name', /A name is needed/],
    ['no kind', { kind: '' }, 'kind', /Choose what it is/],
    ['a long name', { name: 'x'.repeat(201) }, 'name', /At most 200 letters; here are 201/],
    ['a long line', { line: 'x'.repeat(161) }, 'line', /At most 160/],
    ['a long note', { note: 'x'.repeat(2_001) }, 'note', /At most 2,000 letters; here are 2,001/],
    [
      'many names',
      { others: Array.from({ length: 51 }, (_, n) => `N${n}`).join('\n') },
      'others',
      /At most 50/,
    ],
    ['one long name', { others: `Zeb\n${'x'.repeat(201)}` }, 'others', /longer than 200/],
    ['a place at the 91st degree', { kind: 'city', lat: '91', lon: '0' }, 'lat', /from −90 to 90/],
    ['a place with words for a position', { kind: 'city', lat: '3', lon: 'east' }, 'lon', /from −180 to 180/],
    ['half a position', { kind: 'city', lat: '33.3' }, 'lon', /longitude is missing/],
  ])('%s', (_, change, field, words) => {
    const { draft, problems } = draftFrom({ ...person, ...change });
    expect(draft).toBeNull();
    expect(problems?.[field]).toMatch(words);
    expect(firstOf(problems ?? {})).toBe(field);
  });
});

test('degrees may be written with a comma, a degree sign and a real minus', () => {
  const { draft } = draftFrom({ ...person, kind: 'city', lat: '33,31°', lon: '−44.4' });
  expect(draft?.geo).toEqual({ lat: 33.31, lon: -44.4 });
});

test('a position of a person and a surname of a city are not kept, though the fields remember them', () => {
  const typed = { ...person, lat: '1', lon: '2', surname: 'Quist' };
  expect(draftFrom(typed).draft).toMatchObject({ geo: null, surname: 'Quist' });
  expect(draftFrom({ ...typed, kind: 'city' }).draft).toMatchObject({ geo: { lat: 1, lon: 2 }, surname: '' });
});

test('other names: one a line or with commas, each once, with its language', () => {
  expect(namesIn('Zeb, Zebby;Zeb\n  زبولون @ar \n\n a|b ، ج\nQ@home.example\n@ar')).toEqual([
    { text: 'Zeb', lang: 'en' },
    { text: 'Zebby', lang: 'en' },
    { text: 'زبولون', lang: 'ar' },
    { text: 'a b', lang: 'en' },
    { text: 'ج', lang: 'en' },
    { text: 'Q@home.example', lang: 'en' },
    { text: '@ar', lang: 'en' },
  ]);
});

test('what was typed before somebody known was meant is put to what is there, once', () => {
  const there = { ...person, others: 'Zeb', note: 'Old.' };
  const typed = { ...EMPTY, name: 'Zebby', others: 'Zeb\nزبولون @ar', note: 'New.', line: 'not taken' };
  const both = joined(there, typed);
  expect(both).toEqual({ ...person, others: 'Zeb\nZebby\nزبولون @ar', note: 'Old.\n\nNew.' });
  expect(joined(both, typed)).toEqual(both);
  expect(joined(there, { ...EMPTY, name: 'Zebulon Quist' })).toEqual(there);
});

test('an addition to somebody known adds something', () => {
  expect(additionFrom({ ...person, others: 'Zebulon Quist' }).problems).toHaveProperty('others');
  expect(additionFrom({ ...person, note: 'N' }).draft).not.toBeNull();
  expect(additionFrom({ ...person, name: '' }).problems).toHaveProperty('name');
});

test('whatever is typed, it is said to be wrong or makes an entry that can be kept, and shown again as it is', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('Zeb @ar', 'a, b', '33,3', '-0', ' ', 'x\r\ny'),
  );
  const form = fc.record({
    name: text,
    kind: fc.constantFrom<Form['kind'][]>('', 'person', 'city', 'thing'),
    line: text,
    others: text,
    surname: text,
    lat: text,
    lon: text,
    note: text,
  });
  fc.assert(
    fc.property(form, (typed) => {
      const { draft } = draftFrom(typed);
      if (!draft) return;
      expect(OwnDraft.safeParse(draft).error).toBeUndefined();
      expect(draftFrom(formOf(draft)).draft).toEqual(draft);
    }),
    { numRuns: 2_000 },
  );
});

test('names that will not be found are named with the reason', () => {
  expect(hintsOn(['Zebulon Quist', 'small words', 'Quist, Zebulon', '…'])).toEqual([
    '“small words” begins with a small letter: names are marked only where they begin with a capital.',
    '“Quist, Zebulon” has a comma, bracket or full stop in it, so it will not be marked; add its parts.',
    '“…” has no letters, so it will not be marked.',
  ]);
});
