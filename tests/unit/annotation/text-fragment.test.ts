import { expect, test } from 'vitest';
import { linkTo, Selectors } from '../../../core/annotation/index.ts';

const selectors = (exact: string, count = 1, prefix = '', suffix = '') =>
  Selectors.parse({
    version: 1,
    quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
    occurrence: { index: 0, count },
  });
const PAGE = 'https://news.example/story';

test('a short passage is linked whole, with what divides the parts of a link encoded', () => {
  expect(linkTo(PAGE, selectors('pro-Iranian, it said'))).toBe(
    `${PAGE}#:~:text=pro%2DIranian%2C%20it%20said`,
  );
});

test('a long passage is linked by its first and its last words', () => {
  const words = Array.from({ length: 60 }, (_, n) => `word${n}`);
  expect(linkTo(PAGE, selectors(words.join(' ')))).toBe(
    `${PAGE}#:~:text=word0%20word1%20word2%20word3%20word4%20word5,word54%20word55%20word56%20word57%20word58%20word59`,
  );
});

test('a passage that stands more than once is told apart by the whole words around it', () => {
  const link = linkTo(
    PAGE,
    selectors('Baghdad', 3, 'alf a word and then in the city of ', ' they met again the following da'),
  );
  expect(link).toBe(
    `${PAGE}#:~:text=and%20then%20in%20the%20city%20of-,Baghdad,-they%20met%20again%20the%20following`,
  );
});

test('a long passage in a script without spaces is linked by characters', () => {
  const [, start, end] = /text=([^,]*),(.*)$/.exec(linkTo(PAGE, selectors('巴格达的谈判'.repeat(40)))) ?? [];
  expect(decodeURIComponent(start ?? '')).toBe('巴格达的谈判巴格达的谈判巴格达的');
  expect([...decodeURIComponent(end ?? '')]).toHaveLength(16);
});

test('what the address had behind its # stays, and an earlier fragment goes', () => {
  expect(linkTo(`${PAGE}#part-2`, selectors('Baghdad'))).toBe(`${PAGE}#part-2:~:text=Baghdad`);
  expect(linkTo(`${PAGE}#:~:text=old`, selectors('Baghdad'))).toBe(`${PAGE}#:~:text=Baghdad`);
});
