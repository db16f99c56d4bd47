// A saved page as a document: its article, read as the extension reads it, though without layout.
import { pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';
import { readArticle } from '../../core/article/index.ts';
import type { Document } from './document.ts';

export function documentOfPage(html: string, path: string): Document {
  const url = pathToFileURL(path).href;
  const { document } = new JSDOM(html, { url }).window;
  const { article } = readArticle(document, { url, now: new Date(), force: true });
  return {
    id: path,
    title: article.title,
    text: article.blocks
      .filter(({ kind }) => kind !== 'title')
      .map(({ text }) => text.replaceAll('\n', ' '))
      .join('\n'),
    date: article.published?.day ?? null,
    language: article.language,
  };
}
