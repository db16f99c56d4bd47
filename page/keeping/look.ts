// What the page says of itself, so that an article is known again under another address.
import type { PageLook } from '../../core/annotation/kept/index.ts';
import { readMetadata } from '../../core/article/metadata.ts';
import { selectAll } from '../../core/text/dom-access.ts';

const LONGEST_ADDRESS = 4_000;

/** Absolute, of the web, and without what follows `#`; null where there is none. */
function addressIn(element: Element | undefined, attribute: string): string | null {
  const stated = element?.getAttribute(attribute) ?? '';
  if (stated === '' || !URL.canParse(stated, location.href)) return null;
  const { href, protocol } = new URL(stated, location.href);
  return /^https?:$/.test(protocol) && href.length <= LONGEST_ADDRESS ? href : null;
}

export function lookOf(document: Document): PageLook {
  const url = location.href;
  const { title, published, language } = readMetadata(document, { url, now: new Date() });
  const [link] = selectAll(document, 'link[rel~="canonical" i]');
  const [graph] = selectAll(document, 'meta[property="og:url" i]');
  return {
    url: url.slice(0, LONGEST_ADDRESS),
    canonical: addressIn(link, 'href') ?? addressIn(graph, 'content'),
    title,
    published,
    language,
  };
}
