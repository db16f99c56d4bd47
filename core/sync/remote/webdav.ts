// A folder on a WebDAV server: Nextcloud, ownCloud, a NAS, many mail providers. A file is a file of that folder.
// `If-None-Match: *` asks not to overwrite; nginx and rclone ignore it. That does no harm: the name is the content's
// hash, so what would be overwritten is the same file, or a damaged copy of it.
import type { Bytes } from '../format/bytes.ts';
import { failed } from './failure.ts';
import { namesIn } from './multistatus.ts';
import { addressed } from './name.ts';
import type { Got, Listing, Place, Put, RemoteFailure, Removed } from './remote.ts';
import {
  type Answer,
  ask,
  basic,
  failureFrom,
  knock,
  MOST_FILE,
  MOST_LISTING,
  MOST_WORDS,
  textOf,
  type Web,
} from './web.ts';
import { NotXml } from './xml.ts';

export interface WebdavSettings {
  /** Of the folder. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

const WHAT_IS_THERE =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>';

export function webdav({ address, user, password }: WebdavSettings, web: Web): Place {
  const folder = address.endsWith('/') ? address : `${address}/`;
  const login = user === '' && password === '' ? {} : basic(user, password);
  const request = (method: string, name: string | null, most: number, headers = {}, body?: Bytes | string) =>
    ask(web, name === null ? folder : folder + addressed(name), {
      method,
      headers: { ...login, ...headers },
      most,
      ...(body === undefined ? {} : { body }),
    });

  return {
    async setUp(): Promise<Removed> {
      const answer = await request('MKCOL', null, MOST_WORDS);
      if (!answer.ok) return answer;
      switch (answer.status) {
        // Made; or, as the standard has it, "there is something".
        case 200:
        case 201:
        case 204:
        case 405:
          return { ok: true };
        case 409:
          return failed('no parent folder', { status: 409 });
        // A folder that is there and was made by somebody else: whether it can be used, the listing tells.
        case 403:
          return { ok: true };
        default:
          return isNoWebdav(answer) ? failed('another kind of server') : failureFrom(answer, web);
      }
    },

    isThere: () => knock(web, folder),

    async list(): Promise<Listing> {
      const headers = { depth: '1', 'content-type': 'application/xml; charset=utf-8' };
      const answer = await request('PROPFIND', null, MOST_LISTING, headers, WHAT_IS_THERE);
      if (!answer.ok) return answer;
      if (answer.status !== 207) return notListed(answer);
      try {
        return { ok: true, names: namesIn(textOf(answer.body), folder) };
      } catch (error) {
        if (error instanceof NotXml) return failed('makes no sense', { status: 207 });
        throw error;
      }
    },

    async get(name): Promise<Got> {
      const answer = await request('GET', name, MOST_FILE);
      if (!answer.ok) return answer;
      if (answer.status === 200) return { ok: true, file: answer.body };
      return isAbsent(answer) ? { ok: true, file: null } : failureFrom(answer, web);
    },

    async putNew(name, file): Promise<Put> {
      const headers = { 'if-none-match': '*', 'content-type': 'application/octet-stream' };
      const answer = await request('PUT', name, MOST_WORDS, headers, file);
      if (!answer.ok) return answer;
      switch (answer.status) {
        case 200:
        case 201:
        case 204:
          return { ok: true, existed: false };
        case 412:
          return { ok: true, existed: true };
        case 404:
        case 409:
          return failed('no folder', { status: answer.status });
        default:
          return failureFrom(answer, web);
      }
    },

    async remove(name): Promise<Removed> {
      const answer = await request('DELETE', name, MOST_WORDS);
      if (!answer.ok) return answer;
      const isDone = [200, 202, 204].includes(answer.status) || isAbsent(answer);
      return isDone ? { ok: true } : failureFrom(answer, web);
    },
  };

  function notListed(answer: Answer): RemoteFailure {
    if (isAbsent(answer)) return failed('no folder', { status: answer.status });
    return isNoWebdav(answer) ? failed('another kind of server') : failureFrom(answer, web);
  }
}

function isAbsent({ status }: Answer): boolean {
  return status === 404 || status === 410;
}

/** A web server that knows nothing of folders: it answers with a page, or that it knows no such method. */
function isNoWebdav({ status }: Answer): boolean {
  return status === 200 || status === 400 || status === 405 || status === 501;
}
