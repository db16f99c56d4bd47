// What a reader adds while reading: somebody or some place that no pack knows, or another name and a note for one
// that a pack knows. Texts are never missing but empty, so that a change of one is always from text to text and two
// windows' changes can be told apart.
import * as z from 'zod/mini';
import { Entity } from '../entity.ts';
import { EntityId, EntityKind, Short } from '../terms.ts';

/** A name a day for fifty years; the worker keeps them all in memory (some 10 MB). */
export const MOST_ENTRIES = 20_000;
export const MOST_NAMES = 50;
export const MOST_LINE = 160;
/** A page of text, and what the background of a record in a pack may have, so that a note can be exported whole. */
export const MOST_NOTE = 2_000;
const MOST_KEPT = 4 * MOST_NOTE;

/** The id of the reader's own pack, and what stands before the ids of what it alone knows. */
export const OWN_PACK = 'own';
export const OWN_TITLE = 'Your own knowledge';

const OwnName = z.object({
  text: Short,
  lang: z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)),
});
export type OwnName = z.infer<typeof OwnName>;

/** ISO 8601 in UTC. By a pattern of our own: zod's is a kilobyte in every page that shares its code. */
const Moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/));

const Position = z.object({
  lat: z.number().check(z.gte(-90), z.lte(90)),
  lon: z.number().check(z.gte(-180), z.lte(180)),
});

const fields = {
  kind: EntityKind,
  /** Of an entry that extends a known entity: the name by which that is shown. */
  name: Short,
  /** In the order in which they were added. */
  names: z.array(OwnName).check(z.maxLength(MOST_NAMES)),
  surname: z.string().check(z.maxLength(200)),
  /** Who or what it is. */
  line: z.string().check(z.maxLength(MOST_LINE)),
  geo: z.nullable(Position),
};

/** What the form gives. */
export const OwnDraft = z.object({ ...fields, note: z.string().check(z.maxLength(MOST_NOTE)) });
export type OwnDraft = z.infer<typeof OwnDraft>;

/** What a form begins with: two windows' notes together may be longer than one may write. */
export const OwnBefore = z.object({ ...fields, note: z.string().check(z.maxLength(MOST_KEPT)) });

export const OwnEntry = z.object({
  ...OwnBefore.shape,
  /** `own:…`, or that of the known entity that it extends. */
  id: EntityId,
  /** For display, and as the date of the note; decides nothing. */
  changed: Moment,
  deleted: z.nullable(Moment),
  /** What another source says of it, taken over whole; the reader's own fields lie over it. */
  record: z.nullable(Entity),
});
export type OwnEntry = z.infer<typeof OwnEntry>;

/** Another name or a note for what a pack knows, and nothing more. */
export function isExtension({ id, record }: Pick<OwnEntry, 'id' | 'record'>): boolean {
  return record === null && !id.startsWith(`${OWN_PACK}:`);
}

/** The form's view of an entry. */
export function draftOf({ kind, name, names, surname, line, geo, note }: OwnEntry): OwnDraft {
  return { kind, name, names, surname, line, geo, note };
}
