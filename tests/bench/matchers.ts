// How fast names are found, beside two peers on the same text in the same run. They answer lesser questions:
// the Aho-Corasick machine finds strings (also inside words) and decides nothing; compromise finds names
// without knowing whom they mean. Ratios mean something, megabytes a second only on one machine.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import AhoCorasick from 'modern-ahocorasick/fast';
import type { Article } from '../../core/article/article.ts';
import { Knowledge } from '../../core/knowledge/index.ts';
import { MemoryBlocks, Pack, readPack } from '../../core/knowledge/pack/index.ts';
import { annotate } from '../../core/matching/index.ts';

export interface Throughput {
  readonly name: string;
  /** Million UTF-16 units a second, median of the rounds. */
  readonly speed: number;
  readonly found: number;
}

const STARTER = fileURLToPath(new URL('../../public/packs/starter.bspack', import.meta.url));
const ROUNDS = 15;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function timed(
  name: string,
  characters: number,
  round: () => Promise<number> | number,
): Promise<Throughput> {
  let found = await round();
  const speeds: number[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    const begun = performance.now();
    found = await round();
    speeds.push(characters / (performance.now() - begun) / 1000);
  }
  return { name, speed: median(speeds), found };
}

/** The starter pack, and every name in it as it is written. */
async function starter(): Promise<{ knowledge: Knowledge; names: string[] }> {
  const { header, blocks } = await readPack(new Blob([readFileSync(STARTER)]).stream());
  const store = new MemoryBlocks();
  const names = new Set<string>();
  for await (const { table, number, bytes } of blocks) {
    store.add(table, number, bytes);
    if (table !== 'names') continue;
    const rows = JSON.parse(new TextDecoder().decode(bytes)) as [string, { text: string }[]][];
    for (const [, meanings] of rows) for (const { text } of meanings) names.add(text);
  }
  return { knowledge: new Knowledge([new Pack(header, store)]), names: [...names] };
}

/** The text as one article of many paragraphs, for each of the three. */
export async function matchers(paragraphs: readonly string[], day: string): Promise<Throughput[]> {
  const { knowledge, names } = await starter();
  const text = paragraphs.join('\n');
  const article: Article = {
    url: '',
    title: '',
    published: { day },
    language: 'en',
    blocks: paragraphs.map((paragraph, id) => ({ id, kind: 'text', text: paragraph })),
  };
  const machine = new AhoCorasick(names);
  return [
    await timed(
      'Backstory: find, decide, give reasons',
      text.length,
      async () => (await annotate(article, knowledge, day)).length,
    ),
    await timed('modern-ahocorasick: find strings', text.length, () => machine.search(text).length),
    await timed('compromise: find names', text.length, () => nlp(text).topics().length),
  ];
}
