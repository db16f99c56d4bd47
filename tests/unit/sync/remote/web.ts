// A server that answers what a test says, and remembers what it was asked.
import type { RemoteSettings, Trouble } from '../../../../core/sync/remote/index.ts';
import { type Fetch, placeOf, usualPatience } from '../../../../core/sync/remote/index.ts';

export interface Asked {
  readonly method: string;
  readonly address: string;
  readonly headers: Headers;
  readonly init: RequestInit;
}

export type Says = (asked: Asked) => Response | Promise<Response>;

const NOW = Date.UTC(2026, 0, 1, 12);

export function serverThat(says: Says, settings: RemoteSettings, patience = usualPatience) {
  const asked: Asked[] = [];
  const troubles: Trouble[] = [];
  const fetch: Fetch = async (address, init) => {
    const one = { method: init.method ?? 'GET', address, headers: new Headers(init.headers), init };
    asked.push(one);
    return says(one);
  };
  const onTrouble = (trouble: Trouble) => void troubles.push(trouble);
  const place = placeOf(settings, { fetch, now: () => NOW, patience, folder: null, onTrouble });
  return { place, asked, troubles };
}

export const PASSWORD = 'sécret:word';

export const webdavSettings: RemoteSettings = {
  kind: 'webdav',
  address: 'https://cloud.example/remote.php/dav/files/alice/My%20notes',
  user: 'alice',
  password: PASSWORD,
};
export const couchdbSettings: RemoteSettings = {
  kind: 'couchdb',
  address: 'https://couch.example/notes/',
  user: 'alice',
  password: PASSWORD,
};
export const s3Settings: RemoteSettings = {
  kind: 's3',
  address: 'https://store.example',
  bucket: 'notes',
  region: 'eu-west-1',
  prefix: 'backstory/',
  user: 'AKIDEXAMPLE',
  password: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

export const NAME = `${'ab'.repeat(16)}.7.${'cd'.repeat(16)}`;
