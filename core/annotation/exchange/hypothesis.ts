// Hypothesis's JSON: the file that its client exports and imports, and the answer of its search. Quote, context, place,
// note, tags, address, title and times are in it; colours and names are not.
import * as z from 'zod/mini';
import { type Moment, type Passage, PassageId } from '../kept/index.ts';
import { RangeSelector } from '../selectors.ts';
import {
  derivedId,
  Findings,
  type Incoming,
  type ReadFile,
  type Refusal,
  type Shortening,
} from './incoming.ts';
import { byPage, type ExportFile, type Taken, type TakenPage, type WriteOptions } from './taken.ts';
import { momentOf, pageAt, quoteSelectors, tidyNote, tidyQuote, tidyTags } from './tidy.ts';

/** Nobody's account: the client asks whose annotations to take, and shows the part before the `@`. */
const USER = 'acct:reader@backstory.invalid';
const CLIENT = 'backstory';

export function writeHypothesis(taken: Taken, { now }: WriteOptions): ExportFile[] {
  const content = {
    export_date: now,
    export_userid: USER,
    client_version: CLIENT,
    annotations: byPage(taken).flatMap(({ page, passages }) =>
      passages.map((passage) => rowOf(page, passage)),
    ),
  };
  return [
    { name: `backstory-hypothesis-${now.slice(0, 10)}.json`, text: `${JSON.stringify(content, null, 2)}\n` },
  ];
}

function rowOf({ url, title }: TakenPage['page'], passage: Passage) {
  const { id, made, changed, note, tags, selectors } = passage;
  return {
    id,
    created: made,
    updated: changed,
    user: USER,
    uri: url,
    text: note,
    tags,
    group: '__world__',
    permissions: { read: [USER], admin: [USER], update: [USER], delete: [USER] },
    // Positions in our folded text are not positions in theirs, and would mislead.
    target: [{ source: url, selector: [...(selectors.range ? [selectors.range] : []), selectors.quote] }],
    document: { title: [title] },
    links: {},
    hidden: false,
    flagged: false,
  };
}

const Title = z.union([z.string(), z.array(z.string())]);
const Row = z.object({
  id: z.optional(z.string().check(z.maxLength(200))),
  created: z.optional(z.unknown()),
  updated: z.optional(z.unknown()),
  uri: z.optional(z.string()),
  text: z.optional(z.nullable(z.string())),
  tags: z.optional(z.nullable(z.array(z.unknown()))),
  references: z.optional(z.nullable(z.array(z.unknown()))),
  target: z.optional(
    z.array(
      z.object({ source: z.optional(z.string()), selector: z.optional(z.nullable(z.array(z.unknown()))) }),
    ),
  ),
  document: z.optional(z.nullable(z.object({ title: z.optional(z.nullable(Title)) }))),
});
type Row = z.infer<typeof Row>;

const TheirQuote = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.optional(z.nullable(z.string())),
  suffix: z.optional(z.nullable(z.string())),
});

const Rows = z.array(z.unknown());
const File = z.object({
  client_version: z.optional(z.unknown()),
  annotations: z.optional(Rows),
  rows: z.optional(Rows),
  replies: z.optional(Rows),
});

export function isHypothesis(content: unknown): boolean {
  const file = File.safeParse(content).data;
  return file?.annotations !== undefined || file?.rows !== undefined;
}

export function readHypothesis(content: unknown, now: Moment): ReadFile {
  const findings = new Findings();
  const file = File.safeParse(content).data ?? {};
  const rows = [...(file.annotations ?? []), ...(file.rows ?? []), ...(file.replies ?? [])];
  for (const [index, given] of rows.entries()) {
    const row = Row.safeParse(given).data;
    const shortened: Shortening[] = [];
    const read = row ? incomingOf(row, file.client_version === CLIENT, now, shortened) : null;
    if (!read) findings.refuse(index + 1, 'not-an-annotation');
    else if ('why' in read) findings.refuse(index + 1, read.why, read.what);
    else findings.take(index + 1, read, shortened);
  }
  return findings.result();
}

function incomingOf(
  row: Row,
  isOurs: boolean,
  now: Moment,
  shortened: Shortening[],
): Incoming | { readonly why: Refusal; readonly what: string } {
  const url = row.uri ?? row.target?.[0]?.source ?? '';
  const note = row.text ?? '';
  if (row.references && row.references.length > 0) return { why: 'reply', what: note || url };
  if (url === '') return { why: 'no-address', what: note };
  const made = momentOf(row.created) ?? momentOf(row.updated) ?? now;
  const page = pageAt(url, titleOf(row), made);
  if (!page) return { why: 'not-on-the-web', what: url };
  const { exact, selectors } = placeOf(row);
  if (exact.trim() === '') return { why: 'no-passage', what: note || url };
  if (!selectors) return { why: 'too-long', what: exact };
  const own = isOurs ? PassageId.safeParse(row.id).data : undefined;
  return {
    page,
    passage: {
      id: own ?? derivedId('hypothesis', row.id ?? exact, url),
      selectors,
      confirmed: [],
      quote: tidyQuote(exact) || selectors.quote.exact,
      colour: 'yellow',
      note: tidyNote(note, shortened),
      tags: tagsOf(row, shortened),
      names: [],
      made,
      changed: momentOf(row.updated) ?? made,
      deleted: null,
    },
  };
}

function titleOf({ document }: Row): string {
  const title = document?.title ?? '';
  return typeof title === 'string' ? title : (title[0] ?? '');
}

function placeOf({ target }: Row) {
  const said = target?.flatMap(({ selector }) => selector ?? []) ?? [];
  const quote = said.flatMap((each) => TheirQuote.safeParse(each).data ?? [])[0];
  const range = said.flatMap((each) => RangeSelector.safeParse(each).data ?? [])[0];
  const exact = quote?.exact ?? '';
  const selectors = quoteSelectors(exact, quote?.prefix ?? '', quote?.suffix ?? '');
  return { exact, selectors: selectors && range ? { ...selectors, range } : selectors };
}

function tagsOf({ tags }: Row, shortened: Shortening[]): string[] {
  const texts = (tags ?? []).filter((tag) => typeof tag === 'string');
  if (texts.length < (tags?.length ?? 0)) shortened.push('tags-changed');
  return tidyTags(texts, shortened);
}
