// Knowledge that a person or a team wrote by hand, in the form of the starter pack (own-yaml-form.ts; explained to
// its writers in docs/own-knowledge.md). Each record is read for itself, so that one slip costs one record, and
// every complaint names the line and says what would be right. A file that is no YAML is refused as a whole:
// behind a wrong indentation nothing means what it seems to mean.
import * as z from 'zod/mini';
import type { Event } from '../event.ts';
import { Source as SourceRecord } from '../terms.ts';
import { SourceError } from './open/source-error.ts';
import { hintOf } from './own/hints.ts';
import { explain } from './own/problems.ts';
import { entityOf } from './own-yaml/entity.ts';
import { EntitySource, EventSource, ListedSource } from './own-yaml/form.ts';
import { openYaml, type Place, type YamlFile } from './own-yaml/lines.ts';
import { eventOf, RecordError } from './own-yaml/parts.ts';
import type { ActorHint, EventDraft, Found, Line, Source } from './source.ts';

/** A starter pack is a tenth of it; above, an import from a data set is meant. */
const MOST_CHARACTERS = 4_000_000;
const SECTIONS = ['sources', 'entities', 'events'];
const NOT_YAML = /^\s*[<[{]/;

export const ownYaml: Source = {
  id: 'own-yaml',
  title: 'Own knowledge (YAML)',
  licence: 'as its authors say',
  attribution: 'Written by hand; each statement has its own source',

  detect({ text }) {
    if (NOT_YAML.test(text)) return null;
    const [first] = /^[^\s#-].*/m.exec(text) ?? [];
    const isOurs = first !== undefined && new RegExp(`^(?:${SECTIONS.join('|')}):(?:\\s|$)`).test(first);
    return isOurs ? { what: 'Backstory’s own knowledge, YAML' } : null;
  },

  async *read(lines, { pack }) {
    const file = openYaml(await textOf(lines));
    yield* unknownSections(file);
    const sources = new Map<string, SourceRecord>();
    yield* readSources(file, sources);
    const written = { sources };
    const labels = new Map<string, string>();
    yield* records(file, 'entities', EntitySource, (source) => {
      if (source.label === undefined && source.names === undefined)
        throw new Error('label: is missing: the name by which it is shown');
      const entity = entityOf(source, undefined, written, pack);
      labels.set(entity.id, source.label ?? entity.id);
      return { kind: 'entity', entity };
    });
    yield* records(file, 'events', EventSource, (source) => ({
      kind: 'event',
      event: draftOf(eventOf(source, written, pack), labels),
    }));
  },
};

async function textOf(lines: AsyncIterable<Line>): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const { text } of lines) {
    length += text.length + 1;
    if (length > MOST_CHARACTERS)
      throw new SourceError(
        'too-long',
        `A YAML file may hold ${MOST_CHARACTERS / 1_000_000} million characters; split this one into several.`,
      );
    parts.push(text);
  }
  return parts.join('\n');
}

function rejected({ line, column }: Place, reason: string): Found {
  return { kind: 'rejected', line, reason: `column ${column}: ${reason}` };
}

function* unknownSections(file: YamlFile): Generator<Found, void> {
  for (const key of Object.keys(file.data))
    if (!SECTIONS.includes(key))
      yield rejected(
        file.placeOf([key]),
        `there is no section “${key.slice(0, 40)}”; there are ${SECTIONS.join(', ')}`,
      );
}

function* readSources(file: YamlFile, sources: Map<string, SourceRecord>): Generator<Found, void> {
  const listed = file.data['sources'] ?? {};
  if (typeof listed !== 'object' || Array.isArray(listed)) {
    yield rejected(file.placeOf(['sources']), 'sources are a group: each begins with its key and a colon');
    return;
  }
  for (const [key, source] of Object.entries(listed)) {
    const parsed = z.safeParse(ListedSource, source);
    if (parsed.success) sources.set(key, parsed.data);
    else
      yield* complaints(file, ['sources', key], key, parsed.error, source, Object.keys(SourceRecord.shape));
  }
}

/** Every record of a section by itself. `make` may throw. */
function* records<T extends z.ZodMiniObject & z.ZodMiniType<{ readonly id: string }>>(
  file: YamlFile,
  section: 'entities' | 'events',
  form: T,
  make: (source: z.infer<T>) => Found,
): Generator<Found, void> {
  const list = file.data[section] ?? [];
  if (!Array.isArray(list)) {
    yield rejected(file.placeOf([section]), `${section} are a list: each begins with a hyphen`);
    return;
  }
  const seen = new Set<string>();
  for (const [index, record] of list.entries()) {
    const path = [section, index];
    const who = nameOf(record, `number ${index + 1}`);
    const parsed = z.safeParse(form, record);
    if (!parsed.success) {
      yield* complaints(file, path, who, parsed.error, record, Object.keys(form.shape));
      continue;
    }
    if (seen.has(parsed.data.id)) {
      yield rejected(file.placeOf([...path, 'id']), `${who}: this id is there already`);
      continue;
    }
    seen.add(parsed.data.id);
    try {
      yield make(parsed.data);
    } catch (error) {
      if (error instanceof RecordError) yield* complaints(file, path, who, error.error, error.record, []);
      else if (error instanceof Error)
        yield rejected(file.placeOf(path), `${who}: ${error.message.replace(`${who}: `, '')}`);
      else throw error;
    }
  }
}

function* complaints(
  file: YamlFile,
  path: readonly PropertyKey[],
  who: string,
  error: z.core.$ZodError,
  record: unknown,
  fields: readonly string[],
): Generator<Found, void> {
  const problems = explain(error, record, fields)
    // What the kind would have told is not asked for besides.
    .filter(({ path: [field] }, _, all) => field !== 'facets' || all.length === 1)
    .map(({ path: inside, text }) => ({
      place: file.placeOf([...path, ...asWritten(inside)]),
      text: [...inside.filter((key) => key !== 'edtf').map(shownKey), text].join(': '),
    }));
  const [first, ...others] = problems;
  if (!first) return;
  const rest = others.map(({ place, text }) => `; line ${place.line}, column ${place.column}: ${text}`);
  yield rejected(first.place, `${who}: ${first.text}${rest.join('')}`);
}

/** People count from one. */
function shownKey(key: PropertyKey): string {
  return typeof key === 'number' ? `number ${key + 1}` : String(key);
}

/** Where in the file a field of the record stands: its names may be several spellings of one line. */
function asWritten(path: readonly PropertyKey[]): readonly PropertyKey[] {
  return path[0] === 'names' ? path.slice(0, 1) : path;
}

function nameOf(record: unknown, otherwise: string): string {
  const id: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, 'id') : undefined;
  return typeof id === 'string' && id !== '' ? id.slice(0, 60) : otherwise;
}

/** Actors and places are known already by their ids; `tie.ts` has only to see whether a pack has them. */
function draftOf(
  { actors, places, pack: _, ...event }: Event,
  labels: ReadonlyMap<string, string>,
): EventDraft {
  return {
    ...event,
    actors: actors.map((party): ActorHint => {
      if ('name' in party) return party;
      return { ...hintOf(party.id, labels), role: party.role };
    }),
    places: places.map((id) => hintOf(id, labels)),
  };
}
