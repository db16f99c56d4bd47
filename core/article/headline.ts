// Which heading is the article's. A page may have several h1: the site's logo, a slide show, a teaser. The
// right one is also in the document's title; where none is, the first inside the main content.
import { selectAll } from '../text/dom-access.ts';

const bare = (text: string | null | undefined) =>
  (text ?? '')
    .slice(0, 4_000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Shorter words ("News") are in many titles by chance; a Chinese headline may have eight characters. */
const TELLING = 8;

/** Whether two texts are the same headline, perhaps with a site's name at one of them. */
export function agree(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= TELLING && long.includes(short);
}

export function mainHeading(document: Document): Element | null {
  const headings = selectAll(document, 'h1').slice(0, 50);
  const titles = [
    ...selectAll(document, 'head title').map((title) => title.textContent ?? ''),
    ...selectAll(document, 'meta[property="og:title"]').map((meta) => meta.getAttribute('content') ?? ''),
  ];
  const isWitnessed = (heading: Element) => titles.some((title) => agree(heading.textContent ?? '', title));
  // Some sites keep h1 for their logo.
  const witnessed = headings.find(isWitnessed) ?? selectAll(document, 'h2').slice(0, 50).find(isWitnessed);
  const inside = headings.filter((h1) => h1.closest('article,main,[role=main]'));
  return (
    witnessed ??
    inside.find((h1) => bare(h1.textContent).length >= TELLING) ??
    inside[0] ??
    headings[0] ??
    null
  );
}
