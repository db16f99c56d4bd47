// All packs as one: names are united, the same entity from two packs is one, events are united.
import type { Entity } from './entity.ts';
import type { Event } from './event.ts';
import type { NameRow, Pack } from './pack/index.ts';
import type { EntityId } from './terms.ts';

/** An entity and how well known it is to the packs. */
export interface Known {
  readonly entity: Entity;
  /** In how many events it takes part. */
  readonly events: number;
  readonly landmarks: readonly string[];
  /** Titles of the packs that have it. */
  readonly packs: readonly string[];
}

export class Knowledge {
  readonly #packs: readonly Pack[];

  /** Packs in the order in which they are believed: what an earlier one says of a field stands. */
  constructor(packs: readonly Pack[]) {
    this.#packs = packs;
  }

  /** Whom each folded name may mean. One batch of look-ups per pack. */
  async names(keys: Iterable<string>): Promise<Map<string, NameRow[]>> {
    const wanted = [...keys];
    const united = new Map<string, NameRow[]>();
    for (const found of await Promise.all(this.#packs.map((pack) => pack.get('names', wanted)))) {
      for (const [key, rows] of found) {
        const known = united.get(key);
        if (!known) united.set(key, [...rows]);
        else
          known.push(
            ...rows.filter((row) => !known.some((other) => other.id === row.id && other.type === row.type)),
          );
      }
    }
    return united;
  }

  async entities(ids: Iterable<EntityId>): Promise<Map<EntityId, Known>> {
    const wanted = [...ids];
    const united = new Map<EntityId, Known>();
    const answers = await Promise.all(this.#packs.map((pack) => pack.get('entities', wanted)));
    for (const [index, found] of answers.entries()) {
      const title = this.#packs[index]?.header.title ?? '';
      for (const { entity, events, landmarks } of found.values()) {
        const before = united.get(entity.id);
        united.set(
          entity.id,
          before
            ? unite(before, { entity, events, landmarks, packs: [title] })
            : { entity, events, landmarks, packs: [title] },
        );
      }
    }
    return united;
  }

  /** Ids of events of an entity: those nearest to the day on either side. */
  async eventsNear(id: EntityId, day: string, before: number, after: number): Promise<string[]> {
    const answers = await Promise.all(this.#packs.map((pack) => pack.eventsNear(id, day, before, after)));
    return [...new Set(answers.flat())];
  }

  async events(ids: Iterable<string>): Promise<Map<string, Event>> {
    const wanted = [...ids];
    const answers = await Promise.all(this.#packs.map((pack) => pack.get('events', wanted)));
    return new Map(answers.reverse().flatMap((found) => [...found]));
  }
}

function unite(first: Known, second: Known): Known {
  const { entity: a } = first;
  const { entity: b } = second;
  return {
    entity: {
      ...b,
      ...a,
      names: [...a.names, ...b.names],
      roles: [...(a.roles ?? []), ...(b.roles ?? [])],
      relations: [...(a.relations ?? []), ...(b.relations ?? [])],
      facts: [...(a.facts ?? []), ...(b.facts ?? [])],
    },
    events: first.events + second.events,
    landmarks: [...new Set([...first.landmarks, ...second.landmarks])],
    packs: [...new Set([...first.packs, ...second.packs])],
  };
}
