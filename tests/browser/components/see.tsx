// Shows a view as a reader would have it, checks it with axe, and leaves a picture in `.artifacts/`.
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { cdp, page } from 'vitest/browser';

const stage: Element[] = [];

/** The card lives in a shadow root, as on a page; an own-origin page does not. */
export function see(view: ComponentChild, css: readonly string[], { shadow = false, width = 380 } = {}) {
  const host = document.createElement('div');
  host.style.inlineSize = `${width}px`;
  document.body.append(host);
  stage.push(host);
  const sheets = css.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const root = shadow ? host.attachShadow({ mode: 'open' }) : host;
  if (root instanceof ShadowRoot) root.adoptedStyleSheets = sheets;
  else document.adoptedStyleSheets = sheets;
  render(view, root);
  return { host, root, again: (next: ComponentChild) => render(next, root) };
}

export function clear(): void {
  for (const host of stage.splice(0)) host.remove();
  document.adoptedStyleSheets = [];
  document.documentElement.style.colorScheme = '';
}

export const schemes = ['light', 'dark'] as const;

/** As the reader's system says it: what `light-dark()` follows. */
export async function scheme(name: (typeof schemes)[number]): Promise<void> {
  const features = [{ name: 'prefers-color-scheme', value: name }];
  await cdp().send('Emulation.setEmulatedMedia', { features });
  document.documentElement.style.colorScheme = 'light dark';
}

/** What axe finds, as lines that a failing test can print. */
export async function axeFindings(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    // The page around is the test's own: only what stands inside the view is judged.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

export async function picture(element: Element, name: string): Promise<void> {
  await page.elementLocator(element).screenshot({ path: `../../../.artifacts/components/${name}.png` });
}

/** The text in the order in which it is read aloud: hidden parts left out, folded parts too. */
export function readAloud(root: ParentNode): string {
  const words: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Element) {
      if (node.getAttribute('aria-hidden') === 'true') return;
      const label = node.getAttribute('aria-label');
      if (label) return void words.push(label);
      if (
        node.parentElement instanceof HTMLDetailsElement &&
        !node.parentElement.open &&
        node.tagName !== 'SUMMARY'
      )
        return;
    }
    if (node instanceof Text && node.data.trim()) words.push(node.data.trim());
    for (const child of node.childNodes) walk(child);
  };
  for (const child of root.childNodes) walk(child);
  const text = words.join(' ').replaceAll(/\s+/g, ' ');
  return text.replaceAll(/ (?=[.,:;)])/g, '').replaceAll('( ', '(');
}
