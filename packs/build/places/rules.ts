// How much else an article must show before a place's name is believed. Right or silent: a town of 20,000 is
// believed only where its region or its country is named as well.
import type { MatchRule } from '../../../core/knowledge/entity.ts';
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';
import type { Evidence } from './evidence.ts';
import { sizeOf } from './priors.ts';

/** Names this short are words in some language. */
const SHORT = 4;
const WELL_KNOWN = 400_000;
/** What films say this often in small letters is taken for a word, however large the city. */
const EVERYDAY = 100;

interface Size {
  readonly population: number;
  readonly isCapital: boolean;
}

export function ruleOfCity(name: string, { population, isCapital }: Size, evidence: Evidence): MatchRule {
  const folded = foldName(name);
  const size = sizeOf(population, isCapital);
  if (size === 'town' || folded.length < SHORT) return 'needs-context';
  if (folded.length === SHORT && !isCapital && population < WELL_KNOWN) return 'needs-context';
  const other = evidence.of(name);
  if (other === undefined) return 'any-case';
  if (other === 'listed' || evidence.spoken(name) >= EVERYDAY) return 'needs-context';
  return size === 'large' ? 'any-case' : 'needs-context';
}

/** A province of so many people is spoken of by its name alone. */
const GREAT = 2_000_000;
const SMALL = 100_000;

/** `people` is what lives in its towns. */
export function ruleOfRegion(name: string, people: number, evidence: Evidence): MatchRule {
  const folded = foldName(name);
  const other = evidence.ofRegion(name);
  if (people < SMALL || folded.length < SHORT || other === 'word' || other === 'listed')
    return 'needs-context';
  if (folded.length === SHORT && people < GREAT) return 'needs-context';
  return other === 'person' && people < GREAT ? 'needs-context' : 'any-case';
}
