// What the worker answers our own pages about all that the reader kept.
import { browser } from 'wxt/browser';
import type { Passage } from '../../core/annotation/kept/index.ts';
import type { Handlers } from '../../messaging/channel.ts';
import type { LibraryRequests, ListedPage } from '../../messaging/library-requests.ts';
import {
  allEntityNotes,
  allPassages,
  changeMany,
  colourNames,
  emptyBin,
  keptOf,
  keptPages,
  nameColour,
  notesOf,
  passageById,
  passagesById,
  passagesOf,
  undoLast,
} from '../../storage/reader/index.ts';
import { now, pagesOf, thenTell } from './kept-changed.ts';
import { unawareDevices } from './sync/unaware.ts';

export const libraryAnswers: Handlers<LibraryRequests> = {
  keptPages: async ({ offset, most }) => {
    const { pages, total } = await keptPages(offset, most);
    return { pages: pages.map(listed), total };
  },

  allPassages: ({ after, most }) => allPassages(after, most),

  passagesOf: async ({ page }) => {
    const found = await passagesOf(page);
    return { page: found.page && listed(found.page), passages: found.passages };
  },

  passage: async ({ id }) => ({ passage: await passageById(id) }),

  passagesById: async ({ ids }) => ({ passages: await passagesById(ids) }),

  editPassage: async ({ id, was, is }, _sender, batch = crypto.randomUUID()) => {
    const action = { batch, did: 'changed', now: now() } as const;
    const [passage] = await thenTell(
      changeMany([id], () => ({ was, is }), action),
      pagesOf,
    );
    return { passage: passage ?? null };
  },

  changePassages: async (
    { ids, colour, add = [], remove = [], deleted },
    _sender,
    batch = crypto.randomUUID(),
  ) => {
    const did = deleted === undefined ? 'changed' : deleted ? 'dropped' : 'restored';
    const partsOf = ({ colour: was, tags }: Passage) => ({
      was: { colour: was, tags, ...(deleted !== undefined && { deleted: !deleted }) },
      is: {
        colour: colour ?? was,
        tags: [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag)),
        ...(deleted !== undefined && { deleted }),
      },
    });
    const action = { batch, did, now: now() } as const;
    return { changed: (await thenTell(changeMany(ids, partsOf, action), pagesOf)).length };
  },

  unawareDevices: async () => ({ names: await unawareDevices(Date.now()) }),

  emptyBin: async ({ ids }) => ({ gone: await thenTell(emptyBin(ids ?? null)) }),

  undoLast: async (_ask, _sender, id) => ({
    changed: await thenTell(undoLast('undo', now(), id)),
  }),

  redoLast: async (_ask, _sender, id) => ({
    changed: await thenTell(undoLast('redo', now(), id)),
  }),

  entityNotes: async () => ({ notes: await allEntityNotes() }),

  keptOf: async ({ entity, most }) => {
    const [{ pages, ...found }, notes] = await Promise.all([keptOf(entity, most), notesOf([entity])]);
    return { ...found, pages: pages.map(listed), note: notes.get(entity) ?? null };
  },

  colourNames: async () => ({ colours: await colourNames() }),

  nameColour: async ({ colour, name }) => {
    await thenTell(nameColour(colour, name));
    return { colours: await colourNames() };
  },
};

/** Where the practice article is: its host differs with every installation, so that of the keeping says nothing here. */
const PRACTICE = 'extension:/welcome.html';

function listed({
  titleKey: _,
  ...page
}: Awaited<ReturnType<typeof keptPages>>['pages'][number]): ListedPage {
  const isPractice = page.key.split('#')[0] === PRACTICE;
  const here = isPractice && { url: browser.runtime.getURL('/welcome.html'), site: 'Backstory' };
  return { ...page, aliases: page.aliases as ListedPage['aliases'], ...here };
}
