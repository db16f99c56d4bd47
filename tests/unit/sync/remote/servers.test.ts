// What the three kinds of servers answer, and what the reader is told. That they work on real ones: tests/servers.
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inWords, type RemoteSettings } from '../../../../core/sync/remote/index.ts';
import { couchdbSettings, NAME, PASSWORD, s3Settings, serverThat, webdavSettings } from './web.ts';

const kinds = [webdavSettings, couchdbSettings, s3Settings];
const FILE = new Uint8Array([1, 2, 3]);
const status =
  (code: number, headers: Record<string, string> = {}, body: BodyInit | null = null) =>
  () =>
    new Response(body, { status: code, headers });
const page = (xml: string) => status(200, { 'content-type': 'application/xml' }, xml);

async function everyVerb({ place }: ReturnType<typeof serverThat>) {
  return [
    await place.setUp(),
    await place.list(),
    await place.get(NAME),
    await place.putNew(NAME, FILE),
    await place.remove(NAME),
  ];
}

describe.each(kinds)('$kind', (settings: RemoteSettings) => {
  it('asks without cookies, referrer and cache, never follows, and sets a limit of time', async () => {
    const server = serverThat(status(200), settings);
    await everyVerb(server);
    expect(server.asked.length).toBeGreaterThanOrEqual(5);
    for (const { init } of server.asked) {
      expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store', redirect: 'manual' });
      expect(init.referrerPolicy).toBe('no-referrer');
      expect(init.signal).toBeInstanceOf(AbortSignal);
    }
  });

  it('puts the password into headers alone, and into no failure', async () => {
    const server = serverThat(() => Promise.reject(new TypeError(`failed: ${PASSWORD}`)), settings);
    const told = JSON.stringify([await everyVerb(server), server.troubles, server.troubles.map(inWords)]);
    for (const { address, init } of server.asked) {
      expect(address).not.toContain('alice:');
      expect(address).not.toMatch(/s%C3%A9cret|AKID|wJalr/);
      expect(JSON.stringify(init.body ?? '')).not.toContain('cret');
      expect(new Headers(init.headers).get('authorization')).toMatch(/^(Basic|AWS4-HMAC-SHA256) /);
    }
    expect(told).not.toMatch(/cret|wJalr|Basic/);
  });

  it.each([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'offline', 'unreachable'],
    ['a redirect', status(302, { location: 'https://evil.example/' }), 'refused', 'redirected'],
    ['a wrong password', status(401), 'refused', 'wrong password'],
    ['too many requests', status(429), 'busy', 'too many requests'],
    ['a server that is being repaired', status(503), 'busy', 'too many requests'],
    ['a full disk', status(507), 'full', 'full'],
    ['a failing server', status(502), 'server', 'server error'],
  ])('says in every verb that there is %s', async (_what, says, why, what) => {
    const server = serverThat(says, settings);
    for (const answer of await everyVerb(server))
      expect(answer).toMatchObject({ ok: false, why, trouble: { what } });
    expect(server.troubles.length).toBe(5);
  });

  it('tells a wrong password from a way of logging in that it does not have', async () => {
    const what = async (offered: string) => {
      const answer = await serverThat(status(401, { 'www-authenticate': offered }), settings).place.list();
      return !answer.ok && answer.trouble?.what;
    };
    expect(await what('Basic realm="notes"')).toBe('wrong password');
    expect(await what('Digest realm="x", Basic realm="notes"')).toBe('wrong password');
    expect(await what('Digest realm="basic"')).toBe('another login');
    expect(await what('Negotiate')).toBe('another login');
  });

  it.each([
    ['90', 90_000],
    ['Thu, 01 Jan 2026 12:02:00 GMT', 120_000],
    ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
    ['999999999', 86_400_000],
    ['soon', undefined],
  ])('tells for how long it wants to be left alone: %s', async (header, wait) => {
    const server = serverThat(status(503, { 'retry-after': header }), settings);
    await server.place.list();
    expect(server.troubles[0]?.wait).toBe(wait);
  });

  it('has nothing where the server has nothing, and removes what is not there', async () => {
    const server = serverThat(status(404, {}, '{"error":"not_found","reason":"missing"}'), settings);
    expect(await server.place.get(NAME)).toEqual({ ok: true, file: null });
    expect(await server.place.remove(NAME)).toEqual({ ok: true });
  });

  it('ends a request on which nothing comes, before the answer and in the middle of it', async () => {
    const patience = { silence: 30, slowest: 1e9, whole: 10_000 };
    const never = serverThat(
      ({ init }) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
      settings,
      patience,
    );
    expect(await never.place.get(NAME)).toMatchObject({ ok: false, trouble: { what: 'too slow' } });
    const half = serverThat(
      ({ init }) =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(FILE);
              init.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
            },
          }),
        ),
      settings,
      patience,
    );
    expect(await half.place.get(NAME)).toMatchObject({ ok: false, trouble: { what: 'too slow' } });
  });

  it('cuts what does not end, and does not believe what says that it is too long', async () => {
    let sent = 0;
    const endless = serverThat(
      () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              sent += 8 * 2 ** 20;
              controller.enqueue(new Uint8Array(8 * 2 ** 20));
            },
          }),
        ),
      settings,
    );
    expect(await endless.place.get(NAME)).toMatchObject({ ok: false, trouble: { what: 'answer too long' } });
    expect(sent).toBeLessThan(160 * 2 ** 20);
    const lengthy = serverThat(status(200, { 'content-length': '999999999999' }, 'short'), settings);
    expect(await lengthy.place.get(NAME)).toMatchObject({ ok: false, trouble: { what: 'answer too long' } });
  });

  it('does not take a page that wants a login for a listing', async () => {
    const says = status(
      200,
      { 'content-type': 'text/html' },
      '<!doctype html><title>Welcome to the hotel</title>',
    );
    const answer = await serverThat(says, settings).place.list();
    expect(answer).toMatchObject({ ok: false });
    expect(['another kind of server', 'makes no sense']).toContain(!answer.ok && answer.trouble?.what);
  });

  it('never lets a name become another address', async () => {
    const server = serverThat(status(200), settings);
    for (const name of ['../x', 'a/b', 'a?b', '', '.a', 'a..b', '%2e', 'A'])
      await expect(server.place.putNew(name, FILE)).rejects.toThrow(RangeError);
    expect(server.asked).toEqual([]);
  });
});

