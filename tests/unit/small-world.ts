// A few made-up and a few real names: enough for every rule, small enough to read at a glance.
import { Entity } from '../../core/knowledge/entity.ts';
import { Event } from '../../core/knowledge/event.ts';
import { Knowledge } from '../../core/knowledge/index.ts';
import { openInMemory, type Pack } from '../../core/knowledge/pack/index.ts';
import { writePack } from '../../core/knowledge/pack/write.ts';

type Names = (
  | string
  | { text: string; type: string; match?: string; prior?: number; not?: string[]; from?: string; to?: string }
)[];

/** An entity from what matters to a test; the first name is its label. */
export function entity(id: string, kind: string, names: Names, rest: Record<string, unknown> = {}): Entity {
  const actor = ['person', 'armed_group', 'armed_force', 'agreement', 'government_body'].includes(kind);
  const facets = kind === 'country' ? ['actor', 'place'] : [actor ? 'actor' : 'place'];
  return Entity.parse({
    id,
    kind,
    facets,
    names: names.map((name, index) => ({
      lang: 'en',
      match: 'any-case',
      ...(typeof name === 'string' ? { text: name, type: index === 0 ? 'label' : 'alias' } : name),
    })),
    description: `${kind} for tests`,
    salience: 0.5,
    pack: 'test',
    ...rest,
  });
}

export function event(
  id: string,
  edtf: string,
  actors: string[],
  places: string[] = [],
  rest: Record<string, unknown> = {},
): Event {
  return Event.parse({
    id: `test:${id.replaceAll(' ', '-')}`,
    title: id,
    type: { plover: 'OTHER', mode: [], context: [] },
    date: { edtf },
    weight: 0.5,
    places,
    actors: actors.map((actor) => ({ id: actor, role: 'actor' })),
    summary: `${id} happened.`,
    sources: [{ publisher: 'A test' }],
    status: 'reported',
    pack: 'test',
    ...rest,
  });
}

const located = (to: string) => ({ relations: [{ type: 'located_in', to }] });

export const world: Entity[] = [
  entity('Q30', 'country', [
    'United States',
    { text: 'US', type: 'acronym', match: 'exact-case' },
    { text: 'American', type: 'adjective' },
    { text: 'Washington', type: 'metonym', prior: 0.6 },
  ]),
  entity('Q794', 'country', [
    'Iran',
    { text: 'Iranian', type: 'adjective' },
    { text: 'Tehran', type: 'metonym', prior: 0.7 },
  ]),
  entity('Q796', 'country', ['Iraq', { text: 'Iraqi', type: 'adjective' }]),
  entity('Q822', 'country', ['Lebanon', { text: 'Lebanese', type: 'adjective' }]),
  entity('Q810', 'country', [
    { text: 'Jordan', type: 'label', match: 'needs-context' },
    { text: 'Jordanian', type: 'adjective' },
  ]),
  entity('Q3616', 'city', [{ text: 'Tehran', type: 'label', prior: 0.3 }], {
    relations: [
      { type: 'located_in', to: 'Q794' },
      { type: 'capital_of', to: 'Q794' },
    ],
    geo: { lat: 35.7, lon: 51.4 },
  }),
  entity('Q168193', 'city', ['Najaf'], located('Q796')),
  entity('test:karbala', 'city', ['Karbala'], located('Q796')),
  entity('Q41053', 'armed_group', ['Hezbollah'], {
    relations: [
      { type: 'backed_by', to: 'Q794' },
      { type: 'located_in', to: 'Q822' },
    ],
  }),
  entity(
    'test:kataib',
    'armed_group',
    ["Kata'ib Hezbollah", 'Kataeb Hezbollah', { text: 'KH', type: 'acronym', match: 'needs-context' }],
    {
      relations: [
        { type: 'backed_by', to: 'Q794' },
        { type: 'located_in', to: 'Q796' },
      ],
    },
  ),
  entity('test:embassy', 'facility', ['US embassy in Baghdad'], located('Q796')),
  entity(
    'test:consulate-najaf',
    'facility',
    ['Consulate of Iran, Najaf', { text: 'Iranian consulate', type: 'description', match: 'needs-context' }],
    located('Q168193'),
  ),
  entity(
    'test:consulate-karbala',
    'facility',
    [
      'Consulate of Iran, Karbala',
      { text: 'Iranian consulate', type: 'description', match: 'needs-context' },
    ],
    located('test:karbala'),
  ),
  entity(
    'Q22686',
    'person',
    ['Donald Trump', { text: 'Trump', type: 'surname', match: 'needs-full-name-first', not: ['Trump card'] }],
    {
      born: '1946-06-14',
      roles: [
        { role: 'President', org: 'Q30', from: '2017-01-20', to: '2021-01-20' },
        { role: 'President', org: 'Q30', from: '2025-01-20' },
      ],
    },
  ),
  entity('test:al-sadr', 'person', [
    'Muqtada al-Sadr',
    { text: 'al-Sadr', type: 'surname', match: 'needs-full-name-first' },
  ]),
  entity('test:gulf-state', 'country', [
    { text: 'Oldname', type: 'former', match: 'any-case', to: '1999' },
    'Newname',
  ]),
];

export async function packOf(
  entities: readonly Entity[],
  events: readonly Event[] = [],
  id = 'test',
): Promise<Pack> {
  const meta = {
    id,
    version: '1',
    title: `Pack ${id}`,
    built: '2026-01-01',
    licence: 'MIT',
    attribution: [],
  };
  return openInMemory(new Blob([await writePack(meta, entities, events)]).stream());
}

export async function knowledgeOf(
  entities: readonly Entity[],
  events: readonly Event[] = [],
): Promise<Knowledge> {
  return new Knowledge([await packOf(entities, events)]);
}
