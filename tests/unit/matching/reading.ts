// Reads texts as an article of one day, and answers what the reader would see of it.
import type { Article } from '../../../core/article/article.ts';
import type { Knowledge } from '../../../core/knowledge/index.ts';
import { annotate } from '../../../core/matching/index.ts';
import type { Mention } from '../../../core/matching/mention.ts';

export const DAY = '2019-12-31';

export interface Reading {
  readonly mentions: readonly Mention[];
  /** `surface → entity` of all marks. */
  readonly shown: readonly string[];
  /** `surface: kind` of names that nobody knows. */
  readonly unknown: readonly string[];
}

function articleOf(texts: readonly string[], dated = true): Article {
  return {
    url: 'https://news.example/',
    title: '',
    published: dated ? { day: DAY } : null,
    language: 'en',
    blocks: texts.map((text, id) => ({ id, kind: 'text', text })),
  };
}

function seenIn(texts: readonly string[], mentions: readonly Mention[]): Reading {
  const textOf = ({ block, start, end }: Mention) => texts[block]?.slice(start, end) ?? '';
  return {
    mentions,
    shown: mentions.filter(({ shown }) => shown).map((one) => `${textOf(one)} → ${one.entity}`),
    unknown: mentions.filter((one) => one.entity === null).map((one) => `${textOf(one)}: ${one.kind}`),
  };
}

export async function read(knowledge: Knowledge, ...texts: string[]): Promise<Reading> {
  return seenIn(texts, await annotate(articleOf(texts), knowledge, DAY));
}
