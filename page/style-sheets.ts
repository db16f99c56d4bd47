// Style without a node: sheets that the document adopts touch none of its elements, and a page's
// `style-src 'none'` does not hold them back (seen in Chromium 156 and Firefox 153; one that is parsed from
// a <style> is blocked in Firefox). The list is assigned anew rather than pushed to, because older Firefox
// refuses a content script to change the page's own array; and past a form that is named like the property.
import { trueMember } from '../core/text/dom-access.ts';

type Adopter = Document | ShadowRoot;

function assign(to: Adopter, sheets: CSSStyleSheet[]): void {
  Reflect.set(Object.getPrototypeOf(to), 'adoptedStyleSheets', sheets, to);
}

/** Returns what takes the sheet away again. */
export function adopt(to: Adopter, css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  assign(to, [...trueMember(to, 'adoptedStyleSheets'), sheet]);
  return () =>
    assign(
      to,
      [...trueMember(to, 'adoptedStyleSheets')].filter((other) => other !== sheet),
    );
}
