// All rules, in the order in which their complaints are read.
import type { Problem } from '../problem.ts';
import { coordinates } from './coordinates.ts';
import { dates } from './dates.ts';
import { duplicates } from './duplicates.ts';
import { events } from './events.ts';
import { gaps, offices } from './offices.ts';
import type { CheckedPack, Rule } from './pack.ts';
import { publishers } from './publishers.ts';
import { references } from './references.ts';
import { schema } from './schema.ts';
import { sources } from './sources.ts';
import { wording } from './wording.ts';

const RULES: readonly Rule[] = [
  schema,
  references,
  dates,
  offices,
  coordinates,
  sources,
  publishers,
  duplicates,
  events,
  wording,
  gaps,
];

/** Everything that is wrong or should be looked at; no error when the pack is sound. */
export function problemsOf(pack: CheckedPack): Problem[] {
  return RULES.flatMap((rule) => rule(pack));
}
