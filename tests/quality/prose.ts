// Text in which nothing should be marked: everyday prose full of words that are also names (bill, march, turkey, mark,
// Brussels sprouts, Polish after a full stop), and real pages that are no news.
import { readdirSync, readFileSync } from 'node:fs';
import type { Knowledge } from '../../core/knowledge/index.ts';
import { documentOfPage } from '../../tools/annotate/page.ts';
import { hasShared, shared } from '../shared.ts';
import { backstory } from './found.ts';
import type { GoldDocument } from './gold.ts';

const folder = new URL('./prose/', import.meta.url);
const PAGES = ['royal-road', 'ehow-1', 'v8-blog'];

/**
 * Marks on those pages that name what they mean: read by a person, so a count of wrong marks is one. By the text of the
 * mark and the label of what it leads to.
 */
const RIGHT_ON_PAGES: ReadonlySet<string> = new Set(['Scottish → Scotland']);

export interface Wrong {
  readonly sort: string;
  readonly text: string;
  readonly detail: string;
}

export interface ProseScore {
  readonly name: string;
  readonly words: number;
  readonly wrong: readonly Wrong[];
}

export function proseDocuments(): { name: string; text: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({ name: file, text: readFileSync(new URL(file, folder), 'utf8') }));
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;

async function wrongMarks(
  name: string,
  text: string,
  knowledge: Knowledge,
  right: ReadonlySet<string>,
): Promise<ProseScore> {
  const document: GoldDocument = { id: name, text, span: [0, text.length], mentions: [] };
  const shown = (await backstory(knowledge)(document)).filter((one) => one.shown);
  return {
    name,
    words: wordsIn(text),
    wrong: shown
      .filter((one) => !right.has(`${one.text} → ${one.link?.label}`))
      .map((one) => ({
        sort: name,
        text: one.text,
        detail: `→ ${one.link?.label} in “${text.slice(Math.max(0, one.start - 25), one.end + 25).replaceAll('\n', ' ')}”`,
      })),
  };
}

export async function scoreProse(knowledge: Knowledge): Promise<ProseScore[]> {
  const scores: ProseScore[] = [];
  const none = new Set<string>();
  for (const { name, text } of proseDocuments()) scores.push(await wrongMarks(name, text, knowledge, none));
  for (const page of hasShared ? PAGES : []) {
    const { text } = documentOfPage(shared(`pages/${page}.html`), page);
    scores.push(await wrongMarks(page, text, knowledge, RIGHT_ON_PAGES));
  }
  return scores;
}

/** Per thousand words. */
export function rate(scores: readonly ProseScore[]): number {
  const words = scores.reduce((sum, score) => sum + score.words, 0);
  return (1000 * scores.reduce((sum, { wrong }) => sum + wrong.length, 0)) / words;
}
