// Are the events beside an article those that a desk editor would put there? Measured on stories of several regions and
// decades, and on the seed article where it is there, beside two plain orders: the most recent, and the most
// shared names.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { firstDay } from '../../core/knowledge/dates.ts';
import type { Event } from '../../core/knowledge/event.ts';
import type { Knowledge } from '../../core/knowledge/index.ts';
import { annotateDocument } from '../../tools/annotate/document.ts';
import { hasShared, shared } from '../shared.ts';
import { TODAY } from './found.ts';
import { mean, ndcg, recallAt } from './score/ranking.ts';

export interface Story {
  readonly name: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
  /** Best first. */
  readonly before: readonly string[];
  readonly since: readonly string[];
}

const Written = z.object({
  title: z.string(),
  date: z.string(),
  text: z.string(),
  before: z.array(z.string()),
  since: z.array(z.string()),
});

const folder = new URL('./events/', import.meta.url);

export function stories(): Story[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({
      name: file.replace('.yaml', ''),
      ...z.parse(Written, parse(readFileSync(new URL(file, folder), 'utf8'), { schema: 'failsafe' })),
    }));
}

const Seed = z.object({
  article: z.object({ published: z.string(), headerUtf16Length: z.int() }),
  events: z.array(z.object({ id: z.string(), relativeToArticle: z.enum(['before', 'same-day', 'after']) })),
});

/** The seed article's gold is a set without an order: all are wanted equally, so only its recall is taken. */
export function seedStory(): Story | null {
  if (!hasShared) return null;
  const { article, events } = z.parse(Seed, JSON.parse(shared('seed/gold.json')));
  const idsOf = (...when: string[]) =>
    events
      .filter(({ relativeToArticle }) => when.includes(relativeToArticle))
      .map(({ id }) => id.replace(/^ev:/, 'starter:'));
  return {
    name: 'seed',
    title: '',
    date: article.published,
    text: shared('seed/article.txt').slice(article.headerUtf16Length),
    before: idsOf('before', 'same-day'),
    since: idsOf('after'),
  };
}

export interface Order {
  readonly before: readonly string[];
  readonly since: readonly string[];
}

const MOST = 50;

/** What the popup would list. */
async function backstory({ title, text, date }: Story, knowledge: Knowledge) {
  const document = { id: 'story', text, title: title || null, date, language: 'en' };
  const answer = await annotateDocument(document, knowledge, { events: MOST, today: TODAY });
  const named = new Set(answer.mentions.flatMap(({ shown, entity }) => (shown && entity ? [entity] : [])));
  const ids = (events: readonly { id: string }[] = []) => events.map(({ id }): string => id);
  const { before, since } = answer as { before?: { id: string }[]; since?: { id: string }[] };
  return { order: { before: ids(before), since: ids(since) }, named };
}

/** Events that share a name with the story, ordered by a rule that a child could state. */
function plainly(
  events: readonly Event[],
  named: ReadonlySet<string>,
  date: string,
  compare: (a: Shared, b: Shared) => number,
): Order {
  const sharing = events.flatMap((event): Shared[] => {
    const ids = new Set([
      ...event.places,
      ...event.actors.flatMap((party) => ('id' in party ? [party.id] : [])),
    ]);
    const names = [...ids].filter((id) => named.has(id)).length;
    const day = firstDay(event.date.edtf);
    return names === 0
      ? []
      : [{ id: event.id, names, day, days: Math.abs(Date.parse(day) - Date.parse(date)) }];
  });
  const sorted = sharing.sort(compare);
  return {
    before: sorted.filter(({ day }) => day <= date).map(({ id }) => id),
    since: sorted.filter(({ day }) => day > date).map(({ id }) => id),
  };
}

interface Shared {
  readonly id: string;
  readonly names: number;
  readonly day: string;
  readonly days: number;
}

export interface StoryScore {
  readonly name: string;
  readonly orders: readonly Order[];
  readonly story: Story;
}

export const ORDERS = ['Backstory', 'most recent', 'most shared names'] as const;

export async function orderStories(
  all: readonly Story[],
  knowledge: Knowledge,
  events: readonly Event[],
): Promise<StoryScore[]> {
  const scores: StoryScore[] = [];
  for (const story of all) {
    const { order, named } = await backstory(story, knowledge);
    const recent = plainly(events, named, story.date, (a, b) => a.days - b.days);
    const shared = plainly(events, named, story.date, (a, b) => b.names - a.names || a.days - b.days);
    scores.push({ name: story.name, story, orders: [order, recent, shared] });
  }
  return scores;
}

export interface OrderScore {
  readonly recall10: number;
  readonly recall20: number;
  readonly ndcg20: number;
  readonly since10: number;
}

/** One order's score over the stories, each story counting the same. */
export function scoreOrder(scores: readonly StoryScore[], index: number): OrderScore {
  const of = (value: (story: Story, order: Order) => number) =>
    mean(scores.flatMap(({ story, orders }) => (orders[index] ? [value(story, orders[index])] : [])));
  return {
    recall10: of((story, { before }) => recallAt(before, story.before, 10)),
    recall20: of((story, { before }) => recallAt(before, story.before, 20)),
    ndcg20: of((story, { before }) => ndcg(before, story.before, 20)),
    since10: of((story, { since }) => recallAt(since, story.since, 10)),
  };
}
