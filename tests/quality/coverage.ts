// How many of the names in news that nobody tuned for the starter pack knows, by kind and corpus.
import type { Entity } from '../../core/knowledge/entity.ts';
import type { Table } from '../../packs/build/check/counts.ts';
import type { ReadCorpus } from './corpora.ts';
import { goldNames, KINDS } from './gold.ts';
import { coverage, knownOf } from './known.ts';

export function coverageTable(corpora: readonly ReadCorpus[], entities: readonly Entity[]): Table {
  const known = knownOf(entities);
  const rows = corpora
    .filter(({ measures }) => measures.includes('coverage'))
    .flatMap(({ title, lines }) =>
      coverage(goldNames(lines), known).map((found) => [
        title,
        KINDS[found.kind],
        found.names,
        share(found.namesKnown, found.names),
        found.mentions,
        share(found.mentionsKnown, found.mentions),
      ]),
    );
  return {
    title: 'Names that the starter pack knows',
    columns: ['Corpus', 'Names of', 'Different names', 'known', 'Mentions', 'known'],
    rows,
  };
}

const share = (known: number, all: number) => `${((100 * known) / all).toFixed(1)} %`;
