import { expect, test } from 'vitest';
import { splitText } from '../../../components/split-text.ts';

const sentence = 'It was founded in a year that nobody recalls, by people who left no names behind them. ';

test('a short background is shown whole', () => expect(splitText(sentence)).toEqual([sentence, '']));

test('a long one shows its first sentences and loses nothing', () => {
  const text = sentence.repeat(12).trim();
  const [lead, rest] = splitText(text);
  expect(lead.length).toBeLessThanOrEqual(300);
  expect(lead.endsWith('.')).toBe(true);
  expect(`${lead} ${rest}`).toBe(text);
});

test('one endless sentence is not cut in its middle', () => {
  const text = 'word '.repeat(200).trim();
  expect(splitText(text)).toEqual([text, '']);
});
