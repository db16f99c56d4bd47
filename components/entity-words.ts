// What the card says of an entity on the article's day: its roles, its life so far, the side that is meant.
import type { EntityTold, RoleThen } from '../core/knowledge/backstory.ts';
import { lastDay, wordDate } from '../core/knowledge/dates.ts';
import type { EntityKind } from '../core/knowledge/terms.ts';
import type { Mention } from '../core/matching/mention.ts';

export interface RoleWords {
  /** Ends in a colon, so that it is heard as an introduction. */
  readonly when: string;
  readonly role: string;
  /** `since 20 January 2017`; empty where nothing is known. */
  readonly since: string;
}

/** `On 31 December 2019: President of the United States, since 20 January 2017`, in three parts. */
export function wordRole({ role, orgName, held }: RoleThen, asOf: string): RoleWords {
  const withOrg =
    orgName && !role.role.toLowerCase().includes(orgName.toLowerCase())
      ? `${role.role}, ${orgName}`
      : role.role;
  const { from, to, asOf: seen } = role;
  // When one that was held ended later is not said: on that day nobody knew it.
  const [word, at, since] = {
    on: ['On', asOf, from],
    from: ['From', from],
    until: ['Until', to],
    seen: ['Known as of', seen, from],
    before: ['Before'],
  }[held];
  return {
    when: `${at ? `${word} ${wordDate(at)}` : word}:`,
    role: withOrg,
    since: since ? `since ${wordDate(since)}` : '',
  };
}

const BEGINNINGS: Partial<Record<EntityKind, string>> = { person: 'born', agreement: 'signed' };
const ENDINGS: Partial<Record<EntityKind, string>> = { person: 'died', agreement: 'ended' };

/** Birth or founding, and an end only if the article's day already knew it. */
export function wordLife({ kind, from, to }: EntityTold, asOf: string): string[] {
  const words: string[] = [];
  if (from) words.push(`${BEGINNINGS[kind] ?? 'founded'} ${wordDate(from)}`);
  if (to && lastDay(to) <= asOf) words.push(wordEnd(kind, to));
  return words;
}

export function wordEnd(kind: EntityKind, to: string): string {
  return `${ENDINGS[kind] ?? 'dissolved'} ${wordDate(to)}`;
}

/** Which side of an entity is meant, where a name has two: Iran that acts, or Iran where it happened. */
export function wordFacet({ kind, facet, reasons }: Mention): string {
  if (kind !== 'country' && kind !== 'territory' && kind !== 'city') return '';
  if (facet === 'place') return kind === 'city' ? '' : 'here: the place';
  const stand = reasons.find((reason) => reason.code === 'name' && reason.type === 'metonym');
  const who = kind === 'city' ? 'its authorities' : 'its government';
  return stand?.code === 'name' ? `here, “${stand.name}” means ${who}` : `here: ${who}`;
}
