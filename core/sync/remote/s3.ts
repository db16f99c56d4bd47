// A bucket of an S3-compatible store, addressed by path (`https://store.example/bucket/name`), which all of them
// understand. No request is conditional: some stores overwrite all the same, Swift answers 501. Names are hashes, so
// nothing can be lost by that.
import { AwsV4Signer } from 'aws4fetch';
import { type Bytes, hex } from '../format/bytes.ts';
import { failed } from './failure.ts';
import { addressed } from './name.ts';
import type { Got, Listing, Place, Put, RemoteFailure, Removed } from './remote.ts';
import { codeOf, type Page, pageOf, TROUBLE_OF } from './s3-answers.ts';
import {
  type Answer,
  ask,
  failureFrom,
  knock,
  MOST_FILE,
  MOST_LISTING,
  MOST_WORDS,
  textOf,
  type Web,
} from './web.ts';

export interface S3Settings {
  /** Of the store, without the bucket. */
  readonly address: string;
  readonly bucket: string;
  readonly region: string;
  /** What the names in the bucket begin with: empty, or a folder with its slash. */
  readonly prefix: string;
  readonly user: string;
  readonly password: string;
}

/** A thousand names each. */
const MOST_PAGES = 200;

interface Asked {
  readonly method: string;
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Bytes;
  readonly most: number;
}

export function s3(settings: S3Settings, web: Web): Place {
  const { region, prefix } = settings;
  const bucket = `${settings.address.replace(/\/+$/, '')}/${settings.bucket}`;
  const keyOf = (name: string) => prefix + addressed(name);

  async function request({ method, key, query = {}, body, most }: Asked) {
    const url = new URL(key === undefined ? bucket : `${bucket}/${key}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const sum = await crypto.subtle.digest('SHA-256', body ?? new Uint8Array(0));
    const { headers } = await new AwsV4Signer({
      method,
      url: url.href,
      headers: { 'x-amz-content-sha256': hex(new Uint8Array(sum)) },
      accessKeyId: settings.user,
      secretAccessKey: settings.password,
      service: 's3',
      region,
      datetime: new Date(web.now()).toISOString().replaceAll(/[:-]|\.\d{3}/g, ''),
    }).sign();
    return ask(web, url.href, {
      method,
      headers: Object.fromEntries(headers.entries()),
      most,
      ...(body ? { body } : {}),
    });
  }

  const failure = (answer: Answer): RemoteFailure => {
    const what = TROUBLE_OF.get(codeOf(answer));
    return what ? failed(what, { status: answer.status }) : failureFrom(answer, web);
  };

  async function pageFrom(token: string | null): Promise<Page | RemoteFailure> {
    const query = { 'list-type': '2', prefix, ...(token === null ? {} : { 'continuation-token': token }) };
    const answer = await request({ method: 'GET', query, most: MOST_LISTING });
    if (!answer.ok) return answer;
    if (answer.status !== 200) return failure(answer);
    return pageOf(textOf(answer.body)) ?? failed('makes no sense', { status: 200 });
  }

  return {
    async setUp(): Promise<Removed> {
      const there = await request({ method: 'GET', query: { 'list-type': '2' }, most: MOST_LISTING });
      if (!there.ok) return there;
      if (there.status === 200) return { ok: true };
      if (there.status !== 404) return failure(there);
      const made = await request({ method: 'PUT', most: MOST_WORDS, ...placed(region) });
      if (!made.ok) return made;
      return made.status === 200 || codeOf(made) === 'BucketAlreadyOwnedByYou' ? { ok: true } : failure(made);
    },

    isThere: () => knock(web, settings.address),

    async list(): Promise<Listing> {
      const names: string[] = [];
      let from: string | null = null;
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const page: Page | RemoteFailure = await pageFrom(from);
        if ('ok' in page) return page;
        for (const key of page.keys) if (key.startsWith(prefix)) names.push(key.slice(prefix.length));
        if (page.next === null) return { ok: true, names };
        if (page.next === from) return failed('makes no sense', { status: 200 });
        from = page.next;
      }
      return failed('answer too long');
    },

    async get(name): Promise<Got> {
      const answer = await request({ method: 'GET', key: keyOf(name), most: MOST_FILE });
      if (!answer.ok) return answer;
      if (answer.status === 200) return { ok: true, file: answer.body };
      const isAbsent = answer.status === 404 && codeOf(answer) !== 'NoSuchBucket';
      return isAbsent ? { ok: true, file: null } : failure(answer);
    },

    async putNew(name, file): Promise<Put> {
      const answer = await request({ method: 'PUT', key: keyOf(name), body: file, most: MOST_WORDS });
      if (!answer.ok) return answer;
      if ([200, 201, 204].includes(answer.status)) return { ok: true, existed: false };
      return answer.status === 412 ? { ok: true, existed: true } : failure(answer);
    },

    async remove(name): Promise<Removed> {
      const answer = await request({ method: 'DELETE', key: keyOf(name), most: MOST_WORDS });
      if (!answer.ok) return answer;
      const isDone = [200, 202, 204].includes(answer.status);
      return isDone || (answer.status === 404 && codeOf(answer) !== 'NoSuchBucket')
        ? { ok: true }
        : failure(answer);
    },
  };
}

/** A new bucket's region is told where it is not the oldest one, and there it must not be told. */
function placed(region: string): { readonly body?: Bytes } {
  if (region === 'us-east-1') return {};
  const xml = `<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
  return { body: new TextEncoder().encode(xml) };
}
