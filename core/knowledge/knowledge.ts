// All packs as one: names are united, the same entity from two packs is one, events are united.
import type { Entity } from './entity.ts';
import type { Event } from './event.ts';
import { isExtension, OWN_TITLE, type OwnEntry } from './own/entry.ts';
import { OwnKnowledge } from './own/own-knowledge.ts';
import { entityOf, matchedNames } from './own/to-entity.ts';
import type { NameRow, Pack, Tally } from './pack/index.ts';
import type { EntityId } from './terms.ts';

/** An entity, and who knows it. */
export interface Known {
  readonly entity: Entity;
  /** Titles of the packs that have it. */
  readonly packs: readonly string[];
  /** The reader has an entry on it. */
  readonly own?: true;
  readonly note?: string;
}

export class Knowledge {
  readonly #packs: readonly Pack[];
  readonly #own: OwnKnowledge;

  /**
   * Packs in the order in which they are believed: what an earlier one says of a field stands. What the reader
   * wrote stands before all of them.
   */
  constructor(packs: readonly Pack[], own = new OwnKnowledge()) {
    this.#packs = packs;
    this.#own = own;
  }

  /** The same packs, with another state of what the reader wrote. */
  with(own: OwnKnowledge): Knowledge {
    return new Knowledge(this.#packs, own);
  }

  /** Whom each folded name may mean. One batch of look-ups per pack. */
  async names(keys: Iterable<string>): Promise<Map<string, NameRow[]>> {
    const wanted = [...keys];
    const united = this.#own.names(wanted);
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
      for (const entity of found.values()) {
        const before = united.get(entity.id);
        united.set(
          entity.id,
          before ? unite(before, { entity, packs: [title] }) : { entity, packs: [title] },
        );
      }
    }
    for (const [id, entry] of this.#own.entries(wanted)) united.set(id, layOver(entry, united.get(id)));
    return united;
  }

  /** In how many events each takes part, and its weightiest ones: of all packs together. */
  async tallies(ids: Iterable<EntityId>): Promise<Map<EntityId, Tally>> {
    const united = new Map<EntityId, Tally>();
    const wanted = [...ids];
    for (const found of await Promise.all(this.#packs.map((pack) => pack.get('tallies', wanted)))) {
      for (const [id, { events, landmarks }] of found as Map<EntityId, Tally>) {
        const before = united.get(id);
        united.set(id, {
          events: (before?.events ?? 0) + events,
          landmarks: [...(before?.landmarks ?? []), ...landmarks],
        });
      }
    }
    return united;
  }

  /** How many events all packs have. */
  get eventCount(): number {
    return this.#packs.reduce((sum, { header }) => sum + header.counts.events, 0);
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

/** What the reader wrote of somebody, over what packs know of them. */
function layOver(entry: OwnEntry, known: Known | undefined): Known {
  const { line, geo, note } = entry;
  const own = { own: true, ...(note.trim() !== '' && { note }) } as const;
  const written = { entity: entityOf(entry), packs: [OWN_TITLE], ...own };
  if (!known) return written;
  if (!isExtension(entry)) return { ...unite(written, known), ...own };
  const { entity } = known;
  return {
    ...known,
    ...own,
    entity: {
      ...entity,
      names: [...matchedNames(entry), ...entity.names],
      ...(line !== '' && { description: line }),
      ...(geo && { geo }),
    },
  };
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
    packs: [...new Set([...first.packs, ...second.packs])],
  };
}
