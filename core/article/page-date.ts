// The day on which a page appeared: from the surest statement to the least. The day on which it was last
// changed is never taken in its place: what an actor was then may be something else.
import { contains, parentOf, selectAll } from '../text/dom-access.ts';
import type { Published } from './article.ts';
import { mainHeading } from './headline.ts';
import type { LinkedThing } from './linked-data.ts';
import { publishedFrom, publishedInAddress } from './published.ts';
import { isReferenceWork } from './reference-work.ts';

/** Names in use for the day of publication, the surest first; none of a change or a crawl. */
const META_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'article:publicationdate',
  'datepublished',
  'date_published',
  'publication_date',
  'publicationdate',
  'publish-date',
  'publish_date',
  'publishdate',
  'published-date',
  'pubdate',
  'pdate',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'displaydate',
  'date',
];
const LATER = /modif|updat|aktualis|revis/i;
/** Where a page shows other stories or what readers wrote: their dates are not the article's. */
const ELSEWHERE =
  'aside,nav,footer,[class*="comment" i],[id*="comment" i],[class*="related" i],[class*="recommend" i],[class*="promo" i]';

/** A `<time>` and the words before it: "Published", "Last updated". */
function labelled(time: Element): string {
  const names = `${time.className} ${time.getAttribute('itemprop') ?? ''} ${time.getAttribute('property') ?? ''}`;
  return `${names} ${(time.previousSibling?.textContent ?? '').slice(-40)}`;
}

/** What a `<time>` says of the day of publication; one that covers a later change too is read as it is written. */
function timeText(time: Element): string {
  const written = (time.textContent ?? '').trim();
  const stated = time.getAttribute('datetime');
  return stated === null || LATER.test(written) ? written.replace(/^\p{L}[\p{L} ]{0,20}:\s*/u, '') : stated;
}

/** How many elements up from the headline its date may be. */
const LEVELS = 10;

/** The `<time>` elements that stand nearest to the headline, those of cards of other stories left out. */
function timesAtHeadline(document: Document): Element[] {
  const heading = mainHeading(document) ?? selectAll(document, 'article,main,[role=main]')[0];
  const times = selectAll(document, 'time')
    .slice(0, 500)
    .filter((time) => !LATER.test(labelled(time)) && !time.closest(ELSEWHERE));
  const isCard = (article: Element) =>
    heading !== undefined &&
    !article.contains(heading) &&
    article.querySelector('h2 a,h3 a,a h2,a h3') !== null;
  let around: Element | null = heading ?? null;
  for (let level = 0; around && level < LEVELS; level++, around = parentOf(around)) {
    const near = times.filter((time) => {
      const article = time.closest('article,li');
      return around && contains(around, time) && !(article && isCard(article));
    });
    if (near.length > 0) return near.slice(0, 3);
  }
  return [];
}

/** Dates in the page's body, those that are marked as the day of publication first. */
function datesInBody(document: Document): { text: string | null; explicit: boolean }[] {
  const marked = selectAll(document, '[itemprop~="datePublished"],[property~="datePublished"],time[pubdate]')
    .filter((element) => !element.closest(ELSEWHERE))
    .slice(0, 5)
    .map(
      (element) => element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent,
    )
    .map((text) => ({ text, explicit: true }));
  return [...marked, ...timesAtHeadline(document).map((time) => ({ text: timeText(time), explicit: false }))];
}

function first<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const value = read(item);
    if (value !== null) return value;
  }
  return null;
}

export interface DateSources {
  readonly story: LinkedThing | undefined;
  /** The contents of the page's `meta` elements by their names in lower case. */
  readonly metas: ReadonlyMap<string, string>;
  readonly url: string;
  readonly now: Date;
}

/** The day of publication, or null where the page does not tell. */
export function pageDate(document: Document, { story, metas, url, now }: DateSources): Published | null {
  if (story && isReferenceWork(document, story)) return null;
  const stated = [
    story?.value['datePublished'],
    story?.value['dateCreated'],
    ...META_NAMES.map((name) => metas.get(name)),
  ];
  const found = first(stated, (text) => publishedFrom(text, { explicit: true, now }));
  if (found) return found;
  const shown = first(datesInBody(document), ({ text, explicit }) =>
    publishedFrom(text?.trim(), { explicit, now }),
  );
  if (shown) return shown;
  const canonical = selectAll(document, 'link[rel~="canonical"]')[0]?.getAttribute('href') ?? '';
  return first([url, canonical], (address) => publishedInAddress(address, now));
}
