// Choosing what a span means: the clues are added up, then a softmax over the readings and NIL, which is
// “none of them” and always a candidate.
import { type Entity, labelOf } from '../knowledge/entity.ts';
import type { Known, NameRow } from '../knowledge/index.ts';
import type { EntityId } from '../knowledge/terms.ts';
import type { Span } from './candidates.ts';
import {
  type Clue,
  company,
  context,
  facetOf,
  longerName,
  NOTHING,
  period,
  prior,
  type Reading,
  type Surroundings,
} from './clues.ts';
import type { Says } from './correction.ts';
import { type Corrections, saidOf } from './corrections.ts';
import type { Asked } from './english.ts';
import { type Presences, supportFor } from './evidence.ts';
import { rule } from './match-rules.ts';
import type { Facet, Reason } from './mention.ts';
import { calendar, defined, describes, home, language, prose, qualified, sort, team } from './usage.ts';
import { edition, office, part, people, players } from './within.ts';

type LookForClue = (reading: Reading, surroundings: Surroundings) => Clue;
/** All that decides. A measurement leaves out one after the other (their names are the functions'), to see what each is worth. */
export const CLUES = [
  prior,
  rule,
  calendar,
  team,
  language,
  describes,
  defined,
  longerName,
  office,
  people,
  edition,
  part,
  players,
  company,
  qualified,
  sort,
  home,
  prose,
  period,
  context,
] as const;
export type Clues = readonly LookForClue[];

export interface Scene extends Surroundings {
  readonly clues: Clues;
  /** What the reader said of names on this site. */
  readonly corrections: Corrections;
  readonly known: ReadonlyMap<EntityId, Known>;
  readonly presences: Presences;
  /** What the words beside a span ask for, where the article’s language is known. */
  readonly askAt: (span: Span) => Asked | null;
  readonly blockIndex: ReadonlyMap<Span['at'], number>;
}

export interface Choice {
  readonly reading: Reading;
  readonly row: NameRow;
  readonly entity: Entity;
  readonly facet: Facet;
  readonly reasons: readonly Reason[];
  /** 0 to 1; 0 where a rule forbids the reading. */
  readonly confidence: number;
}

type Scored = Omit<Choice, 'confidence'> & { readonly odds: number };

/** All meanings of a span, best first; those that a rule forbids come last. */
export function weigh(span: Span, scene: Scene): Choice[] {
  const ask = scene.askAt(span);
  // One entity under two readings of a name (label and metonym of a city state): the better stands.
  const best = new Map<EntityId, Scored>();
  for (const row of span.rows) {
    const entity = scene.known.get(row.id)?.entity;
    if (!entity) continue;
    const company = supportFor(
      entity,
      span,
      scene.blockIndex.get(span.at) ?? 0,
      scene.ties,
      scene.presences,
      scene.known,
      labelOf,
    );
    const scored = score({ span, row, entity, company, ask }, scene);
    if (scored.odds > (best.get(entity.id)?.odds ?? Number.NEGATIVE_INFINITY) || !best.has(entity.id))
      best.set(entity.id, scored);
  }
  const readings = [...best.values()];
  // NIL has odds of 0, so it adds 1.
  const total = readings.reduce((sum, { odds }) => sum + Math.exp(odds), 1);
  const choices = readings
    .map(({ odds, ...choice }): Choice => ({ ...choice, confidence: Math.exp(odds) / total }))
    .sort(
      (a, b) =>
        b.confidence - a.confidence ||
        b.entity.salience - a.entity.salience ||
        (a.entity.id < b.entity.id ? -1 : 1),
    );
  return corrected(choices, saidOf(span, scene.corrections));
}

/** Whom the reader chose comes first, beyond doubt, where it bears this name at all. */
function corrected(choices: Choice[], said: Says | undefined): Choice[] {
  const chosen = choices.find(({ entity }) => entity.id === said);
  if (!chosen) return choices;
  const reasons: Reason[] = [
    ...chosen.reasons.filter(({ code }) => code === 'name').slice(0, 1),
    { code: 'corrected' },
  ];
  const others = choices.filter((choice) => choice !== chosen);
  return [{ ...chosen, reasons, confidence: 1 }, ...others.map((other) => ({ ...other, confidence: 0 }))];
}

function score(reading: Reading, scene: Scene): Scored {
  let odds = 0;
  const reasons: Reason[] = [];
  for (const look of scene.clues) {
    const clue = look(reading, scene);
    if (clue === NOTHING) continue;
    odds += clue.odds ?? Number.NEGATIVE_INFINITY;
    if (clue.reasons) for (const reason of clue.reasons) reasons.push(reason);
  }
  return { reading, row: reading.row, entity: reading.entity, facet: facetOf(reading), reasons, odds };
}
