// Keeping a passage, and which page it goes to.
import {
  MOST_ON_PAGE,
  type Moment,
  type PageKey,
  type PageLook,
  type Passage,
  type Whereabouts,
} from '../../core/annotation/kept/index.ts';
import { CodedError } from '../../messaging/result.ts';
import type { PageRow } from './database.ts';
import { edited } from './edit-kept.ts';
import { findPages } from './find-page.ts';
import { surely } from './kept.ts';
import {
  addAliases,
  type KeptFields,
  passagesIn,
  readPassage,
  writePage,
  writePassage,
} from './kept-fields.ts';
import { withKept } from './kept-rows.ts';

/** As many as there may be on one page are there already. */
export class TooManyPassages extends Error {
  override readonly name = 'TooManyPassages';
}

export type NewPassage = Omit<KeptFields, 'made'>;

/**
 * Keeps a passage; asked twice it is kept once.
 *
 * @param apart the address is known, but what was kept at it is not here: a page of its own, beside the others
 */
export function keepPassage(
  at: Whereabouts,
  look: PageLook,
  passage: NewPassage,
  { apart, now }: { readonly apart: boolean; readonly now: Moment },
): Promise<Passage> {
  return withKept(async (database) => {
    const there = surely(await findPages(database, at)).map(({ row }) => row);
    const taken = await database.passages.get(passage.id);
    if (taken && !there.some((row) => row.key === taken.page)) throw new CodedError('not-allowed', 'id');
    const key = taken?.page ?? keyFor(at, look.published?.day, there, apart);
    return edited(database, key, [passage.id], { batch: passage.id, did: 'kept', now }, (document) => {
      const { url, title, published, language } = look;
      writePage(document, { url, title, published, language, made: now });
      addAliases(document, key, at.keys);
      const isNew = readPassage(document, key, passage.id) === null;
      if (isNew && passagesIn(document).length >= MOST_ON_PAGE) throw new TooManyPassages();
      writePassage(document, { ...passage, made: now });
      return isNew ? [{ id: passage.id, was: { deleted: true }, is: { deleted: false } }] : [];
    });
  }).then(only);
}

/** The page that a new passage goes to: the likeliest that is known, or one more. */
export function keyFor(
  { key, title }: Whereabouts,
  day: string | undefined,
  there: readonly PageRow[],
  apart: boolean,
): PageKey {
  const [first] = there;
  if (!first) return key;
  // Another day may be another edition, and another title a better headline; both together are another text.
  const isOther = day !== undefined && first.published !== null && first.published.day !== day;
  if (!(apart || isOther) || title === '' || first.titleKey === '' || first.titleKey === title)
    return first.key;
  return `${key}#~${title.replaceAll(' ', '-').slice(0, 100)}` as PageKey;
}

function only(passages: readonly Passage[]): Passage {
  const [passage] = passages;
  if (!passage) throw new Error('it was not kept');
  return passage;
}
