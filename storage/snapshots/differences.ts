// What an older state of a document has that today's has not: what would come back, and what has changed since. What was
// made since is no difference: nothing is ever taken away.
import type * as Y from 'yjs';
import { draftOf, type OwnEntry } from '../../core/knowledge/own/index.ts';
import { correctionsIn, keyOf } from '../reader/correction-fields.ts';
import type { DocumentName } from '../reader/database.ts';
import { readEntityNote } from '../reader/entity-fields.ts';
import type { Step } from '../reader/history.ts';
import { passagesIn, readPassage } from '../reader/kept-fields.ts';
import { idsIn, readEntry } from '../reader/own-fields.ts';

export interface Difference {
  readonly kind: 'passage' | 'note' | 'entry' | 'correction';
  readonly what: 'back' | 'changed';
  /** By which a reader knows it: the quote, the name. */
  readonly title: string;
  readonly step: Step;
}

const MOST_TITLE = 160;

const difference = (
  kind: Difference['kind'],
  what: Difference['what'],
  title: string,
  step: Step,
): Difference => ({ kind, what, title: title.slice(0, MOST_TITLE), step });

export function differences(name: DocumentName, then: Y.Doc, now: Y.Doc): Difference[] {
  if (name.startsWith('page:')) return ofPage(name.slice('page:'.length), then, now);
  if (name.startsWith('entity:')) return ofEntity(name.slice('entity:'.length), then, now);
  if (name === 'corrections') return ofCorrections(then, now);
  return name === 'own' ? idsIn(then).flatMap((id) => ofEntry(readEntry(then, id), readEntry(now, id))) : [];
}

function ofCorrections(then: Y.Doc, now: Y.Doc): Difference[] {
  const current = new Map(correctionsIn(now).map((one) => [keyOf(one), one]));
  return correctionsIn(then).flatMap((correction) => {
    const id = keyOf(correction);
    const is = current.get(id);
    if (is?.says === correction.says) return [];
    const was = is ? { correction: is } : { correction, deleted: true };
    const step = { id, was, is: { correction, deleted: false } };
    return [difference('correction', is ? 'changed' : 'back', correction.written, step)];
  });
}

function ofPage(key: string, then: Y.Doc, now: Y.Doc): Difference[] {
  return passagesIn(then).flatMap((id) => {
    const [was, is] = [readPassage(then, key, id), readPassage(now, key, id)];
    if (!was || was.deleted !== null) return [];
    const back = { id, was: { deleted: true }, is: { deleted: false } };
    if (!is || is.deleted !== null) return difference('passage', 'back', was.quote, back);
    const step: Step = { id, was: {}, is: {} };
    for (const key of ['colour', 'note', 'tags'] as const) {
      if (JSON.stringify(was[key]) === JSON.stringify(is[key])) continue;
      Object.assign(step.was, { [key]: is[key] });
      Object.assign(step.is, { [key]: was[key] });
    }
    return Object.keys(step.is).length > 0 ? difference('passage', 'changed', was.quote, step) : [];
  });
}

function ofEntity(entity: string, then: Y.Doc, now: Y.Doc): Difference[] {
  const [was, is] = [readEntityNote(then, entity), readEntityNote(now, entity)];
  if (!was || was.note === is?.note) return [];
  const step = { id: entity, was: { note: is?.note ?? '' }, is: { note: was.note } };
  return [difference('note', is ? 'changed' : 'back', was.name, step)];
}

function ofEntry(was: OwnEntry | null, is: OwnEntry | null): Difference[] {
  if (!was || was.deleted !== null) return [];
  const own = draftOf(was);
  if (!is || is.deleted !== null) {
    const [before, after] = [
      { own: is ? draftOf(is) : own, deleted: true },
      { own: is ? draftOf(is) : own, deleted: false },
    ];
    return [difference('entry', 'back', was.name, { id: was.id, was: before, is: after })];
  }
  const current = draftOf(is);
  if (JSON.stringify(current) === JSON.stringify(own)) return [];
  return [difference('entry', 'changed', was.name, { id: was.id, was: { own: current }, is: { own } })];
}
