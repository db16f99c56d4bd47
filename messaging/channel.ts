// The one way from an entrypoint to another. Both ends parse: a request at the receiver, an answer at the
// asker. Own code over `runtime.sendMessage` rather than @webext-core/messaging, which types messages but
// parses none (docs/dependencies.md).
import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import {
  type Answer,
  type Ask,
  type PageRequests,
  pageRequests,
  type Requests,
  requests,
} from './requests.ts';
import { CodedError, Failure, failure, type Result } from './result.ts';

const Envelope = z.object({ backstory: z.string().check(z.maxLength(40)), body: z.unknown() });

/** How long a reader waits before being told that nothing came; a cold worker answers in 21 to 250 ms. */
const PATIENCE = 8_000;

type Table = Record<string, { ask: z.ZodMiniType; answer: z.ZodMiniType }>;
/** Requests to the worker, with who may send them. */
type WorkerTable = Record<string, Table[string] & { from: 'page' | 'extension' }>;
export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly patience?: number;
}

async function exchange<R extends Table, K extends keyof R & string>(
  table: R,
  name: K,
  body: unknown,
  send: (message: object, isOver: () => boolean) => Promise<unknown>,
  { signal, patience = PATIENCE }: AskOptions,
): Promise<Result<Answer<R, K>>> {
  if (signal?.aborted) return failure('aborted');
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<Failure>();
  const timer = setTimeout(() => interrupt(failure('no-answer', name)), patience);
  const onAbort = () => interrupt(failure('aborted'));
  signal?.addEventListener('abort', onAbort, { once: true });
  let over = false;
  try {
    const sent = send({ backstory: name, body }, () => over).catch((error: unknown) =>
      failure(goneOrSilent(error), error),
    );
    const reply = await Promise.race([sent, interrupted]);
    const failed = Failure.safeParse(reply);
    if (failed.success) return failed.data;
    const answer = z
      .object({ ok: z.literal(true), value: table[name]?.answer ?? z.never() })
      .safeParse(reply);
    if (!answer.success)
      return failure(reply === undefined ? 'no-answer' : 'bad-message', `${name}: ${answer.error.message}`);
    return { ok: true, value: answer.data.value as Answer<R, K> };
  } finally {
    over = true;
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

function goneOrSilent(error: unknown) {
  return /context invalidated|Extension context/i.test(String(error)) ? 'extension-gone' : 'no-answer';
}

/** Milliseconds between tries: a worker that is being stopped loses messages for as long as the browser takes to stop it. */
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 1_600;
/** Milliseconds without a word after which a message counts as lost with its worker. A living one knows it again by its id. */
const LOST_AFTER = 2_500;

const pass = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds, undefined));

/**
 * A worker that dies in the middle closes the channel without an answer, or says nothing at all. Every request is whole in
 * itself and bears an id, so it is sent again, which starts the worker anew, until there is an answer or nobody waits for it.
 */
async function sendUntilAnswered(message: unknown, isOver: () => boolean): Promise<unknown> {
  for (let pause = FIRST_PAUSE; !isOver(); pause = Math.min(pause * 4, LONGEST_PAUSE)) {
    try {
      const reply: unknown = await Promise.race([browser.runtime.sendMessage(message), pass(LOST_AFTER)]);
      if (reply !== undefined) return reply;
    } catch (error) {
      if (goneOrSilent(error) === 'extension-gone') throw error;
    }
    await pass(pause);
  }
}

/** Asks the background worker. Never rejects. */
export function ask<K extends keyof Requests & string>(
  name: K,
  body: Ask<Requests, K>,
  options: AskOptions = {},
): Promise<Result<Answer<Requests, K>>> {
  return askOf(requests, name, body, options);
}

/** The same for a table that only some of our pages know. */
export function askOf<R extends Table, K extends keyof R & string>(
  table: R,
  name: K,
  body: Ask<R, K>,
  options: AskOptions = {},
): Promise<Result<Answer<R, K>>> {
  return exchange(
    table,
    name,
    body,
    async (message, isOver) => {
      // After an update the old page script still runs, but `runtime` has lost its id.
      if (!browser.runtime?.id) return failure('extension-gone');
      const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
      return sendUntilAnswered({ ...message, id }, isOver);
    },
    options,
  );
}

/** Asks the page script of a tab (its top frame). Never rejects. */
export function askPage<K extends keyof PageRequests & string>(
  tab: number,
  name: K,
  body: Ask<PageRequests, K>,
  options: AskOptions = {},
): Promise<Result<Answer<PageRequests, K>>> {
  return askPageOf(pageRequests, tab, name, body, options);
}

