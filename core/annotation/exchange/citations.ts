// An entry for each article, so that it can be cited: for LaTeX as BibTeX, and as CSL-JSON for Zotero, pandoc and word
// processors. The passages stay at home; the day on which the first was kept is when the article was read.
import type { KeptPage } from '../kept/index.ts';
import { byPage, type ExportFile, siteOf, type Taken, type WriteOptions } from './taken.ts';

export function writeBibtex(taken: Taken, { now }: WriteOptions): ExportFile[] {
  const keyOf = citeKeys();
  const entries = byPage(taken).map(({ page }) => bibtex(keyOf(page), page));
  return [{ name: `backstory-citations-${now.slice(0, 10)}.bib`, text: entries.join('\n') }];
}

export function writeCsl(taken: Taken, { now }: WriteOptions): ExportFile[] {
  const keyOf = citeKeys();
  const items = byPage(taken).map(({ page }) => ({
    id: keyOf(page),
    type: 'webpage',
    title: page.title || siteOf(page.url),
    'container-title': siteOf(page.url),
    URL: page.url,
    ...(page.published && { issued: { 'date-parts': [dateParts(page.published.day)] } }),
    accessed: { 'date-parts': [dateParts(page.made.slice(0, 10))] },
    ...(page.language !== '' && page.language !== 'und' && { language: page.language }),
  }));
  return [
    { name: `backstory-citations-${now.slice(0, 10)}.json`, text: `${JSON.stringify(items, null, 2)}\n` },
  ];
}

const dateParts = (day: string) => day.split('-').map(Number);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `@misc`, the one type that BibTeX and biblatex both know for a page; each reads the fields that it has styles for. */
function bibtex(key: string, { title, url, published, made }: KeptPage): string {
  const site = siteOf(url);
  const [year, month] = published?.day.split('-') ?? [];
  const fields = [
    // A second pair of braces keeps the capitals.
    ['title', `{{${latex(title || site)}}}`],
    ['howpublished', `{${latex(site)}}`],
    ...(published
      ? [
          ['year', `{${year}}`],
          ['month', MONTHS[Number(month) - 1] ?? '{}'],
          ['date', `{${published.day}}`],
        ]
      : []),
    ['url', `{${addressInLatex(url)}}`],
    ['urldate', `{${made.slice(0, 10)}}`],
  ];
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = ${value}`).join(',\n')}\n}\n`;
}

const IN_LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '"': "{''}",
};

function latex(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toWellFormed()
    .replaceAll(/[\\~^"{}$&#%_]/g, (sign) => IN_LATEX[sign] ?? `\\${sign}`);
}

/** The field is verbatim; what would end it early is written as addresses write it. */
const addressInLatex = (url: string) =>
  url.replaceAll(/[{}\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** `news2019raid`: site, year and the first long word of the title, each key once. */
function citeKeys(): (page: KeptPage) => string {
  const taken = new Set<string>();
  return ({ title, url, published, made }) => {
    const site = siteOf(url).split('.').at(-2) ?? '';
    const year = (published?.day ?? made).slice(0, 4);
    const words = ascii(title).split(/[^a-z0-9]+/);
    const key = `${ascii(site).replaceAll(/[^a-z0-9]/g, '')}${year}${words.find((word) => word.length > 3) ?? ''}`;
    for (let count = 0; ; count++) {
      const candidate = count === 0 ? key : `${key}-${count + 1}`;
      if (taken.has(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
  };
}

const ascii = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
