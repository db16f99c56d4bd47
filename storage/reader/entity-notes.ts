// What the reader wrote of actors and places.
import type { EntityNote, Moment } from '../../core/annotation/kept/index.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';
import { change } from './documents.ts';
import { readEntityNote, writeEntityNote } from './entity-fields.ts';
import { deriveKept, entityDocument, keptTables, withKept } from './kept-rows.ts';

/** The notes of some, by their ids. */
export function notesOf(entities: readonly EntityId[]): Promise<Map<string, EntityNote>> {
  return withKept(async ({ entityNotes }) => {
    const rows = await entityNotes.bulkGet([...entities]);
    return new Map(rows.flatMap((row) => (row ? [[row.entity, row] as const] : [])));
  });
}

/** All of them, the last changed first. */
export function allEntityNotes(): Promise<EntityNote[]> {
  return withKept(({ entityNotes }) => entityNotes.orderBy('changed').reverse().toArray());
}

/** What differs between `was` and `is` is changed; null where nothing is left of the note. */
export function keepNote(
  about: Pick<EntityNote, 'entity' | 'name' | 'kind'>,
  texts: { readonly was: string; readonly is: string },
  now: Moment,
): Promise<EntityNote | null> {
  const name = entityDocument(about.entity);
  return change({
    document: name,
    derived: keptTables,
    edit: (document) => {
      writeEntityNote(document, about, texts, now);
      return readEntityNote(document, about.entity);
    },
    derive: (document, database) => deriveKept(name, document, database),
  });
}
