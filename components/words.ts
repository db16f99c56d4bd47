// English words that stand for a code: kinds, dates, errors, notices. With `entity-words`, `event-words`,
// `reason-words` and the options' `import-words` this is all of them, so that a translation has one kind of file
// to follow, and no view can word the same thing in two ways. Apart, because the popup need not load what only
// the card says.
import { firstDay, lastDay, wordDate } from '../core/knowledge/dates.ts';
import type { EntityKind } from '../core/knowledge/terms.ts';
import type { Notice } from '../messaging/requests.ts';
import type { ErrorCode } from '../messaging/result.ts';

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

export interface ErrorWords {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
}

/** What happened, what was kept, what to do. The other codes have their words where they can come up (`kept-words.ts`). */
const ERRORS: Record<Exclude<ErrorCode, 'disk-full' | 'storage-blocked'>, ErrorWords> = {
  'no-answer': {
    what: 'Backstory’s background process did not answer in time.',
    kept: 'Nothing was lost.',
    todo: 'Try again: it is usually there the second time.',
  },
  'extension-gone': {
    what: 'Backstory was updated while this page was open.',
    kept: 'Everything you chose is kept.',
    todo: 'Reload the page to go on.',
  },
  'bad-message': {
    what: 'Two parts of Backstory did not understand each other, most likely in the middle of an update.',
    kept: 'Nothing was changed.',
    todo: 'Reload the page. If it comes back, please report it.',
  },
  'not-allowed': {
    what: 'This page may not ask that.',
    kept: 'Nothing was changed.',
    todo: 'Open Backstory from the toolbar instead.',
  },
  'no-knowledge': {
    what: 'The built-in knowledge pack cannot be read.',
    kept: 'Your settings are kept.',
    todo: 'Try again; if it stays like this, install Backstory anew.',
  },
  'not-stored': {
    what: 'The browser did not let Backstory store this: the disk is full, or the window is a private one.',
    kept: 'What was stored before is kept.',
    todo: 'Free some space, or use an ordinary window, then try again.',
  },
  aborted: {
    what: 'A newer question took this one’s place.',
    kept: 'Nothing was lost.',
    todo: 'Ask again if you still want to know.',
  },
  'no-page': {
    what: 'Backstory is not running in this tab yet.',
    kept: 'The page was left alone.',
    todo: 'Read the page from here, or reload it.',
  },
  internal: {
    what: 'Something in Backstory went wrong.',
    kept: 'Nothing was lost.',
    todo: 'Try again. If it comes back, please report it.',
  },
};

/** Codes that arrive as plain strings, and are unknown, count as internal. */
export function wordError(code: string): ErrorWords {
  return Object.hasOwn(ERRORS, code) ? ERRORS[code as keyof typeof ERRORS] : ERRORS.internal;
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
