// What somebody sees on a page who goes by roles and names: runs inside of the page, and looks into our open shadow
// roots. Enough of the rules for our own pages, where every name is a label or the text itself.

export const ROLES = {
  article: 'article, [role=article]',
  button: 'button, summary, [role=button]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  dialog: 'dialog, [role=dialog]',
  file: 'input[type=file]',
  heading: 'h1, h2, h3, h4',
  link: 'a[href]',
  radio: 'input[type=radio], [role=radio]',
  switch: '[role=switch]',
  textbox: 'textarea, input:not([type=checkbox], [type=radio], [type=file])',
} as const;
export type Role = keyof typeof ROLES;

export interface Wanted {
  /** A selector of ROLES. */
  readonly selector: string;
  /** Source of a regular expression. */
  readonly name: string;
  /** Only within the first element that this selector finds. */
  readonly within: string | null;
}

/** All that answer to it and can be seen, in the order of the document. */
export function findHere({ selector, name, within }: Wanted): Element[] {
  const pattern = new RegExp(name, 'u');
  const nameOf = (element: Element): string => {
    const labelled = element.getAttribute('aria-labelledby');
    const root = element.getRootNode();
    if (labelled !== null && (root instanceof Document || root instanceof ShadowRoot))
      return labelled
        .split(' ')
        .map((id) => root.getElementById(id)?.textContent ?? '')
        .join(' ');
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
    const label = labels.map((one) => one.textContent).join(' ');
    const own = element.getAttribute('aria-label') ?? (label === '' ? null : label);
    return own ?? (element.textContent || (element.getAttribute('placeholder') ?? ''));
  };
  const found: Element[] = [];
  const isSeen = (element: Element) =>
    // A file field lies behind the button that opens it.
    element.matches('input[type=file]') || element.checkVisibility({ visibilityProperty: true });
  const walk = (root: ParentNode, inside: boolean) => {
    for (const element of root.querySelectorAll('*')) {
      const within_ = inside || within === null || element.closest(within) !== null;
      if (within_ && element.matches(selector) && isSeen(element)) {
        const words = nameOf(element).replace(/\s+/g, ' ').trim();
        if (pattern.test(words)) found.push(element);
      }
      if (element.shadowRoot) walk(element.shadowRoot, within_);
    }
  };
  walk(document, false);
  return found;
}

/** What can be read, ours in shadow roots too. */
export function textHere(within: string | null): string {
  const texts: string[] = [];
  const read = (element: Element) => {
    if (element instanceof HTMLElement) texts.push(element.innerText);
    for (const inner of [element, ...element.querySelectorAll('*')])
      for (const child of inner.shadowRoot?.children ?? []) read(child);
  };
  for (const element of document.querySelectorAll(within ?? 'body')) read(element);
  return texts.join('\n').replace(/[ \t\u00a0]+/g, ' ');
}
