// What a reader types, and what of their library it finds.
import { describe, expect, test } from 'vitest';
import { PageKey } from '../../../core/annotation/kept/index.ts';
import { idOf, pageAt, passage, shelf, TRUMP } from './shelf.ts';

const library = shelf([
  passage('erdogan', 'President Erdoğan left the room before the vote.', { names: [TRUMP] }),
  passage('kataib', 'Kata’ib Hezbollah denied that its men had fired.', {
    note: 'Ask Ada about the launcher',
  }),
  passage('tagged', 'Nobody said a word.', { tags: ['Follow up', 'sanctions'] }),
  passage('chinese', '伊朗最高领袖在德黑兰发表讲话。'),
  passage('arabic', 'أعلن قادة الحشد الشعبي انسحابهم من المنطقة'),
  passage('russian', 'Министр иностранных дел Лавров прибыл в Багдад.'),
]);

describe('a passage is found', () => {
  test.each([
    ['by a word of the quote', 'vote', 'erdogan'],
    ['without the signs on its letters', 'erdogan', 'erdogan'],
    ['with them, where the text has them', 'Erdoğan', 'erdogan'],
    ['with a straight apostrophe or none', 'kataib', 'kataib'],
    ['by the beginning of a word', 'hezb', 'kataib'],
    ['in spite of a slip', 'hezbolah', 'kataib'],
    ['by a word of its note', 'launcher', 'kataib'],
    ['by a tag', 'sanctions', 'tagged'],
    ['by an actor that it names in other words', 'trump', 'erdogan'],
    ['by a word within a Chinese sentence', '德黑兰', 'chinese'],
    ['by one Chinese character', '朗', 'chinese'],
    ['by an Arabic word without its article', 'حشد', 'arabic'],
    ['by an Arabic word with its article', 'الحشد', 'arabic'],
    ['by a Russian word', 'лавров', 'russian'],
  ])('%s', (_how, words, name) => {
    expect(library.find(words)).toEqual([name]);
  });

  test('by the title of its article', () => {
    expect(library.find('kirkuk')).toHaveLength(6);
  });

  test('only if it has all words, wherever each stands', () => {
    expect(library.find('hezbollah launcher')).toEqual(['kataib']);
    expect(library.find('hezbollah vote')).toEqual([]);
  });

  test('by words in this order, in quotation marks', () => {
    expect(library.find('“left the room”')).toEqual(['erdogan']);
    expect(library.find('"room the left"')).toEqual([]);
    expect(library.find('"最高领袖"')).toEqual(['chinese']);
  });

  test('not where a word stands that must not', () => {
    expect(library.find('kirkuk -vote -hezbollah -word')).toEqual(
      expect.not.arrayContaining(['erdogan', 'kataib', 'tagged']),
    );
    expect(library.find('-nobody')).not.toContain('tagged');
  });

  test('not by Chinese characters that are not neighbours', () => {
    expect(library.find('德兰')).toEqual([]);
  });

  test('not by a short word with a slip: it would be another word', () => {
    expect(library.find('vate')).toEqual([]);
  });
});

describe('the order', () => {
  const days = shelf([
    passage('old', 'A talk of Hezbollah', { made: '2024-01-01T00:00:00Z' }),
    passage('new', 'On hezbollahs', { made: '2026-01-01T00:00:00Z' }),
  ]);

  test('is the best first where words are given: what is written exactly so', () => {
    expect(days.find('hezbollah')).toEqual(['old', 'new']);
  });

  test('is the newest first where none are, and whichever is asked for', () => {
    expect(days.find('')).toEqual(['new', 'old']);
    expect(days.find('', { order: 'oldest' })).toEqual(['old', 'new']);
    expect(days.find('hezbollah', { order: 'newest' })).toEqual(['new', 'old']);
  });

  test('by articles keeps the passages of one together, as they are read', () => {
    const other = PageKey.parse('news.example/other');
    const two = shelf(
      [
        passage('second', 'b', { at: 200, made: '2026-03-03T00:00:00Z' }),
        passage('elsewhere', 'c', { page: other, made: '2026-03-02T00:00:00Z' }),
        passage('first', 'a', { at: 100, made: '2026-03-01T00:00:00Z' }),
      ],
      [pageAt('news.example/raid'), pageAt(other)],
    );
    expect(two.find('', { grouped: true })).toEqual(['first', 'second', 'elsewhere']);
  });
});

describe('what changes', () => {
  test('is found as it is now, and no longer as it was', () => {
    const { finder, find } = shelf([passage('one', 'The quote', { note: 'falcon' })]);
    finder.put([passage('one', 'The quote', { note: 'heron' })]);
    expect(find('falcon')).toEqual([]);
    expect(find('heron')).toEqual(['one']);
    expect(find('"heron"')).toEqual(['one']);
  });

  test('is gone once it is no longer among those of its page', () => {
    const { finder, find } = shelf([passage('one', 'falcon'), passage('two', 'falcon')]);
    finder.leaveOnly([idOf('two')], PageKey.parse('news.example/raid'));
    expect(find('falcon')).toEqual(['two']);
    finder.leaveOnly([], null);
    expect(find('')).toEqual([]);
  });

  test('is found by the new title of its article', () => {
    const { finder, find } = shelf([passage('one', 'The quote')]);
    finder.putPages([pageAt('news.example/raid', { title: 'A heron' })]);
    expect(find('heron')).toEqual(['one']);
    expect(find('kirkuk')).toEqual([]);
  });
});
