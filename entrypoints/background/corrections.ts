// What the worker answers about “not this one”. After each change open pages are marked anew. For which site a page speaks is
// the browser's word; how somebody is called, the packs'.
import { labelOf } from '../../core/knowledge/entity.ts';
import {
  type Correction,
  MOST_CORRECTIONS,
  MOST_SURFACE,
  type Says,
  type Scope,
} from '../../core/matching/correction.ts';
import { type Corrections, correctionsOn, surfaceOf } from '../../core/matching/corrections.ts';
import type { Handlers, Sender } from '../../messaging/channel.ts';
import {
  CORRECTIONS_CHANGED,
  type CorrectionRequests,
  type Where,
} from '../../messaging/correction-requests.ts';
import { CodedError } from '../../messaging/result.ts';
import { say } from '../../messaging/say.ts';
import { siteOf } from '../../messaging/site.ts';
import {
  keepCorrections,
  readCorrections,
  TooManyCorrections,
  takeBackCorrections,
} from '../../storage/reader/index.ts';
import { openEntry } from '../entry/open-entry.ts';
import { withKnowledge } from './knowledge.ts';
import { soonSnapshot } from './snapshots.ts';
import { markTabsAnew } from './tabs.ts';

/** What the reader said of names, as it holds on a page. Where it cannot be read, nothing was said. */
export async function correctionsFor({ url }: Sender): Promise<Corrections> {
  return correctionsOn(await readCorrections().catch(() => []), siteOf(url));
}

export const correctionAnswers: Handlers<CorrectionRequests> = {
  correct: async ({ written, where, says }, sender) => {
    const about = aboutOf(written, where, sender);
    const correction = { ...about, written, ...(await meant(about.surface, says)), made: now() };
    try {
      const [before = null] = await changed(keepCorrections([correction]));
      return { state: 'kept', before: before?.says ?? null };
    } catch (error) {
      if (error instanceof TooManyCorrections) return { state: 'too-many', most: MOST_CORRECTIONS };
      throw error;
    }
  },

  uncorrect: async ({ written, where }, sender) => {
    await changed(takeBackCorrections([aboutOf(written, where, sender)], now()));
    return {};
  },

  addName: async ({ written }, { tab }) => {
    // Only the page in front of the reader, who has just pressed a button on it.
    if (!tab?.active) throw new CodedError('not-allowed', 'a page in the background');
    await openEntry({ selection: written });
    return {};
  },

  corrections: async () => {
    const all = await readCorrections();
    return { corrections: all.sort((a, b) => (a.made < b.made ? 1 : -1)) };
  },

  takeBack: async ({ about }) => ({ gone: await changed(takeBackCorrections(about ?? 'all', now())) }),

  putBack: async ({ corrections }) => {
    await changed(keepCorrections(corrections));
    return {};
  },
};

function aboutOf(written: string, where: Where, { url }: Sender): { surface: string; scope: Scope } {
  const surface = surfaceOf(written);
  const site = siteOf(url);
  if (surface === '') throw new CodedError('bad-message', 'no name');
  if (where === 'site' && site === null) throw new CodedError('not-allowed', 'no page of a site');
  return { surface, scope: where === 'site' ? site : null };
}

/**
 * “None of those” refuses the reader's own entry too, where it bears the name already; what is added under the name later
 * is what the reader means by it.
 */
function meant(surface: string, says: Says): Promise<Pick<Correction, 'says' | 'called'>> {
  return withKnowledge(async ({ knowledge }) => {
    if (says !== 'none' && says !== 'never') {
      const known = (await knowledge.entities([says])).get(says);
      return { says, called: known ? labelOf(known.entity).slice(0, MOST_SURFACE) : '' };
    }
    const rows = (await knowledge.names([surface])).get(surface) ?? [];
    const bearers = await knowledge.entities(rows.map(({ id }) => id));
    const isOwn = [...bearers.values()].some(({ own }) => own);
    return { says: isOwn ? 'never' : says, called: '' };
  });
}

function now(): string {
  return new Date().toISOString();
}

/** Waits for the change, and lets everybody know. */
async function changed<T>(change: Promise<T>): Promise<T> {
  const made = await change;
  say(CORRECTIONS_CHANGED);
  void soonSnapshot();
  void markTabsAnew();
  return made;
}
