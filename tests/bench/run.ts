// `npm run bench`: measures, prints, and writes docs/benchmarks.md. No test asserts on these figures.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../core/article/article.ts';
import { sizes } from '../../tools/sizes.ts';
import { practiceArticle } from '../articles.ts';
import { hasShared, shared } from '../shared.ts';
import { annotateInBrowser } from './in-browser.ts';
import { matchers } from './matchers.ts';

const DAY = '2019-12-31';
/** Long enough that starting up does not count. */
const LENGTH = 200_000;

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

// The seed article where it is there; else the practice article, so that anybody can run this.
const name = hasShared ? 'seed article' : 'practice article';
const paragraphs = hasShared
  ? shared('seed/article.txt').split('\n').filter(Boolean)
  : practiceArticle().blocks.map(({ text }) => text);
const article: Article = {
  url: 'https://news.example/',
  title: '',
  published: { day: DAY },
  language: 'en',
  blocks: paragraphs.map((text, id) => ({ id, kind: 'text', text })),
};
const length = paragraphs.join('\n').length;
const long = Array.from({ length: Math.ceil(LENGTH / length) }, () => paragraphs).flat();

const throughput = await matchers(long, DAY);
const waits = await annotateInBrowser(article);
const bundles = sizes(root('.output/chrome-mv3'));

const [own, ...peers] = throughput;
const ours = own?.speed ?? Number.NaN;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const page = `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores, Node ${process.versions.node}, Chromium ${waits.browser}.
Milliseconds are of that machine; the ratios are what to compare.

## Annotating the ${name} (${length} characters, ${waits.mentions} mentions)

${table(
  ['worker', 'ms from request to answer'],
  [
    ['warm (median of 30)', waits.warm.toFixed(1)],
    ['killed just before (median of 12)', waits.killed.toFixed(1)],
    ['first request after the installation', waits.first.toFixed(1)],
  ],
)}

## Finding names, on ${(long.join('\n').length / 1000).toFixed(0)} thousand characters of it, starter pack

${table(
  ['', 'million characters a second', 'found', 'Backstory is'],
  [
    [own?.name ?? '', ours.toFixed(2), String(own?.found ?? ''), ''],
    ...peers.map((peer) => [
      peer.name,
      peer.speed.toFixed(2),
      String(peer.found),
      `${(ours / peer.speed).toFixed(1)} times as fast`,
    ]),
  ],
)}

The Aho-Corasick machine finds every string of the pack, also inside words, and decides nothing; compromise finds
names without saying whom they mean.

## What is shipped, gzipped

${table(
  ['entrypoint', 'kB', 'budget'],
  bundles.map(({ name, bytes, most }) => [
    name,
    bytes === null ? 'not built' : (bytes / 1000).toFixed(1),
    String(most),
  ]),
)}
`;
writeFileSync(root('docs/benchmarks.md'), page);
console.log(page);
