// Made-up records, sound in themselves, of which a test spoils one thing.
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { Event } from '../../../core/knowledge/event.ts';
import type { CheckedPack } from '../../../packs/build/check/pack.ts';

/** Fields of a record, as loosely typed as a file is. */
type Fields = Readonly<Record<string, unknown>>;

const label = (text: string) => ({ text, lang: 'en', type: 'label', match: 'any-case' });
export const SOURCE = { publisher: 'The Gazette', published: '2020-05' };
export const OPENED = { ...SOURCE, url: 'https://gazette.example/2020' };

export function entity(id: string, fields: Fields = {}): Entity {
  return {
    id,
    kind: 'organisation',
    facets: ['actor'],
    names: [label(typeof fields['label'] === 'string' ? fields['label'] : id)],
    description: 'Something made up',
    salience: 0.4,
    pack: 'starter',
    ...Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'label')),
  } as unknown as Entity;
}

/** Iraq, whose borders and neighbours are known. */
export const IRAQ = entity('Q796', {
  label: 'Iraq',
  kind: 'country',
  facets: ['actor', 'place'],
  ids: { wikidata: 'Q796', iso2: 'IQ' },
  geo: { lat: 33.34, lon: 44.4 },
});

export function person(id: string, fields: Fields = {}): Entity {
  const background = { text: 'Wrote letters.', asOf: '2020', sources: [SOURCE] };
  return entity(id, { kind: 'person', description: 'Iraqi politician', background, ...fields });
}

export function event(id: string, fields: Fields = {}): Event {
  return {
    id,
    title: `The day of ${id}`,
    type: { plover: 'OTHER', mode: [], context: [] },
    date: { edtf: '2020-05-01' },
    weight: 0.5,
    places: ['Q796'],
    actors: [{ id: 'Q796', role: 'actor' }],
    summary: 'Something happened.',
    sources: [OPENED],
    status: 'confirmed',
    pack: 'starter',
    ...fields,
  } as unknown as Event;
}

export function pack(entities: readonly Entity[], events: readonly Event[] = []): CheckedPack {
  return {
    entities: [IRAQ, ...entities],
    events,
    written: new Set<string>(entities.map(({ id }) => id)),
    generated: new Set(['Q796']),
    today: '2026-11-22',
  };
}
