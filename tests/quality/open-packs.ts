// The packs as they are shipped, each opened once. What is not built is said, not built here: a measurement of
// something else than the file in hand would mislead.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Entity } from '../../core/knowledge/entity.ts';
import type { Event } from '../../core/knowledge/event.ts';
import { Knowledge } from '../../core/knowledge/index.ts';
import { openInMemory, type Pack, readPack, type TableName } from '../../core/knowledge/pack/index.ts';
import { linesOf, Rows } from '../../core/knowledge/pack/rows.ts';
import { EntityId } from '../../core/knowledge/terms.ts';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const STARTER = root('public/packs/starter.bspack');
const ALL_PLACES = root('.output-packs/all-places.bspack');

const streamOf = (path: string) => new Blob([readFileSync(path)]).stream();

export interface OpenPacks {
  readonly starter: Pack;
  /** What the starter pack alone knows. */
  readonly knowledge: Knowledge;
  /** With *All places*; `null` where that is not built. */
  readonly withPlaces: Knowledge | null;
  readonly entities: readonly Entity[];
  readonly events: readonly Event[];
  readonly described: string;
}

/** Throws where there is no starter pack. */
export async function openPacks(path = STARTER): Promise<OpenPacks> {
  if (!existsSync(path)) throw new Error(`There is no pack at ${path}. Build it with \`npm run packs\`.`);
  const starter = await openInMemory(streamOf(path));
  const places = existsSync(ALL_PLACES) ? await openInMemory(streamOf(ALL_PLACES)) : null;
  const knowledge = new Knowledge([starter]);
  const rows = new Rows(starter.header.id, starter.header.terms);
  const idsOf = async (table: 'entities' | 'events') =>
    (await keysOf(path, table)).map((key) => rows.wholeKey(table, key));
  const ids = await idsOf('entities');
  const eventIds = await idsOf('events');
  const { id, version, built } = starter.header;
  const second = places ? `; ${places.header.id} ${places.header.version} of ${places.header.built}` : '';
  return {
    starter,
    knowledge,
    withPlaces: places && new Knowledge([starter, places]),
    entities: [...(await knowledge.entities(ids.map((one) => EntityId.parse(one)))).values()].map(
      ({ entity }) => entity,
    ),
    events: [...(await knowledge.events(eventIds)).values()],
    described: `${id} ${version} of ${built}, ${ids.length.toLocaleString('en-GB')} entities, ${eventIds.length.toLocaleString('en-GB')} events${second}`,
  };
}

/** Every key of a table, which a pack in use never needs. */
async function keysOf(path: string, wanted: TableName): Promise<string[]> {
  const keys: string[] = [];
  const { blocks } = await readPack(streamOf(path));
  for await (const { table, bytes } of blocks)
    if (table === wanted) for (const { key } of linesOf(new TextDecoder().decode(bytes))) keys.push(key);
  return keys;
}
