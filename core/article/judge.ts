// Is this page an article? Asked on every page that a reader opens, so it costs a handful of selector
// queries, no layout and no style, and gives up early. It would rather miss an odd article (the popup reads
// any page on request) than mark a shop. A page's own word counts in this order: JSON-LD, Open Graph,
// microdata and RDFa; what the page looks like comes last, and then text alone is never enough: there must be
// one story, with a headline and a date.
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import { selectAll, trueMember } from '../text/dom-access.ts';
import { linkedThings, typeNames } from './linked-data.ts';
import { isDatedAtHeadline, isOneStory } from './one-story.ts';
import { isReferenceWork } from './reference-work.ts';
import { ELSE, NEWS, STORY } from './schema-types.ts';

export interface Judgement {
  readonly article: boolean;
  /** What decided, for the reader's popup and for whoever debugs a page. */
  readonly why: string;
}

const yes = (why: string): Judgement => ({ article: true, why });
const no = (why: string): Judgement => ({ article: false, why });

/** More stories than this, each with its own address, are a list of stories: a live blog has two, a front page twenty. */
const STORIES_OF_ONE_PAGE = 3;

const DATES =
  'meta[property="article:published_time"],meta[property="article:published"],meta[name*="publi" i][name*="date" i],' +
  'meta[name="date" i],meta[name^="dc.date" i],meta[name="pubdate" i],meta[name="pdate" i],meta[name="parsely-pub-date" i],' +
  'meta[name="sailthru.date" i],[itemprop~="datePublished"],[property~="datePublished"],time[datetime],time[pubdate],article time';
const DATED_ADDRESS = /\/(?:19|20)\d\d[/-]?(?:\d\d|[a-z]{3})[/-]?\d\d?(?!\d)/;

const FORUM = /discourse|phpbb|vbulletin|xenforo|mybb|invision|flarum|vanilla forums/i;
const PATHS_OF_OTHER_PAGES =
  /\/(?:search|suche|forums?|threads?|viewtopic|showthread|cart|basket|checkout|login|signin|signup|products?|questions|inbox|tags?)(?:[/.?]|$)/i;

/** Types of the things that stand in the page itself, as microdata or RDFa, and are no part of another. */
function markedUpTypes(document: Document): string[] {
  return selectAll(
    document,
    '[itemtype]:not([itemprop]),[itemtype][itemprop~="mainEntity"],[typeof]:not([property])',
  )
    .slice(0, 200)
    .flatMap((element) =>
      typeNames((element.getAttribute('itemtype') ?? element.getAttribute('typeof') ?? '').split(/\s+/)),
    );
}

function hasDate(document: Document): boolean {
  const canonical = selectAll(document, 'link[rel~="canonical"]')[0]?.getAttribute('href') ?? '';
  return (
    selectAll(document, DATES).length > 0 ||
    DATED_ADDRESS.test(`${trueMember(document, 'URL')} ${canonical}`) ||
    isDatedAtHeadline(document)
  );
}

export function judge(document: Document): Judgement {
  const things = linkedThings(selectAll(document, 'script[type="application/ld+json" i]'));
  const stories = things.filter(({ types }) => types.some((type) => STORY.test(type)));
  if (stories.some((story) => isReferenceWork(document, story)))
    return no('a reference work, rewritten for years');
  if (stories.length > STORIES_OF_ONE_PAGE) return no('JSON-LD: a list of stories');
  const news = stories.flatMap(({ types }) => types).find((type) => NEWS.test(type));
  if (news !== undefined) return yes(`JSON-LD: ${news}`);

  const other = things.flatMap(({ types }) => types).find((type) => ELSE.test(type));
  const dated = stories.find(({ value }) => value['datePublished'] !== undefined);
  if (dated && other === undefined) return yes(`JSON-LD: ${dated.types.join(' ')} with a date`);

  const openGraph = selectAll(document, 'meta[property="og:type"],meta[name="og:type"]')
    .map((meta) => (meta.getAttribute('content') ?? '').trim().toLowerCase())
    .find((type) => type !== '');
  const marked = markedUpTypes(document);
  const markedStories = marked.filter((type) => STORY.test(type));
  const elsewhere = new URL(trueMember(document, 'URL')).pathname;
  const reasons: [boolean, string][] = [
    [other !== undefined, `JSON-LD: ${other}`],
    [markedStories.length === 0 && marked.some((type) => ELSE.test(type)), 'microdata: of another kind'],
    [markedStories.length > STORIES_OF_ONE_PAGE, 'microdata: a list of stories'],
    [
      /^(?:video|music|product|profile|book|game|place|restaurant)\b/.test(openGraph ?? ''),
      `og:type ${openGraph}`,
    ],
    [
      selectAll(document, 'meta[name="generator" i]').some((meta) =>
        FORUM.test(meta.getAttribute('content') ?? ''),
      ),
      'a forum',
    ],
    [
      selectAll(document, '[role=application],[role=feed],[role=grid]').length > 0 && stories.length === 0,
      'a web application',
    ],
    [elsewhere === '/' && stories.length === 0 && openGraph !== 'article', 'a front page'],
    [PATHS_OF_OTHER_PAGES.test(elsewhere), 'an address of another kind'],
  ];
  const against = reasons.find(([holds]) => holds);
  if (against) return no(against[1]);

  if (openGraph === 'article' && selectAll(document, 'meta[property="article:published_time"]').length > 0)
    return yes('og:type article with a date');
  if (!hasText(document)) return no('too little text');
  const headline = selectAll(document, 'h1,[itemprop~="headline"]').length > 0;
  if (!hasDate(document)) return no('no date');
  if (markedStories.length > 0) return yes(`microdata: ${markedStories[0]}`);
  if (!headline) return no('no headline');
  return isOneStory(document) ? yes('one story with headline and date') : no('no single story');
}

/** Chinese and Japanese say in 60 characters what takes 140 in English, the measure's own unit. */
function hasText(document: Document): boolean {
  const dense = /^(?:zh|ja|ko)/i.test(selectAll(document, ':root')[0]?.getAttribute('lang') ?? '');
  const page = { querySelectorAll: (selector: string) => selectAll(document, selector) };
  return isProbablyReaderable(page, dense ? { minContentLength: 60, minScore: 10 } : {});
}
