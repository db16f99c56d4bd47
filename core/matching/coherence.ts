// Where an article is at home: the countries and regions of the places that it names beyond doubt. A name that many
// towns bear means the one there.
import type { Entity } from '../knowledge/entity.ts';
import type { Known } from '../knowledge/index.ts';
import type { EntityId } from '../knowledge/terms.ts';
import type { Presences } from './evidence.ts';

export class Homes {
  readonly #votes = new Map<EntityId, number>();
  readonly #voters = new Map<EntityId, Set<EntityId>>();
  #total = 0;

  constructor(presences: Presences, known: ReadonlyMap<EntityId, Known>) {
    for (const [id, { total }] of presences) {
      const entity = known.get(id)?.entity;
      if (!entity?.facets.includes('place')) continue;
      const votes = Math.log1p(total);
      this.#total += votes;
      for (const home of new Set([...homesOf(entity), id])) {
        this.#votes.set(home, (this.#votes.get(home) ?? 0) + votes);
        const voters = this.#voters.get(home) ?? new Set();
        voters.add(id);
        this.#voters.set(home, voters);
      }
    }
  }

  /** Which share of the other places lies where this one does, and how many of them. */
  shareOf(entity: Entity): { readonly share: number; readonly others: number } {
    let best = { share: 0, others: 0 };
    for (const home of homesOf(entity)) {
      const voters = this.#voters.get(home);
      const others = (voters?.size ?? 0) - (voters?.has(entity.id) ? 1 : 0);
      const share = others > 0 ? (this.#votes.get(home) ?? 0) / this.#total : 0;
      if (others > 0 && share > best.share) best = { share, others };
    }
    return best;
  }
}

function homesOf({ relations }: Entity): EntityId[] {
  return (relations ?? []).flatMap(({ type, to }) => (type === 'located_in' || type === 'part_of' ? to : []));
}
