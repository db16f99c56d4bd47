// Where a statement comes from. Who and what a person wrote about by hand needs a background with its sources. An event
// needs a page that was opened while it was written: of eight hundred written from memory, one in three told something false
// or too much. And a source older than the event cannot be where the event is known from.
import { firstDay, lastDay } from '../../../core/knowledge/dates.ts';
import { finding, type Rule } from './pack.ts';

const error = finding('sources');
const warning = finding('sources', 'warning');
const NEED_BACKGROUND: ReadonlySet<string> = new Set(['person', 'armed_group']);

export const sources: Rule = ({ entities, events, written }) => [
  ...entities
    .filter(({ id, kind, background }) => written.has(id) && NEED_BACKGROUND.has(kind) && !background)
    .map(({ id, kind }) => error(id, `a ${kind === 'person' ? 'person' : 'group'} without a background`)),
  ...entities
    .filter(({ background }) => background && background.sources.length === 0)
    .map(({ id }) => error(id, 'a background without a source')),
  ...events.flatMap(({ id, sources: given, date }) => {
    if (given.length === 0) return [error(id, 'no source')];
    if (given.every(({ url }) => url === undefined))
      return [error(id, 'no source that was opened: none has an address')];
    const day = firstDay(date.edtf);
    return given.every(({ published }) => published !== undefined && lastDay(published) < day)
      ? [warning(id, `all its sources are older than ${date.edtf}`)]
      : [];
  }),
];
