// What tests need to know of a server, whichever it is.
import type { RemoteSettings } from '../../core/sync/remote/index.ts';

export interface RunningServer {
  /** Of a folder (database, bucket) that is not there yet. */
  readonly settings: Exclude<RemoteSettings, { kind: 'folder' }>;
  /** In which everything lies that the server keeps, its logs too. */
  readonly folder: string;
  stop(): Promise<void>;
}

export interface ServerKind {
  readonly name: string;
  /** What to install, where it is not; null where it can be started. */
  readonly lacks: string | null;
  /** Whether a second file of the same name replaces the first. */
  readonly overwrites: boolean;
  /** What it does not let in. */
  readonly wrongLogin: { readonly password: string } | { readonly user: string };
  start(): Promise<RunningServer>;
}

/** In every way in which a password can be hard. */
export const USER = 'alice';
export const PASSWORD = 'pass wörd:1';
