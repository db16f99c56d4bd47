// English words that stand for a code: kinds, dates, notices. With `error-words`, `entity-words`, `event-words`,
// `reason-words`, `keeping-words` and the options' `import-words` this is all of them, so that a translation has one kind of file
// to follow, and no view can word the same thing in two ways. Apart, because the popup need not load what only
// the card says.
import { firstDay, lastDay, wordDate } from '../core/knowledge/dates.ts';
import type { EntityKind } from '../core/knowledge/terms.ts';
import type { Notice } from '../messaging/requests.ts';

const KINDS: Record<EntityKind, string> = {
  person: 'person',
  country: 'country',
  territory: 'territory',
  union: 'union of states',
  region: 'region',
  city: 'city',
  facility: 'site',
  water: 'water',
  armed_group: 'armed group',
  armed_force: 'armed force',
  government_body: 'government body',
  party: 'political party',
  organisation: 'organisation',
  company: 'company',
  media: 'news medium',
  agreement: 'agreement',
  programme: 'programme',
  collective: 'group of people',
  thing: 'thing',
};

export function wordKind(kind: EntityKind): string {
  return KINDS[kind];
}

/**
 * A date or an interval; what two ends share is said once: `24 – 25 November 2019`. What was still going on
 * on the article's day has no end yet: `since 1 October 2019`.
 */
export function wordWhen(edtf: string, asOf?: string): string {
  const [from = '', to = ''] = edtf.split('/');
  if (asOf !== undefined && to !== '' && firstDay(edtf) <= asOf && lastDay(edtf) > asOf)
    return `since ${wordDate(from)}`;
  if (from.length !== 10 || to.length !== 10) return wordDate(edtf);
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  // Engines differ in the width of the spaces around the dash.
  return format.formatRange(new Date(from), new Date(to)).replaceAll(/\s*–\s*/g, ' – ');
}

/** The article's day as the popup says it. */
export function wordPublished(asOf: string, assumedToday: boolean): string {
  return assumedToday ? `This page gives no date: told as of today, ${wordDate(asOf)}` : wordDate(asOf);
}

const NOTICES: Record<Notice, string> = {
  'memory-only':
    'This window stores nothing, so Backstory answers from the knowledge that is built in. What you switch here is forgotten when the window closes.',
  'pack-damaged':
    'One knowledge pack is damaged and was left out, so some names may be missing. The rest still works.',
  'pack-rebuilt': 'One knowledge pack was found damaged and has been built again. Nothing is missing.',
  'page-cut': 'This page is very long: only the first part of it was read.',
};

export function wordNotice(notice: Notice): string {
  return NOTICES[notice];
}
