// Choosing what a span means: the clues are added up, then a softmax over the readings and NIL, which is
// “none of them” and always a candidate.
import { type Entity, labelOf } from '../knowledge/entity.ts';
import type { Known, NameRow } from '../knowledge/index.ts';
import type { EntityId } from '../knowledge/terms.ts';
import type { Span } from './candidates.ts';
import {
  askedBeside,
  type Clue,
  company,
  context,
  facetOf,
  longerName,
  period,
  prior,
  type Reading,
  rule,
  type Surroundings,
} from './clues.ts';
import { type Presences, supportFor, type Ties } from './evidence.ts';
import type { Facet, Reason } from './mention.ts';

const CLUES: readonly ((reading: Reading, surroundings: Surroundings) => Clue)[] = [
  prior,
  rule,
  company,
  longerName,
  period,
  context,
];

export interface Scene extends Surroundings {
  readonly known: ReadonlyMap<EntityId, Known>;
  readonly ties: Ties;
  readonly presences: Presences;
  /** Whether the article is in a language whose context words are known. */
  readonly knowsContext: boolean;
  readonly blockIndex: ReadonlyMap<Span['at'], number>;
}

export interface Choice {
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
  const ask = scene.knowsContext ? askedBeside(span) : null;
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
  return readings
    .map(({ odds, ...choice }): Choice => ({ ...choice, confidence: Math.exp(odds) / total }))
    .sort(
      (a, b) =>
        b.confidence - a.confidence ||
        b.entity.salience - a.entity.salience ||
        (a.entity.id < b.entity.id ? -1 : 1),
    );
}

function score(reading: Reading, surroundings: Surroundings): Scored {
  let odds = 0;
  const reasons: Reason[] = [];
  for (const look of CLUES) {
    const clue = look(reading, surroundings);
    odds += clue.odds ?? Number.NEGATIVE_INFINITY;
    reasons.push(...(clue.reasons ?? []));
  }
  return { row: reading.row, entity: reading.entity, facet: facetOf(reading), reasons, odds };
}
