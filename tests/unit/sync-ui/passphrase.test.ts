// A passphrase is judged by its length alone, and the words say no more than that; the printed code is asked for by its end.
import { describe, expect, test } from 'vitest';
import { recoveryCode } from '../../../core/sync/keys/recovery-code.ts';
import {
  isLastGroup,
  PROBLEMS,
  problemOf,
  STRENGTH,
  strengthOf,
} from '../../../entrypoints/options/sync/passphrase.ts';

test.each([
  ['', 'none'],
  ['   ', 'none'],
  ['hunter2', 'too short'],
  ['  hunter2  ', 'too short'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'too short'],
  ['abcabcabcabcabcabcabc', 'too short'],
  ['correct horse', 'weak'],
  ['correct horse batt', 'fair'],
  ['correct horse battery staple', 'strong'],
  ['القلعة البعيدة فوق النهر الهادئ', 'strong'],
] as const)('“%s” is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength);
});

test('no words promise that it is safe', () => {
  for (const words of Object.values(STRENGTH)) expect(words).not.toMatch(/secure|safe|unbreakable|%/i);
});

describe('twice the same', () => {
  test.each([
    ['', '', 'empty'],
    ['short', 'short', 'too short'],
    ['correct horse battery', 'correct horse batterie', 'differ'],
    ['ab'.repeat(10) + 'cdefgh'.repeat(200), '', 'too long'],
    ['correct horse battery', 'correct horse battery', null],
    // The same bytes for the vault, however the keyboard makes the letter.
    ['Stra\u00dfe und Kaf\u0065\u0301haus', ' Stra\u00dfe und Kaf\u00e9haus ', null],
  ] as const)('“%s” and “%s”', (first, second, problem) => {
    expect(problemOf(first, second)).toBe(problem);
    if (problem) expect(PROBLEMS[problem].length).toBeGreaterThan(10);
  });
});

test('the end of the code that was written down is asked for, however it is written', async () => {
  const code = await recoveryCode(new Uint8Array(16).fill(9));
  const last = code.slice(-5);
  expect(isLastGroup(code, last)).toBe(true);
  expect(isLastGroup(code, ` ${last.toLowerCase().split('').join(' ')} `)).toBe(true);
  expect(isLastGroup(code, code.slice(0, 5))).toBe(false);
  expect(isLastGroup(code, '')).toBe(false);
  expect(isLastGroup('', '')).toBe(false);
});
