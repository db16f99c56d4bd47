// Items of Wikidata in the form of its JSON, made for the tests, and what an importer finds in a text.
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { EventDraft, Found, Line, Source } from '../../../core/knowledge/sources/source.ts';

async function* linesIn(text: string): AsyncGenerator<Line, void> {
  let number = 0;
  for (const line of text.split('\n')) yield { number: ++number, text: line };
}

export interface Sorted {
  readonly entities: Entity[];
  readonly events: EventDraft[];
  readonly rejected: { line: number; reason: string }[];
  readonly skipped: string[];
}

export function importing(source: Source, text: string, languages = ['en']): Promise<Sorted> {
  return sorted(source.read(linesIn(text), { pack: 'test', languages }));
}

export async function sorted(all: AsyncIterable<Found>): Promise<Sorted> {
  const result: Sorted = { entities: [], events: [], rejected: [], skipped: [] };
  for await (const one of all) {
    if (one.kind === 'entity') result.entities.push(one.entity);
    else if (one.kind === 'event') result.events.push(one.event);
    else if (one.kind === 'rejected') result.rejected.push({ line: one.line, reason: one.reason });
    else if (one.kind === 'skipped') result.skipped.push(one.reason);
  }
  return result;
}

type Snak = object;
interface Claim {
  readonly snak: Snak;
  readonly rank?: 'preferred' | 'normal' | 'deprecated';
  readonly qualifiers?: Readonly<Record<string, Snak>>;
}

const valued = (value: unknown): Snak => ({ snaktype: 'value', datavalue: { value } });
export const someValue: Snak = { snaktype: 'somevalue' };
export const noValue: Snak = { snaktype: 'novalue' };
export const to = (id: string): Snak => valued({ 'entity-type': 'item', id });
export const text = (value: string): Snak => valued(value);
export const inLanguage = (language: string, value: string): Snak => valued({ text: value, language });
export const at = (latitude: number, longitude: number, globe = 'Q2'): Snak =>
  valued({ latitude, longitude, altitude: null, globe: `http://www.wikidata.org/entity/${globe}` });
export const time = (digits: string, precision: number, calendar = 'Q1985727'): Snak =>
  valued({ time: digits, precision, calendarmodel: `http://www.wikidata.org/entity/${calendar}` });

export interface Made {
  readonly label?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly description?: string;
  readonly claims?: Readonly<Record<string, readonly (Claim | Snak)[]>>;
}

/** `claims`: snaks, or snaks with a rank and qualifiers. */
export function item(id: string, { label, labels, aliases = {}, description, claims = {} }: Made): object {
  const terms = labels ?? (label === undefined ? {} : { en: label });
  const term = (language: string, value: string) => ({ language, value });
  return {
    type: 'item',
    id,
    labels: Object.fromEntries(
      Object.entries(terms).map(([language, value]) => [language, term(language, value)]),
    ),
    descriptions: description === undefined ? [] : { en: term('en', description) },
    aliases: Object.fromEntries(
      Object.entries(aliases).map(([language, values]) => [
        language,
        values.map((value) => term(language, value)),
      ]),
    ),
    claims: Object.fromEntries(
      Object.entries(claims).map(([property, statements]) => [property, statements.map(statement)]),
    ),
    sitelinks: {},
  };
}

function statement(claim: Claim | Snak): object {
  const { snak, rank = 'normal', qualifiers = {} } = 'snak' in claim ? claim : { snak: claim };
  const lists = Object.entries(qualifiers).map(([property, value]) => [property, [value]]);
  return {
    mainsnak: snak,
    type: 'statement',
    rank,
    qualifiers: lists.length > 0 ? Object.fromEntries(lists) : [],
  };
}

/** One cell of results of the query service. */
export const iri = (id: string) => ({ type: 'uri', value: `http://www.wikidata.org/entity/${id}` });
export const literal = (value: string, lang?: string) => ({
  type: 'literal',
  value,
  ...(lang === undefined ? {} : { 'xml:lang': lang }),
});

export function results(rows: readonly object[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return JSON.stringify({ head: { vars: columns }, results: { bindings: rows } }, null, 1);
}
