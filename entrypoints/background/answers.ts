// What the worker answers: each request is whole in itself, since the worker may have died a moment ago.
import { browser } from 'wxt/browser';
import { type EntityNote, whereabouts } from '../../core/annotation/kept/index.ts';
import type { EntityTold } from '../../core/knowledge/backstory.ts';
import { dayAt } from '../../core/knowledge/dates.ts';
import { tell } from '../../core/knowledge/index.ts';
import { annotate } from '../../core/matching/index.ts';
import type { Handlers, Sender } from '../../messaging/channel.ts';
import type { Requests } from '../../messaging/requests.ts';
import { CodedError } from '../../messaging/result.ts';
import { siteOf } from '../../messaging/site.ts';
import type { SiteRequests } from '../../messaging/site-requests.ts';
import { countAt, isSiteOn, notesOf, sitesOff, switchSite } from '../../storage/reader/index.ts';
import { correctionsFor } from './corrections.ts';
import { withKnowledge } from './knowledge.ts';
import { toAllTabs } from './tabs.ts';

export const answers: Handlers<Requests> = {
  annotate: async ({ article }, sender) => {
    if (!(await mayRunOn(sender))) return { state: 'site-off' };
    // Where nothing can be read, nothing was kept.
    const at = whereabouts(sender.url ?? '', { canonical: null, title: article.title });
    const counting = at ? countAt(at).catch(() => 0) : 0;
    const correcting = correctionsFor(sender);
    return withKnowledge(async ({ knowledge, notices }) => {
      const day = article.published?.day ?? today();
      const mentions = await annotate(article, knowledge, day, undefined, await correcting);
      const kept = await counting;
      return { state: 'annotated', mentions, notices: [...notices], ...(kept > 0 && { kept }) };
    });
  },

  tell: async (question) => {
    // Where the notes cannot be read, the packs answer alone.
    const reading = notesOf(question.about).catch(() => new Map<string, EntityNote>());
    const told = await withKnowledge(({ knowledge }) => tell(question, knowledge, today()));
    const notes = await reading;
    return { ...told, entities: told.entities.map((one) => withNote(one, notes.get(one.id)?.note)) };
  },

  coastlines: async () => {
    const response = await fetch(browser.runtime.getURL('/land.txt'));
    return { path: await response.text() };
  },
};

export const siteAnswers: Handlers<SiteRequests> = {
  site: async ({ site }) => ({ on: await siteIsOn(site) }),

  switchSite: async ({ site, on }) => {
    await switchSite(site, on).catch((error: unknown) => {
      throw new CodedError('not-stored', error);
    });
    void toAllTabs('siteSwitched', { site, on });
    return { on };
  },

  sitesOff: async () => ({ sites: await sitesOff() }),
};

/** What the reader wrote in an entry of their own stands first: it was written to say who this is. */
function withNote(told: EntityTold, note: string | undefined): EntityTold {
  return note === undefined ? told : { ...told, note: [told.note, note].filter(Boolean).join('\n\n') };
}

/** Where settings cannot be read, nothing was switched off. */
function siteIsOn(site: string): Promise<boolean> {
  return isSiteOn(site).catch(() => true);
}

/** By the browser's word for the page's address, not the page script's. */
export async function mayRunOn(sender: Sender): Promise<boolean> {
  const site = siteOf(sender.url);
  return site === null || siteIsOn(site);
}

/** Where the reader is. */
function today(): string {
  return dayAt(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}