/** The same for a table that only some scripts of a page know. */
export function askPageOf<R extends Table, K extends keyof R & string>(
  table: R,
  tab: number,
  name: K,
  body: Ask<R, K>,
  options: AskOptions = {},
): Promise<Result<Answer<R, K>>> {
  const send = (message: unknown) =>
    browser.tabs
      .sendMessage(tab, message, { frameId: 0 })
      .catch((error: unknown) => failure('no-page', error));
  return exchange(table, name, body, send, options);
}

export type Sender = Browser.runtime.MessageSender;
export type Handlers<R extends Table> = {
  /** `id`: the same as often as one request is sent. Where doing it twice is not doing it once, it is kept with what was done. */
  readonly [K in keyof R & string]: (
    body: Ask<R, K>,
    sender: Sender,
    id?: string,
  ) => Promise<Answer<R, K>> | Answer<R, K>;
};

async function reply<R extends Table>(
  table: R,
  handlers: Handlers<R>,
  name: keyof R & string,
  body: unknown,
  sender: Sender,
  id?: string,
) {
  const parsed = table[name]?.ask.safeParse(body);
  if (!parsed?.success) return failure('bad-message', parsed?.error.message);
  try {
    return { ok: true, value: await handlers[name](parsed.data as Ask<R, typeof name>, sender, id) };
  } catch (error) {
    return failure(error instanceof CodedError ? error.code : 'internal', error);
  }
}

/** One message that somebody else has heard, and whose sender they have looked at. Never rejects. */
export async function answerMessage<R extends Table>(
  table: R,
  handlers: Handlers<R>,
  message: unknown,
): Promise<unknown> {
  const envelope = Envelope.safeParse(message);
  if (!envelope.success || !Object.hasOwn(table, envelope.data.backstory)) return failure('bad-message');
  return reply(table, handlers, envelope.data.backstory, envelope.data.body, {});
}

function listen<R extends Table>(
  table: R,
  mayAsk: (name: keyof R & string, sender: Sender) => boolean,
  answer: (name: keyof R & string, body: unknown, sender: Sender, message: unknown) => Promise<unknown>,
): () => void {
  const onMessage = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => {
    const envelope = Envelope.safeParse(message);
    if (!envelope.success || sender.id !== browser.runtime.id) return undefined;
    const name = envelope.data.backstory;
    if (!Object.hasOwn(table, name)) return undefined;
    if (mayAsk(name, sender)) void answer(name, envelope.data.body, sender, message).then(respond);
    else respond(failure('not-allowed', name));
    // Keeps the channel open: both browsers understand it, while only Firefox takes a promise.
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}

/** In the background worker, synchronously at its top level. */
export function answerRequests(handlers: Handlers<Requests>): () => void {
  return answerRequestsOf(requests, handlers);
}

const Sent = z.object({ id: z.string().check(z.minLength(8), z.maxLength(60)) });
/** Milliseconds for which an answer is remembered: somebody may have asked again while it was on its way. */
const REMEMBERED = 5_000;
const answered = new Map<string, Promise<unknown>>();

/** What is asked once more is not begun once more: there is one answer, and whoever asks gets it. */
function once(message: unknown, answer: (id: string) => Promise<unknown>): Promise<unknown> {
  const { id = crypto.randomUUID() } = Sent.safeParse(message).data ?? {};
  const known = answered.get(id);
  if (known) return known;
  const reply = answer(id);
  answered.set(id, reply);
  void reply.then(() => setTimeout(() => answered.delete(id), REMEMBERED));
  return reply;
}

export function answerRequestsOf<R extends WorkerTable>(table: R, handlers: Handlers<R>): () => void {
  const own = browser.runtime.getURL('/');
  return listen(
    table,
    (name, sender) => table[name]?.from === 'page' || (sender.url ?? '').startsWith(own),
    (name, body, sender, message) => once(message, (id) => reply(table, handlers, name, body, sender, id)),
  );
}

/** In a page script. Returns what ends it. Only the extension's own contexts, never another page script, may ask. */
export function answerPage(handlers: Handlers<PageRequests>): () => void {
  return answerPageOf(pageRequests, handlers);
}

/** The same for a table that only some scripts of a page know. */
export function answerPageOf<R extends Table>(table: R, handlers: Handlers<R>): () => void {
  return listen(
    table,
    (_name, sender) => sender.tab === undefined || (sender.url ?? '').startsWith(browser.runtime.getURL('/')),
    (name, body, sender) => reply(table, handlers, name, body, sender),
  );
}
