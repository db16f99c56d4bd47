// The posts that a person held, with their dates. A statement only has the post's number; its words are in the item
// of the post, which may stand anywhere in the file, and a stream is read once. So the labels of posts are kept as
// they go by (bounded), and a few that every file needs are known from the start; a role whose words were not seen
// before its holder is left out and counted. Put posts before people in a file of your own: then none is lost.

import { type Item, itemIdIn, statements } from './item.ts';
import { oneLine } from './text.ts';
import { type Span, spanOf } from './time.ts';

export interface RoleDraft {
  role: string;
  from?: string;
  to?: string;
  asOf?: string;
}

/** Of some 60,000 posts that Wikidata has, in a full dump; 200 bytes each. */
const MOST_POSITIONS = 60_000;
const MOST_ROLES = 60;

const KNOWN: readonly (readonly [string, string])[] = [
  ['Q11696', 'president of the United States'],
  ['Q14211', 'prime minister of the United Kingdom'],
  ['Q191954', 'president of the French Republic'],
  ['Q4970706', 'federal chancellor of Germany'],
  ['Q218295', 'president of Russia'],
];

/** Words of posts, by their QID. One for each reading of a file. */
export class Positions {
  readonly #words = new Map(KNOWN);

  learn(item: Item, languages: readonly string[]): void {
    const label = languages.map((lang) => item.labels[lang] ?? item.labels['mul']).find((term) => term);
    if (label && this.#words.size < MOST_POSITIONS) this.#words.set(item.id, oneLine(label.value));
  }

  wordsOf(id: string): string | undefined {
    return this.#words.get(id);
  }
}

export const NO_DATES = 'a position without dates, which may be any time';
export const NO_WORDS = 'a position that the file had not named before its holder';

/**
 * A role of a span, or nothing where no date is known: without one it would be shown as held on any day. Over, but
 * unknown when: it was held on its first day, and more is not said.
 */
export function roleOf(words: string, { from, to, endUnknown }: Span): RoleDraft | undefined {
  if (endUnknown) return from === undefined ? undefined : { role: words, asOf: from };
  if (from === undefined && to === undefined) return undefined;
  return { role: words, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Latest first, as many as a record may hold. */
export function latestRoles(roles: readonly RoleDraft[]): RoleDraft[] {
  const begin = (role: RoleDraft) => role.from ?? role.asOf ?? role.to ?? '';
  return roles.toSorted((a, b) => (begin(a) < begin(b) ? 1 : -1)).slice(0, MOST_ROLES);
}

/** `left`: the reasons of those that were left out, one each. */
export function rolesOfItem(item: Item, positions: Positions): { roles: RoleDraft[]; left: string[] } {
  const roles: RoleDraft[] = [];
  const left: string[] = [];
  for (const statement of statements(item, 'P39')) {
    const position = itemIdIn(statement.mainsnak);
    if (position === undefined) continue;
    const words = positions.wordsOf(position);
    const role = words === undefined ? undefined : roleOf(words, spanOf(statement));
    if (role) roles.push(role);
    else left.push(words === undefined ? NO_WORDS : NO_DATES);
  }
  return { roles: latestRoles(roles), left };
}
