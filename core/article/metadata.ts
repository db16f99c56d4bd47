// Title, date and language as the page gives them: from the surest statement to the least. All of it is text
// that anyone may have written, so it is bounded and checked.
import { selectAll } from '../text/dom-access.ts';
import type { Published } from './article.ts';
import { agree, mainHeading } from './headline.ts';
import { type LinkedThing, linkedThings } from './linked-data.ts';
import { pageDate } from './page-date.ts';
import { STORY } from './schema-types.ts';

export interface Metadata {
  readonly title: string;
  readonly published: Published | null;
  readonly language: string;
}

const LONGEST_TITLE = 1_000;

const tidy = (text: unknown): string =>
  typeof text === 'string'
    ? text
        .slice(0, 4 * LONGEST_TITLE)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, LONGEST_TITLE)
    : '';

function metaContents(document: Document): Map<string, string> {
  const contents = new Map<string, string>();
  for (const meta of selectAll(document, 'meta[content]').slice(0, 500)) {
    const name =
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv') ?? '';
    const key = name.trim().toLowerCase();
    if (!contents.has(key)) contents.set(key, meta.getAttribute('content') ?? '');
  }
  return contents;
}

/** `<title>` without the site's name, behind or before a bar or dash: the longest part. */
function documentTitle(document: Document, site: string): string {
  const title = tidy(selectAll(document, 'head title')[0]?.textContent);
  const parts = title.split(/\s+[|–—·«»•]\s+|\s+-\s+|\s::\s/).filter((part) => part !== site && part !== '');
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '') || title;
}

/** A headline that still has its markup or its entities in it is passed over for the next source. */
const isClean = (title: string) => title !== '' && !/<\/?[a-z][^>]*>|&(?:#?\w{2,8});/i.test(title);

function titleOf(document: Document, story: LinkedThing | undefined, metas: Map<string, string>): string {
  const site = tidy(metas.get('og:site_name'));
  const shown = tidy(mainHeading(document)?.textContent);
  const stated = [tidy(story?.value['headline']), tidy(metas.get('og:title'))];
  const inTab = documentTitle(document, site);
  // Two sources that agree are believed before one that stands alone (a `headline` may be a description).
  const candidates = [...stated, shown, inTab].filter(isClean);
  const witnessed = candidates.find((one, at) =>
    candidates.some((other, n) => n !== at && agree(one, other)),
  );
  const title = witnessed ?? [...stated, inTab, shown].find(isClean) ?? inTab;
  const suffix = [' | ', ' - ', ' – ', ' — ']
    .map((bar) => bar + site)
    .find((end) => site !== '' && title.endsWith(end));
  return suffix === undefined ? title : title.slice(0, -suffix.length);
}

function languageOf(document: Document, story: LinkedThing | undefined, metas: Map<string, string>): string {
  const root = selectAll(document, ':root')[0];
  const stated = [
    root?.getAttribute('lang'),
    root?.getAttribute('xml:lang'),
    metas.get('og:locale'),
    metas.get('content-language'),
    story?.value['inLanguage'],
  ];
  for (const text of stated) {
    const subtag = /^\s*([a-z]{2,3})(?:[-_,\s]|$)/i.exec(
      typeof text === 'string' ? text.slice(0, 40) : '',
    )?.[1];
    if (subtag !== undefined) return subtag.toLowerCase();
  }
  return 'und';
}

/** `now` refuses dates that lie after tomorrow. */
export function readMetadata(document: Document, { url, now }: { url: string; now: Date }): Metadata {
  const things = linkedThings(selectAll(document, 'script[type="application/ld+json" i]'));
  const story = things.find(({ types }) => types.some((type) => STORY.test(type)));
  const metas = metaContents(document);
  return {
    title: titleOf(document, story, metas),
    published: pageDate(document, { story, metas, url, now }),
    language: languageOf(document, story, metas),
  };
}
