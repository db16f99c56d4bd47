// W3C Web Annotations of any program, and our own, which come back as they were. Taken are annotations that quote a
// passage of a page on the web; whatever lies at an address is not fetched.
import { COLOURS, type Colour, type Moment, PassageId, type Selectors } from '../kept/index.ts';
import { RangeSelector } from '../selectors.ts';
import {
  derivedId,
  Findings,
  type Incoming,
  type ReadFile,
  type Refusal,
  type Shortening,
} from './incoming.ts';
import { type Json, jsonOf } from './json.ts';
import { textOfHtml } from './plain-text.ts';
import { momentOf, pageAt, quoteSelectors, tidyNote, tidyQuote, tidyTags } from './tidy.ts';
import { Kept, KeptNote, PASSAGE_IRI, STYLE } from './web-annotation.ts';

/** Pages of a collection that are one within the other; more is no collection but a trap. */
const MOST_PAGES = 10_000;
const MOST_PARTS = 200;

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const isType = (json: Json, type: string) => listOf(json['type'] ?? json['@type']).includes(type);

/** Whether a file's content is any of the model's. */
export function isWebAnnotation(content: unknown): boolean {
  const [first] = listOf(content);
  const json = jsonOf(first);
  return (
    json !== null &&
    (isType(json, 'Annotation') || isType(json, 'AnnotationPage') || isType(json, 'AnnotationCollection'))
  );
}

export function readWebAnnotations(content: unknown, now: Moment): ReadFile {
  const findings = new Findings();
  let at = 0;
  for (const item of itemsOf(content)) {
    at++;
    if (typeof item === 'string') findings.refuse(at, 'elsewhere', item);
    else readItem(at, jsonOf(item), now, findings);
  }
  return findings.result();
}

/** Annotations in their order; an address where something is said to lie elsewhere. */
function* itemsOf(content: unknown): Generator<unknown> {
  for (const top of listOf(content)) {
    const json = jsonOf(top);
    if (!json || !(isType(json, 'AnnotationCollection') || isType(json, 'AnnotationPage'))) {
      yield top;
      continue;
    }
    let page: unknown = isType(json, 'AnnotationCollection') ? json['first'] : json;
    for (let pages = 0; page !== undefined && page !== null && pages < MOST_PAGES; pages++) {
      const current = jsonOf(page);
      if (!current) yield page;
      yield* listOf(current?.['items']);
      page = current?.['next'];
    }
  }
}

function readItem(at: number, json: Json | null, now: Moment, findings: Findings): void {
  const note = KeptNote.safeParse(json?.['backstory:note']).data;
  if (!json || !isType(json, 'Annotation')) findings.refuse(at, 'not-an-annotation');
  else if (note) findings.takeNote(at, note);
  else {
    const shortened: Shortening[] = [];
    const read = incomingOf(json, now, shortened);
    if ('why' in read) findings.refuse(at, read.why, read.what);
    else findings.take(at, read, shortened);
  }
}

interface Refused {
  readonly why: Refusal;
  readonly what: string;
}

function incomingOf(json: Json, now: Moment, shortened: Shortening[]): Incoming | Refused {
  const made = momentOf(json['created']) ?? momentOf(json['modified']) ?? now;
  const changed = momentOf(json['modified']) ?? made;
  const targets = listOf(json['target']);
  const target = targets.map(targetOf).find(({ quote }) => quote !== null) ?? targetOf(targets[0]);
  const { source, quote } = target;
  if (source === null) return { why: 'no-address', what: quote?.quote.exact ?? '' };
  const page = pageAt(source, target.title, made);
  if (!page) return { why: 'not-on-the-web', what: source };
  if (quote === null) return { why: target.isTooLong ? 'too-long' : 'no-passage', what: source };
  if (targets.length > 1) shortened.push('part-left-out');
  const { note, tags } = bodiesOf(json, shortened);
  const colour = target.colour ?? 'yellow';
  const id = textOf(json['id'] ?? json['@id']) ?? '';
  const own = ownOf(json, id, quote);
  const draft = { colour, note: tidyNote(note, shortened), tags: tidyTags(tags, shortened), made, changed };
  if (own) {
    const { page: ownPage, ...rest } = own.kept;
    // The addresses of the two must agree, or a file could say one thing and do another.
    if (ownPage.url === source) return { page: ownPage, passage: { id: own.id, ...rest, ...draft } };
  }
  return {
    page,
    passage: {
      id: derivedId(id === '' ? quote.quote.exact : id, source),
      selectors: quote,
      confirmed: [],
      quote: tidyQuote(target.exact) || quote.quote.exact,
      names: [],
      deleted: null,
      ...draft,
    },
  };
}

