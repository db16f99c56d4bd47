// What the worker answers the library about files that are brought in.
import type { Handlers } from '../../messaging/channel.ts';
import type { ExchangeRequests } from '../../messaging/exchange-requests.ts';
import {
  exportTemplate,
  importNotes,
  importOn,
  keepExportTemplate,
  undoImport,
} from '../../storage/reader/index.ts';
import { now, thenTell } from './kept-changed.ts';

export const exchangeAnswers: Handlers<ExchangeRequests> = {
  importPassages: ({ batch, more, page, passages }) => {
    const imported = importOn(page, passages, { batch, now: now() });
    return more ? imported : thenTell(imported);
  },

  importNotes: ({ batch, more, notes }) => {
    const imported = importNotes(notes, { batch, now: now() });
    return more ? imported : thenTell(imported);
  },

  undoImport: async ({ batch }) => ({ changed: await thenTell(undoImport(batch, now())) }),

  exportTemplate: async () => ({ template: await exportTemplate() }),

  keepExportTemplate: async ({ template }) => {
    await keepExportTemplate(template);
    return {};
  },
};
