// Which texts are measured, what the gold of each is good for, and what others have published on it. The texts are not
// part of this repository.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasShared, shared } from '../shared.ts';
import { type GoldDocument, goldDocuments } from './gold.ts';

export type Measure = 'recognition' | 'linking' | 'places' | 'coverage';

export interface Corpus {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly measures: readonly Measure[];
  /** Published or handed down, not measured here. */
  readonly quoted: {
    readonly recognition?: string;
    readonly linking?: string;
    readonly given?: string;
    readonly whole?: string;
  };
}

export const CORPORA: readonly Corpus[] = [
  {
    name: 'newsfair2',
    title: 'NewsFair 2, news of the web',
    path: 'private/newsfair2.jsonl',
    measures: ['recognition', 'linking', 'coverage'],
    quoted: {
      recognition: 'compromise 62.9',
      linking:
        'dictionary with priors 59.7, DBpedia Spotlight 48.6, GENRE 64.1, REL 68.3, ReFinED 81.5 (its other 80 documents)',
    },
  },
  {
    name: 'gum',
    title: 'GUM, Wikinews',
    path: 'gum-wikinews.jsonl',
    measures: ['recognition', 'linking', 'coverage'],
    quoted: { recognition: 'compromise 59.0' },
  },
  {
    name: 're3d',
    title: 're3d, Iraq and Syria',
    path: 're3d.jsonl',
    measures: ['recognition', 'coverage'],
    quoted: { recognition: 'compromise 46.9' },
  },
  {
    name: 're3d 2',
    title: 're3d, Iraq and Syria, second part',
    path: 'private/re3d.jsonl',
    measures: ['recognition', 'coverage'],
    quoted: {},
  },
  {
    name: 'meantime',
    title: 'MEANTIME, Wikinews on business',
    path: 'meantime.jsonl',
    measures: ['recognition', 'linking', 'coverage'],
    quoted: { recognition: 'compromise 60.6' },
  },
  {
    name: 'reuters128',
    title: 'Reuters-128, business',
    path: 'private/reuters128.jsonl',
    measures: ['linking', 'coverage'],
    quoted: {},
  },
  {
    name: 'rss500',
    title: 'RSS-500, two names a sentence',
    path: 'private/rss500-wikidata.jsonl',
    measures: ['linking'],
    quoted: {},
  },
  {
    name: 'geowebnews',
    title: 'GeoWebNews, news of the world',
    path: 'private/geowebnews.jsonl',
    measures: ['places', 'coverage'],
    quoted: { given: '.673 (most populous .536)', whole: '.588' },
  },
  {
    name: 'lgl',
    title: 'LGL, small-town press of the US',
    path: 'private/lgl.jsonl',
    measures: ['places', 'coverage'],
    quoted: { given: '.773 (most populous .518)', whole: '.506' },
  },
  {
    name: 'geovirus',
    title: 'GeoVirus, Wikinews on epidemics',
    path: 'geovirus.jsonl',
    measures: ['places', 'coverage'],
    quoted: { given: '.820 (most populous .730)', whole: '.673' },
  },
];

export interface ReadCorpus extends Corpus {
  readonly lines: string;
  readonly documents: readonly GoldDocument[];
}

/**
 * The corpora that are there, and the names of those that are not.
 *
 * @param folder where they are; by default beside the checkout
 * @param most so many documents of each
 */
export function readCorpora(
  folder?: string,
  most = Number.POSITIVE_INFINITY,
): { found: ReadCorpus[]; absent: string[] } {
  const found: ReadCorpus[] = [];
  const absent: string[] = [];
  for (const corpus of CORPORA) {
    const lines = linesOf(corpus.path, folder);
    if (lines === null) absent.push(corpus.name);
    else
      found.push({ ...corpus, lines, documents: goldDocuments(lines.split('\n').slice(0, most).join('\n')) });
  }
  return { found, absent };
}

function linesOf(path: string, folder: string | undefined): string | null {
  if (folder !== undefined)
    return existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null;
  return hasShared ? shared(`corpora/${path}`) : null;
}
