// Records drawn by a seed, as text that a reviewer can hold against other sources. What tables of places give is
// not drawn: it would be most of the pack, and what it rests on is named in the attribution.
import { type Entity, labelOf } from '../../../core/knowledge/entity.ts';
import type { Event } from '../../../core/knowledge/event.ts';
import type { Source } from '../../../core/knowledge/terms.ts';

/** Numbers from 0 up to 1 (mulberry32, Tommy Ettinger, public domain): the same for the same seed on any machine. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `size` of them without repetition, whatever order they come in. */
export function draw<T extends { readonly id: string }>(
  records: readonly T[],
  size: number,
  seed: number,
): T[] {
  const rest = [...records].sort((one, other) => (one.id < other.id ? -1 : 1));
  const random = randomOf(seed);
  const drawn: T[] = [];
  while (drawn.length < size && rest.length > 0) {
    const [record] = rest.splice(Math.floor(random() * rest.length), 1);
    if (record) drawn.push(record);
  }
  return drawn;
}

export function readable(record: Entity | Event, labels: ReadonlyMap<string, string>, where: string): string {
  const lines = 'title' in record ? eventLines(record, labels) : entityLines(record, labels);
  return [`## ${record.id}  (${where})`, ...lines].join('\n');
}

const called = (id: string, labels: ReadonlyMap<string, string>) => `${labels.get(id) ?? '?'} [${id}]`;
const span = (from?: string, to?: string, asOf?: string) =>
  `${from ? ` from ${from}` : ''}${to ? ` to ${to}` : ''}${asOf ? ` (held on ${asOf})` : ''}`;
const line = (name: string, text: string | undefined) =>
  text === undefined || text === '' ? [] : [`${name}: ${text}`];

function entityLines(entity: Entity, labels: ReadonlyMap<string, string>): string[] {
  const { names, background, roles = [], relations = [], facts = [], geo, population, ids } = entity;
  return [
    `${labelOf(entity)} (${entity.kind}): ${entity.description}`,
    ...line(
      'names',
      names.map(({ text, type, lang, match }) => `${text} (${type}, ${lang}, ${match})`).join('; '),
    ),
    ...line('life', span(entity.born ?? entity.founded, entity.died ?? entity.dissolved).trim()),
    ...roles.map(
      ({ role, org, from, to, asOf }) =>
        `role: ${role}${org ? `, of ${called(org, labels)}` : ''}${span(from, to, asOf)}`,
    ),
    ...relations.map(({ type, to, from, until }) => `${type}: ${called(to, labels)}${span(from, until)}`),
    ...facts.map(
      ({ label, value, source }) => `fact: ${label}: ${value}${source ? ` [${cited(source)}]` : ''}`,
    ),
    ...line('position', geo && `${geo.lat}, ${geo.lon}`),
    ...line('population', population?.toString()),
    ...line(
      'ids',
      Object.entries(ids ?? {})
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ),
    ...line(`background (${background?.asOf})`, background?.text),
    ...(background?.sources ?? []).map((source) => `source: ${cited(source)}`),
  ];
}

function eventLines(event: Event, labels: ReadonlyMap<string, string>): string[] {
  const { date, type, deaths, links = [] } = event;
  const elsewhere = (date.elsewhere ?? []).map(({ edtf, tz }) => `; ${edtf} in ${tz}`).join('');
  return [
    `${date.edtf}${date.tz ? ` (${date.tz}${elsewhere})` : ''}: ${event.title}`,
    event.summary,
    ...line('where', event.places.map((id) => called(id, labels)).join('; ')),
    ...event.actors.map((party) => `${party.role}: ${'id' in party ? called(party.id, labels) : party.name}`),
    `type: ${[type.plover, ...type.mode, ...type.context].join(', ')}; weight ${event.weight}; ${event.status}`,
    ...line(
      'deaths',
      deaths && [deaths.low, deaths.best, deaths.high].filter((count) => count !== undefined).join(', '),
    ),
    ...links.map((link) => `${link.type}: ${link.to}`),
    ...event.sources.map((source) => `source: ${cited(source)}`),
  ];
}

const cited = ({ publisher, title, published, url }: Source) =>
  [publisher, title && `“${title}”`, published, url].filter(Boolean).join(', ');
