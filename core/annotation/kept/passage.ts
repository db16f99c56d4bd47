// A passage that the reader kept, and the page that it stands on. Times are for display and decide nothing. What comes
// from a page, a file or another device passes these schemas, so everything is bounded.
import * as z from 'zod/mini';
import { Published } from '../../article/article.ts';
import { EntityId, EntityKind, Short } from '../../knowledge/terms.ts';
import { LONGEST_QUOTE, Selectors } from '../selectors.ts';
import { Colour } from './colours.ts';

/** What may be written in one go; two windows' notes together may be longer. */
export const MOST_NOTE = 10_000;
export const MOST_NOTE_KEPT = 4 * MOST_NOTE;
export const MOST_TAGS = 30;
export const MOST_NAMES = 50;
/** How often a reader may say "this is still it" of one passage; the latest count. */
export const MOST_CONFIRMED = 10;
/** On one page; a long report, every second sentence. */
export const MOST_ON_PAGE = 2_000;
const MOST_ADDRESS = 4_000;
const MOST_KEY = 1_200;
export const MOST_ALIASES = 50;

/** Made where the passage is kept, before anything is stored, so that a request asked twice keeps once. */
export const PassageId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{8,40}$/))
  .brand<'PassageId'>();
export type PassageId = z.infer<typeof PassageId>;

/** A page's canonical address, folded (`address.ts`): readable, and the same for all variants of one article. */
export const PageKey = z.string().check(z.minLength(1), z.maxLength(MOST_KEY)).brand<'PageKey'>();
export type PageKey = z.infer<typeof PageKey>;

/** ISO 8601 in UTC. */
export const Moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/));
export type Moment = z.infer<typeof Moment>;

export const Tag = z.string().check(z.minLength(1), z.maxLength(50), z.regex(/^\S(.*\S)?$/u));
export type Tag = z.infer<typeof Tag>;

const Tags = z.array(Tag).check(z.maxLength(MOST_TAGS));

/** An actor or place that the passage names. `entity: null`: a name that nobody knows. */
const KeptName = z.object({ entity: z.nullable(EntityId), text: Short, kind: z.nullable(EntityKind) });
export type KeptName = z.infer<typeof KeptName>;
export const KeptNames = z.array(KeptName).check(z.maxLength(MOST_NAMES));
export type KeptNames = z.infer<typeof KeptNames>;

/** As the page showed it, paragraphs apart by an empty line. */
export const Quote = z.string().check(z.minLength(1), z.maxLength(LONGEST_QUOTE));

/** What the reader changes of a passage. */
export const PassageDraft = z.object({
  colour: Colour,
  note: z.string().check(z.maxLength(MOST_NOTE)),
  tags: Tags,
});
export type PassageDraft = z.infer<typeof PassageDraft>;

/** What a form began with. */
export const PassageBefore = z.object({
  ...PassageDraft.shape,
  note: z.string().check(z.maxLength(MOST_NOTE_KEPT)),
});

export const Passage = z.object({
  ...PassageBefore.shape,
  id: PassageId,
  page: PageKey,
  /** As first kept; never changed. */
  selectors: Selectors,
  /** Oldest first: where it was when the reader said "this is still it". */
  confirmed: z.array(Selectors).check(z.maxLength(MOST_CONFIRMED)),
  quote: Quote,
  names: KeptNames,
  made: Moment,
  changed: Moment,
  /** In the bin since. */
  deleted: z.nullable(Moment),
  /** In the bin, but changed by somebody who did not know of that: another device, another window. */
  revived: z.boolean(),
});
export type Passage = z.infer<typeof Passage>;

/** What a page says of itself. The worker takes the address from the browser, and believes the rest where plausible. */
export const PageLook = z.object({
  url: z.string().check(z.maxLength(MOST_ADDRESS)),
  /** `rel=canonical`, else `og:url`; absolute. */
  canonical: z.nullable(z.string().check(z.maxLength(MOST_ADDRESS))),
  title: z.string().check(z.maxLength(1_000)),
  published: z.nullable(Published),
  language: z.string().check(z.maxLength(35)),
});
export type PageLook = z.infer<typeof PageLook>;

/** A page with something kept on it: as it was when the first passage was. */
export const KeptPage = z.object({
  key: PageKey,
  url: z.string().check(z.maxLength(MOST_ADDRESS)),
  title: z.string().check(z.maxLength(1_000)),
  published: z.nullable(Published),
  language: z.string().check(z.maxLength(35)),
  made: Moment,
  /** Further addresses of it. */
  aliases: z.array(PageKey).check(z.maxLength(MOST_ALIASES)),
});
export type KeptPage = z.infer<typeof KeptPage>;

/** What the reader wrote of an actor or a place. */
export const EntityNote = z.object({
  entity: EntityId,
  /** As the card called it. */
  name: Short,
  kind: EntityKind,
  note: z.string().check(z.maxLength(MOST_NOTE_KEPT)),
  changed: Moment,
  deleted: z.nullable(Moment),
});
export type EntityNote = z.infer<typeof EntityNote>;
