// What no page, no selection and no selectors may break.
import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, describe as group, test } from 'vitest';
import { anchor, describe, Page, similar } from '../../../core/annotation/index.ts';
import { processorTime } from '../processor-time.ts';

const { window } = new JSDOM();
const { document } = window;

/** Everything that one character of the page may not be one character of the text for. */
const piece = fc.constantFrom(
  'the ',
  'river ',
  'River',
  ' and',
  '. ',
  '…',
  '...',
  '..',
  '“so”',
  '  \n ',
  '\u00a0',
  'mu\u00adni\u00adcipal ',
  'zero\u200bwidth ',
  'cafe\u0301 ',
  'café ',
  '🦊',
  '👩\u200d👧 ',
  '𠮷',
  '河流在秋天。',
  'النَّهر ',
  '\u202bنهر\u202c ',
  'नदी ',
  'می\u200cخواهم ',
  '\u0000',
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const inline = fc.constantFrom('b', 'a', 'span', 'em', 'ruby', 'x-card');
const block = fc.constantFrom('p', 'div', 'li', 'td', 'pre', 'blockquote', 'details', 'h2');
const left = fc.constantFrom('script', 'style', 'template', 'textarea', 'svg');

const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text.map((data): Node => document.createTextNode(data)),
    text.map((data): Node => document.createComment(data)),
    fc.constant(null).map((): Node => document.createElement('br')),
    fc.tuple(left, text).map(([name, data]): Node => {
      const element = document.createElement(name);
      element.textContent = data;
      return element;
    }),
    fc
      .tuple(fc.oneof(inline, block), fc.boolean(), fc.array(tie('tree'), { maxLength: 5 }))
      .map(([name, isHidden, children]): Node => {
        const element = document.createElement(name);
        element.append(...children.map((child) => child.cloneNode(true)));
        if (isHidden && children.length === 1) element.setAttribute('hidden', '');
        return element;
      }),
  ),
}));

const roots: Readonly<Record<string, () => Document | DocumentFragment | Element>> = {
  element: () => document.createElement('article'),
  fragment: () => document.createDocumentFragment(),
  'shadow root': () => document.createElement('div').attachShadow({ mode: 'open' }),
  document: () => document.implementation.createHTMLDocument(''),
};

function nodesOf(root: Node): Node[] {
  const walker = document.createTreeWalker(root);
  const nodes: Node[] = [root];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

const lengthOf = (node: Node) => node.nodeValue?.length ?? node.childNodes.length;

group('for any page and any selection', () => {
  test.each(Object.keys(roots))('a passage of an unchanged %s is where it was, to the character', (kind) => {
    let kept = 0;
    fc.assert(
      fc.property(
        fc.array(tree, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (nodes, a, b, c, d) => {
          const root = roots[kind]?.() ?? document.createElement('p');
          const parent = 'body' in root ? root.body : root;
          parent.append(...nodes.map((node) => node.cloneNode(true)));
          const all = nodesOf(root).filter(({ nodeType }) => nodeType !== 10);
          const range = (root.ownerDocument ?? (root as Document)).createRange();
          const [from, to] = [all[a % all.length], all[b % all.length]];
          if (!from || !to) return;
          range.setStart(from, c % (lengthOf(from) + 1));
          const end = d % (lengthOf(to) + 1);
          // Whoever selects backwards selects the same; an end set before the start would leave nothing selected.
          if (range.comparePoint(to, end) < 0) range.setStart(to, end);
          else range.setEnd(to, end);
          const page = new Page(root);
          const span = page.spanOf(range);
          const selectors = describe(root, range);
          expect(selectors === null).toBe(span === null);
          if (!selectors) return;
          kept++;
          const found = anchor(root, JSON.parse(JSON.stringify(selectors)));
          expect(found).toMatchObject({ state: 'anchored', why: 'same', score: 1 });
          expect(found.range && page.spanOf(found.range)).toEqual(span);
          expect(found.range && describe(root, found.range)).toEqual(selectors);
        },
      ),
      { numRuns: 150 },
    );
    expect(kept).toBeGreaterThan(15);
  });
});

const page = (paragraphs: readonly string[]) => {
  const root = document.createElement('article');
  for (const data of paragraphs) {
    const paragraph = document.createElement('p');
    paragraph.append(data);
    root.append(paragraph);
  }
  return root;
};

group('what comes from outside', () => {
  test('is taken or left, never thrown on: cut short, far too long, with numbers of another page', () => {
    const root = page(['The river rose in the night. Nobody had slept.', 'In the morning it was gone.']);
    const range = document.createRange();
    range.selectNodeContents(root.firstChild ?? root);
    const whole = JSON.stringify(describe(root, range));
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(1_000_000_000), fc.nat(3), (cut, number, times) => {
        const selectors = JSON.parse(whole);
        selectors.quote.exact = selectors.quote.exact.slice(0, cut).repeat(times);
        selectors.quote.prefix = selectors.quote.exact.slice(cut % 30).repeat(times);
        selectors.position = { type: 'TextPositionSelector', start: number, end: number % (cut + 1) };
        selectors.range.startContainer = '/'.repeat(cut);
        selectors.occurrence = { index: number, count: number % 7, alike: number };
        selectors.length = cut;
        expect(['anchored', 'uncertain', 'orphan']).toContain(anchor(root, selectors).state);
        expect(similar(root, selectors).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 200 },
    );
  });

  const long = (unit: string, characters: number) => unit.repeat(Math.ceil(characters / unit.length));
  const repeating: readonly [name: string, unit: string][] = [
    ['one letter', 'a'],
    ['one word', 'river '],
    ['two words', 'river bank '],
    ['one sentence', 'The river rose in the night and nobody had slept. '],
    ['one Chinese character', '河'],
  ];
  test.each(repeating)('takes a bounded time on two million characters that repeat %s', (_, unit) => {
    const root = page(['The beginning.', long(unit, 2_400_000)]);
    const read = new Page(root);
    const quote = (exact: string, count: number) => ({
      version: 1,
      quote: { type: 'TextQuoteSelector', exact, prefix: long(unit, 10_000), suffix: long(unit, 10_000) },
      occurrence: { index: 3, count },
    });
    const taken = processorTime(() => {
      for (const exact of [unit.trim(), long(unit, 150), long(unit, 190_000), `${long(unit, 190_000)}x`]) {
        anchor(read, quote(exact.trim(), 7));
        similar(read, quote(exact.trim(), 7));
      }
      const range = document.createRange();
      range.selectNodeContents(root.firstChild ?? root);
      expect(describe(read, range)?.quote.exact).toBe('The beginning.');
    });
    expect(taken).toBeLessThan(LONGEST);
  });
});

/** Milliseconds of the processor, of which about two thousand are needed; without bounds these were minutes. */
const LONGEST = 10_000;
