// What each clue is worth: all corpora with links once more, with one clue left out after the other.
import type { Knowledge } from '../../core/knowledge/index.ts';
import { CLUES } from '../../core/matching/resolve.ts';
import type { ReadCorpus } from './corpora.ts';
import { backstory } from './found.ts';
import { type Measured, measure } from './measure.ts';
import { add, NO_SCORE, type Score } from './score/counts.ts';
import type { IsKnown } from './score/linking.ts';

export interface Ablated {
  /** The clue that is left out; `null`: none is. */
  readonly without: string | null;
  /** What is shown, against the names that the packs know. */
  readonly linking: Score;
  /** Places by their text alone. */
  readonly places: Score;
}

const PLACES_FROM: ReadonlySet<string> = new Set(['geowebnews', 'geovirus']);

export async function ablate(
  corpora: readonly ReadCorpus[],
  knowledge: Knowledge,
  isKnown: IsKnown,
): Promise<Ablated[]> {
  const linked = corpora.filter(({ measures, name }) => measures.includes('linking') && name !== 'rss500');
  const placed = corpora.filter(({ name }) => PLACES_FROM.has(name));
  const rows: Ablated[] = [];
  for (const left of [null, ...CLUES]) {
    const find = backstory(
      knowledge,
      CLUES.filter((clue) => clue !== left),
    );
    const total = async (chosen: readonly ReadCorpus[], score: (measured: Measured) => Score) => {
      let sum = NO_SCORE;
      for (const { documents } of chosen) sum = add(sum, score(await measure(documents, find, isKnown)));
      return sum;
    };
    rows.push({
      without: left?.name ?? null,
      linking: await total(linked, ({ linking }) => linking.known),
      places: await total(placed, ({ placed: { whole } }) => whole),
    });
  }
  return rows;
}
