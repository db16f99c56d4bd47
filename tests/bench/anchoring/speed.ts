// What anchoring costs on a long page: one passage alone, which reads the page anew, and two hundred that share
// one `Page`. The text is made of the
// articles' words in no order, so that nothing repeats. All passages have changed, the worst case: an unchanged one is found by a search for its text.
import { anchor, Page } from '../../../core/annotation/index.ts';
import type { Anchorer } from './anchorer.ts';
import { ours } from './anchorers.ts';
import { EDITS } from './edits.ts';
import { type Block, paragraph, plain, wordsOf } from './marked.ts';
import { blocksOf, mark, pick, type Text } from './passages.ts';
import { Chance } from './random.ts';
import { passageIn, render } from './render.ts';

const LENGTH = 30_000;
const ALONE = 60;
const SHARED = 200;

export interface Speed {
  readonly characters: number;
  /** Milliseconds of the processor. */
  readonly median: number;
  readonly p95: number;
  readonly together: number;
}

/** Time of the processor, so that what else runs on the machine does not count. */
const spent = (begun: NodeJS.CpuUsage) => process.cpuUsage(begun).user / 1000;

export const atShare = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** A long article in which every passage has changed, and what each anchorer kept of the passages before. */
export function longArticle(
  texts: readonly Text[],
  language: string,
  anchorers: readonly Anchorer[],
): { readonly root: Element; readonly kept: readonly (readonly unknown[])[] } {
  const chance = new Chance(7);
  const words = texts
    .filter((text) => text.language === language)
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap((one) => wordsOf(one, language).map(({ start, end }) => one.slice(start, end)));
  const isSpaced = language !== 'zh';
  const sentence = () =>
    Array.from({ length: 12 + chance.whole(12) }, () => chance.of(words)).join(isSpaced ? ' ' : '') +
    (isSpaced ? '. A' : '。');
  const long: string[] = [];
  for (let characters = 0; characters < LENGTH; characters += long.at(-1)?.length ?? 0)
    long.push(Array.from({ length: 4 }, sentence).join(isSpaced ? ' ' : ''));
  const text: Text = { language, title: 'long', names: [], paragraphs: long };
  const kept: unknown[][] = anchorers.map(() => []);
  let edited: Block[] = blocksOf(text);
  for (let number = 0; number < SHARED; ) {
    const passage = pick(text, 'sentence', chance);
    if (!passage) continue;
    const marked = mark(blocksOf(text), passage);
    const before = render(marked, chance);
    for (const [at, { keep }] of anchorers.entries()) kept[at]?.push(keep(before.root, passageIn(before)));
    number++;
  }
  const around = { language, kind: 'sentence', chance, others: long } as const;
  const all = edited.map((block) => ({
    ...block,
    content: { text: block.content.text, marks: '1'.repeat(block.content.text.length) },
  }));
  edited = EDITS['words changed lightly']?.(all, around) ?? all;
  const { root } = render([paragraph(plain(sentence())), ...edited], chance);
  return { root, kept };
}

export function measureSpeed(texts: readonly Text[], language: string): Speed {
  const { root, kept: all } = longArticle(texts, language, [ours]);
  const kept = all[0] ?? [];
  const alone = kept.slice(0, ALONE).map((selectors) => {
    const begun = process.cpuUsage();
    anchor(root, selectors);
    return spent(begun);
  });
  const begun = process.cpuUsage();
  const page = new Page(root);
  for (const selectors of kept) anchor(page, selectors);
  const together = spent(begun);
  const sorted = alone.slice(5).sort((a, b) => a - b);
  return { characters: page.text.length, median: atShare(sorted, 0.5), p95: atShare(sorted, 0.95), together };
}
