import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageState } from '../../../messaging/requests.ts';
import { type GatePorts, keepGate } from '../../../page/gate.ts';
import { offerKeeper } from '../../../page/keeper-handle.ts';
import { markKeptElsewhere } from '../../../page/kept-elsewhere.ts';
import { markReceived } from '../../../page/kept-received.ts';
import { offerReader, type Reader } from '../../../page/reader-handle.ts';

type Listener = Parameters<GatePorts['runtime']['onMessage']['addListener']>[0];

const READ: PageState = {
  state: 'read',
  title: '',
  published: null,
  language: 'en',
  mentions: [],
  notices: [],
};
const POPUP = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
const address = location.href;

let life = new AbortController();
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  history.replaceState({}, '', address);
  vi.useRealTimers();
});

function gate(isArticle: () => boolean, load = async () => {}, storage = emptyStorage()) {
  const listeners = new Set<Listener>();
  const reader = {
    read: vi.fn(async () => READ),
    settled: async () => READ,
    forced: vi.fn(() => false),
    leave: vi.fn(),
  } satisfies Reader;
  const start = vi.fn(() => reader);
  const loading = vi.fn(async () => {
    await load();
    offerReader(start);
  });
  const keeper = {
    attend: vi.fn(),
    choose: vi.fn(),
    note: vi.fn(),
    answer: vi.fn(async () => ({ ok: true, value: {} })),
  };
  const loadingKeeper = vi.fn(async () => offerKeeper(() => keeper));
  const kept = keepGate(
    {
      isArticle,
      load: loading,
      loadKeeper: loadingKeeper,
      local: storage,
      runtime: {
        id: 'ours',
        getURL: (path) => `chrome-extension://ours${path}`,
        onMessage: {
          addListener: (listener) => void listeners.add(listener),
          removeListener: (listener) => void listeners.delete(listener),
        },
      },
    },
    life.signal,
  );
  /** What the gate answers; null: it leaves the message to others. */
  async function ask(message: unknown, sender: Parameters<Listener>[1] = POPUP): Promise<unknown> {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const answers = [...listeners].map((listener) => listener(message, sender, resolve));
    return answers.includes(true) ? promise : null;
  }
  return { kept, reader, start, loading, loadingKeeper, keeper, ask, listeners };
}

/** The extension's local storage. */
function emptyStorage(): GatePorts['local'] {
  let all: Record<string, unknown> = {};
  return {
    get: async (key) => (key in all ? { [key]: all[key] } : {}),
    set: async (items) => {
      all = { ...all, ...items };
    },
  };
}