/** What we wrote ourselves; not where somebody has since changed the quote. */
function ownOf(json: Json, id: string, quote: Selectors) {
  const kept = Kept.safeParse(json['backstory:kept']).data;
  const own = PassageId.safeParse(id.startsWith(PASSAGE_IRI) ? id.slice(PASSAGE_IRI.length) : null).data;
  if (!kept || !own) return null;
  const isSame = tidyQuote(kept.selectors.quote.exact) === tidyQuote(quote.quote.exact);
  return isSame ? { id: own, kept } : null;
}

interface Target {
  readonly source: string | null;
  readonly title: string;
  readonly quote: Selectors | null;
  /** As it is written there. */
  readonly exact: string;
  readonly isTooLong: boolean;
  readonly colour: Colour | null;
}

function targetOf(value: unknown): Target {
  const json = jsonOf(value) ?? {};
  const described = jsonOf(json['source']);
  const source =
    textOf(value) ??
    textOf(json['source']) ??
    textOf(described?.['id'] ?? described?.['@id']) ??
    textOf(json['id'] ?? json['@id']);
  const selectors = selectorsIn(json['selector']);
  const said = selectors.find((each) => isType(each, 'TextQuoteSelector') && textOf(each['exact'])?.trim());
  const exact = textOf(said?.['exact']) ?? '';
  const quote = quoteSelectors(exact, textOf(said?.['prefix']) ?? '', textOf(said?.['suffix']) ?? '');
  const range = selectors.flatMap((each) => rangeOf(each) ?? [])[0];
  const classes = listOf(json['styleClass']);
  return {
    source,
    title: textOf(described?.['title'] ?? described?.['dc:title'] ?? described?.['label']) ?? '',
    quote: quote && range ? { ...quote, range } : quote,
    exact,
    isTooLong: exact !== '',
    colour: COLOURS.find((colour) => classes.includes(STYLE + colour)) ?? null,
  };
}

/** A quote may stand in a list of selectors, or refine a place that another one gives. */
function selectorsIn(value: unknown): Json[] {
  const found: Json[] = [];
  const waiting = [...listOf(value)];
  for (let next = waiting.shift(); next !== undefined && found.length < MOST_PARTS; next = waiting.shift()) {
    const json = jsonOf(next);
    if (!json) continue;
    found.push(json);
    if (isType(json, 'Choice')) waiting.push(...listOf(json['items']));
    if (!isType(json, 'RangeSelector')) waiting.push(...listOf(json['refinedBy']));
  }
  return found;
}

function rangeOf(selector: Json): RangeSelector | null {
  if (!isType(selector, 'RangeSelector')) return null;
  const start = boundaryOf(selector['startSelector']);
  const end = boundaryOf(selector['endSelector']);
  if (!start || !end) return null;
  const range = {
    type: 'RangeSelector',
    startContainer: start.path,
    startOffset: start.offset,
    endContainer: end.path,
    endOffset: end.offset,
  };
  return RangeSelector.safeParse(range).data ?? null;
}

function boundaryOf(value: unknown): { path: string; offset: unknown } | null {
  const json = jsonOf(value);
  if (!json || !isType(json, 'XPathSelector')) return null;
  const [, path] = /^\/html(?:\[1\])?\/body(?:\[1\])?(|\/.*)$/.exec(textOf(json['value']) ?? '') ?? [];
  const refined = jsonOf(json['refinedBy']);
  return path === undefined ? null : { path, offset: refined ? refined['start'] : 0 };
}

function bodiesOf(json: Json, shortened: Shortening[]): { note: string; tags: string[] } {
  const notes: string[] = [];
  const tags: string[] = [];
  const bodies = [...listOf(json['bodyValue']), ...listOf(json['body'])];
  if (bodies.length > MOST_PARTS) shortened.push('part-left-out');
  for (const body of bodies.slice(0, MOST_PARTS)) {
    const fields = typeof body === 'string' ? null : jsonOf(body);
    const isInline = fields === null && json['bodyValue'] === body;
    const value = isInline ? textOf(body) : textOf(fields?.['value']);
    const purposes = listOf(fields?.['purpose']);
    if (value === null) {
      // Names, which are matched anew here; anything else is not text.
      if (!purposes.includes('identifying')) shortened.push('part-left-out');
    } else if (purposes.includes('tagging')) tags.push(value);
    else notes.push(fields?.['format'] === 'text/html' ? textOfHtml(value) : value);
  }
  return { note: notes.join('\n\n'), tags };
}
