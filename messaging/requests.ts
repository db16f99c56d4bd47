// Every request between entrypoints: its name, who may send it, what it asks and what it answers.
// The types are inferred from the schemas, and both ends parse.
import * as z from 'zod/mini';
import { Article, Published } from '../core/article/article.ts';
import { Backstory, Weighted } from '../core/knowledge/backstory.ts';
import { EntityId } from '../core/knowledge/terms.ts';
import { Mention } from '../core/matching/mention.ts';

/** A site is known by its host, lower case, without `www.`. */
export const Site = z.string().check(z.minLength(1), z.maxLength(255), z.regex(/^[a-z0-9.:[\]-]+$/));

/** What the reader of a page should know about the answer they see. */
export const Notice = z.enum([
  /** Nothing can be stored here (private window, blocked storage): the built-in pack answers from memory. */
  'memory-only',
  /** A pack failed its checksum and cannot be rebuilt. */
  'pack-damaged',
  /** A pack was found damaged in storage and was built again. */
  'pack-rebuilt',
  /** Only the first part of a very long page was read. */
  'page-cut',
]);
export type Notice = z.infer<typeof Notice>;

/** To the background worker. `from: 'page'`: a content script may send it; else only the extension's own pages. */
export const requests = {
  annotate: {
    from: 'page',
    ask: z.object({ article: Article }),
    answer: z.union([
      z.object({
        state: z.literal('annotated'),
        mentions: z.array(Mention),
        notices: z.array(Notice),
        /** How many passages that the reader kept may stand on this page; absent where none does. */
        kept: z.optional(z.int()),
      }),
      z.object({ state: z.literal('site-off') }),
    ]),
  },
  tell: {
    from: 'page',
    ask: z.object({
      about: z.array(EntityId).check(z.maxLength(50)),
      published: z.nullable(Published),
      /** The other entities of the page: they decide which events are telling. */
      among: z.array(Weighted).check(z.maxLength(300)),
      limit: z.object({ before: z.int().check(z.lte(50)), since: z.int().check(z.lte(50)) }),
    }),
    answer: Backstory,
  },
  coastlines: {
    from: 'page',
    ask: z.object({}),
    /** An SVG path in degrees: x is longitude, y is minus latitude. */
    answer: z.object({ path: z.string() }),
  },
} as const;
export type Requests = typeof requests;

/** The popup may not see a tab's address without the reader's click on its button; the page knows its own. */
const here = { site: z.optional(Site) };

/** What a page's own script knows; the popup asks the tab for it. */
export const PageState = z.union([
  z.object({ ...here, state: z.literal('not-article') }),
  z.object({ ...here, state: z.literal('reading') }),
  z.object({ ...here, state: z.literal('site-off') }),
  z.object({ ...here, state: z.literal('failed'), code: z.string() }),
  z.object({
    ...here,
    state: z.literal('read'),
    title: z.string(),
    published: z.nullable(Published),
    language: z.string(),
    mentions: z.array(Mention),
    notices: z.array(Notice),
  }),
]);
export type PageState = z.infer<typeof PageState>;

/** To a page, from the background worker or the popup. */
export const pageRequests = {
  pageState: { ask: z.object({}), answer: PageState },
  /** Read the page although it does not look like an article; answers once it is read. */
  readPage: { ask: z.object({}), answer: PageState },
  /** The switch for this site was turned. */
  siteSwitched: { ask: z.object({ site: Site, on: z.boolean() }), answer: z.object({}) },
  /** Packs came or went, or the reader added a name: the page is marked anew; answers once it is. */
  knowledgeChanged: { ask: z.object({}), answer: z.object({}) },
  /** Keyboard: walk to the next or previous marked name. */
  step: { ask: z.object({ by: z.union([z.literal(1), z.literal(-1)]) }), answer: z.object({}) },
  /** Scroll to the first mention of an entity and show its card. */
  show: { ask: z.object({ entity: EntityId }), answer: z.object({}) },
} as const;
export type PageRequests = typeof pageRequests;

export type Ask<R, K extends keyof R> = R[K] extends { ask: infer S extends z.ZodMiniType }
  ? z.infer<S>
  : never;
export type Answer<R, K extends keyof R> = R[K] extends { answer: infer S extends z.ZodMiniType }
  ? z.infer<S>
  : never;
