// Which record of ours an id of FollowTheMoney is: the Wikidata item where one is named, else the pack's own id, made
// from theirs. Their ids may be merged later; the old ones come along as referents and stay known as former ids.
import type { Record } from './record.ts';
import { all } from './record.ts';

const QID = /^Q[1-9]\d{0,11}$/;
const LONGEST_SLUG = 80;
const MOST_FORMER = 20;
/** Ids whose item is named by a property; those that are item numbers themselves need no memory. */
const MOST_KNOWN = 500_000;

/** FNV-1a, 32 bits: tells apart long ids that are equal where they were cut. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(36);
}

function slug(id: string): string {
  const plain = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  // Their random ids differ by case too, so that what is lost in lower case is told by the hash.
  const lossless = plain === id && plain.length > 0 && plain.length <= LONGEST_SLUG;
  return lossless
    ? plain
    : `${plain.slice(0, LONGEST_SLUG - 8)}-${hash(id)}`.replace(/^-/, '').replace(/-+/g, '-');
}

function plainId(id: string, pack: string): string {
  return QID.test(id) ? id : `${pack}:${slug(id)}`;
}

/** The number of the item, where the record names exactly one. */
export function wikidataOf(record: Record): string | undefined {
  if (QID.test(record.id)) return record.id;
  const named = new Set(all(record, 'wikidataId').filter((id) => QID.test(id)));
  return named.size === 1 ? [...named][0] : undefined;
}

export class Ids {
  readonly #pack: string;
  readonly #items = new Map<string, string>();

  constructor(pack: string) {
    this.#pack = pack;
  }

  /** The id of the record, remembered for those that point at it. */
  learn(record: Record): string {
    const item = wikidataOf(record);
    if (item !== undefined && item !== record.id && this.#items.size < MOST_KNOWN)
      this.#items.set(record.id, item);
    return item ?? plainId(record.id, this.#pack);
  }

  of(id: string): string {
    return this.#items.get(id) ?? plainId(id, this.#pack);
  }

  former(record: Record, id: string): string[] {
    const ids = [record.id, ...record.referents].map((former) => plainId(former, this.#pack));
    return [...new Set(ids)].filter((former) => former !== id).slice(0, MOST_FORMER);
  }
}
