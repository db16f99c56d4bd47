// What jsdom cannot show: layout, hidden text, real ranges, highlights.
import { afterEach, expect, test } from 'vitest';
import { anchor, describe } from '../../../core/annotation/index.ts';

const styles: HTMLStyleElement[] = [];
afterEach(() => {
  document.body.replaceChildren();
  for (const style of styles.splice(0)) style.remove();
});

const SENTENCE = 'The keeper of the lighthouse counted eleven ships on the night of the storm.';
const BEFORE = 'Rain had fallen since the morning, and the road along the coast was closed.';
const BEHIND = 'In the village below, nobody slept, and the bells rang every quarter of an hour.';

function page(html: string): HTMLElement {
  const root = document.createElement('main');
  root.innerHTML = html;
  document.body.append(root);
  return root;
}

function select(root: Node, words: string): Range {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.textContent ?? '').indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return range;
  }
  throw new Error(`no "${words}"`);
}

const keep = (root: Node, words: string) => JSON.parse(JSON.stringify(describe(root, select(root, words))));
const plain = () => page(`<p>${BEFORE}</p><p>${SENTENCE}</p><p>${BEHIND}</p>`);

test('a passage is found in nested markup and in text nodes that were split', () => {
  const root = plain();
  const selectors = keep(root, SENTENCE);
  root.innerHTML = `<section><div>${BEFORE}</div><div><a href="#x">The <i>kee</i>per</a>${SENTENCE.slice(10)}</div></section><p>${BEHIND}</p>`;
  const last = select(root, 'night of the storm').startContainer;
  if (last instanceof Text) last.splitText(12).splitText(9);
  const found = anchor(root, selectors);
  expect(found).toMatchObject({ state: 'anchored', score: 1 });
  expect(found.range?.toString()).toBe(SENTENCE);
});

test('a selection of the reader is kept, and its mark is where it was', () => {
  const root = plain();
  const selection = getSelection();
  selection?.selectAllChildren(root.children[1] ?? root);
  const range = selection?.getRangeAt(0);
  if (!range) throw new Error('nothing selected');
  const found = anchor(root, describe(root, range));
  if (!found.range) throw new Error('not found');
  expect(found.range.getBoundingClientRect().toJSON()).toEqual(range.getBoundingClientRect().toJSON());
  expect(() => CSS.highlights.set('test', new Highlight(new StaticRange(found.range)))).not.toThrow();
  CSS.highlights.delete('test');
});

test('the hidden copy of a passage is never taken', () => {
  const style = document.createElement('style');
  style.textContent = '.phone { display: none } .frame { display: contents }';
  document.head.append(style);
  styles.push(style);
  const selectors = keep(plain(), SENTENCE);
  const root = page(
    `<div class="phone"><p>${BEFORE}</p><p>${SENTENCE}</p><p>${BEHIND}</p></div>
     <div class="frame"><p>${BEFORE}</p><p id="shown">${SENTENCE}</p><p>${BEHIND}</p></div>`,
  );
  const found = anchor(root, selectors);
  expect(found.range?.startContainer.parentElement?.id).toBe('shown');
  root.querySelector('.frame')?.remove();
  expect(anchor(root, selectors).state).toBe('orphan');
});

test('a passage inside closed details is still there', () => {
  const root = page(
    `<p>${BEFORE}</p><details><summary>More</summary><p class="x">${SENTENCE}</p></details><p>${BEHIND}</p>`,
  );
  const selectors = keep(root, SENTENCE);
  root.querySelector('details')?.setAttribute('open', '');
  expect(anchor(root, selectors)).toMatchObject({ state: 'anchored', score: 1 });
});

test('lines in preformatted text are one text, and keep their places', () => {
  const root = page(`<pre>first line\n    second   line\nthird line</pre>`);
  const selectors = keep(root, 'second   line');
  expect(selectors.quote).toMatchObject({
    exact: 'second line',
    prefix: 'first line ',
    suffix: ' third line',
  });
  expect(anchor(root, selectors).range?.toString()).toBe('second   line');
});

test('a form that hides the members of its nodes does not mislead', () => {
  const root = page(
    `<form><input name="childNodes"><input name="ownerDocument"><input name="compareDocumentPosition"><p>${BEFORE}</p><p>${SENTENCE}</p></form>`,
  );
  const form = root.querySelector('form') ?? root;
  expect(anchor(form, keep(form, SENTENCE))).toMatchObject({ state: 'anchored', score: 1 });
});

test('the whole document, a fragment and a shadow root are roots too', () => {
  const root = plain();
  expect(anchor(document, keep(document, SENTENCE)).range?.toString()).toBe(SENTENCE);
  const shadow = page('<div></div>').querySelector('div')?.attachShadow({ mode: 'open' });
  if (!shadow) throw new Error('no shadow root');
  shadow.append(root.cloneNode(true));
  expect(anchor(shadow, keep(shadow, SENTENCE)).range?.toString()).toBe(SENTENCE);
  expect(describe(root, select(shadow, SENTENCE))).toBeNull();
  const fragment = document.createDocumentFragment();
  fragment.append(root.cloneNode(true));
  expect(anchor(fragment, keep(fragment, SENTENCE)).range?.toString()).toBe(SENTENCE);
});
