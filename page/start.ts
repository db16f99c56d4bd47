// The reader of one page, as long as the page lives: it reads, follows the page to other addresses, and
// answers the popup and the keyboard. Each reading is a visit with an AbortController of its own, so that
// a newer one ends all that an older one left behind.
import { answerPage } from '../messaging/channel.ts';
import type { PageState } from '../messaging/requests.ts';
import { failure } from '../messaging/result.ts';
import { siteOf } from '../messaging/site.ts';
import type { Keeper } from './keeper-handle.ts';
import { channelWorker, type PageWorker } from './page-worker.ts';
import { annotated, type Reading, readText } from './read-page.ts';
import type { Reader } from './reader-handle.ts';
import { beginVisit, type Read, type Visit } from './visit.ts';

export interface ReaderOptions {
  /** Read the page although it does not look like an article. */
  readonly force?: boolean;
  /** Ends the reader and leaves the page as it was. */
  readonly signal?: AbortSignal;
  readonly worker?: PageWorker;
  /** Comes with the first words that are selected, or where something is kept. */
  readonly keeper?: () => Promise<Keeper>;
  readonly answer?: typeof answerPage;
}

function stateOf(reading: Reading): PageState {
  if (reading.state !== 'read') return reading;
  const { title, published, language } = reading.text.article;
  const { mentions, notices } = reading;
  return { state: 'read', title, published, language, mentions: [...mentions], notices: [...notices] };
}

export function startReader(options: ReaderOptions = {}): Reader {
  const { worker = channelWorker, answer = answerPage } = options;
  const end = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, end.signal]) : end.signal;
  let force = options.force ?? false;
  let state: PageState = { state: 'reading' };
  let life = new AbortController();
  let visit: Visit | null = null;
  let settled: Promise<PageState>;

  function withSite(): PageState {
    const site = siteOf(location.href);
    return site === null ? state : { ...state, site };
  }

  /** Ends the visit that is, and says what the page is meanwhile. */
  function leaveFor(newState: PageState): AbortSignal {
    life.abort();
    life = new AbortController();
    visit = null;
    state = newState;
    settled = Promise.resolve(withSite());
    return AbortSignal.any([signal, life.signal]);
  }

  async function readOnce(own: AbortSignal): Promise<Reading> {
    try {
      return await annotated(readText(force), worker, own);
    } catch (error) {
      return { state: 'failed', code: failure('internal', error).error.code };
    }
  }

  async function visitPage(own: AbortSignal): Promise<PageState> {
    const reading = await readOnce(own);
    // A newer reading has taken over; whoever waited for this one gets that one's answer.
    if (own.aborted) return signal.aborted ? withSite() : settled;
    if (reading.state === 'failed' && reading.code === 'extension-gone') end.abort();
    else if (reading.state === 'read') visit = begin(reading, own);
    state = stateOf(reading);
    return withSite();
  }

  function begin(read: Read, own: AbortSignal): Visit {
    const onRead = (later: Read) => {
      state = stateOf(later);
    };
    const { keeper } = options;
    return beginVisit({ read, force, worker, keeper, onRead, onGone: () => end.abort() }, own);
  }

  function read(asked: { force?: boolean } = {}): Promise<PageState> {
    force = asked.force ?? force;
    settled = visitPage(leaveFor({ state: 'reading' }));
    return settled;
  }

  function siteSwitched(site: string, on: boolean) {
    if (site !== siteOf(location.href)) return;
    if (!on) leaveFor({ state: 'site-off' });
    else if (state.state === 'site-off') void read();
  }

  const unanswer = answer({
    pageState: withSite,
    readPage: () => read({ force: true }),
    siteSwitched: ({ site, on }) => {
      siteSwitched(site, on);
      return {};
    },
    knowledgeChanged: async () => {
      await visit?.markAnew();
      return {};
    },
    step: ({ by }) => {
      visit?.step(by);
      return {};
    },
    show: ({ entity }) => {
      visit?.show(entity);
      return {};
    },
  });
  signal.addEventListener('abort', () => unanswer(), { once: true });
  settled = visitPage(leaveFor({ state: 'reading' }));

  return {
    read,
    settled: () => settled,
    forced: () => force,
    leave: () => {
      force = false;
      leaveFor({ state: 'not-article' });
    },
  };
}
