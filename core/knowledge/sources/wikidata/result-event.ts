// An event from the rows that a query gave of it: its people and places stay hints, since only the installed packs
// know whom they mean.
import * as z from 'zod/mini';
import { isEdtfInterval } from '../../dates.ts';
import { Event } from '../../event.ts';
import { defined } from '../defined.ts';
import type { ActorHint, Found, PlaceHint } from '../source.ts';
import { type Column, cell, dateIn, pointIn, qidIn, type Row, wordsIn } from './columns.ts';
import { salienceOf } from './entity.ts';
import { eventTypeOf } from './events.ts';
import type { Gathered } from './gathered.ts';
import { cutAtWord } from './text.ts';

const Draft = z.omit(Event, { actors: true, places: true, pack: true });
const MOST_ACTORS = 40;
const MOST_PLACES = 20;
const USUAL_WEIGHT = 0.3;

const PARTIES: readonly (readonly [Column, Column, ActorHint['role']])[] = [
  ['perpetrator', 'perpetratorLabel', 'actor'],
  ['participant', 'participantLabel', 'actor'],
  ['target', 'targetLabel', 'recipient'],
];

export function resultAsEvent(item: Gathered, pack: string): Found {
  const { id, line, row, label } = item;
  const edtf = dateOf(row);
  if (edtf === undefined) return { kind: 'skipped', reason: 'an event without a date' };
  const sitelinks = cell(row, 'sitelinks');
  const draft = z.safeParse(Draft, {
    id: `${pack}:${id.toLowerCase()}`,
    title: cutAtWord(label, 200),
    type: eventTypeOf([...item.classes]),
    date: { edtf },
    weight: sitelinks === undefined ? USUAL_WEIGHT : salienceOf(Number(sitelinks)),
    summary: cutAtWord(cell(row, 'itemDescription') ?? '', 1000),
    sources: [
      { publisher: 'Wikidata', title: cutAtWord(label, 300), url: `https://www.wikidata.org/wiki/${id}` },
    ],
    status: 'reported',
  });
  if (!draft.success)
    return { kind: 'rejected', line, reason: `${id}: ${draft.error.issues[0]?.message ?? ''}` };
  return { kind: 'event', event: { ...draft.data, actors: actorsOf(item), places: placesOf(item) } };
}

function dateOf(row: Row): string | undefined {
  const from = dateIn(row, 'start');
  const to = dateIn(row, 'end');
  const lasting = from !== undefined && to !== undefined && from !== to ? `${from}/${to}` : undefined;
  if (lasting !== undefined && isEdtfInterval(lasting)) return lasting;
  return dateIn(row, 'date') ?? from ?? to;
}

function actorsOf({ rows }: Gathered): ActorHint[] {
  const actors = new Map<string, ActorHint>();
  for (const row of rows)
    for (const [column, labelColumn, role] of PARTIES) {
      const name = wordsIn(row, labelColumn);
      if (name === undefined || actors.size >= MOST_ACTORS) continue;
      actors.set(`${role} ${name}`, {
        name: cutAtWord(name, 200),
        role,
        ...defined({ wikidata: qidIn(row, column) }),
      });
    }
  return [...actors.values()];
}

function placesOf({ rows }: Gathered): PlaceHint[] {
  const places = new Map<string, PlaceHint>();
  for (const row of rows) {
    const place = placeIn(row);
    if (Object.keys(place).length > 0 && places.size < MOST_PLACES)
      places.set(place.wikidata ?? place.name ?? JSON.stringify(place), place);
  }
  return [...places.values()];
}

/** The place that is named, else the country. */
function placeIn(row: Row): PlaceHint {
  const named = qidIn(row, 'place') !== undefined || wordsIn(row, 'placeLabel') !== undefined;
  const code = cell(row, 'countryCode') ?? '';
  return defined({
    wikidata: qidIn(row, named ? 'place' : 'country'),
    name: wordsIn(row, named ? 'placeLabel' : 'countryLabel'),
    country: /^[A-Z]{2}$/.test(code) ? code : undefined,
    ...pointIn(row),
  });
}
