// What the browser alone knows of an element: whether and how it shows. On the command line and in jsdom,
// where there is no layout, everything counts as shown as its name says.

import { trueMember } from '../text/dom-access.ts';

const style = (element: Element): CSSStyleDeclaration | null =>
  typeof getComputedStyle === 'function' ? getComputedStyle(element) : null;

/** Whether any of it can be seen. An article that is faded in (`opacity: 0`) can; a closed `details` cannot. */
export function isShown(element: Element): boolean {
  const check = trueMember(element, 'checkVisibility');
  return typeof check !== 'function' || check.call(element, { visibilityProperty: true });
}

/** `none` also for text that is clipped away, as it is for screen readers alone. A floated initial is inline. */
export function displayOf(element: Element): 'inline' | 'block' | 'none' {
  const computed = style(element);
  if (!computed) return 'inline';
  const { display } = computed;
  if (display === 'none' || computed.visibility === 'hidden') return 'none';
  // What floats or is placed is no longer `inline` to the browser: most elements are done here, since each
  // property that is read costs a microsecond.
  if (display === 'inline') return 'inline';
  if (computed.position === 'absolute' && isClipped(computed)) return 'none';
  return BLOCK.test(display) && computed.float === 'none' ? 'block' : 'inline';
}

const BLOCK = /^(?:block|flex|grid|flow-root|table|list-item)/;

const isClipped = ({ clip, clipPath }: CSSStyleDeclaration): boolean =>
  /^rect\((?:[01]px,? ?){4}\)$/.test(clip) || /^inset\((?:50|100)%\)$/.test(clipPath);

/** Whether line feeds in the source show as line breaks. Asked only where the text has one. */
export function keepsLines(element: Element | undefined, text: string): boolean {
  return (
    element !== undefined &&
    text.includes('\n') &&
    /^(?:pre|break-spaces)/.test(style(element)?.whiteSpace ?? '')
  );
}
