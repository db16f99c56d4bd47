// Spellings of one transliterated name sound alike; other names and words do not.
import { describe, expect, test } from 'vitest';
import { soundKey, tokenize } from '../../../core/text/index.ts';

const keyOf = (text: string) => soundKey(tokenize(text));

describe('one name, however it is put into Latin letters', () => {
  test.each([
    ["Kata'ib Hezbollah", 'Kataeb Hizballah', 'Kataib Hizbullah'],
    ['Hezbollah', 'Hizbullah', 'Hizballah'],
    ['Muammar Gaddafi', 'Moammar Qadhafi', 'Muammar al-Kadafi'],
    ['Qasem Soleimani', 'Qassim Sulaymani', 'Kassem Suleimani'],
    ['Saddam Hussein', 'Sadam Husayn', 'Saddam Hussain'],
  ])('%s', (...spellings) => {
    expect(new Set(spellings.map(keyOf)).size).toBe(1);
    expect(keyOf(spellings[0] ?? '')).not.toBeNull();
  });
});

test.each([
  ['Following', 'Phalange'],
  ['Telephone', 'Taliban'],
  ['Hassan Rouhani', 'Hussein Rahmani'],
])('%s is not %s', (one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other));
});

test('a short word says too little', () => {
  expect(keyOf('Iraq')).toBeNull();
});

test('a small English word before a name is not taken for an Arabic article', () => {
  expect(keyOf('as Ayatollah Sistani')).toBeNull();
  expect(keyOf('Ayatollah al-Sistani')).toBe(keyOf('Ayatollah Sistani'));
});
