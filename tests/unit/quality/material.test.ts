// What the measurement reads: the repository's own stories and prose, always; the corpora, where they are there.
import { describe, expect, test } from 'vitest';
import { draftStarter } from '../../../packs/build/starter.ts';
import { CORPORA, readCorpora } from '../../quality/corpora.ts';
import { proseDocuments } from '../../quality/prose.ts';
import { stories } from '../../quality/related-events.ts';
import { hasShared } from '../../shared.ts';

describe('the stories', () => {
  const all = stories();

  test('are at least twelve, each as long as a short report', () => {
    expect(all.length).toBeGreaterThanOrEqual(12);
    for (const { name, text } of all) {
      const words = text.trim().split(/\s+/).length;
      expect(words, name).toBeGreaterThanOrEqual(150);
      expect(words, name).toBeLessThanOrEqual(250);
    }
  });

  test('want events that the starter pack has, each on its side of the story’s day', () => {
    const dates = new Map<string, string>(draftStarter().events.map(({ id, date }) => [id, date.edtf]));
    for (const { name, date, before, since } of all) {
      for (const id of before)
        expect((dates.get(id) ?? '9999').slice(0, 10) <= date, `${name}: ${id}`).toBe(true);
      for (const id of since)
        expect((dates.get(id) ?? '0000').slice(0, 10) > date, `${name}: ${id}`).toBe(true);
    }
  }, 120_000);
});

test('the prose without names is ten thousand words', () => {
  const words = proseDocuments().flatMap(({ text }) => text.split(/\s+/).filter(Boolean));
  expect(words.length).toBeGreaterThanOrEqual(10_000);
});

test.skipIf(!hasShared)('every corpus is read (skipped where the material is absent)', () => {
  const { found, absent } = readCorpora(undefined, 3);
  expect(absent).toEqual([]);
  expect(found.map(({ documents }) => documents.length)).toEqual(CORPORA.map(() => 3));
});

test('corpora that are not there are named, not guessed', () => {
  expect(readCorpora('/nowhere')).toEqual({ found: [], absent: CORPORA.map(({ name }) => name) });
});
