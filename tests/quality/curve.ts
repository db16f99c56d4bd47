// What another bar would cost and buy: of all links of the corpora, the share that is right and the share of known names
// that is found, were a page marked from this confidence on. The bar in use was chosen by it.
import type { ReadCorpus } from './corpora.ts';
import type { Find, Found } from './found.ts';
import { measure } from './measure.ts';
import { add, NO_SCORE, type Score } from './score/counts.ts';
import type { IsKnown } from './score/linking.ts';

const BARS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];

export interface AtBar {
  readonly bar: number;
  readonly byCorpus: ReadonlyMap<string, Score>;
  readonly all: Score;
}

export async function curve(corpora: readonly ReadCorpus[], find: Find, isKnown: IsKnown): Promise<AtBar[]> {
  const linked = corpora.filter(({ measures, name }) => measures.includes('linking') && name !== 'rss500');
  const rows: AtBar[] = [];
  for (const bar of BARS) {
    const from: Find = async (document) =>
      (await find(document)).map(
        (one): Found => ({ ...one, shown: one.link !== null && one.confidence >= bar }),
      );
    const byCorpus = new Map<string, Score>();
    let all = NO_SCORE;
    for (const { name, documents } of linked) {
      const { known } = (await measure(documents, from, isKnown)).linking;
      byCorpus.set(name, known);
      all = add(all, known);
    }
    rows.push({ bar, byCorpus, all });
  }
  return rows;
}
