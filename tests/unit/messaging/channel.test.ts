import { beforeEach, describe, expect, test, vi } from 'vitest';

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => unknown;
const listeners: Listener[] = [];
const runtime = {
  id: 'backstory' as string | undefined,
  getURL: () => 'chrome-extension://backstory/',
  sendMessage: vi.fn(),
  onMessage: {
    addListener: (listener: Listener) => listeners.push(listener),
    removeListener: () => undefined,
  },
};
// The browser is the one border that this room does not own.
vi.mock('wxt/browser', () => ({ browser: { runtime, tabs: { sendMessage: vi.fn() } } }));
const { answerRequestsOf, ask } = await import('../../../messaging/channel.ts');
const { requests } = await import('../../../messaging/requests.ts');
const { siteRequests } = await import('../../../messaging/site-requests.ts');

const never = () => new Promise<never>(() => undefined);
const handlers = {
  annotate: vi.fn(),
  tell: vi.fn(),
  coastlines: () => ({ path: 'M0 0Z' }),
  site: vi.fn(() => ({ on: true })),
  switchSite: vi.fn(() => ({ on: false })),
  sitesOff: vi.fn(() => ({ sites: [] })),
  packs: vi.fn(),
  packsChanged: vi.fn(),
  removePack: vi.fn(),
};

/** What the background answers to a message; `silent` where it does not take it for its own. */
function send(
  message: unknown,
  sender: object = { id: 'backstory', url: 'https://news.example/a' },
): Promise<unknown> {
  return new Promise((resolve) => {
    const kept = listeners[0]?.(message, sender, resolve);
    if (kept !== true) resolve('silent');
  });
}

beforeEach(() => {
  vi.useRealTimers();
  listeners.length = 0;
  runtime.id = 'backstory';
  runtime.sendMessage.mockReset();
  vi.clearAllMocks();
  answerRequestsOf({ ...requests, ...siteRequests }, handlers as never);
});

describe('the background', () => {
  test('answers a request of the agreed form', async () => {
    expect(await send({ backstory: 'coastlines', body: {} })).toEqual({ ok: true, value: { path: 'M0 0Z' } });
  });

  test.each([
    ['a message of something else', { type: 'hello' }],
    ['a request that does not exist', { backstory: 'toString', body: {} }],
    ['nothing', null],
  ])('does not take up %s', async (_, message) => {
    expect(await send(message)).toBe('silent');
  });

  test('does not listen to another extension', async () => {
    expect(await send({ backstory: 'coastlines', body: {} }, { id: 'stranger' })).toBe('silent');
  });

  test('lets no page script turn switches', async () => {
    const message = { backstory: 'switchSite', body: { site: 'news.example', on: false } };
    expect(await send(message)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(handlers.switchSite).not.toHaveBeenCalled();
    expect(await send(message, { id: 'backstory', url: 'chrome-extension://backstory/popup.html' })).toEqual({
      ok: true,
      value: { on: false },
    });
  });

  test('refuses a body of another form before any handler sees it', async () => {
    expect(await send({ backstory: 'annotate', body: { article: { blocks: 'all' } } })).toMatchObject({
      ok: false,
      error: { code: 'bad-message' },
    });
    expect(handlers.annotate).not.toHaveBeenCalled();
  });

  test('answers a failure with its code', async () => {
    handlers.site.mockImplementationOnce(() => {
      throw new Error('boom');
    });
    const sender = { id: 'backstory', url: 'chrome-extension://backstory/popup.html' };
    expect(await send({ backstory: 'site', body: { site: 'news.example' } }, sender)).toMatchObject({
      ok: false,
      error: { code: 'internal', detail: 'Error: boom' },
    });
  });
});

describe('whoever asks', () => {
  test('gets the answer, parsed', async () => {
    runtime.sendMessage.mockResolvedValue({ ok: true, value: { path: 'M1 1Z', more: 1 } });
    expect(await ask('coastlines', {})).toEqual({ ok: true, value: { path: 'M1 1Z' } });
  });

  test.each([
    ['no-answer', undefined],
    ['bad-message', { ok: true, value: { path: 7 } }],
    ['no-knowledge', { ok: false, error: { code: 'no-knowledge', detail: '' } }],
  ])('is told %s', async (code, reply) => {
    runtime.sendMessage.mockResolvedValue(reply);
    expect(await ask('coastlines', {})).toMatchObject({ ok: false, error: { code } });
  });

  test('is answered although the worker dies in the middle', async () => {
    runtime.sendMessage.mockRejectedValueOnce(
      new Error('the message channel closed before a response was received'),
    );
    runtime.sendMessage.mockResolvedValue({ ok: true, value: { path: 'M2 2Z' } });
    expect(await ask('coastlines', {})).toEqual({ ok: true, value: { path: 'M2 2Z' } });
  });

  test('is answered by a worker that takes its time to die', async () => {
    vi.useFakeTimers();
    for (let tries = 0; tries < 4; tries++)
      runtime.sendMessage.mockRejectedValueOnce(new Error('the message channel closed'));
    runtime.sendMessage.mockResolvedValue({ ok: true, value: { path: 'M2 2Z' } });
    const asked = ask('coastlines', {});
    await vi.runAllTimersAsync();
    expect(await asked).toEqual({ ok: true, value: { path: 'M2 2Z' } });
  });

  test('asks no seventh time', async () => {
    vi.useFakeTimers();
    runtime.sendMessage.mockRejectedValue(
      new Error('the message channel closed before a response was received'),
    );
    const asked = ask('coastlines', {});
    await vi.runAllTimersAsync();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'no-answer' } });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(6);
  });

  test('asks no more once it has given up', async () => {
    vi.useFakeTimers();
    runtime.sendMessage.mockRejectedValue(new Error('the message channel closed'));
    const life = new AbortController();
    const asked = ask('coastlines', {}, { signal: life.signal });
    await vi.advanceTimersByTimeAsync(0);
    life.abort();
    await vi.runAllTimersAsync();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'aborted' } });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });

  test('is told when nobody answers in time', async () => {
    runtime.sendMessage.mockImplementation(never);
    expect(await ask('coastlines', {}, { patience: 5 })).toMatchObject({
      ok: false,
      error: { code: 'no-answer' },
    });
  });

  test('is told when the extension has gone from under the page', async () => {
    runtime.sendMessage.mockRejectedValue(new Error('Extension context invalidated.'));
    expect(await ask('coastlines', {})).toMatchObject({ ok: false, error: { code: 'extension-gone' } });
    runtime.id = undefined;
    expect(await ask('coastlines', {})).toMatchObject({ ok: false, error: { code: 'extension-gone' } });
  });

  test('may give up', async () => {
    runtime.sendMessage.mockImplementation(never);
    const life = new AbortController();
    const asked = ask('coastlines', {}, { signal: life.signal });
    life.abort();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'aborted' } });
  });
});
