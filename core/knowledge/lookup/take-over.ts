// An item of Wikidata and those that it is tied to → records of the reader's own pack. Read by the very importer that
// reads Wikidata's files; all of them come, or none.

import { wordDate } from '../dates.ts';
import type { Entity } from '../entity.ts';
import { OWN_PACK } from '../own/entry.ts';
import { foundInItem } from '../sources/wikidata/entity.ts';
import type { Item } from '../sources/wikidata/item.ts';
import { Positions } from '../sources/wikidata/roles.ts';
import { EntityId } from '../terms.ts';
import type { Ask } from './client.ts';
import { ITEMS_AT_ONCE, itemsOf } from './items.ts';
import { MOST_RELATIVES, organisationOf, positionsOf, relativesOf } from './relatives.ts';
import { failed, type Outcome } from './trouble.ts';

export interface TakeOverPorts {
  readonly ask: Ask;
  readonly languages: readonly string[];
  /** Those of these ids that some pack or entry has already: they are referred to, not copied. */
  readonly known: (ids: readonly EntityId[]) => Promise<ReadonlySet<string>>;
  /** The day of the look-up, for the note on where it comes from. */
  readonly today: string;
  readonly onProgress: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface Progress {
  /** Requests answered, and how many there will be, as far as is known yet. */
  readonly done: number;
  readonly of: number;
}

export interface Taken {
  readonly entity: Entity;
  readonly relatives: readonly Entity[];
  /** Tied to it, and known before. */
  readonly known: number;
}

export async function takeOver(id: string, ports: TakeOverPorts): Promise<Outcome<Taken>> {
  const { ask, languages, known, onProgress, signal } = ports;
  const items = (ids: readonly string[]) => itemsOf(ids, languages, ask, signal);
  onProgress({ done: 0, of: 2 });
  const main = await items([id]);
  if (!main.ok) return main;
  const item = main.value.get(id);
  if (!item) return failed({ code: 'not-usable', why: 'its item is not there, or is too large' });

  const posts = positionsOf(item);
  const postBatches = batches(posts);
  const positions = new Map<string, Item>();
  for (const [index, batch] of postBatches.entries()) {
    onProgress({ done: 1 + index, of: 2 + postBatches.length });
    const found = await items(batch);
    if (!found.ok) return found;
    for (const [post, position] of found.value) positions.set(post, position);
  }
  const read = recordOf(item, positions, ports);
  if ('why' in read) return failed({ code: 'not-usable', why: read.why });
  const { entity } = read;

  const ties = relativesOf(
    entity.relations ?? [],
    (entity.roles ?? []).flatMap(({ org }) => org ?? []),
  );
  const there = await known(ties);
  const wanted = ties.filter((to) => to !== entity.id && !there.has(to)).slice(0, MOST_RELATIVES);
  const relatives: Entity[] = [];
  const done = 1 + postBatches.length;
  const relativeBatches = batches(wanted);
  for (const [index, batch] of relativeBatches.entries()) {
    onProgress({ done: done + index, of: done + relativeBatches.length });
    const found = await items(batch);
    if (!found.ok) return found;
    for (const relative of found.value.values()) {
      const record = recordOf(relative, new Map(), ports);
      if ('entity' in record) relatives.push(record.entity);
    }
  }
  const once = new Map(relatives.filter((one) => one.id !== entity.id).map((one) => [one.id, one]));
  return { ok: true, value: { entity, relatives: [...once.values()], known: there.size } };
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / ITEMS_AT_ONCE) }, (_, index) =>
    ids.slice(index * ITEMS_AT_ONCE, (index + 1) * ITEMS_AT_ONCE),
  );
}

function recordOf(
  item: Item,
  posts: ReadonlyMap<string, Item>,
  { languages, today }: Pick<TakeOverPorts, 'languages' | 'today'>,
): { readonly entity: Entity } | { readonly why: string } {
  const positions = new Positions();
  const organisations = new Map<string, EntityId>();
  for (const [id, post] of posts) {
    positions.learn({ ...post, id }, languages);
    const words = positions.wordsOf(id);
    const organisation = EntityId.safeParse(organisationOf(post)).data;
    if (words !== undefined && organisation) organisations.set(words, organisation);
  }
  for (const found of foundInItem(item, 1, { pack: OWN_PACK, languages }, positions)) {
    if (found.kind === 'entity') return { entity: noted(found.entity, organisations, today) };
    if (found.kind === 'skipped' || found.kind === 'rejected') return { why: found.reason };
  }
  return { why: 'it says nothing that an entry could be made of' };
}

/** With the bodies that the roles were held in, and with where all of it comes from, which the card tells. */
function noted(entity: Entity, organisations: ReadonlyMap<string, EntityId>, today: string): Entity {
  const roles = entity.roles?.map((role) => {
    const org = organisations.get(role.role);
    return org ? { ...role, org } : role;
  });
  const source = { publisher: 'Wikidata', url: `https://www.wikidata.org/wiki/${entity.id}` };
  const origin = { label: 'Taken from', value: `Wikidata (CC0), looked up on ${wordDate(today)}`, source };
  return { ...entity, ...(roles && { roles }), facts: [...(entity.facts ?? []), origin].slice(-30) };
}
