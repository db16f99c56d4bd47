// A folder of texts as people revised them: `NAME.old.md` and `NAME.new.md` (or .html, .txt) side by side, folders
// within folders. Such texts belong to others and lie outside the repository, so anybody measures on their own.
// They are shown as a page would show them: Markdown rendered, front matter left out.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';

export interface Pair {
  readonly name: string;
  readonly before: Element;
  readonly after: Element;
}

const OLD = /\.old\.(md|html|txt)$/;

const markdown = new MarkdownIt({ html: true });
/** One window for all: a window of jsdom is never given back. */
const { window } = new JSDOM('');

function shown(path: string): Element {
  const source = readFileSync(path, 'utf8').replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
  const page = window.document.implementation.createHTMLDocument('');
  const html = path.endsWith('.html')
    ? source
    : path.endsWith('.md')
      ? markdown.render(source)
      : source
          .split(/\n\s*\n/)
          .map((text) => `<p>${markdown.utils.escapeHtml(text)}</p>`)
          .join('\n');
  const article = page.createElement('article');
  const parsed = new window.DOMParser().parseFromString(html, 'text/html');
  article.append(...parsed.body.childNodes);
  page.body.append(article);
  return article;
}

function olds(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? olds(path) : OLD.test(entry.name) ? [path] : [];
    })
    .sort();
}

export function* pairsIn(folder: string): Generator<Pair> {
  for (const path of olds(folder))
    yield {
      name: relative(folder, path).replace(OLD, ''),
      before: shown(path),
      after: shown(path.replace(OLD, '.new.$1')),
    };
}
