// The reader's own knowledge, kept. What is deleted is marked as deleted and can come back; only the marking is
// looked at anywhere else.
import type { Entity } from '../../core/knowledge/entity.ts';
import { MOST_ENTRIES, type OwnDraft, type OwnEntry, OwnKnowledge } from '../../core/knowledge/own/index.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';
import { change } from './documents.ts';
import { idsIn, readEntry, setDeleted, writeDraft, writeRecord } from './own-fields.ts';
import { deriveSome, readShelves } from './own-shelves.ts';

/** As many as there may be are there already. */
export class TooManyEntries extends Error {
  override readonly name = 'TooManyEntries';
}

export async function readOwn(): Promise<OwnKnowledge> {
  return new OwnKnowledge(await readShelves());
}

/**
 * Keeps what the form says, and answers the entry as it then is: another window may have changed it as well. The
 * same question twice changes nothing more.
 *
 * @param was what the form began with; null for a new entry
 * @param now ISO 8601
 */
export async function keepEntry(
  id: EntityId,
  was: OwnDraft | null,
  is: OwnDraft,
  now: string,
): Promise<OwnEntry> {
  const [entry] = await edited([id], (document) => writeDraft(document, id, was, is, now));
  if (!entry) throw new Error(`${id} was not kept`);
  return entry;
}

/** What another source says of somebody, whole (the reader imported it). All of them or none. */
export function keepRecords(entities: readonly Entity[], now: string): Promise<OwnEntry[]> {
  return edited(
    entities.map(({ id }) => id),
    (document) => {
      for (const entity of entities) writeRecord(document, entity, now);
    },
  );
}

/** @param deleted when, or null to bring it back */
export async function markDeleted(id: EntityId, deleted: string | null): Promise<OwnEntry | null> {
  const [entry] = await edited([id], (document) => setDeleted(document, id, deleted));
  return entry ?? null;
}

function edited(
  ids: readonly EntityId[],
  edit: (document: Parameters<typeof readEntry>[0]) => void,
): Promise<OwnEntry[]> {
  return change({
    document: 'own',
    derived: ({ own }) => [own],
    edit: (document) => {
      edit(document);
      if (idsIn(document).length > MOST_ENTRIES) throw new TooManyEntries();
      return ids.flatMap((id) => readEntry(document, id) ?? []);
    },
    derive: (document, database) => deriveSome(document, database, ids),
  });
}
