// How fast the whole engine is on the texts of a corpus, document by document as a reader meets them, beside compromise
// on the same texts in the same run. Megabytes a second are of one machine; the ratio is what to compare.
import nlp from 'compromise';
import type { Article } from '../../core/article/article.ts';
import type { Knowledge } from '../../core/knowledge/index.ts';
import { annotate } from '../../core/matching/index.ts';
import { TODAY } from './found.ts';
import type { GoldDocument } from './gold.ts';

const ROUNDS = 7;
/** Enough of a text for compromise, which needs a minute for a megabyte. */
const SAMPLE = 60_000;

export interface Speed {
  /** Million UTF-16 units a second. */
  readonly backstory: number;
  readonly compromise: number;
  readonly characters: number;
}

export async function measureSpeed(documents: readonly GoldDocument[], knowledge: Knowledge): Promise<Speed> {
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  const articles = documents.map(articleOf);
  const rounds: number[] = [];
  // One round unmeasured: blocks of the pack are read once, then kept, as in the extension.
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = performance.now();
    for (const article of articles) await annotate(article, knowledge, article.published?.day ?? TODAY);
    if (round > 0) rounds.push(characters / (performance.now() - begun) / 1000);
  }
  const sample = documents
    .map(({ text }) => text)
    .join('\n')
    .slice(0, SAMPLE);
  const texts = sample.split('\n\n');
  const begun = performance.now();
  for (const text of texts) nlp(text).topics().json();
  return {
    backstory: rounds.sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0,
    compromise: sample.length / (performance.now() - begun) / 1000,
    characters,
  };
}

function articleOf({ text, title = '', date }: GoldDocument): Article {
  return {
    url: '',
    title,
    published: date === undefined ? null : { day: date },
    language: 'en',
    blocks: text.split('\n').map((line, id) => ({ id, kind: 'text', text: line })),
  };
}
