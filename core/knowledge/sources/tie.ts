// Drafts of events → events: the people and places that a source names are found among what the packs know. An
// importer knows nothing of packs, so this is the one place where its hints become ids. What is not found stays
// as the source has it: a party with its name, a spot with its name and position.
import { nameKey, tokenize } from '../../text/index.ts';
import type { Entity } from '../entity.ts';
import type { Event, Party, Spot } from '../event.ts';
import type { NameRow } from '../pack/index.ts';
import { EntityId } from '../terms.ts';
import type { ActorHint, EventDraft, PlaceHint } from './source.ts';
import { actorAmong, actorCandidates } from './tie/actors.ts';
import { type Countries, countriesOf } from './tie/countries.ts';
import type { LookUp } from './tie/look-up.ts';
import { placeAmong } from './tie/places.ts';

export { countriesOf } from './tie/countries.ts';
export type { LookUp } from './tie/look-up.ts';

/** Few enough to be held with all that their names may mean, enough that a look-up is shared by many. */
const BATCH = 500;
/** What the schema of an event allows. */
const MOST_ACTORS = 40;
const MOST_PLACES = 20;

/** The events, in order. Without packs, names stay names. */
export async function tieAll(
  drafts: readonly EventDraft[],
  pack: string,
  knowledge: LookUp | null,
): Promise<Event[]> {
  const events: Event[] = [];
  for (let from = 0; from < drafts.length; from += BATCH) {
    const batch = drafts.slice(from, from + BATCH);
    const found = await whatIsKnown(batch, knowledge);
    for (const draft of batch) events.push(tied(draft, pack, found));
  }
  return events;
}

/** What the packs know of everything that a batch names. */
interface Found {
  readonly names: ReadonlyMap<string, readonly NameRow[]>;
  readonly entities: ReadonlyMap<EntityId, { readonly entity: Entity }>;
  readonly countries: Countries;
}

async function whatIsKnown(batch: readonly EventDraft[], knowledge: LookUp | null): Promise<Found> {
  if (!knowledge) return { names: new Map(), entities: new Map(), countries: new Map() };
  const hints = batch.flatMap(({ actors, places }) => [...actors, ...places]);
  const keys = new Set(hints.flatMap(({ name }) => (name ? [keyOf(name)] : [])).filter((key) => key !== ''));
  const names = await knowledge.names(keys);
  const ids = new Set([...names.values()].flatMap((rows) => rows.map((row) => row.id)));
  for (const hint of hints) for (const id of statedIds(hint)) ids.add(id);
  return { names, entities: await knowledge.entities(ids), countries: await countriesOf(knowledge) };
}

function keyOf(name: string): string {
  return nameKey(tokenize(name));
}

/** The ids under which a pack would have what a source identifies by a number. */
function statedIds(hint: ActorHint | PlaceHint): EntityId[] {
  const stated = [
    hint.wikidata,
    'geonames' in hint && hint.geonames !== undefined ? `starter:geonames-${hint.geonames}` : undefined,
  ];
  return stated.flatMap((id) => {
    const parsed = EntityId.safeParse(id);
    return parsed.success ? [parsed.data] : [];
  });
}

function tied(draft: EventDraft, pack: string, found: Found): Event {
  const places = new Set<EntityId>();
  const spots: Spot[] = [];
  for (const hint of draft.places) {
    const place = placeOf(hint, found);
    const id = place ?? found.countries.get(hint.country ?? '')?.id;
    if (id !== undefined && places.size < MOST_PLACES) places.add(id);
    const spot = place === null ? spotOf(hint) : null;
    if (spot && spots.length < MOST_PLACES) spots.push(spot);
  }
  return {
    ...draft,
    places: [...places],
    ...(spots.length > 0 ? { spots } : {}),
    actors: partiesOf(draft, found),
    pack,
  };
}

function placeOf(hint: PlaceHint, { names, entities }: Found): EntityId | null {
  if (hint.id) return hint.id;
  const stated = statedIds(hint).find((id) => entities.get(id)?.entity.facets.includes('place'));
  if (stated) return stated;
  if (!hint.name) return null;
  const ids = new Set((names.get(keyOf(hint.name)) ?? []).map((row) => row.id));
  return placeAmong(entitiesOf(ids, entities), hint);
}

function entitiesOf(ids: Iterable<EntityId>, entities: Found['entities']): Entity[] {
  return [...ids].flatMap((id) => entities.get(id)?.entity ?? []);
}

function spotOf({ name, lat, lon }: PlaceHint): Spot | null {
  const position = lat !== undefined && lon !== undefined ? { lat, lon } : {};
  return name ? { name, ...position } : 'lat' in position ? position : null;
}

/** Each once in each role. */
function partiesOf({ actors, date }: EventDraft, found: Found): Party[] {
  const parties = new Map<string, Party>();
  for (const hint of actors) {
    const id = actorOf(hint, date.edtf, found);
    if (id) parties.set(`${hint.role} ${id}`, { id, role: hint.role });
    else if (hint.name) parties.set(`${hint.role} “${hint.name}`, { name: hint.name, role: hint.role });
  }
  return [...parties.values()].slice(0, MOST_ACTORS);
}

function actorOf(hint: ActorHint, edtf: string, { names, entities, countries }: Found): EntityId | null {
  if (hint.id) return hint.id;
  const [stated] = statedIds(hint);
  if (stated && entities.has(stated)) return stated;
  const rows = names.get(keyOf(hint.name)) ?? [];
  const named = actorAmong(entitiesOf(actorCandidates(rows, hint.name, edtf), entities), edtf);
  if (named) return named;
  return hint.isState && hint.country ? (countries.get(hint.country)?.id ?? null) : null;
}
