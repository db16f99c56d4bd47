// The four things that sync asks of a server, so few and so weak that every kind of server can do them. None is
// trusted: a listing may be old or empty, an answer may be lost after the deed, a write may be swallowed. Nothing is
// ever overwritten, so that no server's idea of a conditional request matters.
import type { Bytes } from '../format/bytes.ts';
import type { Trouble } from './trouble.ts';

export type RemoteFailure = {
  readonly ok: false;
  readonly why: /** No network, or no answer in time. What was asked may have been done. */
    | 'offline'
    /** 429, 503: too many requests. Nothing was done. */
    | 'busy'
    /** 5xx, or an answer that makes no sense. What was asked may have been done. */
    | 'server'
    /** 401, 403: the reader must look at the settings. */
    | 'refused'
    /** 507, or the quota is used up. */
    | 'full';
  /** More exactly, for whoever tells the reader; nothing is decided by it. */
  readonly trouble?: Trouble;
};

export type Listing = { readonly ok: true; readonly names: readonly string[] } | RemoteFailure;
/** `file: null` says that there is none of this name. It may be wrong: some servers only believe so. */
export type Got = { readonly ok: true; readonly file: Bytes | null } | RemoteFailure;
/** There was one of this name already: by its name it is this very file, or a damaged copy of it. */
export type Put = { readonly ok: true; readonly existed: boolean } | RemoteFailure;
export type Removed = { readonly ok: true } | RemoteFailure;

export interface Remote {
  /** Names of all files, ours and others; in any order. */
  list(): Promise<Listing>;
  get(name: string): Promise<Got>;
  /** Never overwrites, as far as the server can promise that. */
  putNew(name: string, file: Bytes): Promise<Put>;
  /** That it was not there is no failure. */
  remove(name: string): Promise<Removed>;
}

/** A remote that the reader set up. */
export interface Place extends Remote {
  /** Makes the folder, database or bucket where it can and there is none; harmless where there is. */
  setUp(): Promise<Removed>;
  /** When it could not be reached: whether it is there, so that only the browser's leave to ask it is lacking. */
  isThere(): Promise<boolean>;
}
