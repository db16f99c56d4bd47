// What else a place's name may be. Asked once for every name of every place while the pack is built.
import { type Ambiguous, foldName } from '../../../core/knowledge/sources/geonames/names.ts';
import type { Words } from './words.ts';

/** `word`: English writes it small; `person`: people are called so; `listed`: a reader of news knows better (a province, a firm). */
export type Other = 'word' | 'person' | 'listed';

export interface EvidenceInput {
  readonly words: Words;
  /** Folded names of people. */
  readonly bearers: ReadonlySet<string>;
  /** What a person listed: it holds whatever the counts say. */
  readonly ambiguous: Ambiguous;
  /** The people of the largest place of each folded name. */
  readonly largest: ReadonlyMap<string, number>;
}

/** Written large this often in films although the largest place of the name is a town: then it is somebody's name. */
const SPOKEN = 30;
const TOWN = 100_000;
export class Evidence {
  readonly #given: EvidenceInput;
  constructor(given: EvidenceInput) {
    this.#given = given;
  }

  /** Of a region: films speak of Alaska and of Tibet, which is no sign of a person. */
  ofRegion(name: string): Other | undefined {
    const { words, bearers, ambiguous } = this.#given;
    const folded = foldName(name);
    if (ambiguous.needsContext.has(folded)) return 'listed';
    if (words.get(folded)?.small) return 'word';
    return bearers.has(folded) ? 'person' : undefined;
  }

  of(name: string): Other | undefined {
    const known = this.ofRegion(name);
    if (known !== undefined) return known;
    const { words, largest } = this.#given;
    const folded = foldName(name);
    const word = words.get(folded);
    return (word?.count ?? 0) >= SPOKEN && (largest.get(folded) ?? 0) < TOWN ? 'person' : undefined;
  }

  /** How often films say it, where they write it small. */
  spoken(name: string): number {
    const word = this.#given.words.get(foldName(name));
    return word?.small ? word.count : 0;
  }
}
