// The form as texts, and the way from them to an entry: what a field holds is kept as it was typed, right or wrong,
// until the reader mends it.
import {
  MOST_LINE,
  MOST_NAMES,
  MOST_NOTE,
  type OwnDraft,
  type OwnName,
  unfindable,
} from '../../core/knowledge/own/index.ts';
import { EntityKind } from '../../core/knowledge/terms.ts';
import { wordUnfindable } from './entry-words.ts';

export interface Form {
  /** Empty until one is chosen. */
  readonly kind: EntityKind | '';
  readonly name: string;
  /** One a line, or with commas between; `@ar` behind a name says that it is Arabic. */
  readonly others: string;
  readonly surname: string;
  readonly line: string;
  readonly lat: string;
  readonly lon: string;
  readonly note: string;
}
export type Field = keyof Form;
/** What is wrong, by field. */
export type Problems = Partial<Record<Field, string>>;

export const EMPTY: Form = {
  name: '',
  kind: '',
  line: '',
  others: '',
  surname: '',
  lat: '',
  lon: '',
  note: '',
};

/** In the order of the page. */
const FIELDS = ['name', 'kind', 'line', 'others', 'surname', 'lat', 'lon', 'note'] as const;

/** Where the reader has to look first. */
export function firstOf(problems: Problems): Field {
  return FIELDS.find((field) => problems[field] !== undefined) ?? 'name';
}

const PLACES: ReadonlySet<string> = new Set<EntityKind>([
  'country',
  'territory',
  'union',
  'region',
  'city',
  'facility',
  'water',
]);
const MOST_NAME = 200;
const LANGUAGE = /^(.*\S)\s*@([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)$/u;

export function isPlace(kind: Form['kind']): boolean {
  return PLACES.has(kind);
}

export function formOf({ kind, name, names, surname, line, geo, note }: OwnDraft): Form {
  return {
    name,
    kind,
    others: names.map(shownName).join('\n'),
    surname,
    line,
    lat: geo ? shown(geo.lat) : '',
    lon: geo ? shown(geo.lon) : '',
    note,
  };
}

function shown(degrees: number): string {
  return degrees.toFixed(6).replace(/\.?0+$/, '');
}

/** What was typed, put to what is there: the names among the other names, the note under the note. */
export function joined(form: Form, typed: Form): Form {
  const known = new Set([plain(form.name), ...namesIn(form.others).map(({ text }) => text)]);
  const added = [{ text: plain(typed.name), lang: 'en' }, ...namesIn(typed.others)].filter(
    ({ text }) => text !== '' && !known.has(text),
  );
  const note = typed.note.trim();
  return {
    ...form,
    others: [form.others.trimEnd(), ...added.map(shownName)].filter(Boolean).join('\n'),
    note: form.note.includes(note) ? form.note : [form.note, note].filter(Boolean).join('\n\n'),
  };
}

function shownName({ text, lang }: OwnName): string {
  return lang === 'en' ? text : `${text} @${lang}`;
}

export function namesIn(others: string): OwnName[] {
  const names = new Map<string, OwnName>();
  for (const part of others.split(/[\n,;،؛、]/u)) {
    const [, before, lang] = LANGUAGE.exec(part.trim()) ?? [];
    const text = plain(before ?? part);
    if (text !== '') names.set(text, { text, lang: lang ?? 'en' });
  }
  return [...names.values()];
}

/** One line; the bar means something else in a file of own knowledge. */
function plain(text: string): string {
  return text.replaceAll(/[\s|\p{Cc}]+/gu, ' ').trim();
}

type Draft =
  | { readonly draft: OwnDraft; readonly problems: null }
  | { readonly draft: null; readonly problems: Problems };

/** Of somebody known: without another name or a note there is nothing to keep. */
export function additionFrom(form: Form): Draft {
  const made = draftFrom(form);
  const { draft } = made;
  const adds = draft === null || draft.names.length > 0 || draft.surname !== '' || draft.note !== '';
  return adds ? made : { draft: null, problems: { others: 'Write another name, or a note.' } };
}

export function draftFrom(form: Form): Draft {
  const problems = problemsOf(form);
  const { kind } = form;
  if (Object.keys(problems).length > 0 || kind === '') return { draft: null, problems };
  const hasPosition = isPlace(kind) && form.lat.trim() !== '';
  const draft = {
    kind,
    name: plain(form.name),
    names: namesIn(form.others).filter(({ text }) => text !== plain(form.name)),
    surname: kind === 'person' ? plain(form.surname) : '',
    line: plain(form.line),
    note: form.note.replaceAll('\r\n', '\n').trim(),
    geo: hasPosition ? { lat: degrees(form.lat) ?? 0, lon: degrees(form.lon) ?? 0 } : null,
  };
  return { draft, problems: null };
}

function problemsOf(form: Form): Problems {
  const { kind } = form;
  const others = namesIn(form.others);
  const found: [Field, string | null][] = [
    ['name', plain(form.name) === '' ? 'A name is needed.' : tooLong(plain(form.name), MOST_NAME)],
    ['kind', EntityKind.safeParse(kind).success ? null : 'Choose what it is.'],
    ['others', othersProblem(others)],
    ['surname', kind === 'person' ? tooLong(plain(form.surname), MOST_NAME) : null],
    ['line', tooLong(plain(form.line), MOST_LINE)],
    ['lat', isPlace(kind) ? degreesProblem(form.lat, form.lon, 90, 'latitude') : null],
    ['lon', isPlace(kind) ? degreesProblem(form.lon, form.lat, 180, 'longitude') : null],
    ['note', tooLong(form.note.trim(), MOST_NOTE)],
  ];
  return Object.fromEntries(found.filter(([, words]) => words !== null));
}

function othersProblem(others: readonly OwnName[]): string | null {
  if (others.length > MOST_NAMES) return `At most ${MOST_NAMES} names; here are ${others.length}.`;
  const long = others.find(({ text }) => text.length > MOST_NAME);
  return long ? `“${long.text.slice(0, 30)}…” is longer than ${MOST_NAME} letters.` : null;
}

function tooLong(text: string, most: number): string | null {
  return text.length > most
    ? `At most ${most.toLocaleString('en-GB')} letters; here are ${text.length.toLocaleString('en-GB')}.`
    : null;
}

function degreesProblem(text: string, other: string, most: number, which: string): string | null {
  if (text.trim() === '')
    return other.trim() === '' ? null : `The ${which} is missing: give both, or neither.`;
  const value = degrees(text);
  return value === null || Math.abs(value) > most
    ? `Write the ${which} in degrees, from −${most} to ${most}, such as 33.31.`
    : null;
}

/** With a point or a comma; null where it is no number. */
function degrees(text: string): number | null {
  const plainText = text.trim().replace('−', '-').replace(',', '.').replace(/°$/u, '');
  if (!/^[+-]?\d{1,3}(?:\.\d{1,15})?$/.test(plainText)) return null;
  // To a tenth of a metre; and a zero without a sign.
  return Math.round(Number(plainText) * 1e6) / 1e6 + 0;
}

/** Names that no text will be found to have, and why; a hint, since a reader may have reasons of their own. */
export function hintsOn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const why = plain(text) === '' ? null : unfindable(plain(text));
    return why ? [wordUnfindable(plain(text), why)] : [];
  });
}
