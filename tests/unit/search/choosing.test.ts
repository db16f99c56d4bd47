// Choosing passages in the library's list, the rows that it shows, and searches that overtake each other.
import { expect, test, vi } from 'vitest';
import type { Passage } from '../../../core/annotation/kept/index.ts';
import { type Found, NO_FILTERS, type Wanted } from '../../../core/annotation/search/index.ts';
import { wishOf } from '../../../entrypoints/library/list-keys.ts';
import { rowsOf } from '../../../entrypoints/library/rows.ts';
import { searches } from '../../../entrypoints/library/searches.ts';
import { all, NOTHING, stretch, toggle, within } from '../../../entrypoints/library/selection.ts';
import { idOf, pageAt } from './shelf.ts';

const [a, b, c, d] = ['a-one', 'b-two', 'c-three', 'd-four'].map(idOf) as [
  ReturnType<typeof idOf>,
  ReturnType<typeof idOf>,
  ReturnType<typeof idOf>,
  ReturnType<typeof idOf>,
];
const ids = [a, b, c, d];

test('with the shift key everything between two choices is chosen, in either direction', () => {
  expect([...stretch(toggle(NOTHING, b), d, ids).chosen]).toEqual([b, c, d]);
  expect([...stretch(toggle(NOTHING, c), a, ids).chosen].sort()).toEqual([a, b, c]);
});

test('with the shift key and no choice before, the one is chosen', () => {
  expect([...stretch(NOTHING, c, ids).chosen]).toEqual([c]);
});

test('what is no longer shown is no longer chosen', () => {
  expect([...within(all(ids), [a, c]).chosen]).toEqual([a, c]);
  const none = toggle(NOTHING, a);
  expect(within(none, ids)).toBe(none);
});

test('an article is named once, above its passages, with how many there are', () => {
  const [raid, talks] = [pageAt('news.example/raid').key, pageAt('news.example/talks').key];
  const pages = new Map([
    [a, raid],
    [b, raid],
    [c, talks],
  ]);
  const passageOf = (id: string) => {
    const page = pages.get(id as typeof a);
    return page && ({ id, page } as Passage);
  };
  // The fourth has gone since it was found.
  const rows = rowsOf(ids, passageOf, true);
  expect(rows.map((row) => (row.kind === 'page' ? `${row.page}: ${row.count}` : row.id))).toEqual([
    `${raid}: 2`,
    a,
    b,
    `${talks}: 1`,
    c,
  ]);
  expect(rowsOf(ids, passageOf, false)).toHaveLength(3);
});

test('whoever types fast waits for the last search, not for all of them', () => {
  const sent: string[] = [];
  const onFound = vi.fn();
  const { find, hear } = searches((message) => {
    if (message.kind === 'find') sent.push(message.wanted.words);
  }, onFound);
  const wanted = (words: string): Wanted => ({ words, filters: NO_FILTERS, order: 'best', grouped: true });
  const found = { ids: [] } as unknown as Found;
  for (const words of ['r', 'ra', 'rai', 'raid']) find(wanted(words));
  expect(sent).toEqual(['r']);
  hear({ number: 1, found });
  expect(sent).toEqual(['r', 'raid']);
  hear({ number: 2, found });
  expect(onFound).toHaveBeenCalledTimes(2);
});

test('keys on a passage walk, choose, open, edit and delete, and leave the browser its own', () => {
  const pressed = (key: string, held: Partial<KeyboardEvent> = {}) =>
    wishOf({
      key,
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      isComposing: false,
      ...held,
    });
  expect(pressed('ArrowDown')).toEqual({ to: 'walk', by: 1, far: false, choosing: false });
  expect(pressed('ArrowUp', { shiftKey: true })).toEqual({ to: 'walk', by: -1, far: false, choosing: true });
  expect(pressed(' ')).toEqual({ to: 'choose', far: false });
  expect(pressed('Delete')).toEqual({ to: 'delete' });
  expect(pressed('Delete', { ctrlKey: true })).toBeNull();
  expect(pressed('x')).toBeNull();
  expect(pressed('e', { isComposing: true })).toBeNull();
});
