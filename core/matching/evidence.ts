// What the rest of the article says for a candidate: who else is named in it, how near, and how they are tied.
import type { Entity, RelationType } from '../knowledge/entity.ts';
import type { Known } from '../knowledge/index.ts';
import type { EntityId } from '../knowledge/terms.ts';
import type { Span } from './candidates.ts';

/** Where an article names an entity beyond reasonable doubt, by sentence and by block: asked once per candidate. */
export interface Presence {
  readonly bySentence: ReadonlyMap<number, readonly Span[]>;
  readonly byBlock: ReadonlyMap<number, number>;
  readonly total: number;
}

export type Presences = ReadonlyMap<EntityId, Presence>;

export interface Support {
  readonly entity: EntityId;
  readonly name: string;
  readonly sentence: boolean;
  /** Log-odds. */
  readonly weight: number;
}

/** What the rest of an article says for an entity. */
export interface Company {
  /** Its relatives that the article names, best first. */
  readonly supports: readonly Support[];
  /** What they are worth together. */
  readonly weight: number;
  /** Its own place, where that is named. */
  readonly bound: Support | null;
  /** Itself under another name: “Jordanian” vouches for “Jordan”. */
  readonly itself: Support | null;
}

/** Something bound to a place (a consulate, a base) is meant only where its place is; other ties say little. */
const BOUND: ReadonlySet<RelationType> = new Set(['located_in', 'capital_of']);

/** Whom an entity is tied to, both ways. Only among those that the article may name. */
export class Ties {
  readonly #present = new WeakMap<Presences, Map<EntityId, readonly EntityId[]>>();
  readonly #ties = new Map<EntityId, Set<EntityId>>();

  constructor(known: ReadonlyMap<EntityId, Known>) {
    for (const { entity } of known.values()) {
      for (const { to } of entity.relations ?? []) {
        if (!known.has(to)) continue;
        this.#tie(entity.id, to);
        this.#tie(to, entity.id);
      }
    }
  }

  #tie(from: EntityId, to: EntityId): void {
    const ties = this.#ties.get(from) ?? new Set<EntityId>();
    ties.add(to);
    this.#ties.set(from, ties);
  }

  of(id: EntityId): ReadonlySet<EntityId> {
    return this.#ties.get(id) ?? NOBODY;
  }

  /** Of those, the ones that are named: asked for each mention of an entity, and some have hundreds of ties. */
  present(id: EntityId, presences: Presences): readonly EntityId[] {
    let ofThese = this.#present.get(presences);
    if (!ofThese) {
      ofThese = new Map();
      this.#present.set(presences, ofThese);
    }
    let present = ofThese.get(id);
    if (!present) {
      present = [...this.of(id)].filter((kin) => presences.has(kin));
      ofThese.set(id, present);
    }
    return present;
  }
}

const NOBODY: ReadonlySet<EntityId> = new Set();

const SAME_SENTENCE = 1.2;
const SAME_BLOCK = 0.8;
const SAME_ARTICLE = 0.4;
/** However many relatives an article names, they do not prove more than this. */
const AT_MOST = 2.5;

/**
 * The relatives of an entity that the article names, best first, and what they are worth together.
 * A presence inside the span itself (the “Iranian” of “Iranian consulate”) proves nothing.
 */
export function supportFor(
  entity: Entity,
  span: Span,
  blockIndex: number,
  ties: Ties,
  presences: Presences,
  known: ReadonlyMap<EntityId, Known>,
  labelOf: (entity: Entity) => string,
): Company {
  const place = { sentence: span.at.sentences[span.from] ?? 0, block: blockIndex };
  const supportOf = (other: Entity): Support | null => {
    const presence = presences.get(other.id);
    const weight = presence ? weightAt(presence, span, place) : 0;
    return weight > 0
      ? { entity: other.id, name: labelOf(other), sentence: weight === SAME_SENTENCE, weight }
      : null;
  };
  const supports: Support[] = [];
  let bound: Support | null = null;
  for (const id of ties.present(entity.id, presences)) {
    const relative = known.get(id)?.entity;
    const support = relative ? supportOf(relative) : null;
    if (!support) continue;
    supports.push(support);
    const isItsPlace = entity.relations?.some(({ to, type }) => to === id && BOUND.has(type));
    if (isItsPlace && support.weight > (bound?.weight ?? 0)) bound = support;
  }
  supports.sort((a, b) => b.weight - a.weight);
  const weight = Math.min(
    AT_MOST,
    supports.slice(0, 3).reduce((sum, support) => sum + support.weight, 0),
  );
  return { supports, weight, bound, itself: supportOf(entity) };
}

/** How near the article names somebody, apart from inside the span itself. */
function weightAt(presence: Presence, span: Span, place: { sentence: number; block: number }): number {
  const here = presence.bySentence.get(place.sentence) ?? [];
  const own = here.filter((named) => isWithin(named, span)).length;
  if (presence.total === own) return 0;
  if (here.length > own) return SAME_SENTENCE;
  return (presence.byBlock.get(place.block) ?? 0) > own ? SAME_BLOCK : SAME_ARTICLE;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.at === outer.at && inner.from >= outer.from && inner.to <= outer.to;
}
