// `npm run bench:anchoring -- --pages`: the same edits on the text of real articles, once alone and once within the whole
// page that they stood in, with its menus, related stories and comments, which is how the product looks for them. The
// pages are not part of the repository (tests/shared.ts); without them it says so and ends.
import { JSDOM } from 'jsdom';
import { readArticle } from '../../../core/article/index.ts';
import { hasShared, shared } from '../../shared.ts';
import { ours, peers } from './anchorers.ts';
import { KINDS, type Text } from './passages.ts';
import { CHANGES_PASSAGE, count, figures, HEAD, median, percent, table } from './report.ts';
import { type Result, type Stage, trials } from './trial.ts';

interface Framed {
  readonly text: Text;
  readonly stage: Stage;
}

const LEAST_PARAGRAPHS = 6;
const LEAST_CHARACTERS = 12;
const NAME = /\p{Lu}\p{L}{2,}(?: \p{Lu}\p{L}{2,})*/gu;

function namesIn(paragraphs: readonly string[]): string[] {
  const counted = new Map<string, number>();
  // Not at the beginning of a paragraph, where every word is a name.
  for (const text of paragraphs)
    for (const { 0: name, index } of text.matchAll(NAME))
      if (index > 0) counted.set(name, (counted.get(name) ?? 0) + 1);
  const joined = paragraphs.join('\n');
  return [...counted]
    .filter(([name, times]) => times >= 3 && joined.split(name).length > 3)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([name]) => name);
}

function framed(file: string): Framed | null {
  const { document } = new JSDOM(shared(`pages/${file}`), { url: 'https://news.example/world/story' }).window;
  const { article, map } = readArticle(document, {
    url: 'https://news.example/world/story',
    now: new Date(),
  });
  const texts = article.blocks.filter(({ kind }) => kind === 'text');
  const range = document.createRange();
  const [first, last] = [texts[0], texts.at(-1)].map(
    (block) => block && map.rangeOf(article.blocks.indexOf(block), 0, 1),
  );
  if (!first || !last) return null;
  range.setStart(first.startContainer, first.startOffset);
  range.setEnd(last.endContainer, last.endOffset);
  const common = range.commonAncestorContainer;
  if (common.nodeType !== 1) return null;
  const region = common as Element;
  for (const child of [...region.childNodes]) if (range.intersectsNode(child)) child.remove();
  const place = document.createElement('div');
  region.prepend(place);
  // The numbers along the axes of a chart are no paragraphs.
  const paragraphs = texts
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text.length >= LEAST_CHARACTERS);
  if (paragraphs.length < LEAST_PARAGRAPHS) return null;
  return {
    text: { language: article.language, title: file, names: namesIn(paragraphs), paragraphs },
    stage: (root) => {
      place.replaceChildren(root);
      return document.body;
    },
  };
}

function report(name: string, results: readonly Result[]): string[] {
  const changed = results.filter(({ edit }) => CHANGES_PASSAGE.test(edit));
  return [
    name,
    ...figures(results),
    percent(count(changed, 'right'), count(changed, 'right', 'wrong', 'missed')),
    median(results.map(({ milliseconds }) => milliseconds)).toFixed(1),
  ];
}

export function measurePages(): void {
  if (!hasShared) {
    console.log('The real pages are not here: nothing measured.');
    return;
  }
  const listed: { file: string; kind: string }[] = JSON.parse(shared('pages/pages.json'));
  const pages = listed.flatMap(({ file, kind }) => (kind === 'not-article' ? [] : (framed(file) ?? [])));
  const which = process.argv.includes('--held-out') ? 1 : 0;
  const chosen = pages.filter((_, at) => process.argv.includes('--all') || at % 2 === which);
  const seed = 11 + which;
  const donors = pages.map(({ text }) => text);
  const anchorers = process.argv.includes('--ours') ? [ours] : [ours, ...peers];
  const alone = [
    ...trials(
      chosen.map(({ text }) => text),
      donors,
      seed,
      anchorers,
    ),
  ];
  const within = chosen.flatMap(({ text, stage }) => [...trials([text], donors, seed, [ours], stage)]);
  console.log(
    `${chosen.length} articles: ${chosen.map(({ text }) => `${text.title} (${text.language})`).join(', ')}\n`,
  );
  console.log(
    table(
      ['anchorer', ...HEAD, 'recall where the passage itself changed', 'ms, median'],
      [
        ...anchorers.map(({ name }) =>
          report(
            name,
            alone.filter(({ anchorer }) => anchorer === name),
          ),
        ),
        report('Backstory, whole page', within),
      ],
    ),
  );
  for (const [title, results] of [
    ['alone', alone.filter(({ anchorer }) => anchorer === ours.name)],
    ['whole page', within],
  ] as const) {
    const keys = [...new Set(results.map(({ edit }) => edit))];
    console.log(
      `\n${table(
        [title, ...HEAD],
        [
          ...KINDS.map((kind) => [kind, ...figures(results.filter((one) => one.kind === kind))]),
          ...keys.map((edit) => [edit, ...figures(results.filter((one) => one.edit === edit))]),
        ],
      )}`,
    );
    if (process.argv.includes('--errors'))
      for (const { outcome, text, kind, edit, quote, found } of results)
        if (outcome === 'wrong' || outcome === 'missed' || outcome === 'invented')
          console.log(
            `\n${outcome} (${kind}, ${edit}, ${title}) ${text}\n  kept:  ${quote}\n  found: ${found}`,
          );
  }
}
