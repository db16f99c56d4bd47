// A CouchDB database: a server, or a cluster of them. A file is a document of its name with one attachment, put in a
// single request, which fails where the document is there already (409). An attachment, not base64 in a field: a
// document may have 8 MB, and a snapshot may have more; and bytes stay bytes on the way.
//
// `_all_docs` lists them, not `_changes`: our files are few, the answer is as short, and a sequence that is remembered
// is worth nothing after a node was restored or a shard moved.
import * as z from 'zod/mini';
import type { Bytes } from '../format/bytes.ts';
import { base64 } from './base64.ts';
import { failed } from './failure.ts';
import { addressed } from './name.ts';
import type { Got, Listing, Place, Put, Removed } from './remote.ts';
import {
  type Answer,
  ask,
  basic,
  failureFrom,
  knock,
  MOST_FILE,
  MOST_LISTING,
  MOST_WORDS,
  type Request_,
  textOf,
  type Web,
} from './web.ts';

export interface CouchdbSettings {
  /** Of the database. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

const ATTACHMENT = 'file';
const Revision = z.string().check(z.regex(/^[0-9]{1,9}-[0-9a-z]{1,64}$/));
const AllDocuments = z.object({
  rows: z.array(z.object({ id: z.string(), value: z.object({ rev: Revision }) })),
});
const Document = z.object({ _rev: Revision });
const DatabaseInfo = z.object({ db_name: z.string() });
const Refusal = z.object({ reason: z.string() });

export function couchdb({ address, user, password }: CouchdbSettings, web: Web): Place {
  const database = address.replace(/\/+$/, '');
  const login: Record<string, string> = user === '' && password === '' ? {} : basic(user, password);
  /** As last listed: saves a request when a file is removed. */
  let revisions = new Map<string, string>();

  const request = (path: string, { headers = {}, ...how }: Request_) =>
    ask(web, database + path, { ...how, headers: { accept: 'application/json', ...login, ...headers } });

  return {
    async setUp(): Promise<Removed> {
      const there = await request('', { method: 'GET', most: MOST_WORDS });
      if (!there.ok) return there;
      if (there.status === 200)
        return parsed(there, DatabaseInfo) ? { ok: true } : failed('another kind of server', { status: 200 });
      if (there.status !== 404) return failureFrom(there, web);
      const made = await request('', { method: 'PUT', most: MOST_WORDS });
      if (!made.ok) return made;
      switch (made.status) {
        case 201:
        case 202:
        // Another device was faster.
        case 412:
          return { ok: true };
        case 404:
        case 405:
          return failed('another kind of server', { status: made.status });
        default:
          return failureFrom(made, web);
      }
    },

    isThere: () => knock(web, database),

    async list(): Promise<Listing> {
      const answer = await request('/_all_docs', { method: 'GET', most: MOST_LISTING });
      if (!answer.ok) return answer;
      if (answer.status === 404) return failed('no folder', { status: 404 });
      if (answer.status !== 200) return failureFrom(answer, web);
      const documents = parsed(answer, AllDocuments);
      if (!documents) return failed('makes no sense', { status: 200 });
      revisions = new Map(documents.rows.map(({ id, value }) => [id, value.rev]));
      return { ok: true, names: [...revisions.keys()] };
    },

    async get(name): Promise<Got> {
      const path = `/${addressed(name)}/${ATTACHMENT}`;
      const answer = await request(path, { method: 'GET', headers: { accept: '*/*' }, most: MOST_FILE });
      if (!answer.ok) return answer;
      if (answer.status === 200) return { ok: true, file: answer.body };
      if (answer.status !== 404) return failureFrom(answer, web);
      return isWithoutDatabase(answer) ? failed('no folder', { status: 404 }) : { ok: true, file: null };
    },

    async putNew(name, file): Promise<Put> {
      const headers = { 'content-type': 'application/octet-stream' };
      const path = `/${addressed(name)}/${ATTACHMENT}`;
      const answer = await request(path, { method: 'PUT', headers, body: file, most: MOST_WORDS });
      if (!answer.ok) return answer;
      if (answer.status !== 404) return stored(answer);
      return isWithoutDatabase(answer) ? failed('no folder', { status: 404 }) : putInOne(name, file);
    },

    async remove(name): Promise<Removed> {
      const known = revisions.get(name);
      const first = known ? await removeRevision(name, known) : 'another revision';
      if (first !== 'another revision') return first;
      const revision = await newestRevision(name);
      if (typeof revision !== 'string') return revision;
      const second = await removeRevision(name, revision);
      return second === 'another revision' ? failed('locked', { status: 409 }) : second;
    },
  };

  /** PouchDB attaches nothing to a document that was removed, and makes it anew when it comes with its attachment. */
  async function putInOne(name: string, file: Bytes): Promise<Put> {
    const data = base64(file);
    const _attachments = { [ATTACHMENT]: { content_type: 'application/octet-stream', data } };
    const answer = await request(`/${addressed(name)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ _attachments }),
      most: MOST_WORDS,
    });
    return answer.ok ? stored(answer) : answer;
  }

  function stored(answer: Answer): Put {
    switch (answer.status) {
      // 202: fewer nodes than it should be have it. Whether it is stored, the reading back decides.
      case 200:
      case 201:
      case 202:
        return { ok: true, existed: false };
      case 409:
      case 412:
        return { ok: true, existed: true };
      default:
        return failureFrom(answer, web);
    }
  }

  async function removeRevision(name: string, revision: string): Promise<Removed | 'another revision'> {
    const path = `/${addressed(name)}?rev=${revision}`;
    const answer = await request(path, { method: 'DELETE', most: MOST_WORDS });
    if (!answer.ok) return answer;
    if (answer.status === 409) return 'another revision';
    revisions.delete(name);
    return [200, 202, 404].includes(answer.status) ? { ok: true } : failureFrom(answer, web);
  }

  async function newestRevision(name: string): Promise<string | Removed> {
    const answer = await request(`/${addressed(name)}`, { method: 'GET', most: MOST_WORDS });
    if (!answer.ok) return answer;
    if (answer.status === 404) return { ok: true };
    if (answer.status !== 200) return failureFrom(answer, web);
    return parsed(answer, Document)?._rev ?? failed('makes no sense', { status: 200 });
  }
}

/** "Database does not exist." of CouchDB 2 and 3, `no_db_file` of before. */
function isWithoutDatabase(answer: Answer): boolean {
  return /database|no_db_file/i.test(parsed(answer, Refusal)?.reason ?? '');
}

function parsed<T>(answer: Answer, schema: z.ZodMiniType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(textOf(answer.body))).data ?? null;
  } catch {
    return null;
  }
}