describe('WebDAV', () => {
  const at = (says: Parameters<typeof serverThat>[0]) => serverThat(says, webdavSettings);

  it('asks not to overwrite, and takes "there is one" for what it is', async () => {
    const server = at(status(412));
    expect(await server.place.putNew(NAME, FILE)).toEqual({ ok: true, existed: true });
    expect(server.asked[0]?.headers.get('if-none-match')).toBe('*');
    expect(server.asked[0]?.address).toBe(
      `https://cloud.example/remote.php/dav/files/alice/My%20notes/${NAME}`,
    );
  });

  it.each([
    [405, 'refused', 'read only'],
    [403, 'refused', 'forbidden'],
    [404, 'refused', 'no folder'],
    [409, 'refused', 'no folder'],
    [413, 'full', 'file too large'],
    [423, 'busy', 'locked'],
  ])('to a PUT answered %i says what is wrong', async (code, why, what) => {
    expect(await at(status(code)).place.putNew(NAME, FILE)).toMatchObject({
      ok: false,
      why,
      trouble: { what },
    });
  });

  it.each([201, 405])('has its folder where making it is answered %i', async (code) => {
    expect(await at(status(code)).place.setUp()).toEqual({ ok: true });
  });

  it.each([
    [409, 'no parent folder'],
    [501, 'another kind of server'],
  ])('to a MKCOL answered %i says what is wrong', async (code, what) => {
    expect(await at(status(code)).place.setUp()).toMatchObject({ ok: false, trouble: { what } });
  });

  it.each([
    [404, 'no folder'],
    [405, 'another kind of server'],
    [200, 'another kind of server'],
  ])('to a listing answered %i says what is wrong', async (code, what) => {
    expect(await at(status(code)).place.list()).toMatchObject({ ok: false, trouble: { what } });
  });

  it('does not take a listing for a whole one that ends in an error (rclone, when a file goes meanwhile)', async () => {
    const xml = '<multistatus xmlns="DAV:"><response><href>/a/</href></response></multistatus>';
    const says = status(207, {}, `${xml}Internal Server Error`);
    expect(await at(says).place.list()).toMatchObject({ ok: false, trouble: { what: 'makes no sense' } });
    expect(await at(status(207, {}, xml)).place.list()).toEqual({ ok: true, names: [] });
  });

  it('a listing that ends too early is none: files would seem to be missing', async () => {
    const says = status(207, {}, '<multistatus xmlns="DAV:"><response><href>/a</href></response>');
    expect(await at(says).place.list()).toMatchObject({ ok: false, why: 'server' });
  });
});

