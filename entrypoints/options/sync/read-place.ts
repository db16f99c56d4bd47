// What was typed into the form of a place, checked so that each field can say what is wrong with it. The background
// worker checks once more what reaches it (`RemoteSettings`); whatever passes here passes there.
import type { RemoteSettings } from '../../../core/sync/remote/index.ts';
import type { FieldName, PlaceKind } from './place-kinds.ts';

export type Typed = Readonly<Partial<Record<FieldName, string>>>;
export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;

export type ReadPlace =
  | { readonly ok: true; readonly settings: RemoteSettings }
  | { readonly ok: false; readonly errors: FieldErrors };

const LONGEST = 2_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const CONTROL = /\p{Cc}/u;

export function readPlace(kind: Exclude<PlaceKind, 'folder'>, typed: Typed): ReadPlace {
  const value = (name: FieldName) => (typed[name] ?? '').trim();
  const address = withScheme(value('address'));
  const user = value('user');
  // A password may begin or end with a space.
  const password = typed.password ?? '';
  const errors: Partial<Record<FieldName, string>> = {};
  const refuse = (name: FieldName, words: string | null) => {
    if (words !== null) errors[name] = words;
  };
  refuse('address', wrongAddress(address, kind));
  if (kind === 's3') {
    const region = value('region') || 'us-east-1';
    const prefix = asPrefix(value('prefix'));
    refuse('bucket', wrongBucket(value('bucket')));
    refuse('region', /^[a-z0-9-]{1,40}$/.test(region) ? null : 'Small letters, digits and “-” only.');
    refuse('prefix', wrongPrefix(prefix));
    refuse('user', wrongKey(user, 200));
    refuse('password', wrongKey(password, 500));
    const settings: RemoteSettings = {
      kind,
      address,
      bucket: value('bucket'),
      region,
      prefix,
      user,
      password,
    };
    return Object.keys(errors).length === 0 ? { ok: true, settings } : { ok: false, errors };
  }
  refuse('user', wrongUser(user));
  refuse('password', wrongPassword(user, password));
  return Object.keys(errors).length === 0
    ? { ok: true, settings: { kind, address, user, password } }
    : { ok: false, errors };
}

/** `cloud.example.org/dav` is what people type. */
function withScheme(typed: string): string {
  return typed === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
}

function wrongAddress(address: string, kind: PlaceKind): string | null {
  if (address === '') return 'Enter the address.';
  if (address.length > LONGEST) return 'This is longer than any address.';
  if (!URL.canParse(address)) return 'This is no address. It begins with https:// and the server’s name.';
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname)))
    return 'It must begin with https://: otherwise your password could be read on the way.';
  if (url.username + url.password !== '')
    return 'Leave name and password out of the address; they have fields of their own.';
  if (kind === 'webdav' && /\/(apps\/files|index\.php\/apps|settings\/user)\b/.test(url.pathname))
    return 'This is the address of the page that you see. The one for WebDAV stands in the files’ settings.';
  if (url.search + url.hash !== '') return 'Leave out what begins with ? or #.';
  if (kind === 'couchdb' && url.pathname.length <= 1)
    return 'Add the name of a database, such as /backstory.';
  return null;
}

function wrongUser(user: string): string | null {
  if (user.includes(':')) return 'A user name has no colon.';
  return user.length > 500 || CONTROL.test(user) ? 'This is no user name.' : null;
}

function wrongPassword(user: string, password: string): string | null {
  if (user !== '' && password === '') return 'Enter the password that belongs to this name.';
  return password.length > LONGEST || CONTROL.test(password) ? 'This is no password.' : null;
}

function wrongBucket(bucket: string): string | null {
  if (bucket === '') return 'Enter the bucket’s name.';
  return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)
    ? null
    : 'Buckets are called with 3 to 63 small letters, digits, dots and “-”.';
}

/** A folder ends with a slash, and does not begin with one. */
function asPrefix(typed: string): string {
  const bare = typed.replaceAll(/^\/+|\/+$/g, '');
  return bare === '' ? '' : `${bare}/`;
}

function wrongPrefix(prefix: string): string | null {
  return prefix.length <= 200 && /^([A-Za-z0-9_-][A-Za-z0-9._-]*\/)*$/.test(prefix)
    ? null
    : 'Letters without accents, digits, dots, “-” and “_” only.';
}

function wrongKey(key: string, longest: number): string | null {
  if (key === '') return 'Enter the key.';
  return key.length <= longest && /^[\x21-\x7e]+$/.test(key)
    ? null
    : 'This is no key: it has spaces or letters that no key has.';
}
