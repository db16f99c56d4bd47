import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatesFor, languagesOf, type Trouble, takeOver } from '../../../core/knowledge/lookup/index.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { found, json, type Reply, Wikidata } from './wikidata-server.ts';

const ABUSE = { search: [found('Q1', 'Quist')], success: 1 };
const params = { action: 'wbsearchentities', search: 'Quist' };

async function troubleAfter(reply: Reply, patience = 1_000): Promise<Trouble | null> {
  const outcome = await new Wikidata(() => reply).client({ patience })(params, 1_000);
  return outcome.ok ? null : outcome.trouble;
}

const noon = Date.parse('2026-11-22T12:00:00Z');
const troubles: [string, () => Reply, Trouble][] = [
  ['no network', () => new TypeError('Failed to fetch'), { code: 'offline' }],
  ['silence', () => 'never', { code: 'timed-out' }],
  [
    'HTTP 429 that names seconds',
    () => new Response('', { status: 429, headers: { 'retry-after': '90' } }),
    { code: 'rate-limited', again: noon + 90_000 },
  ],
  [
    'HTTP 429 that names a date',
    () => new Response('', { status: 429, headers: { 'retry-after': 'Sun, 22 Nov 2026 12:05:00 GMT' } }),
    { code: 'rate-limited', again: noon + 300_000 },
  ],
  [
    'HTTP 429 that names nothing',
    () => new Response('', { status: 429 }),
    { code: 'rate-limited', again: noon + 60_000 },
  ],
  [
    'HTTP 429 that names next year',
    () => new Response('', { status: 429, headers: { 'retry-after': '99999999' } }),
    { code: 'rate-limited', again: noon + 3_600_000 },
  ],
  [
    'servers that are behind (maxlag)',
    () =>
      json(
        { error: { code: 'maxlag', info: 'Waiting for db1: 6 seconds lagged', lag: 6 } },
        { 'retry-after': '5' },
      ),
    { code: 'rate-limited', again: noon + 5_000 },
  ],
  [
    'the newer form of errors',
    () => json({ errors: [{ code: 'ratelimited', text: 'You have exceeded your rate limit.' }] }),
    { code: 'rate-limited', again: noon + 60_000 },
  ],
  ['HTTP 500', () => new Response('oops', { status: 500 }), { code: 'server-error', status: 500 }],
  [
    'HTTP 503 that names a time',
    () => new Response('', { status: 503, headers: { 'retry-after': '10' } }),
    { code: 'rate-limited', again: noon + 10_000 },
  ],
  ['HTTP 403', () => new Response('', { status: 403 }), { code: 'server-error', status: 403 }],
  ['another error', () => json({ error: { code: 'badvalue', info: '' } }), { code: 'unexpected' }],
  ['a page of a hotel’s network', () => new Response('<html>Log in'), { code: 'unexpected' }],
  ['a flood', () => new Response('x'.repeat(5_000)), { code: 'too-large' }],
];

describe('what goes wrong is said', () => {
  test.each(troubles)('%s', async (_, reply, trouble) => {
    expect(await troubleAfter(reply(), trouble.code === 'timed-out' ? 30 : 1_000)).toEqual(trouble);
  });

  test('a server that begins and never ends is not waited for', async () => {
    const dripping = new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
      }),
    );
    expect(await troubleAfter(dripping, 40)).toEqual({ code: 'timed-out' });
  });
});

test('no cookies, no referrer; the name of who asks, and an answer that anybody may read', async () => {
  const wikidata = new Wikidata(() => json(ABUSE));
  await wikidata.client()(params, 10_000);
  const [{ address, init } = expect.fail('nothing was asked')] = wikidata.asked;
  expect(address.origin + address.pathname).toBe('https://www.wikidata.org/w/api.php');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    origin: '*',
    format: 'json',
    formatversion: '2',
    search: 'Quist',
  });
  expect(init).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers: { 'Api-User-Agent': 'Backstory/test (browser extension)' },
  });
});

test('requests come one after another, a second apart', async () => {
  let open = 0;
  let most = 0;
  const wikidata = new Wikidata(async () => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve, 5));
    open--;
    return json(ABUSE);
  });
  const ask = wikidata.client();
  await Promise.all([ask(params, 10_000), ask(params, 10_000), ask(params, 10_000)]);
  expect(most).toBe(1);
  const times = wikidata.asked.map(({ at }) => at);
  expect(times.map((at) => at - (times[0] ?? 0))).toEqual([0, 1_000, 2_000]);
});

