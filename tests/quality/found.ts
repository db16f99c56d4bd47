// What a system, ours or a peer, says of a text, in the one form that all are scored in.
import type { Knowledge } from '../../core/knowledge/index.ts';
import type { Clues } from '../../core/matching/resolve.ts';
import { annotateDocument } from '../../tools/annotate/document.ts';
import type { Type } from '../../tools/annotate/types.ts';
import type { GoldDocument } from './gold.ts';
import { type Link, linker } from './link.ts';

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: Type;
  /** Whether the page would be marked here. */
  readonly shown: boolean;
  /** Whom it was taken for; null: a name that nobody knows. */
  readonly link: Link | null;
  readonly confidence: number;
}

/** A system: a document in, what it found out. */
export type Find = (document: GoldDocument) => Promise<Found[]> | Found[];

/** What an undated text counts as of: fixed, so that a run says the same tomorrow. */
export const TODAY = '2026-11-22';

/**
 * Backstory, through the very function behind `npm run annotate`.
 *
 * @param clues fewer than all, to see what one is worth
 */
export function backstory(knowledge: Knowledge, clues?: Clues): Find {
  const toLink = linker(knowledge);
  return async ({ id, text, title, date }) => {
    const document = { id, text, language: 'en', title: title ?? null, date: date ?? null };
    const options = { events: 0, today: TODAY, ...(clues && { clues }) };
    const { mentions } = await annotateDocument(document, knowledge, options);
    const known = await knowledge.entities(new Set(mentions.flatMap(({ entity }) => entity ?? [])));
    return Promise.all(
      mentions.map(
        async ({ entity, start, end, text, type, shown, confidence, lat, lon }): Promise<Found> => {
          const found = entity === null ? undefined : known.get(entity);
          const link = found ? await toLink(found) : null;
          const at = lat === undefined || lon === undefined ? link?.at : { lat, lon };
          return { start, end, text, type, shown, confidence, link: link && { ...link, ...(at && { at }) } };
        },
      ),
    );
  };
}
