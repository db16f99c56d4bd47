// On every page: is this an article? Only then is the reader loaded. Until it is, the gate answers the
// popup's two questions itself, by hand, since the messages' schemas alone are larger than all of this.
import type { PageState } from '../messaging/requests.ts';
import { siteOf } from '../messaging/site.ts';
import { askedFor, isForKeeper, keeperBy } from './keeper-handle.ts';
import { isKeptElsewhere, type LocalStorage } from './kept-elsewhere.ts';
import { offeredReader, type Reader } from './reader-handle.ts';

/** Milliseconds after which a page is judged again, since many put their article in after they are loaded. */
const JUDGED_AFTER = [1_500, 5_000];
/** A page that goes to another address in place has then begun to show it. */
const MOVED_AFTER = [300, ...JUDGED_AFTER];

type Listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => true | undefined;

export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: unknown;
}

export interface GatePorts {
  readonly isArticle: () => boolean;
  /** Runs the reader's script in this world. */
  readonly load: () => Promise<unknown>;
  /** The same for the keeper's. */
  readonly loadKeeper: () => Promise<unknown>;
  readonly local: LocalStorage;
  readonly runtime: {
    readonly id: string;
    getURL(path: '/'): string;
    readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
  };
}

export interface Gate {
  /** The page is, or will be in a moment, at another address. */
  moved(): void;
}

const asFailure = (error: unknown) => ({
  ok: false,
  error: { code: 'internal', detail: String(error).slice(0, 2_000) },
});

/** A change behind `#` is a jump within the page, unless the site keeps its paths there. */
function pathOf(address: string): string {
  const [page = '', fragment = ''] = address.split('#');
  return /^[/!]/.test(fragment) ? address : page;
}

export function keepGate(
  { isArticle, load, loadKeeper, local, runtime }: GatePorts,
  signal: AbortSignal,
): Gate {
  const keeper = keeperBy(loadKeeper, signal);
  let reader: Reader | null = null;
  let loading: Promise<Reader> | null = null;
  let failed = false;
  let hasLeft = false;
  let path = pathOf(location.href);
  let looked = '';
  let timers: ReturnType<typeof setTimeout>[] = [];

  async function loaded(force: boolean): Promise<Reader> {
    await load();
    const start = offeredReader();
    if (!start || signal.aborted) throw new Error('the reader has not come');
    reader ??= start({ force, signal, keeper });
    return reader;
  }

  /** Rejects where the reader cannot be loaded. */
  function enter(force: boolean): Promise<Reader> {
    loading ??= loaded(force).catch((error: unknown) => {
      loading = null;
      failed = true;
      throw error;
    });
    return loading;
  }

  /** A page that defeats the judgement is left alone. */
  function seemsArticle(): boolean {
    try {
      return isArticle();
    } catch {
      return false;
    }
  }

  function judge() {
    const here = pathOf(location.href);
    const isOther = here !== path;
    path = here;
    if (seemsArticle()) {
      // A failure to load is kept, and told when somebody asks.
      if (!reader) enter(false).catch(() => {});
      else if (isOther || hasLeft) void reader.read({ force: false });
      hasLeft = false;
    } else if (reader && (isOther || !reader.forced())) {
      reader.leave();
      hasLeft = true;
    }
    if (!reader && looked !== here) void lookElsewhere(here);
  }

  /** A page that is no article may have something kept on it all the same. */
  async function lookElsewhere(here: string) {
    looked = here;
    if (!(await isKeptElsewhere(local)) || signal.aborted) return;
    keeper().then(
      (there) => there.answer({ backstory: 'keep-states', body: {} }),
      () => {},
    );
  }

  function judgeAfter(delays: readonly number[]) {
    for (const timer of timers) clearTimeout(timer);
    timers = delays.map((delay) => setTimeout(judge, delay));
  }

  function state(): PageState {
    const site = siteOf(location.href);
    const here = site === null ? {} : { site };
    if (loading) return { ...here, state: 'reading' };
    return failed ? { ...here, state: 'failed', code: 'internal' } : { ...here, state: 'not-article' };
  }

  async function readAnyway(respond: (answer: unknown) => void) {
    try {
      const entered = await enter(true);
      respond({ ok: true, value: await entered.settled() });
    } catch (error) {
      respond(asFailure(error));
    }
  }

  function keep(message: unknown, respond: (answer: unknown) => void) {
    keeper()
      .then((there) => there.answer(message))
      .then(respond, (error: unknown) => respond(asFailure(error)));
  }

  const onMessage: Listener = (message, sender, respond) => {
    const isOwn = sender.tab === undefined || (sender.url ?? '').startsWith(runtime.getURL('/'));
    if (sender.id !== runtime.id || !isOwn) return undefined;
    if (isForKeeper(message)) {
      keep(message, respond);
      return true;
    }
    const asked = askedFor(message);
    // The reader answers everything else itself as soon as it is there.
    if (reader) return undefined;
    if (asked === 'pageState') respond({ ok: true, value: state() });
    else if (asked === 'readPage') void readAnyway(respond);
    else return undefined;
    return true;
  };

  runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    runtime.onMessage.removeListener(onMessage);
    for (const timer of timers) clearTimeout(timer);
  });
  judge();
  judgeAfter(JUDGED_AFTER);
  return { moved: () => judgeAfter(MOVED_AFTER) };
}
