// What the reader entered about a remote, as it is stored: parsed whenever it is read. A password is part of it and
// nowhere else; an address with one in it, or one that would send it in the clear, is refused.
import * as z from 'zod/mini';

const LONGEST = 2_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https, or http on this very machine; without login, query and fragment. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  return isSafe && username + password + search + hash === '';
}

const Address = z.string().check(z.maxLength(LONGEST), z.refine(isAddress));
// A colon would end the name in the header.
const User = z.string().check(z.maxLength(500), z.regex(/^[^:\p{Cc}]*$/u));
const Password = z.string().check(z.maxLength(LONGEST), z.regex(/^\P{Cc}*$/u));

const Webdav = z.object({ kind: z.literal('webdav'), address: Address, user: User, password: Password });
const Couchdb = z.object({
  kind: z.literal('couchdb'),
  address: Address.check(z.refine((text) => new URL(text).pathname.length > 1)),
  user: User,
  password: Password,
});
const S3 = z.object({
  kind: z.literal('s3'),
  address: Address,
  bucket: z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)),
  region: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  prefix: z.string().check(z.maxLength(200), z.regex(/^([A-Za-z0-9_-][A-Za-z0-9._-]*\/)*$/)),
  user: z.string().check(z.regex(/^[\x21-\x7e]{1,200}$/)),
  password: z.string().check(z.regex(/^[\x21-\x7e]{1,500}$/)),
});
/** The folder itself is a handle, which no record of plain data can hold. */
const ChosenFolder = z.object({ kind: z.literal('folder'), name: z.string().check(z.maxLength(300)) });

export const RemoteSettings = z.discriminatedUnion('kind', [Webdav, Couchdb, S3, ChosenFolder]);
export type RemoteSettings = z.infer<typeof RemoteSettings>;

/** Whose access the browser asks for, as a match pattern of a manifest; null where no server is asked. */
export function accessNeeded(settings: RemoteSettings): string | null {
  return settings.kind === 'folder' ? null : accessTo(settings.kind, settings.address);
}

export function accessTo(kind: RemoteSettings['kind'], address: string): string | null {
  if (kind === 'folder') return null;
  // Ports are not part of a match pattern.
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** As it was typed, field by field, without what is secret; empty what this kind of place does not have. */
export function typedIn(settings: RemoteSettings) {
  const none = { address: '', bucket: '', region: '', prefix: '', user: '' };
  if (settings.kind === 'folder') return none;
  const { password: _, kind: __, ...typed } = settings;
  return { ...none, ...typed };
}

/** Where it is, with nothing secret: what is shown, and what tells one place from another. */
export interface PlaceName {
  readonly kind: RemoteSettings['kind'];
  readonly where: string;
  /** Empty for a folder. */
  readonly user: string;
}

export function placeName(settings: RemoteSettings): PlaceName {
  const { kind } = settings;
  if (kind === 'folder') return { kind, where: settings.name, user: '' };
  const inside = kind === 's3' ? `/${settings.bucket}/${settings.prefix}` : '';
  return { kind, where: settings.address.replace(/\/+$/, '') + inside, user: settings.user };
}
