// Every source there is, in the order in which they are asked: what has an unmistakable form first, what takes
// almost any table last.
import { acled } from './acled.ts';
import { followTheMoney } from './follow-the-money.ts';
import { gdelt } from './gdelt.ts';
import { geonames } from './geonames.ts';
import { icews } from './icews.ts';
import { ownCsv } from './own-csv.ts';
import { ownYaml } from './own-yaml.ts';
import { polecat } from './polecat.ts';
import type { Sample, Source } from './source.ts';
import { ucdp } from './ucdp.ts';
import { wikidata } from './wikidata.ts';

export const SOURCES: readonly Source[] = [
  wikidata,
  followTheMoney,
  ucdp,
  acled,
  polecat,
  icews,
  gdelt,
  geonames,
  ownYaml,
  ownCsv,
];

export type Detected =
  | { readonly source: Source; readonly what: string }
  /** It is this source's, and why it must not be imported. */
  | { readonly source: Source; readonly refused: string };

/** Whose file it is; null where nobody knows it. */
export function detect(sample: Sample): Detected | null {
  for (const source of SOURCES) {
    const found = source.detect(sample);
    if (found) return { source, ...found };
  }
  return null;
}