describe('CouchDB', () => {
  const at = (says: Parameters<typeof serverThat>[0]) => serverThat(says, couchdbSettings);
  const json = (code: number, value: unknown) => new Response(JSON.stringify(value), { status: code });

  it('does not count what fewer nodes have than should: the reading back decides', async () => {
    expect(await at(() => json(202, { ok: true })).place.putNew(NAME, FILE)).toEqual({
      ok: true,
      existed: false,
    });
  });

  it('removes with the revision that was listed, and with a newer one where there is', async () => {
    const server = at(({ method, address }) => {
      if (address.endsWith('_all_docs')) return json(200, { rows: [{ id: NAME, value: { rev: '1-aa' } }] });
      if (method === 'GET') return json(200, { _id: NAME, _rev: '2-bb' });
      return address.endsWith('?rev=2-bb') ? json(200, { ok: true }) : json(409, { error: 'conflict' });
    });
    expect(await server.place.list()).toEqual({ ok: true, names: [NAME] });
    expect(await server.place.remove(NAME)).toEqual({ ok: true });
    expect(server.asked.map(({ method }) => method)).toEqual(['GET', 'DELETE', 'GET', 'DELETE']);
  });

  it('tells a database that is gone from a document that is', async () => {
    const gone = at(() => json(404, { error: 'not_found', reason: 'Database does not exist.' }));
    expect(await gone.place.get(NAME)).toMatchObject({ ok: false, trouble: { what: 'no folder' } });
    expect(await gone.place.list()).toMatchObject({ ok: false, trouble: { what: 'no folder' } });
    expect(await gone.place.putNew(NAME, FILE)).toMatchObject({ ok: false, trouble: { what: 'no folder' } });
  });

  it('makes the database where there is none, and accepts that another device was faster', async () => {
    for (const made of [201, 202, 412])
      expect(await at(({ method }) => json(method === 'GET' ? 404 : made, {})).place.setUp()).toEqual({
        ok: true,
      });
  });
});

describe('S3', () => {
  const at = (says: Parameters<typeof serverThat>[0]) => serverThat(says, s3Settings);
  const listing = (keys: readonly string[], more = '') =>
    `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${more !== ''}</IsTruncated>${more && `<NextContinuationToken>${more}</NextContinuationToken>`}${keys.map((key) => `<Contents><Key>${key}</Key><Owner><ID>x</ID></Owner></Contents>`).join('')}</ListBucketResult>`;

  it('reads a listing to its last page, and leaves out what is beside its folder', async () => {
    const server = at(({ address }) => {
      const token = new URL(address).searchParams.get('continuation-token');
      return page(token ? listing(['backstory/c']) : listing(['backstory/a', 'other/b'], 'to+ken/='))();
    });
    expect(await server.place.list()).toEqual({ ok: true, names: ['a', 'c'] });
    expect(new URL(server.asked[1]?.address ?? '').searchParams.get('continuation-token')).toBe('to+ken/=');
  });

  it('does not go round in circles, and does not take half a listing for a whole one', async () => {
    const round = await at(page(listing(['backstory/a'], 'again'))).place.list();
    expect(round).toMatchObject({ ok: false, trouble: { what: 'makes no sense' } });
    const half = await at(page(listing(['backstory/a']).replace('false', 'true'))).place.list();
    expect(half).toMatchObject({ ok: false, trouble: { what: 'makes no sense' } });
  });

  it.each([
    [403, 'SignatureDoesNotMatch', 'wrong password'],
    [403, 'InvalidAccessKeyId', 'wrong password'],
    [403, 'AccessDenied', 'forbidden'],
    [403, 'RequestTimeTooSkewed', 'wrong clock'],
    [404, 'NoSuchBucket', 'no folder'],
    [503, 'SlowDown', 'too many requests'],
  ])('%i %s', async (code, name, what) => {
    const says = status(
      code,
      {},
      `<?xml version="1.0"?><Error><Code>${name}</Code><Message>no</Message></Error>`,
    );
    expect(await at(says).place.list()).toMatchObject({ ok: false, trouble: { what } });
    if (name === 'NoSuchBucket') expect((await at(says).place.get(NAME)).ok).toBe(false);
  });

  it('signs as the standard says, by the clock that it is given', async () => {
    const server = at(status(200));
    await server.place.putNew(NAME, FILE);
    const headers = server.asked[0]?.headers;
    const sum = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81';
    expect(headers?.get('x-amz-date')).toBe('20260101T120000Z');
    expect(headers?.get('x-amz-content-sha256')).toBe(sum);
    const canonical = [
      'PUT',
      `/notes/backstory/${NAME}`,
      '',
      'host:store.example',
      `x-amz-content-sha256:${sum}`,
      'x-amz-date:20260101T120000Z',
      '',
      'host;x-amz-content-sha256;x-amz-date',
      sum,
    ].join('\n');
    expect(headers?.get('authorization')).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/s3/aws4_request, ' +
        `SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${signature(canonical)}`,
    );
  });
});

/** AWS Signature Version 4, written down from its description. */
function signature(canonical: string): string {
  const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();
  const day = hmac(`AWS4${s3Settings.kind === 's3' && s3Settings.password}`, '20260101');
  const key = hmac(hmac(hmac(day, 'eu-west-1'), 's3'), 'aws4_request');
  const hashed = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', '20260101T120000Z', '20260101/eu-west-1/s3/aws4_request', hashed];
  return hmac(key, text.join('\n')).toString('hex');
}
