// Markdown for Obsidian: a file for each article, with its properties, and for each passage a quotation with a block id,
// the note, tags and names. How a page is written is the reader's to change (template.ts). Notes on actors and places
// become files of their own, so that a link on a name leads to them.
import type { ColourNames, EntityNote, KeptPage, Passage } from '../kept/index.ts';
import { linkTo } from '../text-fragment.ts';
import { fileName, uniqueNames } from './file-names.ts';
import { blockquote, escapedLine, linkName, obsidianTag, yaml } from './markdown-text.ts';
import { byPage, type ExportFile, siteOf, type Taken, type TakenPage, type WriteOptions } from './taken.ts';
import { fill, type Parsed, parseTemplate, type Scope, type Writers } from './template.ts';

export const FIRST_TEMPLATE = `---
title: {{title|yaml}}
url: {{url|yaml}}
site: {{site|yaml}}
{{#published}}
published: {{published}}
{{/published}}
kept: {{kept}}
tags:
{{#tags}}
  - {{.|yaml}}
{{/tags}}
---

# {{title|line}}

{{#passages}}
{{quote|blockquote}}

^{{id}}

{{#note}}
{{note}}

{{/note}}
{{#hashtags}}
{{hashtags}}

{{/hashtags}}
{{#names}}
Names: {{names}}

{{/names}}
[{{colour|line}}, {{made}}]({{link}})

{{/passages}}
`;

const WRITERS: Writers = { yaml, line: escapedLine, blockquote };

/** All that a template may name: of the page, then of a passage. */
const NAMES: ReadonlySet<string> = new Set([
  'title',
  'url',
  'site',
  'published',
  'language',
  'kept',
  'exported',
  'tags',
  'passages',
  'id',
  'quote',
  'note',
  'hashtags',
  'names',
  'colour',
  'made',
  'changed',
  'link',
]);

export const readTemplate = (template: string): Parsed => parseTemplate(template, NAMES, WRITERS);

export function writeMarkdown(taken: Taken, { now, colours, links, template }: WriteOptions): ExportFile[] {
  const asked = readTemplate(template);
  // A template that cannot be read is refused where it is written; here nothing may be lost for it.
  const parsed = asked.ok ? asked : readTemplate(FIRST_TEMPLATE);
  const parts = parsed.ok ? parsed.parts : [];
  const nameOf = uniqueNames();
  const articles = byPage(taken).map((article) => ({
    name: `${nameOf(fileName(article.page.title, siteOf(article.page.url)))}.md`,
    text: `${fill(parts, scopeOf(article, { now, colours, links }), WRITERS).trimEnd().toWellFormed()}\n`,
  }));
  const notes = taken.notes.filter(({ deleted, note }) => deleted === null && note.trim() !== '');
  return [
    ...articles,
    ...notes.map((note) => ({
      name: `${nameOf(fileName(linkName(note.name), 'Name'))}.md`,
      text: noteFile(note),
    })),
  ];
}

function scopeOf(
  { page, passages }: TakenPage,
  { now, colours, links }: Pick<WriteOptions, 'now' | 'colours' | 'links'>,
): Scope {
  const tags = new Set(passages.flatMap((passage) => passage.tags.map(obsidianTag)));
  tags.delete('');
  return {
    title: page.title || siteOf(page.url),
    url: page.url,
    site: siteOf(page.url),
    published: page.published?.day ?? '',
    language: page.language,
    kept: page.made.slice(0, 10),
    exported: now.slice(0, 10),
    tags: [...tags],
    passages: passages.map((passage) => passageScope(page, passage, colours, links)),
  };
}

function passageScope(page: KeptPage, passage: Passage, colours: ColourNames, links: boolean): Scope {
  const names = [...new Set(passage.names.map(({ text }) => linkName(text)))].filter((name) => name !== '');
  return {
    // Obsidian's block ids are of letters, digits and hyphens.
    id: passage.id.replaceAll('_', '-'),
    quote: passage.quote,
    note: passage.note.trim(),
    tags: passage.tags.map(obsidianTag).filter((tag) => tag !== ''),
    hashtags: passage.tags
      .map(obsidianTag)
      .filter((tag) => tag !== '')
      .map((tag) => `#${tag}`)
      .join(' '),
    names: names.map((name) => (links ? `[[${name}]]` : escapedLine(name))).join(', '),
    colour: colours[passage.colour],
    made: passage.made.slice(0, 10),
    changed: passage.changed.slice(0, 10),
    link: linkAddress(linkTo(page.url, passage.confirmed.at(-1) ?? passage.selectors)),
  };
}

/** Within `[…](…)`. */
const linkAddress = (url: string) =>
  url.replaceAll(
    /[()<>\\\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

function noteFile({ name, kind, entity, note, changed }: EntityNote): string {
  const wikidata = /^Q\d+$/.test(entity)
    ? `wikidata: ${yaml(`https://www.wikidata.org/wiki/${entity}`)}\n`
    : '';
  return `---\nname: ${yaml(name)}\nkind: ${kind}\n${wikidata}changed: ${changed.slice(0, 10)}\n---\n\n${note.trim().toWellFormed()}\n`;
}
