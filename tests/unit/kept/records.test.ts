import { describe, expect, test } from 'vitest';
import {
  COLOURS,
  ColourNames,
  FIRST_NAMES,
  Moment,
  newPassageId,
  PageLook,
  Passage,
  PassageDraft,
  Tag,
} from '../../../core/annotation/kept/index.ts';
import { look, passage } from './passages.ts';

const whole = {
  ...passage(1),
  page: 'news.example/story',
  confirmed: [],
  made: '2026-11-22T10:00:00.000Z',
  changed: '2026-11-22T10:00:00.000Z',
  deleted: null,
  revived: false,
};

test('each colour begins with a meaning', () => {
  expect(Object.keys(FIRST_NAMES)).toEqual(COLOURS);
  expect(ColourNames.safeParse(FIRST_NAMES).success).toBe(true);
});

test('ids of ten thousand passages differ, and fit into an address', () => {
  const ids = new Set(Array.from({ length: 10_000 }, () => newPassageId(Math.random)));
  expect(ids.size).toBe(10_000);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]{16}$/);
});

describe('what is no record is refused', () => {
  test.each([
    ['an id that is a path', { ...whole, id: '../../etc' }],
    ['a colour that there is not', { ...whole, colour: 'mauve' }],
    ['an endless note', { ...whole, note: 'x'.repeat(40_001) }],
    ['two hundred names', { ...whole, names: Array(200).fill({ entity: null, text: 'A', kind: null }) }],
    ['an empty quote', { ...whole, quote: '' }],
    ['a time that is no time', { ...whole, made: 'yesterday' }],
    ['selectors of another version', { ...whole, selectors: { ...whole.selectors, version: 2 } }],
  ])('%s', (_, record) => {
    expect(Passage.safeParse(whole).success).toBe(true);
    expect(Passage.safeParse(record).success).toBe(false);
  });

  test('a tag of white space, or with white space around it', () => {
    expect(['', ' ', ' war', 'war\n'].map((tag) => Tag.safeParse(tag).success)).toEqual(Array(4).fill(false));
    expect(['war', 'cold war', '戦'].map((tag) => Tag.safeParse(tag).success)).toEqual(Array(3).fill(true));
  });

  test('a note that is longer than one may write', () => {
    const draft = { colour: 'yellow', tags: [], note: 'x'.repeat(10_001) };
    expect(PassageDraft.safeParse(draft).success).toBe(false);
  });

  test('a page with an address that never ends', () => {
    expect(PageLook.safeParse(look()).success).toBe(true);
    expect(PageLook.safeParse(look({ url: `https://a.example/${'x'.repeat(4_000)}` })).success).toBe(false);
  });
});

test('a moment is ISO 8601 in UTC', () => {
  expect(Moment.safeParse(new Date().toISOString()).success).toBe(true);
  expect(Moment.safeParse('2026-11-22T10:00:00+02:00').success).toBe(false);
});