const asking = (name: string) => ({ backstory: name, body: {} });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the gate', () => {
  test('loads nothing on a page that is no article, and says so to the popup', async () => {
    const { loading, ask } = gate(() => false);
    await pass(10_000);
    expect(loading).not.toHaveBeenCalled();
    expect(await ask(asking('pageState'))).toMatchObject({ ok: true, value: { state: 'not-article' } });
  });

  test('starts one reader on an article, and leaves all messages to it', async () => {
    const { start, ask } = gate(() => true);
    expect(await ask(asking('pageState'))).toMatchObject({ value: { state: 'reading' } });
    await pass(10_000);
    expect(start).toHaveBeenCalledExactlyOnceWith({
      force: false,
      signal: life.signal,
      keeper: expect.any(Function),
    });
    expect(await ask(asking('pageState'))).toBeNull();
  });

  test('finds an article that was put into the page after it was loaded', async () => {
    let isArticle = false;
    const { start } = gate(() => isArticle);
    isArticle = true;
    await pass(2_000);
    expect(start).toHaveBeenCalledOnce();
  });

  test('reads any page on request, and answers once it is read', async () => {
    const { start, ask } = gate(() => false);
    expect(await ask(asking('readPage'))).toEqual({ ok: true, value: READ });
    expect(start).toHaveBeenCalledExactlyOnceWith({
      force: true,
      signal: life.signal,
      keeper: expect.any(Function),
    });
  });

  test('loads the keeper for the first message that is meant for it, also beside a reader', async () => {
    const { loadingKeeper, keeper, ask } = gate(() => true);
    await pass(10_000);
    expect(loadingKeeper).not.toHaveBeenCalled();
    expect(await ask(asking('keep-selection'))).toEqual({ ok: true, value: {} });
    await ask(asking('keep-states'));
    expect(loadingKeeper).toHaveBeenCalledOnce();
    expect(keeper.answer).toHaveBeenCalledTimes(2);
    expect(keeper.answer).toHaveBeenLastCalledWith(asking('keep-states'));
  });

  test('loads the keeper on a page that is no article where something came from another device', async () => {
    const storage = emptyStorage();
    await markReceived(storage, ['no address', location.href, 'https://other.example/elsewhere']);
    const { loadingKeeper } = gate(() => false, undefined, storage);
    await pass(10_000);
    expect(loadingKeeper).toHaveBeenCalledOnce();
  });

  test('loads the keeper on a page that is no article only where something was kept on it', async () => {
    const storage = emptyStorage();
    await markKeptElsewhere(storage, true);
    const { loadingKeeper, loading } = gate(() => false, undefined, storage);
    await pass(10_000);
    expect(loadingKeeper).toHaveBeenCalledOnce();
    expect(loading).not.toHaveBeenCalled();
    history.pushState({}, '', '/another');
    const other = gate(() => false, undefined, storage);
    await pass(10_000);
    expect(other.loadingKeeper).not.toHaveBeenCalled();
  });

  test('lets no page tell the keeper anything', async () => {
    const { loadingKeeper, ask } = gate(() => true);
    const page = { id: 'ours', tab: {}, url: 'https://news.example/' };
    expect(await ask(asking('keep-selection'), page)).toBeNull();
    expect(loadingKeeper).not.toHaveBeenCalled();
  });

  test.each([
    ['another extension', { id: 'theirs' }],
    ['a page script of our own extension', { id: 'ours', tab: {}, url: 'https://news.example/' }],
  ])('does not answer %s', async (_who, sender) => {
    const { ask } = gate(() => false);
    expect(await ask(asking('readPage'), sender)).toBeNull();
  });

  test.each([null, 'backstory', { backstory: 7 }, asking('step'), { other: 'pageState' }])(
    'leaves %j to others',
    async (message) => {
      const { ask } = gate(() => false);
      expect(await ask(message)).toBeNull();
    },
  );

  test('says that reading failed where the reader cannot be loaded', async () => {
    const { ask } = gate(
      () => false,
      () => Promise.reject(new Error('gone')),
    );
    expect(await ask(asking('readPage'))).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await ask(asking('pageState'))).toMatchObject({ value: { state: 'failed' } });
  });

  test('reads the next article of a page that changes its address in place', async () => {
    const { kept, reader } = gate(() => true);
    await pass(10_000);
    history.pushState({}, '', '/another');
    kept.moved();
    await pass(10_000);
    expect(reader.read).toHaveBeenCalledExactlyOnceWith({ force: false });
    expect(reader.leave).not.toHaveBeenCalled();
  });

  test('takes the marks away where the next page is no article, and reads it when it has become one', async () => {
    let isArticle = true;
    const { kept, reader } = gate(() => isArticle);
    await pass(10_000);
    isArticle = false;
    history.pushState({}, '', '/list');
    kept.moved();
    await pass(400);
    expect(reader.leave).toHaveBeenCalledOnce();
    isArticle = true;
    await pass(1_500);
    expect(reader.read).toHaveBeenCalledOnce();
  });

  test('does not mind a jump within the page', async () => {
    const { kept, reader } = gate(() => true);
    await pass(10_000);
    history.pushState({}, '', '#notes');
    kept.moved();
    await pass(10_000);
    expect(reader.read).not.toHaveBeenCalled();
  });

  test('leaves a page alone that was read on request', async () => {
    const { reader, ask } = gate(() => false);
    reader.forced.mockReturnValue(true);
    await ask(asking('readPage'));
    await pass(10_000);
    expect(reader.leave).not.toHaveBeenCalled();
  });

  test('ends with its signal', async () => {
    const { listeners, loading } = gate(() => false);
    life.abort();
    await pass(10_000);
    expect(listeners.size).toBe(0);
    expect(loading).not.toHaveBeenCalled();
  });
});