test('who was asked to wait does not ask again before', async () => {
  const wikidata = new Wikidata(() => new Response('', { status: 429, headers: { 'retry-after': '30' } }));
  const ask = wikidata.client();
  const refused = { ok: false, trouble: { code: 'rate-limited', again: noon + 30_000 } };
  expect(await ask(params, 1_000)).toEqual(refused);
  expect(await ask(params, 1_000)).toEqual(refused);
  expect(wikidata.asked).toHaveLength(1);
  wikidata.now = noon + 31_000;
  await ask(params, 1_000);
  expect(wikidata.asked).toHaveLength(2);
});

test('what is cancelled ends at once, and the next is asked all the same', async () => {
  const replies: Reply[] = ['never', json(ABUSE)];
  const wikidata = new Wikidata(() => replies.shift() ?? 'never');
  const ask = wikidata.client();
  const change = new AbortController();
  const first = ask(params, 10_000, change.signal);
  setTimeout(() => change.abort(), 10);
  expect(await first).toEqual({ ok: false, trouble: { code: 'cancelled' } });
  expect((await ask(params, 10_000)).ok).toBe(true);
  const never = new AbortController();
  never.abort();
  await ask(params, 10_000, never.signal);
  expect(wikidata.asked).toHaveLength(2);
});

describe('languages', () => {
  test.each([
    [
      ['de-CH', 'fr'],
      ['en', 'de', 'fr'],
    ],
    [['en-US'], ['en']],
    [
      ['nn-NO', 'no'],
      ['en', 'nb'],
    ],
    [['tlh', '', 'x-y', '../..'], ['en']],
    [
      ['fa', 'ar', 'he', 'ru'],
      ['en', 'fa', 'ar'],
    ],
  ])('%j are asked for as %j', (wanted, languages) => {
    expect(languagesOf(wanted)).toEqual(languages);
  });
});

describe('any bytes are a value and never an error that is thrown', () => {
  const reply = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((bytes) => new Response(Uint8Array.from(bytes))),
    fc.json().map((text) => new Response(text)),
    fc
      .record({ status: fc.integer({ min: 200, max: 599 }), after: fc.string({ unit: 'grapheme-ascii' }) })
      .map(({ status, after }) => {
        const headers = new Headers();
        if (/^[!-~]+$/.test(after)) headers.set('retry-after', after);
        return new Response(status === 204 || status === 205 || status === 304 ? null : '{}', {
          status,
          headers,
        });
      }),
    fc.jsonValue().map((value) => json({ search: [value, { id: 'Q1', label: value, description: value }] })),
    fc.jsonValue().map((value) =>
      json({
        entities: {
          Q1: { id: 'Q1', labels: value, claims: { P31: [value], P39: value }, aliases: value },
          Q2: value,
        },
      }),
    ),
    fc.jsonValue().map((value) => {
      const snak = { snaktype: 'value', datavalue: { value } };
      const claims = ['P31', 'P39', 'P17', 'P569', 'P625', 'P1813'].map((property) => [
        property,
        [{ rank: 'normal', mainsnak: snak, qualifiers: { P580: [snak], P582: [snak] } }],
      ]);
      const human = { snaktype: 'value', datavalue: { value: { id: 'Q5' } } };
      const item = {
        id: 'Q1',
        labels: { en: { language: 'en', value: 'Quist' } },
        claims: { ...Object.fromEntries(claims), P31: [{ rank: 'normal', mainsnak: human }] },
      };
      return json({ entities: { Q1: item } });
    }),
    fc.constant<Reply>(new TypeError('Failed to fetch')),
  );

  test('in a search, and in a take-over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 4 }), async (replies) => {
        const answer = () => {
          const next = replies.shift() ?? new TypeError('no more');
          return next;
        };
        const ask = new Wikidata(answer).client();
        const search = await candidatesFor('Quist', ['en', 'de'], ask);
        if (search.ok) for (const { id } of search.value) expect(EntityId.safeParse(id).success).toBe(true);
        const taken = await takeOver('Q1', {
          ask,
          languages: ['en'],
          today: '2026-11-22',
          known: async () => new Set(),
          onProgress: () => {},
        });
        expect(typeof taken.ok).toBe('boolean');
      }),
      { numRuns: 400 },
    );
  });
});
