// The reader's own pack, in memory. A worker that has just been woken must have it within a few milliseconds, so an
// entry is stored as the keys of its names and a text, which is parsed only when an article or a reader asks for it.
import { nameKey, tokenize } from '../../text/index.ts';
import type { NameRow } from '../pack/index.ts';
import type { EntityId } from '../terms.ts';
import { OwnEntry } from './entry.ts';
import { matchedNames } from './to-entity.ts';

/** As stored. */
export interface Shelved {
  readonly id: string;
  /** Folded names under which it is looked for; none while it is deleted. */
  readonly keys: readonly string[];
  /** JSON. */
  readonly entry: string;
}

export function shelved(entry: OwnEntry): Shelved {
  const keys = entry.deleted === null ? matchedNames(entry).map(({ text }) => nameKey(tokenize(text))) : [];
  return { id: entry.id, keys: [...new Set(keys)].filter((key) => key !== ''), entry: JSON.stringify(entry) };
}

export class OwnKnowledge {
  readonly #byId = new Map<string, Shelved>();
  readonly #byKey = new Map<string, Shelved[]>();

  constructor(all: Iterable<Shelved> = []) {
    for (const one of all) {
      this.#byId.set(one.id, one);
      for (const key of one.keys) {
        const others = this.#byKey.get(key);
        if (others) others.push(one);
        else this.#byKey.set(key, [one]);
      }
    }
  }

  /** Whom the folded names may mean. */
  names(keys: Iterable<string>): Map<string, NameRow[]> {
    const found = new Map<string, NameRow[]>();
    if (this.#byKey.size === 0) return found;
    for (const key of keys) {
      const rows = (this.#byKey.get(key) ?? []).flatMap((one) => rowsOf(one, key));
      if (rows.length > 0) found.set(key, rows);
    }
    return found;
  }

  /** Those that are not deleted. */
  entries(ids: Iterable<EntityId>): Map<EntityId, OwnEntry> {
    const found = new Map<EntityId, OwnEntry>();
    for (const id of ids) {
      const entry = parsed(this.#byId.get(id));
      if (entry?.deleted === null) found.set(id, entry);
    }
    return found;
  }

  entry(id: EntityId): OwnEntry | null {
    return parsed(this.#byId.get(id)) ?? null;
  }

  /** Deleted ones too. */
  all(): OwnEntry[] {
    return [...this.#byId.values()].flatMap((one) => parsed(one) ?? []);
  }
}

/** What another version of Backstory wrote and this one cannot read is left alone, and kept. */
function parsed(one: Shelved | undefined): OwnEntry | undefined {
  if (!one) return undefined;
  try {
    return OwnEntry.safeParse(JSON.parse(one.entry)).data;
  } catch {
    return undefined;
  }
}

function rowsOf(one: Shelved, key: string): NameRow[] {
  const entry = parsed(one);
  if (!entry) return [];
  const { id, kind, record } = entry;
  const salience = record?.salience ?? 0.9;
  return matchedNames(entry)
    .filter(({ text }) => nameKey(tokenize(text)) === key)
    .map(({ lang: _, ...name }) => ({ id, kind, salience, ...name }));
}
