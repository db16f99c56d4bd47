// What the worker answers a page's script about what the reader kept. Which page asks is the browser's word; so a page,
// even one whose script was taken over, sees and changes only what was kept on itself.
import {
  MOST_ON_PAGE,
  type PageLook,
  type Whereabouts,
  whereabouts,
} from '../../core/annotation/kept/index.ts';
import type { Handlers, Sender } from '../../messaging/channel.ts';
import type { KeepingRequests } from '../../messaging/keeping-requests.ts';
import { CodedError } from '../../messaging/result.ts';
import {
  changeAt,
  colourNames,
  confirmAt,
  isBarOn,
  keepNote,
  keepPassage,
  keptAt,
  notesOf,
  samePage,
  TooManyPassages,
  undoAt,
} from '../../storage/reader/index.ts';
import { mayRunOn } from './answers.ts';
import { now, pageOf, thenTell } from './kept-changed.ts';
import { ownNow } from './own-cache.ts';

export const keepingAnswers: Handlers<KeepingRequests> = {
  keptHere: async ({ look }, sender) => {
    const at = placeOf(look, sender);
    const asked = Promise.all([keptAt(at), colourNames(), isBarOn()]);
    const [{ pages: found, undo, redo }, colours, bar] = await asked;
    // Where Backstory is switched off it shows nothing of itself.
    const pages = (await mayRunOn(sender)) ? found : [];
    return {
      key: at.key,
      pages: pages.map((one) => ({ ...one, passages: [...one.passages] })),
      colours,
      undo,
      redo,
      bar,
    };
  },

  samePage: async ({ look, page }, sender) => {
    await thenTell(samePage(placeOf(look, sender), page));
    return {};
  },

  keep: async ({ look, apart = false, ...passage }, sender) => {
    try {
      const kept = keepPassage(placeOf(look, sender), lookOf(look, sender), passage, { apart, now: now() });
      return { state: 'kept', passage: await thenTell(kept, pageOf) };
    } catch (error) {
      if (error instanceof TooManyPassages) return { state: 'too-many', most: MOST_ON_PAGE };
      throw error;
    }
  },

  changePassage: async ({ look, id, was, is }, sender, batch = crypto.randomUUID()) => {
    const action = { batch, did: 'changed', now: now() } as const;
    return { passage: await thenTell(changeAt(placeOf(look, sender), id, { was, is }, action), pageOf) };
  },

  dropPassage: async ({ look, id, deleted }, sender, batch = crypto.randomUUID()) => {
    const action = { batch, did: deleted ? 'dropped' : 'restored', now: now() } as const;
    const parts = { was: { deleted: !deleted }, is: { deleted } };
    return { passage: await thenTell(changeAt(placeOf(look, sender), id, parts, action), pageOf) };
  },

  confirmPassage: async ({ look, id, selectors }, sender, batch = crypto.randomUUID()) => {
    const action = { batch, did: 'changed', now: now() } as const;
    return { passage: await thenTell(confirmAt(placeOf(look, sender), id, selectors, action), pageOf) };
  },

  undo: async ({ look }, sender, id) => ({
    undone: await thenTell(undoAt(placeOf(look, sender), 'undo', now(), id)),
  }),

  redo: async ({ look }, sender, id) => ({
    undone: await thenTell(undoAt(placeOf(look, sender), 'redo', now(), id)),
  }),

  entityNote: async ({ entity }) => {
    const [notes, own] = await Promise.all([notesOf([entity]), ownNow()]);
    return { note: notes.get(entity) ?? null, own: own.entries([entity]).get(entity)?.note ?? '' };
  },

  keepEntityNote: async ({ entity, name, kind, was, is }) => ({
    // No passage changes with it.
    note: await thenTell(keepNote({ entity, name, kind }, { was, is }, now()), () => []),
  }),
};

function placeOf(look: PageLook, { url = '' }: Sender): Whereabouts {
  const at = whereabouts(url, look);
  if (!at) throw new CodedError('not-allowed', 'no page of a site');
  return at;
}

/** The address is the browser's; the rest is what the page says of itself. */
function lookOf(look: PageLook, { url = look.url }: Sender): PageLook {
  return { ...look, url: url.slice(0, 4_000) };
}
