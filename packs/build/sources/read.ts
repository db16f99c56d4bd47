// Texts of files → written records, each read for itself: a slip in one costs that one, and its complaint names
// the file, the line and what would be right. What stands in which file is kept, for complaints that come later.
import * as z from 'zod/mini';
import { SourceError } from '../../../core/knowledge/sources/open/source-error.ts';
import { explain } from '../../../core/knowledge/sources/own/problems.ts';
import {
  EntitySource,
  EventSource,
  ListedSource,
  type Written,
} from '../../../core/knowledge/sources/own-yaml/form.ts';
import { openYaml, type YamlFile } from '../../../core/knowledge/sources/own-yaml/lines.ts';
import { Source } from '../../../core/knowledge/terms.ts';
import { LeaderTable } from '../leaders/form.ts';
import { idOfHolder } from '../leaders/person.ts';
import { STARTER } from '../pack.ts';
import type { Problem } from '../problem.ts';

export interface Sources extends Written {
  readonly leaders: readonly LeaderTable[];
  /**
   * Where a record stands, `mena/people.yaml:12`: entities and events by id, tables by country and role, and who
   * stands in them by `holder ` and id.
   */
  readonly origins: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

/** One section of a file: what a record must look like, and by what it is called. */
interface Section<T> {
  readonly form: z.ZodMiniObject & z.ZodMiniType<T>;
  readonly nameOf: (record: Readonly<Record<string, unknown>>) => unknown;
  /** What else is told within a record, and where in it. */
  readonly inside?: (record: T) => (readonly [id: string, path: readonly PropertyKey[]])[];
}

const ENTITIES: Section<EntitySource> = { form: EntitySource, nameOf: ({ id }) => id };
const EVENTS: Section<EventSource> = {
  form: EventSource,
  nameOf: ({ id }) => (typeof id === 'string' && !id.includes(':') ? `${STARTER}:${id}` : id),
};
const LEADERS: Section<LeaderTable> = {
  form: LeaderTable,
  nameOf: ({ country, role }) => `${country}, ${role}`,
  inside: ({ holders }) =>
    holders.map((holder, index) => [`holder ${idOfHolder(holder)}`, ['holders', index]]),
};
const SECTIONS = ['sources', 'entities', 'events', 'leaders'];

/** Reads what can be read of the files; the rest is among the problems. */
export function readSources(files: ReadonlyMap<string, string>): Sources {
  const problems: Problem[] = [];
  const origins = new Map<string, string[]>();
  const sources = new Map<string, Source>();
  const read = [...files].flatMap(([path, text]) => {
    const file = opened(path, text, problems);
    if (file === undefined) return [];
    listedSources(path, file, sources, origins, problems);
    const section = <T>(name: string, as: Section<T>) => records(path, file, name, as, origins, problems);
    return {
      entities: section('entities', ENTITIES),
      events: section('events', EVENTS),
      leaders: section('leaders', LEADERS),
    };
  });
  return {
    sources,
    entities: read.flatMap(({ entities }) => entities),
    events: read.flatMap(({ events }) => events),
    leaders: read.flatMap(({ leaders }) => leaders),
    origins,
    problems,
  };
}

function opened(path: string, text: string, problems: Problem[]): YamlFile | undefined {
  try {
    const file = openYaml(text);
    for (const key of Object.keys(file.data).filter((name) => !SECTIONS.includes(name)))
      problems.push(
        formError(at(path, file, [key]), `there is no section “${key}”; there are ${SECTIONS.join(', ')}`),
      );
    return file;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // A file in which everything is commented out, or nothing written yet, is no mistake.
    if (!/^[^\s#]/m.test(text)) return undefined;
    problems.push(formError(path, error.message));
    return undefined;
  }
}

function listedSources(
  path: string,
  file: YamlFile,
  sources: Map<string, Source>,
  origins: Map<string, string[]>,
  problems: Problem[],
) {
  for (const [key, record] of Object.entries(Object(file.data['sources'] ?? {}))) {
    const here = at(path, file, ['sources', key]);
    const parsed = z.safeParse(ListedSource, record);
    const before = origins.get(`source ${key}`);
    if (before) problems.push(formError(here, `another source of this name stands at ${before[0]}`, key));
    else origins.set(`source ${key}`, [here]);
    if (parsed.success) sources.set(key, sources.get(key) ?? parsed.data);
    else problems.push(...complaints(path, file, ['sources', key], key, parsed.error, record, Source));
  }
}

function records<T>(
  path: string,
  file: YamlFile,
  name: string,
  { form, nameOf, inside }: Section<T>,
  origins: Map<string, string[]>,
  problems: Problem[],
): T[] {
  const list = file.data[name] ?? [];
  if (!Array.isArray(list)) {
    problems.push(
      formError(at(path, file, [name]), `“${name}:” is a list: each record begins with a hyphen`),
    );
    return [];
  }
  return list.flatMap((record: unknown, index): T[] => {
    const who = String(nameOf(Object(record ?? {})) ?? `number ${index + 1}`);
    const parsed = z.safeParse(form, record);
    if (!parsed.success) {
      problems.push(...complaints(path, file, [name, index], who, parsed.error, record, form));
      return [];
    }
    const add = (id: string, where: readonly PropertyKey[]) =>
      origins.set(id, [...(origins.get(id) ?? []), at(path, file, where)]);
    add(who, [name, index]);
    for (const [id, where] of inside?.(parsed.data) ?? []) add(id, [name, index, ...where]);
    return [parsed.data];
  });
}

function complaints(
  path: string,
  file: YamlFile,
  where: readonly PropertyKey[],
  who: string,
  error: z.core.$ZodError,
  record: unknown,
  form: z.ZodMiniObject,
): Problem[] {
  return explain(error, record, Object.keys(form.shape)).map(({ path: inside, text }) =>
    formError(at(path, file, [...where, ...inside]), [...inside.map(String), text].join(': '), who),
  );
}

function at(path: string, file: YamlFile, where: readonly PropertyKey[]): string {
  return `${path}:${file.placeOf(where).line}`;
}

function formError(where: string, what: string, record?: string): Problem {
  return { level: 'error', rule: 'form', at: where, what, ...(record === undefined ? {} : { record }) };
}
