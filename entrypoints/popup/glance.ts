// A page's mentions as a person would sum them up: who acts in it, where it happens, each by weight.
import type { Weighted } from '../../core/knowledge/backstory.ts';
import type { EntityId, EntityKind } from '../../core/knowledge/terms.ts';
import type { Mention } from '../../core/matching/mention.ts';
import { weigh } from '../../core/matching/weigh.ts';

export interface Named {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: EntityKind;
  /** 0 to 1. */
  readonly weight: number;
  readonly times: number;
}

export interface Glance {
  readonly actors: readonly Named[];
  readonly places: readonly Named[];
  /** Everything shown, heaviest first. */
  readonly among: readonly Weighted[];
}

export function glance(mentions: readonly Mention[]): Glance {
  const shown = mentions.filter((mention) => mention.shown && mention.entity !== null);
  const among = weigh(shown);
  const sides = { actor: [] as Named[], place: [] as Named[] };
  for (const { id, weight } of among) {
    const own = shown.filter((mention) => mention.entity === id);
    const [first] = own;
    if (!first) continue;
    // A country can be both; it stands where the page uses it more.
    const acts = own.filter((mention) => mention.facet === 'actor').length;
    const side = acts * 2 >= own.length ? sides.actor : sides.place;
    side.push({ id, weight, times: own.length, name: first.name, kind: first.kind });
  }
  return { actors: sides.actor, places: sides.place, among };
}
