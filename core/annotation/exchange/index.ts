// The formats in which passages are taken along and brought back. docs/exchange.md tells each field by field.
import * as z from 'zod/mini';
import type { Moment } from '../kept/index.ts';
import { writeBibtex, writeCsl } from './citations.ts';
import { isClipper, readClipper } from './clipper.ts';
import { isHypothesis, readHypothesis, writeHypothesis } from './hypothesis.ts';
import type { ReadFile } from './incoming.ts';
import { writeMarkdown } from './obsidian.ts';
import { writeReadwise } from './readwise.ts';
import type { ExportFile, Taken, WriteOptions } from './taken.ts';
import { isWebAnnotation, readWebAnnotations } from './web-annotation-read.ts';
import { writeWebAnnotations } from './web-annotation-write.ts';

export { asDownload, type Download } from './download.ts';
export type {
  Incoming,
  IncomingPage,
  IncomingPassage,
  Problem,
  ReadFile,
} from './incoming.ts';
export { FIRST_TEMPLATE, readTemplate } from './obsidian.ts';
export type { ExportFile, Taken, WriteOptions } from './taken.ts';
export type { TemplateFault } from './template.ts';

export const ExportId = z.enum(['web-annotation', 'markdown', 'readwise', 'hypothesis', 'bibtex', 'csl']);
export type ExportId = z.infer<typeof ExportId>;

export interface ExportFormat {
  readonly id: ExportId;
  readonly title: string;
  /** What it is good for, and what it leaves out. */
  readonly about: string;
  readonly ending: string;
  readonly type: string;
  readonly write: (taken: Taken, options: WriteOptions) => ExportFile[];
}

export const EXPORTS: readonly ExportFormat[] = [
  {
    id: 'web-annotation',
    title: 'Web Annotation (JSON-LD)',
    about: 'The W3C’s format. Holds everything, and Backstory reads it back as it was.',
    ending: 'jsonld',
    type: 'application/ld+json',
    write: writeWebAnnotations,
  },
  {
    id: 'markdown',
    title: 'Markdown for Obsidian',
    about: 'One file for each article, with quotes, notes, tags and names.',
    ending: 'md',
    type: 'text/markdown',
    write: writeMarkdown,
  },
  {
    id: 'readwise',
    title: 'CSV for Readwise and spreadsheets',
    about: 'One row for each passage. Leaves out colours, names and where exactly a passage stands.',
    ending: 'csv',
    type: 'text/csv',
    write: writeReadwise,
  },
  {
    id: 'hypothesis',
    title: 'Hypothesis (JSON)',
    about: 'For import into Hypothesis. Leaves out colours and names.',
    ending: 'json',
    type: 'application/json',
    write: writeHypothesis,
  },
  {
    id: 'bibtex',
    title: 'BibTeX',
    about: 'To cite the articles in LaTeX. Holds no passages.',
    ending: 'bib',
    type: 'application/x-bibtex',
    write: writeBibtex,
  },
  {
    id: 'csl',
    title: 'CSL-JSON',
    about: 'To cite the articles with Zotero, pandoc or a word processor. Holds no passages.',
    ending: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    write: writeCsl,
  },
];

export interface ImportFormat {
  readonly title: string;
  readonly is: (content: unknown) => boolean;
  readonly read: (content: unknown, now: Moment) => ReadFile;
}

const IMPORTS: readonly ImportFormat[] = [
  { title: 'Web Annotation (JSON-LD)', is: isWebAnnotation, read: readWebAnnotations },
  { title: 'Hypothesis', is: isHypothesis, read: readHypothesis },
  { title: 'Obsidian Web Clipper', is: isClipper, read: readClipper },
];

/** The file with all that the reader made; it is taken in where it is written, in the settings. */
const IsEverything = z.object({ backstory: z.literal('everything') });

/** Characters. A library of ten thousand passages has thirty million of them as Web Annotations. */
export const LONGEST_FILE = 150_000_000;

export type Opened =
  | { readonly ok: true; readonly format: string; readonly read: ReadFile }
  | { readonly ok: false; readonly why: 'too-large' | 'not-json' | 'everything' | 'unknown' };

/** Finds out which format a file is in, and reads it. `now` stands for times that it does not tell. */
export function openFile(text: string, now: Moment): Opened {
  if (text.length > LONGEST_FILE) return { ok: false, why: 'too-large' };
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, why: 'not-json' };
  }
  if (IsEverything.safeParse(content).success) return { ok: false, why: 'everything' };
  const format = IMPORTS.find(({ is }) => is(content));
  return format
    ? { ok: true, format: format.title, read: format.read(content, now) }
    : { ok: false, why: 'unknown' };
}
