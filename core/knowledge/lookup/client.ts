// Asks Wikidata politely, as its operators want it (https://www.mediawiki.org/wiki/API:Etiquette): one request at
// a time, a pause between two, no request while they have asked to wait, and a name by which they know who asks.
// Whatever comes back is a value; nothing is thrown.
import { RemoteError } from '../remote/address.ts';
import { downloadText, type Fetch } from '../remote/download.ts';
import { failed, type Outcome, type Trouble, troubleIn, troubleOf } from './trouble.ts';

const WIKIDATA = 'https://www.wikidata.org';
/** Milliseconds from the end of a request to the next. */
const PAUSE = 1_000;
/** Milliseconds for a whole answer. Theirs come within one second; a slow network takes longer. */
const PATIENCE = 20_000;

export interface ClientPorts {
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Runs one task after another, those of other windows too. */
  readonly inTurn?: <T>(task: () => Promise<T>) => Promise<T>;
  /** How we call ourselves. A header of theirs, since a page cannot choose its User-Agent; their CORS rules allow it. */
  readonly agent: string;
  readonly patience?: number;
}

/** @param most bytes @param signal the reader's change of mind */
export type Ask = (
  params: Readonly<Record<string, string>>,
  most: number,
  signal?: AbortSignal,
) => Promise<Outcome<unknown>>;

export function wikidataClient(ports: ClientPorts): Ask {
  const { now, wait, inTurn = (task) => task(), patience = PATIENCE } = ports;
  let before: Promise<unknown> = Promise.resolve();
  let free = Number.NEGATIVE_INFINITY;
  let closed: Extract<Trouble, { code: 'rate-limited' }> | null = null;

  async function request(...[params, most, signal]: Parameters<Ask>): Promise<Outcome<unknown>> {
    if (free > now()) await wait(Math.min(free - now(), PAUSE));
    if (signal?.aborted) return failed({ code: 'cancelled' });
    if (closed && closed.again > now()) return failed(closed);
    closed = null;
    const answer = await asked(ports, addressWith(params), most, patience, signal);
    free = now() + PAUSE;
    if (!answer.ok && answer.trouble.code === 'rate-limited') closed = answer.trouble;
    return answer;
  }

  return (params, most, signal) => {
    const mine = before.then(() => inTurn(() => request(params, most, signal)));
    before = mine.catch(() => undefined);
    return mine.catch(() => failed({ code: 'unexpected' }));
  };
}

function addressWith(params: Readonly<Record<string, string>>): string {
  // `origin`: anybody may read the answer, and nobody's login is looked at.
  const all = { ...params, format: 'json', formatversion: '2', origin: '*' };
  return `${WIKIDATA}/w/api.php?${new URLSearchParams(all)}`;
}

async function asked(
  { fetch, now, agent }: ClientPorts,
  address: string,
  most: number,
  patience: number,
  signal?: AbortSignal,
): Promise<Outcome<unknown>> {
  const late = AbortSignal.timeout(patience);
  let status = 0;
  let retryAfter: string | null = null;
  const fetchAndLook: Fetch = async (to, init) => {
    const response = await fetch(to, { ...init, headers: { 'Api-User-Agent': agent } });
    status = response.status;
    retryAfter = response.headers.get('retry-after');
    return response;
  };
  try {
    const both = signal ? AbortSignal.any([signal, late]) : late;
    const text = downloadText(address, most, { fetch: fetchAndLook, signal: both });
    const answer: unknown = JSON.parse(await Promise.race([text, endOf(both)]));
    const trouble = troubleIn(answer, retryAfter, now());
    return trouble ? failed(trouble) : { ok: true, value: answer };
  } catch (error) {
    if (signal?.aborted) return failed({ code: 'cancelled' });
    if (late.aborted) return failed({ code: 'timed-out' });
    if (!(error instanceof RemoteError)) return failed({ code: 'unexpected' });
    if (error.code === 'server-refused') return failed(troubleOf(status, retryAfter, now()));
    if (error.code === 'unreachable') return failed({ code: 'offline' });
    if (error.code === 'too-large') return failed({ code: 'too-large' });
    return failed({ code: error.code === 'stalled' ? 'timed-out' : 'unexpected' });
  }
}

/** Rejects when it is over, whether or not the stream that is being read has noticed. */
function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
