// Highlights of Obsidian Web Clipper, in each of the shapes that its versions have written: a list of pages with texts and
// times, the same with its own records, and its settings' map from address to records. What it highlights is HTML.
import * as z from 'zod/mini';
import { COLOURS, type Moment, readAddress } from '../kept/index.ts';
import { derivedId, Findings, type ReadFile, type Shortening } from './incoming.ts';
import { jsonOf } from './json.ts';
import { textOfHtml } from './plain-text.ts';
import { momentOf, pageAt, quoteSelectors, tidyNote, tidyQuote } from './tidy.ts';

const Highlight = z.object({
  text: z.optional(z.string()),
  content: z.optional(z.string()),
  /** Milliseconds, in versions that export their own records. */
  id: z.optional(z.union([z.string(), z.number()])),
  timestamp: z.optional(z.unknown()),
  createdAt: z.optional(z.unknown()),
  color: z.optional(z.unknown()),
  notes: z.optional(z.nullable(z.array(z.unknown()))),
  comment: z.optional(z.unknown()),
});
type Highlight = z.infer<typeof Highlight>;

const ClippedPage = z.object({
  url: z.string(),
  title: z.optional(z.unknown()),
  highlights: z.array(z.unknown()),
});
const Pages = z.array(z.unknown());

/** Null where it is none of its files. */
function pagesIn(content: unknown): unknown[] | null {
  const list = Pages.safeParse(content).data;
  if (list) return list.length > 0 && list.some((page) => ClippedPage.safeParse(page).success) ? list : null;
  const stored = jsonOf(jsonOf(content)?.['highlights']) ?? jsonOf(content);
  if (!stored) return null;
  const pages = Object.entries(stored).map(([url, page]) => ({ url, ...jsonOf(page) }));
  return pages.some((page) => ClippedPage.safeParse(page).success) ? pages : null;
}

export const isClipper = (content: unknown): boolean => pagesIn(content) !== null;

export function readClipper(content: unknown, now: Moment): ReadFile {
  const findings = new Findings();
  let at = 0;
  for (const given of pagesIn(content) ?? []) {
    const page = ClippedPage.safeParse(given).data;
    if (!page) findings.refuse(++at, 'not-an-annotation');
    /** The same words twice on one page are two highlights of it. */
    const times = new Map<string, number>();
    for (const each of page?.highlights ?? []) {
      const highlight = Highlight.safeParse(each).data;
      if (page && highlight) readHighlight(++at, page, highlight, times, now, findings);
      else findings.refuse(++at, 'not-an-annotation', page?.url);
    }
  }
  return findings.result();
}

function readHighlight(
  at: number,
  { url, title }: z.infer<typeof ClippedPage>,
  highlight: Highlight,
  times: Map<string, number>,
  now: Moment,
  findings: Findings,
): void {
  const text = textOfHtml(highlight.text ?? highlight.content ?? '');
  const made = madeOf(highlight) ?? now;
  const page = pageAt(url, typeof title === 'string' ? title : '', made);
  const selectors = quoteSelectors(text);
  if (!page || !selectors) {
    const why = page
      ? text === ''
        ? 'no-passage'
        : 'too-long'
      : url === ''
        ? 'no-address'
        : 'not-on-the-web';
    findings.refuse(at, why, page ? text || url : url || text);
    return;
  }
  const quote = tidyQuote(text);
  const count = times.get(quote) ?? 0;
  times.set(quote, count + 1);
  const shortened: Shortening[] = [];
  const notes = (highlight.notes ?? []).filter((note) => typeof note === 'string');
  const written = notes.length > 0 ? notes : [highlight.comment].filter((note) => typeof note === 'string');
  findings.take(
    at,
    {
      page,
      passage: {
        // It exports no id of its own, and its versions give one highlight different times.
        id: derivedId('clipper', readAddress(url)?.key ?? url, quote, String(count)),
        selectors,
        confirmed: [],
        quote,
        colour: COLOURS.find((colour) => colour === highlight.color) ?? 'yellow',
        note: tidyNote(written.join('\n\n'), shortened),
        tags: [],
        names: [],
        made,
        changed: made,
        deleted: null,
      },
    },
    shortened,
  );
}

function madeOf({ timestamp, createdAt, id }: Highlight): Moment | null {
  const [milliseconds] = [createdAt, Number(id)].filter(
    (time): time is number => typeof time === 'number' && time > 0 && time < 8e15,
  );
  return (
    momentOf(timestamp) ??
    (milliseconds === undefined ? null : momentOf(new Date(milliseconds).toISOString()))
  );
}
