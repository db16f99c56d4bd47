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

  test('begins what is asked twice once, and gives both the one answer', async () => {
    vi.useFakeTimers();
    const sender = { id: 'backstory', url: 'chrome-extension://backstory/popup.html' };
    const message = { backstory: 'switchSite', body: { site: 'news.example', on: false }, id: '12345678-9' };
    let answer = (_: { on: boolean }) => {};
    handlers.switchSite.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)) as never);
    const first = send(message, sender);
    const second = send(message, sender);
    answer({ on: false });
    expect(await Promise.all([first, second, send(message, sender)])).toEqual(
      Array.from({ length: 3 }, () => ({ ok: true, value: { on: false } })),
    );
    expect(handlers.switchSite).toHaveBeenCalledTimes(1);
    expect(handlers.switchSite).toHaveBeenCalledWith(message.body, sender, message.id);
    await send({ ...message, id: '12345678-8' }, sender);
    expect(handlers.switchSite).toHaveBeenCalledTimes(2);
    await vi.runAllTimersAsync();
    await send(message, sender);
    expect(handlers.switchSite).toHaveBeenCalledTimes(3);
  });

  test('does not let whoever may not ask have the answer of somebody who may', async () => {
    const message = { backstory: 'switchSite', body: { site: 'news.example', on: false }, id: '12345678-7' };
    await send(message, { id: 'backstory', url: 'chrome-extension://backstory/popup.html' });
    expect(await send(message)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
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

  test('asks for as long as it waits, more and more rarely, and then is told', async () => {
    vi.useFakeTimers();
    runtime.sendMessage.mockRejectedValue(
      new Error('the message channel closed before a response was received'),
    );
    const asked = ask('coastlines', {});
    await vi.advanceTimersByTimeAsync(7_900);
    const times = runtime.sendMessage.mock.calls.length;
    expect(times).toBeGreaterThan(6);
    expect(times).toBeLessThan(10);
    await vi.runAllTimersAsync();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'no-answer' } });
    expect(runtime.sendMessage).toHaveBeenCalledTimes(times);
  });

  describe('whose message was lost without a word', () => {
    const answerOf = (path: string) => ({ ok: true, value: { path } });
    const late = (milliseconds: number, path: string) => () =>
      new Promise((resolve) => setTimeout(resolve, milliseconds, answerOf(path)));

    test('sends it again, as the same request', async () => {
      vi.useFakeTimers();
      runtime.sendMessage.mockImplementationOnce(never).mockResolvedValue(answerOf('M3 3Z'));
      const asked = ask('coastlines', {});
      await vi.advanceTimersByTimeAsync(3_000);
      expect(await asked).toEqual(answerOf('M3 3Z'));
      const [first, second] = runtime.sendMessage.mock.calls.map(([message]) => message);
      expect(first).toEqual({
        backstory: 'coastlines',
        body: {},
        id: expect.stringMatching(/^[\d-]{8,60}$/),
      });
      expect(second).toEqual(first);
      void ask('coastlines', {});
      expect(runtime.sendMessage.mock.lastCall?.[0].id).not.toBe(first.id);
    });

    test('is not confused by an answer that comes late, or twice', async () => {
      vi.useFakeTimers();
      runtime.sendMessage
        .mockImplementationOnce(late(2_900, 'M4 4Z'))
        .mockImplementation(late(1_000, 'M4 4Z'));
      const asked = ask('coastlines', {});
      await vi.runAllTimersAsync();
      expect(await asked).toEqual(answerOf('M4 4Z'));
      expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
    });

    test('still waits for a worker that has much to do', async () => {
      vi.useFakeTimers();
      runtime.sendMessage.mockImplementation(late(2_000, 'M5 5Z')).mockImplementationOnce(never);
      const asked = ask('coastlines', {}, { patience: 60_000 });
      await vi.runAllTimersAsync();
      expect(await asked).toEqual(answerOf('M5 5Z'));
    });
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
