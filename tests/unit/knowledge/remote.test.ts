import { describe, expect, test, vi } from 'vitest';
import { addressOf, RemoteError } from '../../../core/knowledge/remote/address.ts';
import { readCatalogue } from '../../../core/knowledge/remote/catalogue.ts';
import { download, downloadText } from '../../../core/knowledge/remote/download.ts';
import { isDue } from '../../../core/knowledge/remote/origin.ts';

const codeOf = async (task: () => unknown): Promise<string> => {
  try {
    await task();
    return 'done';
  } catch (error) {
    return error instanceof RemoteError ? error.code : String(error);
  }
};

describe('an address', () => {
  test.each([
    ['https://packs.example/a.bspack', 'https://packs.example/a.bspack'],
    ['  https://packs.example/a.bspack#top ', 'https://packs.example/a.bspack'],
    ['http://127.0.0.1:8080/a', 'http://127.0.0.1:8080/a'],
  ])('%s is read', (text, whole) => {
    expect(addressOf(text)).toBe(whole);
  });

  test.each([
    'packs.example/a',
    'http://packs.example/a',
    'http://127.0.0.1.evil.example/a',
    'https://me:secret@packs.example/a',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,a',
    `https://packs.example/${'a'.repeat(2_000)}`,
    '',
  ])('%s is refused', async (text) => {
    expect(await codeOf(() => addressOf(text))).toBe('bad-address');
  });
});

const offered = {
  id: 'places',
  version: '2',
  title: 'All places',
  built: '2026-11-19',
  licence: 'CC BY 4.0',
  counts: { entities: 2, names: 3, events: 0 },
  file: 'places-2.bspack',
  bytes: 1_000,
  sum: 'a'.repeat(64),
};
const catalogue = { backstoryCatalogue: 1, title: 'Packs', updated: '2026-11-19', packs: [offered] };

describe('a catalogue', () => {
  const from = 'https://packs.example/lists/catalogue.json';

  test('names its packs’ files from where it lies', () => {
    const [pack] = readCatalogue(JSON.stringify(catalogue), from).packs;
    expect(pack?.file).toBe('https://packs.example/lists/places-2.bspack');
  });

  test.each([
    ['no JSON', '<!doctype html>'],
    ['another JSON', '{"packs": []}'],
    ['a later form', JSON.stringify({ ...catalogue, backstoryCatalogue: 2 })],
    ['a pack without a sum', JSON.stringify({ ...catalogue, packs: [{ ...offered, sum: '' }] })],
  ])('that is %s is none', async (_what, text) => {
    expect(await codeOf(() => readCatalogue(text, from))).toBe('not-a-catalogue');
  });

  test('cannot send a reader to an unsafe address', async () => {
    const text = JSON.stringify({ ...catalogue, packs: [{ ...offered, file: 'http://packs.example/a' }] });
    expect(await codeOf(() => readCatalogue(text, from))).toBe('bad-address');
  });
});

const bodyOf = (...chunks: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });

describe('a download', () => {
  test('says nothing of the reader', async () => {
    const fetch = vi.fn(async (_address: string, _init: RequestInit) => new Response('text'));
    expect(await downloadText('https://packs.example/', 100, { fetch })).toBe('text');
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  test('that is refused says with what', async () => {
    const fetch = async () => new Response('gone', { status: 404 });
    await expect(download('https://packs.example/', { fetch })).rejects.toThrow('HTTP 404');
    expect(await codeOf(() => download('https://packs.example/', { fetch }))).toBe('server-refused');
  });

  test('without a network says so', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await codeOf(() => download('https://packs.example/', { fetch }))).toBe('unreachable');
  });

  test('that never answers is given up', async () => {
    const fetch = (_address: string, { signal }: RequestInit) =>
      new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    expect(await codeOf(() => download('https://packs.example/', { fetch, patience: 5 }))).toBe('stalled');
  });

  test('that stops in the middle is given up', async () => {
    const fetch = async (_address: string, { signal }: RequestInit) =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new Uint8Array(3));
            signal?.addEventListener('abort', () => controller.error(signal.reason));
          },
        }),
      );
    expect(await codeOf(() => downloadText('https://packs.example/', 100, { fetch, patience: 5 }))).toBe(
      'stalled',
    );
  });

  test('is not given up because whoever reads it takes a while', async () => {
    const fetch = async () => new Response(bodyOf('a', 'b'));
    const reader = (await download('https://packs.example/', { fetch, patience: 10 })).getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('b');
  });

  test('that is too large for a text is cut off', async () => {
    const fetch = async () => new Response(bodyOf('aaaa', 'bbbb'));
    expect(await codeOf(() => downloadText('https://packs.example/', 6, { fetch }))).toBe('too-large');
  });

  test('that is cancelled ends with the reason', async () => {
    const life = new AbortController();
    life.abort(new Error('enough'));
    const fetch = (_address: string, { signal }: RequestInit) => Promise.reject(signal?.reason);
    expect(await codeOf(() => download('https://packs.example/', { fetch, signal: life.signal }))).toBe(
      'Error: enough',
    );
  });
});

test.each([
  ['never', undefined, false],
  ['day', undefined, true],
  ['day', '2026-11-21T09:00:00Z', false],
  ['day', '2026-11-21T08:00:00Z', true],
  ['week', '2026-11-16T08:00:00Z', false],
  ['week', '2026-11-15T08:00:00Z', true],
  ['month', '2026-10-01T08:00:00Z', true],
] as const)('a pack to be looked for %s, last on %s: %s', (every, checked, due) => {
  const origin = { from: 'address', address: 'https://packs.example/', every } as const;
  expect(isDue({ ...origin, ...(checked && { checked }) }, Date.parse('2026-11-22T08:30:00Z'))).toBe(due);
});
