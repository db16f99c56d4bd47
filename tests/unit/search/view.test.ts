// The library's address says what it shows, and an address that was tampered with shows what can be understood of it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLOURS } from '../../../core/annotation/kept/index.ts';
import { FIRST_VIEW, readView, type View, writeView } from '../../../entrypoints/library/view.ts';

test('the first view has an address of its own, without a question', () => {
  expect(writeView(FIRST_VIEW)).toBe('');
  expect(readView('')).toEqual(FIRST_VIEW);
});

test('any view is found again at its address', () => {
  const tag = fc.stringMatching(/^[\p{L}\p{N}&=?#%+ ]{1,20}$/u).map((text) => `t${text.trim()}`);
  const day = fc.constantFrom('2019-12-31', '2026-01-01', null);
  const entity = fc.constantFrom('Q794', 'Q22686', 'own:quist');
  fc.assert(
    fc.property(
      fc.record({
        words: fc.stringMatching(/^[\p{L}"“ -]{0,40}$/u),
        order: fc.constantFrom('best', 'newest', 'oldest', 'article'),
        grouped: fc.boolean(),
        who: fc.option(entity),
        filters: fc.record({
          tags: fc.uniqueArray(tag, { maxLength: 5 }),
          colours: fc.uniqueArray(fc.constantFrom(...COLOURS)),
          actors: fc.uniqueArray(entity),
          places: fc.uniqueArray(entity),
          sites: fc.uniqueArray(fc.constantFrom('news.example', 'a.example:8080')),
          from: day,
          to: day,
          by: fc.constantFrom('article', 'kept'),
          state: fc.constantFrom('kept', 'bin', 'changed'),
        }),
      }),
      (view) => {
        expect(readView(writeView(view as View))).toEqual(view);
      },
    ),
  );
});

test('what is not understood is left out, and the rest stands', () => {
  const view = readView('?q=raid&colour=red&colour=blue&from=yesterday&state=lost&order=up&actor=<b>&tag=');
  expect(view.words).toBe('raid');
  expect(view.filters.colours).toEqual(['blue']);
  expect([view.filters.from, view.filters.state, view.order]).toEqual([null, 'kept', 'best']);
  expect([view.filters.actors, view.filters.tags]).toEqual([[], []]);
});
