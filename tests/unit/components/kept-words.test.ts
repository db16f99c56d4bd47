import { expect, test } from 'vitest';
import { wordError } from '../../../components/error-words.ts';
import { wordKeptError } from '../../../components/kept-words.ts';

test('a full disk, a blocked database and any other refusal each say what happened, what was kept, what to do', () => {
  const said = ['disk-full', 'storage-blocked', 'not-stored'].map(wordKeptError);
  for (const { what, kept, todo } of said)
    for (const part of [what, kept, todo]) expect(part).toMatch(/^[A-Z].+\.$/s);
  expect(new Set(said.map(({ what }) => what)).size).toBe(3);
});

test('what else goes wrong is worded as everywhere', () => {
  expect(wordKeptError('extension-gone')).toBe(wordError('extension-gone'));
  expect(wordKeptError('constructor')).toBe(wordError('internal'));
});
