// From what the reader set up to the four verbs.
import { couchdb } from './couchdb.ts';
import { type Folder, folder } from './folder.ts';
import type { Place, RemoteFailure } from './remote.ts';
import { s3 } from './s3.ts';
import type { RemoteSettings } from './settings.ts';
import type { Trouble } from './trouble.ts';
import type { Web } from './web.ts';
import { webdav } from './webdav.ts';

export { exported, imported, readExport } from './one-file.ts';
export { type Found, foundInWords, probe } from './probe.ts';
export type { Place } from './remote.ts';
export { accessNeeded, RemoteSettings } from './settings.ts';
export type { Trouble } from './trouble.ts';
export { type Fetch, usualPatience, type Web } from './web.ts';
export { inWords, KEPT } from './words.ts';

export interface Means extends Web {
  /** The directory that the reader chose, where the settings are of one. */
  readonly folder: Folder | null;
  /** Hears of every failure: which words to show last, and for how long a server asks to be left alone. */
  readonly onTrouble: (trouble: Trouble) => void;
}

export function placeOf(settings: RemoteSettings, means: Means): Place {
  return heard(made(settings, means), means.onTrouble);
}

function made(settings: RemoteSettings, means: Means): Place {
  switch (settings.kind) {
    case 'webdav':
      return webdav(settings, means);
    case 'couchdb':
      return couchdb(settings, means);
    case 's3':
      return s3(settings, means);
    case 'folder':
      return folder(means.folder);
  }
}

function heard(place: Place, onTrouble: Means['onTrouble']): Place {
  const hear = async <T extends { readonly ok: true } | RemoteFailure>(answer: Promise<T>): Promise<T> => {
    const told = await answer;
    if (!told.ok && told.trouble) onTrouble(told.trouble);
    return told;
  };
  return {
    setUp: () => hear(place.setUp()),
    isThere: () => place.isThere(),
    list: () => hear(place.list()),
    get: (name) => hear(place.get(name)),
    putNew: (name, file) => hear(place.putNew(name, file)),
    remove: (name) => hear(place.remove(name)),
  };
}
