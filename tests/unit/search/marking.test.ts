// The words that were found, marked in the text that is shown.
import { expect, test } from 'vitest';
import { partsOf, spansOf } from '../../../core/annotation/search/index.ts';

const marked = (text: string, terms: string[], most = 300) =>
  partsOf(text, new Set(terms), most)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join('');

test('whole words are marked as they are written, signs and all', () => {
  expect(marked('President Erdoğan’s men, and Erdogan.', ['erdogan'])).toBe(
    'President [Erdoğan]’s men, and [Erdogan].',
  );
});

test('neighbouring Chinese characters are marked as one', () => {
  expect(marked('在德黑兰发表', ['德黑', '黑兰'])).toBe('在[德黑兰]发表');
});

test('an Arabic word is marked with its article', () => {
  expect(marked('قادة الحشد الشعبي', ['حشد'])).toBe('قادة [الحشد] الشعبي');
});

test('a long text is cut around the first word that was found', () => {
  const text = `${'word '.repeat(100)}needle ${'word '.repeat(100)}`;
  const shown = marked(text, ['needle'], 200);
  expect(shown).toMatch(/^…word .*\[needle\].*…$/);
  expect(shown.length).toBeLessThan(220);
});

test('a text that fits is shown whole, one without what was found from its beginning', () => {
  expect(marked('short', ['needle'])).toBe('short');
  expect(marked('a'.repeat(50), ['needle'], 20)).toBe(`${'a'.repeat(20)}…`);
});

test('nothing is marked where nothing was searched for', () => {
  expect(spansOf('Erdogan', new Set())).toEqual([]);
});
