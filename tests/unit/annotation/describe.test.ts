import * as fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { anchor, describe, Page, Selectors, similar } from '../../../core/annotation/index.ts';
import { article, select } from './page.ts';

group('what is kept of a passage', () => {
  test('is the quote as shown, its context, its place, its path, and how often it stood there', () => {
    const root = article('<p>One “red”\n  fox.</p><p>Then a <b>red</b> fox, again.</p>');
    const selectors = describe(root, select(root, 'red', 1));
    expect(selectors).toEqual({
      version: 1,
      quote: {
        type: 'TextQuoteSelector',
        exact: 'red',
        prefix: 'One “red” fox. Then a ',
        suffix: ' fox, again.',
      },
      position: { type: 'TextPositionSelector', start: 22, end: 25 },
      range: {
        type: 'RangeSelector',
        startContainer: '/p[2]/b[1]',
        startOffset: 0,
        endContainer: '/p[2]/b[1]',
        endOffset: 3,
      },
      occurrence: { index: 1, count: 2, alike: 0 },
      length: 37,
    });
    expect(Selectors.parse(JSON.parse(JSON.stringify(selectors)))).toEqual(selectors);
  });

  test('has 120 characters of context on each side', () => {
    const root = article(`<p>${'before '.repeat(40)}</p><p>the words</p><p>${'behind '.repeat(40)}</p>`);
    const { quote } = describe(root, select(root, 'the words')) ?? {};
    expect([quote?.prefix?.length, quote?.suffix?.length]).toEqual([120, 120]);
  });

  test('says how alike another place of the quote was', () => {
    const root = article('<p>We saw the red fox run.</p><p>They saw the red fox sleep.</p>');
    expect(describe(root, select(root, 'red'))?.occurrence).toEqual({ index: 0, count: 2, alike: 14 });
  });

  test('is nothing where there is no text: white space, a form field, a script, another tree', () => {
    const root = article('<p>One</p> <textarea>two</textarea><script>three</script>');
    const range = root.ownerDocument.createRange();
    range.setStart(root, 1);
    range.setEnd(root, 2);
    expect(describe(root, range)).toBeNull();
    expect(describe(root, select(root, 'two'))).toBeNull();
    expect(describe(root, select(root, 'three'))).toBeNull();
    const other = article('<p>One</p>');
    expect(describe(root, select(other, 'One'))).toBeNull();
  });

  test('begins and ends with text, whatever elements the selection begins and ends in', () => {
    const root = article('<p>One</p>\n<p> two three </p>\n<p>four</p>');
    const range = root.ownerDocument.createRange();
    range.setStart(root, 1);
    range.setEnd(root, 4);
    expect(describe(root, range)?.quote.exact).toBe('two three');
    const found = anchor(root, describe(root, range));
    expect(found.range?.toString()).toBe('two three');
  });

  test('leaves out what lies outside the root', () => {
    const root = article('<p>One</p><section><p>two</p></section><p>three</p>');
    const section = root.querySelector('section');
    if (!section) throw new Error('no section');
    const range = root.ownerDocument.createRange();
    range.selectNodeContents(root);
    expect(describe(section, range)?.quote.exact).toBe('two');
  });
});

const word = fc.constantFrom(
  'the',
  'fox',
  'Fox',
  '“red”',
  'a…',
  '...',
  '狐狸',
  'ثعلب',
  '\u00ad',
  '  ',
  '\n',
  '—',
  '🦊',
  '.',
  'e\u0301',
);
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 });
const tag = fc.constantFrom('p', 'div', 'b', 'span', 'li');

function built(parts: readonly (readonly [string, readonly string[]])[]): Element {
  const root = article('');
  for (const [name, words] of parts) {
    const element = root.ownerDocument.createElement(name);
    for (const text of words) element.append(text);
    root.append(element);
  }
  return root;
}

group('for any page', () => {
  test('a passage of the unedited page is where it was, to the character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(tag, paragraph), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        (parts, a, b) => {
          const root = built(parts);
          const page = new Page(root);
          const start = a % (page.text.length + 1);
          const span = { start, end: start + 1 + (b % Math.max(1, page.text.length - start)) };
          const range = page.rangeOf(span);
          const selectors = range && describe(root, range);
          if (!selectors) return;
          const found = anchor(root, JSON.parse(JSON.stringify(selectors)));
          expect(found.state).toBe('anchored');
          if (!found.range) return;
          expect(page.spanOf(found.range)).toEqual(page.spanOf(range));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('anything that JSON can say is read without an error', () => {
    const root = article('<p>One two three four.</p><p>Five six seven.</p>');
    const text = fc.oneof(fc.string(), fc.constantFrom('One two', 'three four. Five', 'six', '.'));
    const likely = fc.record(
      {
        version: fc.constantFrom(1, 2),
        quote: fc.record(
          { type: fc.constant('TextQuoteSelector'), exact: text, prefix: text, suffix: text },
          { requiredKeys: ['exact', 'type'] },
        ),
        position: fc.record({ type: fc.constant('TextPositionSelector'), start: fc.nat(), end: fc.nat() }),
        occurrence: fc.record({ index: fc.nat(), count: fc.nat() }),
        length: fc.nat(),
      },
      { requiredKeys: ['version', 'quote'] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), likely), (selectors) => {
        expect(['anchored', 'uncertain', 'orphan']).toContain(anchor(root, selectors).state);
        expect(similar(root, selectors).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });

  test('the same question has the same answer', () => {
    const root = article('<p>One two three four.</p><p>Five six seven.</p>');
    const selectors = describe(root, select(root, 'three'));
    const [one, other] = [anchor(root, selectors), anchor(root, selectors)];
    expect({ ...one, range: one.range?.toString() }).toEqual({ ...other, range: other.range?.toString() });
  });
});

group('what looks similar to an orphan', () => {
  test('is offered best first, three at most, none twice', () => {
    const root = article(
      [3, 4, 5, 6, 7]
        .map(
          (hours) =>
            `<p>After ${hours} hours they voted to close the ${hours === 5 ? 'northern' : 'old'} channel.</p>`,
        )
        .join(''),
    );
    const before = article('<p>After 5 hours they voted to dredge the northern channel.</p>');
    const offered = similar(
      root,
      describe(before, select(before, 'After 5 hours they voted to dredge the northern channel.')),
    );
    expect(offered[0]?.text).toBe('After 5 hours they voted to close the northern channel.');
    expect(offered).toHaveLength(3);
    expect(new Set(offered.map(({ range }) => range.startContainer)).size).toBe(3);
  });

  test('is never most of an article, for a few words of which each stands somewhere in it', () => {
    const before = article('<p>They promised to dredge the narrow channel and to mend the lighthouse.</p>');
    const selectors = describe(
      before,
      select(before, 'dredge the narrow channel and to mend the lighthouse'),
    );
    const filler =
      'Nobody in the town had expected that, as the people on the quay said later to each other. '.repeat(4);
    const root = article(
      `<p>The men dredge the narrow channel of the river. ${filler} The bridge stays. ${filler} They mend the lighthouse.</p>`,
    );
    const offered = similar(root, selectors);
    expect(offered.map(({ text }) => text.length).filter((length) => length > 130)).toEqual([]);
    expect(offered[0]?.text).toContain('dredge the narrow');
  });

  test('is nothing on a page about something else', () => {
    const before = article('<p>After 5 hours they voted to dredge the northern channel.</p>');
    const selectors = describe(before, select(before, 'voted to dredge the northern channel'));
    expect(similar(article('<p>Cats sleep a lot.</p>'), selectors)).toEqual([]);
  });
});
