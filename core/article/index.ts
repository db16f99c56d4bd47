// Page → article, and the way back from its text to the page. The page is only ever read: no clone, no
// attribute, no live range.

import { TextMap } from '../text/dom.ts';
import { domAccess, trueMember } from '../text/dom-access.ts';
import { type Article, type Block, LIMITS } from './article.ts';
import { collectBlocks } from './blocks.ts';
import { mainHeading } from './headline.ts';
import { readMetadata } from './metadata.ts';
import { findRegion } from './region.ts';

export interface ReadOptions {
  readonly url: string;
  /** Decides which dates lie in the future. */
  readonly now: Date;
  /** The reader asked for this page although it looks like no article: more of it is taken in. */
  readonly force?: boolean;
}

export interface ReadArticle {
  readonly article: Article;
  readonly map: TextMap<Block['kind']>;
  /** Only the first part of a very long page was read. */
  readonly cut: boolean;
}

const LONGEST_ADDRESS = 4_000;

/** Reads a live page, or one in jsdom. An empty page gives an article without blocks. */
export function readArticle(document: Document, { url, now, force = false }: ReadOptions): ReadArticle {
  const body = trueMember(document, 'body') ?? trueMember(document, 'documentElement');
  const dom = domAccess(body);
  const heading = mainHeading(document);
  const region = findRegion(document, { heading, wide: force }, dom);
  let collected = collectBlocks(document, region, heading, dom);
  // What the page calls its article may be hidden, or a frame around nothing.
  if (collected.flow.blocks.length === 0)
    collected = collectBlocks(document, { ...region, root: body, core: body }, heading, dom);
  const map = new TextMap(collected.flow);
  const { title, published, language } = readMetadata(document, { url, now });
  const article: Article = {
    url: url.slice(0, LONGEST_ADDRESS),
    title,
    published,
    language,
    blocks: map.blocks.slice(0, LIMITS.blocks),
  };
  return { article, map, cut: collected.cut || map.blocks.length > LIMITS.blocks };
}
