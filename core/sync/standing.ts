// How sync can stand when it is not done: kept between runs, told by the worker, and shown with a button beside it. One list for
// all three, which names what the reader does about each (`entrypoints/options/sync/vault-messages.ts` has the deeds).
import * as z from 'zod/mini';

/** Nobody has to do anything: it is tried again by itself. */
export const Waits = z.enum(['soon', 'offline', 'server', 'save data']);

/** What only the reader can put right. `words` tell it; `what` says which button stands beside them. */
export const Needed = z.enum([
  /** The browser's leave to ask this server: `browser.permissions.request({ origins: [access] })`, then `syncNow`. */
  'access',
  /** The browser's leave to write in the folder, or another folder: `folder` of vault.ts, `requestPermission`, then `syncNow`. */
  'folder',
  /** Name or password were not accepted: `change place` of vault.ts. */
  'password',
  /** Anything else about the address or the server's settings: `change place`. */
  'place',
  /** The passphrase was changed on another device, which may have dropped this one: `open again`, or leave. */
  'passphrase',
  /** The server shows an older state than this device knows. Nothing is sent; an owner looks after the server. */
  'older state',
  /** Another vault lies there now: `change place`. */
  'another vault',
  /** The vault is not there any more: `change place`, or set it up anew (`start over` of vault.ts). */
  'vault is gone',
  /** Written by a later version of Backstory. */
  'update',
  /** Much would be removed: `answerDeletions`. */
  'deletions',
  /** This device has no room left. */
  'disk full',
]);
export type Needed = z.infer<typeof Needed>;
