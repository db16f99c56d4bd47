// Ties between people, posts and organisations, waiting for their ends. A file is in the order of its ids, so that a
// post may follow its holder by a million lines: people are held back until the file ends, ties until then too, and
// both are bounded. Of what does not fit, the person that waits longest goes first, with what is known by then.

import type { RelationDraft } from '../wikidata/relations.ts';
import { relationOf } from '../wikidata/relations.ts';
import { latestRoles, NO_DATES, type RoleDraft, roleOf } from '../wikidata/roles.ts';
import { cutAtWord } from '../wikidata/text.ts';
import type { Ids } from './ids.ts';
import { all, one, type Record, spanOf } from './record.ts';

export interface TieDraft extends RoleDraft {
  org?: string;
}

interface Tie {
  readonly kind: 'post' | 'member' | 'director';
  readonly to: string;
  readonly role: string | undefined;
  readonly span: ReturnType<typeof spanOf>;
}

const MOST_TIES = 500_000;
const MOST_TIES_OF_ONE = 100;
const MOST_POSTS = 200_000;

const ENDS: Readonly<{ [schema: string]: readonly [Tie['kind'], holder: string, to: string] }> = {
  Occupancy: ['post', 'holder', 'post'],
  Membership: ['member', 'member', 'organization'],
  Directorship: ['director', 'director', 'organization'],
};

export class Ties {
  readonly #posts = new Map<string, string>();
  readonly #byHolder = new Map<string, Tie[]>();
  #count = 0;

  /** Whether the record was a post or a tie; `'full'` when it is one and there is no room. */
  take(record: Record): boolean | 'full' {
    if (record.schema === 'Position') return this.#takePost(record);
    const ends = ENDS[record.schema];
    if (ends === undefined) return false;
    const [kind, from, to] = ends;
    if (this.#count >= MOST_TIES) return 'full';
    for (const holder of all(record, from)) {
      const ties = this.#byHolder.get(holder) ?? [];
      this.#byHolder.set(holder, ties);
      for (const end of all(record, to))
        if (ties.length < MOST_TIES_OF_ONE) {
          ties.push({ kind, to: end, role: one(record, 'role'), span: spanOf(record) });
          this.#count++;
        }
    }
    return true;
  }

  #takePost(record: Record): boolean | 'full' {
    const words = record.caption ?? one(record, 'name');
    if (this.#posts.size >= MOST_POSTS) return 'full';
    if (words !== undefined) this.#posts.set(record.id, cutAtWord(words, 200));
    return true;
  }

  /** What is known of a holder, and forgotten by that. `left`: a reason for each tie that could not be told. */
  of(holder: string, ids: Ids): { roles: TieDraft[]; relations: RelationDraft[]; left: string[] } {
    const ties = this.#byHolder.get(holder) ?? [];
    this.#byHolder.delete(holder);
    this.#count -= ties.length;
    const roles: TieDraft[] = [];
    const relations: RelationDraft[] = [];
    const left: string[] = [];
    for (const { kind, to, role, span } of ties) {
      const words =
        kind === 'post' ? this.#posts.get(to) : (role ?? (kind === 'director' ? 'director' : undefined));
      if (kind === 'post' && words === undefined) left.push('a role whose post is not in the file');
      if (kind === 'member') relations.push(...relationOf('member_of', ids.of(to), span));
      if (words === undefined) continue;
      const told = roleOf(cutAtWord(words, 200), span);
      if (told) roles.push(kind === 'post' ? told : { ...told, org: ids.of(to) });
      else left.push(NO_DATES);
    }
    return { roles: latestRoles(roles), relations, left };
  }

  /** Ties whose holder never came, or had gone before them. */
  get waiting(): number {
    return this.#count;
  }
}
