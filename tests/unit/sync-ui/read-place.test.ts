// The form of a place: each field says what is wrong with it, and what passes here the background takes too.
import { describe, expect, test } from 'vitest';
import { RemoteSettings } from '../../../core/sync/remote/index.ts';
import { typedIn } from '../../../core/sync/remote/settings.ts';
import { readPlace, type Typed } from '../../../entrypoints/options/sync/read-place.ts';

const WEBDAV: Typed = { address: 'https://cloud.example/dav/notes/', user: 'anna', password: 'app pass' };
const S3: Typed = { address: 'https://s3.example', bucket: 'my-notes', user: 'AKIA1', password: 'se/cr+et' };

const errorsOf = (kind: 'webdav' | 'couchdb' | 's3', typed: Typed) => {
  const read = readPlace(kind, typed);
  return read.ok ? {} : read.errors;
};

describe('what is taken', () => {
  test.each<['webdav' | 'couchdb' | 's3', Typed, object]>([
    ['webdav', WEBDAV, { kind: 'webdav', address: 'https://cloud.example/dav/notes/' }],
    ['webdav', { ...WEBDAV, address: ' cloud.example/dav ' }, { address: 'https://cloud.example/dav' }],
    ['webdav', { address: 'http://127.0.0.1:8080/x' }, { address: 'http://127.0.0.1:8080/x', user: '' }],
    ['webdav', { ...WEBDAV, password: ' spaces ' }, { password: ' spaces ' }],
    ['couchdb', { ...WEBDAV, address: 'https://couch.example/notes' }, { kind: 'couchdb' }],
    ['s3', S3, { region: 'us-east-1', prefix: '' }],
    ['s3', { ...S3, prefix: '/back/story', region: 'garage' }, { prefix: 'back/story/', region: 'garage' }],
  ])('%s %j', (kind, typed, expected) => {
    const read = readPlace(kind, typed);
    expect(read).toMatchObject({ ok: true, settings: expected });
    expect(RemoteSettings.safeParse(read.ok && read.settings).success).toBe(true);
  });
});

test('a place is typed again from what is known of it, and lacks its secret alone', () => {
  for (const [kind, typed] of [
    ['webdav', WEBDAV],
    ['s3', { ...S3, prefix: 'a/', region: 'garage' }],
  ] as const) {
    const read = readPlace(kind, typed);
    if (!read.ok) throw new Error(kind);
    const known = typedIn(read.settings);
    expect(Object.keys(errorsOf(kind, known))).toEqual(['password']);
    const { password = '' } = typed;
    expect(readPlace(kind, { ...known, password })).toEqual(read);
  }
});

describe('what is not, with words beside the field', () => {
  test.each<['webdav' | 'couchdb' | 's3', Typed, string, RegExp]>([
    ['webdav', { ...WEBDAV, address: '' }, 'address', /Enter the address/],
    ['webdav', { ...WEBDAV, address: 'https://' }, 'address', /no address/],
    ['webdav', { ...WEBDAV, address: `https://a.example/${'x'.repeat(2_000)}` }, 'address', /longer/],
    ['webdav', { ...WEBDAV, address: 'http://cloud.example/dav' }, 'address', /begin with https/],
    ['webdav', { ...WEBDAV, address: 'ftp://cloud.example/dav' }, 'address', /begin with https/],
    ['webdav', { ...WEBDAV, address: 'https://anna:x@cloud.example/' }, 'address', /fields of their own/],
    ['webdav', { ...WEBDAV, address: 'https://c.example/apps/files/?dir=/' }, 'address', /page that you see/],
    ['webdav', { ...WEBDAV, address: 'https://c.example/dav?x=1' }, 'address', /Leave out/],
    ['couchdb', { ...WEBDAV, address: 'https://couch.example/' }, 'address', /name of a database/],
    ['webdav', { ...WEBDAV, user: 'anna:b' }, 'user', /no colon/],
    ['webdav', { ...WEBDAV, user: 'an\u0007na' }, 'user', /no user name/],
    ['webdav', { ...WEBDAV, password: '' }, 'password', /belongs to this name/],
    ['webdav', { ...WEBDAV, password: 'a\nb' }, 'password', /no password/],
    ['s3', { ...S3, bucket: '' }, 'bucket', /bucket’s name/],
    ['s3', { ...S3, bucket: 'My Notes' }, 'bucket', /small letters/],
    ['s3', { ...S3, region: 'EU West' }, 'region', /Small letters/],
    ['s3', { ...S3, prefix: 'a b' }, 'prefix', /without accents/],
    ['s3', { ...S3, user: '' }, 'user', /Enter the key/],
    ['s3', { ...S3, password: 'has space' }, 'password', /no key/],
  ])('%s %j', (kind, typed, field, words) => {
    expect(errorsOf(kind, typed)).toEqual({ [field]: expect.stringMatching(words) });
  });

  test('all at once, so that nothing is refused twice', () => {
    expect(Object.keys(errorsOf('s3', {}))).toEqual(['address', 'bucket', 'user', 'password']);
  });
});
