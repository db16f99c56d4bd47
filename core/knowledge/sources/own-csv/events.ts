// A row of somebody's sheet of events → the draft of an event. People and places may stand by name: they are tied
// to what the packs know, as those of every other source are.
import { ActorRole, EntityId, EventId, PloverType } from '../../terms.ts';
import { defined } from '../defined.ts';
import { hintOf } from '../own/hints.ts';
import { eventOf, IS_ID } from '../own-yaml/parts.ts';
import type { ActorHint, EventDraft, PlaceHint } from '../source.ts';
import type { Cells } from './cells.ts';
import type { EventColumn } from './header.ts';
import { idIn, slugOf } from './ids.ts';

type EventCells = Cells<EventColumn>;

/** Where nothing is said of how much later news refers back to it. */
const WEIGHT = 0.5;
const MOST_DEATHS = 100_000_000;
const COLUMN_OF: Readonly<Record<ActorRole, EventColumn>> = {
  actor: 'actors',
  recipient: 'recipients',
  third_party: 'third_parties',
  alleged_actor: 'alleged_actors',
  host: 'hosts',
};
const STATUS = ['reported', 'confirmed', 'disputed', 'retracted'] as const;
const NO_SOURCES = { sources: new Map() };

/** `null` when the row is refused: `cells.problems` says why. Throws RecordError where a text is too long. */
export function eventIn(cells: EventCells, pack: string): EventDraft | null {
  const title = cells.needed('title', 'a headline');
  cells.needed('date', 'the day where it happened, such as 2019-12-31');
  const date = cells.date('date', true) ?? '';
  const sources = cells.sources('source');
  if (cells.text('source') === '') cells.wrong('source', 'is empty; an event says who reported it');
  const source = {
    id: eventId(cells, pack, date, title),
    title,
    type: cells.choice('type', PloverType.options) ?? ('OTHER' as const),
    date,
    weight: cells.number('weight', 0, 1) ?? WEIGHT,
    places: [],
    actors: {},
    summary: cells.text('summary'),
    sources,
    status: cells.choice('status', STATUS) ?? ('reported' as const),
    ...defined({
      deaths: deathsOf(cells),
      part_of: links(cells, 'part_of'),
      response_to: links(cells, 'response_to'),
    }),
  };
  const [actors, places] = [actorsOf(cells), placesOf(cells)];
  if (cells.problems.length > 0) return null;
  const { pack: _, ...event } = eventOf(source, NO_SOURCES, pack);
  return { ...event, actors, places };
}

function eventId(cells: EventCells, pack: string, date: string, title: string): string {
  const text = cells.text('id');
  const id = text === '' ? `${pack}:${date.replace('/', '-to-')}-${slugOf(title)}` : idIn(pack, text);
  if (EventId.safeParse(id).success) return String(id);
  if (text !== '')
    cells.wrong(
      'id',
      `“${text.slice(0, 60)}” is no id: leave it empty, or write small letters, digits and hyphens`,
    );
  return '';
}

function links(cells: EventCells, column: 'part_of' | 'response_to'): string[] | undefined {
  const ids = cells.list(column);
  for (const id of ids)
    if (!/^[a-z0-9][a-z0-9:-]*$/.test(id))
      cells.wrong(column, `“${id.slice(0, 60)}” is not the id of an event`);
  return ids.length > 0 ? ids : undefined;
}

/** `12`, or `10-14` where reports differ. */
function deathsOf(cells: EventCells): { low: number; best?: number; high?: number } | undefined {
  const text = cells.text('deaths');
  if (text === '') return undefined;
  const [, first, second] = /^(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?$/.exec(text) ?? [];
  const [low, high] = [Number(first), Number(second ?? first)];
  if (first === undefined || high < low || high > MOST_DEATHS) {
    cells.wrong(
      'deaths',
      `“${text.slice(0, 40)}” is no number of people, such as 12, or 10-14 where reports differ`,
    );
    return undefined;
  }
  return second === undefined ? { low, best: low, high } : { low, high };
}

function actorsOf(cells: EventCells): ActorHint[] {
  return ActorRole.options.flatMap((role) =>
    cells.list(COLUMN_OF[role]).map((text): ActorHint => ({ ...who(cells, COLUMN_OF[role], text), role })),
  );
}

/** The position belongs to the place if there is one; with several it stands by itself. */
function placesOf(cells: EventCells): PlaceHint[] {
  const places = cells.list('places').map((text): PlaceHint => who(cells, 'places', text));
  const position = cells.position('lat', 'lon');
  if (!position) return places;
  const [only] = places;
  return places.length === 1 && only ? [{ ...only, ...position }] : [...places, position];
}

function who(cells: EventCells, column: EventColumn, text: string): { name: string } & PlaceHint {
  if (text.length > 200)
    cells.wrong(column, `“${text.slice(0, 40)}…” is longer than a name; several stand apart by semicolons`);
  const id = IS_ID.test(text) ? EntityId.safeParse(text) : undefined;
  return id?.success ? hintOf(id.data, new Map()) : { name: text };
}
