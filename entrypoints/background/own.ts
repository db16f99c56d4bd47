// What the worker answers about the reader's own knowledge. After each change open pages are marked anew, and pages
// that show a list hear of it.
import { labelOf } from '../../core/knowledge/entity.ts';
import {
  isExtension,
  MOST_ENTRIES,
  type OwnEntry,
  type OwnKnowledge,
  searchOwn,
  toYaml,
} from '../../core/knowledge/own/index.ts';
import { nameKey, tokenize } from '../../core/text/index.ts';
import type { Handlers } from '../../messaging/channel.ts';
import { OWN_CHANGED, type OwnListed, type OwnRequests } from '../../messaging/own-requests.ts';
import { CodedError } from '../../messaging/result.ts';
import { say } from '../../messaging/say.ts';
import { keepEntry, keepRecords, markDeleted, TooManyEntries } from '../../storage/reader/index.ts';
import { withKnowledge } from './knowledge.ts';
import { forgetOwn, readOwnOnce } from './own-cache.ts';
import { soonSnapshot } from './snapshots.ts';
import { markTabsAnew } from './tabs.ts';

const MOST_NAMESAKES = 8;

export const ownAnswers: Handlers<OwnRequests> = {
  ownEntries: async ({ search, which, most }) => {
    const all = (await stored()).all();
    const kept = all.filter(({ deleted }) => deleted === null);
    const deleted = all.filter((entry) => entry.deleted !== null);
    const found = searchOwn(which === 'kept' ? kept : deleted, search);
    const entries = found.slice(0, most).map(listed);
    return { entries, total: found.length, kept: kept.length, deleted: deleted.length };
  },

  ownEntry: async ({ id }) => ({ entry: (await stored()).entry(id) }),

  keepOwn: ({ id, was, is }) => orTooMany(() => changed(keepEntry(id, was, is, now())), 'entry'),

  putRecords: ({ entities }) => orTooMany(() => changed(keepRecords(entities, now())), 'entries'),

  deleteOwn: async ({ id, deleted }) => {
    await changed(markDeleted(id, deleted ? now() : null));
    return {};
  },

  whoIs: ({ name }) => {
    const key = nameKey(tokenize(name));
    return withKnowledge(async ({ knowledge }) => {
      const rows = (await knowledge.names(key === '' ? [] : [key])).get(key) ?? [];
      const ids = [...new Set(rows.filter(({ match }) => match !== 'never-alone').map(({ id }) => id))];
      const known = [...(await knowledge.entities(ids)).values()]
        .sort(
          (a, b) => Number(b.own ?? false) - Number(a.own ?? false) || b.entity.salience - a.entity.salience,
        )
        .slice(0, MOST_NAMESAKES);
      return {
        namesakes: known.map(({ entity, own = false, packs }) => ({
          id: entity.id,
          name: labelOf(entity),
          kind: entity.kind,
          description: entity.description,
          own,
          packs: [...packs],
        })),
      };
    });
  },

  exportOwn: async () => {
    const entries = searchOwn((await stored()).all(), '').filter(({ deleted }) => deleted === null);
    return { yaml: toYaml(entries), entries: entries.length };
  },
};

function now(): string {
  return new Date().toISOString();
}

function listed(entry: OwnEntry): OwnListed {
  const { id, kind, name, line, note, record } = entry;
  const [firstOfNote = ''] = note.trim().split('\n');
  return { id, kind, name, line: line || record?.description || firstOfNote, extends: isExtension(entry) };
}

function stored(): Promise<OwnKnowledge> {
  return readOwnOnce().catch((error: unknown) => {
    throw new CodedError('not-stored', error);
  });
}

/** Waits for the change, and lets everybody know. */
async function changed<T>(change: Promise<T>): Promise<T> {
  const made = await change.catch((error: unknown) => {
    throw error instanceof TooManyEntries ? error : new CodedError('not-stored', error);
  });
  forgetOwn();
  void soonSnapshot();
  say(OWN_CHANGED);
  void markTabsAnew();
  return made;
}

async function orTooMany<T, K extends string>(keep: () => Promise<T>, name: K) {
  try {
    return { state: 'kept', [name]: await keep() } as { state: 'kept' } & Record<K, T>;
  } catch (error) {
    if (error instanceof TooManyEntries) return { state: 'too-many', most: MOST_ENTRIES } as const;
    throw error;
  }
}
