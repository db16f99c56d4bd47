// A folder of this machine that another program carries about (Syncthing, Dropbox, a USB stick). A file is written
// under another name and then renamed, where the browser can: such a program would otherwise carry away an empty or
// half file. Files of others are never touched.
import type { Bytes } from '../format/bytes.ts';
import { failed } from './failure.ts';
import { isFileName } from './name.ts';
import type { Got, Listing, Place, Put, RemoteFailure, Removed } from './remote.ts';
import type { TroubleKind } from './trouble.ts';
import { MOST_FILE } from './web.ts';

/** What of `FileSystemDirectoryHandle` is used; permissions are not in every browser that has the rest. */
export interface Folder {
  keys(): AsyncIterable<string>;
  getFileHandle(name: string, options?: { create: boolean }): Promise<FolderFile>;
  removeEntry(name: string): Promise<void>;
  queryPermission?(wanted: { mode: 'readwrite' }): Promise<string>;
}

interface FolderFile {
  getFile(): Promise<Blob>;
  createWritable(): Promise<FolderWriter>;
  /** Not in the standard yet. */
  move?(name: string): Promise<void>;
}

interface FolderWriter {
  write(file: Bytes): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** Not a name of ours, so other devices pass over it. */
const BEING_WRITTEN = '.part';

/** @param chosen null where the browser has forgotten it, or never was given one */
export function folder(chosen: Folder | null): Place {
  return {
    setUp: () => inFolder(async () => ({ ok: true }) satisfies Removed),

    isThere: async () => false,

    list: () =>
      inFolder(async (from): Promise<Listing> => {
        const names: string[] = [];
        for await (const name of from.keys()) if (isFileName(name)) names.push(name);
        return { ok: true, names };
      }),

    get: (name) =>
      inFolder(async (from): Promise<Got> => {
        const handle = await existing(from, name);
        if (!handle) return { ok: true, file: null };
        const file = await handle.getFile();
        if (file.size > MOST_FILE) return failed('answer too long');
        return { ok: true, file: new Uint8Array(await file.arrayBuffer()) };
      }),

    putNew: (name, file) =>
      inFolder(async (into): Promise<Put> => {
        if (await existing(into, name)) return { ok: true, existed: true };
        if (!(await writtenAndMoved(into, name, file)))
          await write(await into.getFileHandle(name, { create: true }), file);
        return { ok: true, existed: false };
      }),

    remove: (name) =>
      inFolder(async (from): Promise<Removed> => {
        if (await existing(from, name)) await from.removeEntry(name);
        return { ok: true };
      }),
  };

  async function inFolder<T>(deed: (folder: Folder) => Promise<T>): Promise<T | RemoteFailure> {
    if (!chosen) return failed('permission is gone');
    try {
      const permission = await chosen.queryPermission?.({ mode: 'readwrite' });
      return permission === undefined || permission === 'granted'
        ? await deed(chosen)
        : failed('permission is gone');
    } catch (error) {
      const what = error instanceof Error ? TROUBLES.get(error.name) : undefined;
      if (what) return failed(what);
      throw error;
    }
  }
}

/** By the names of the exceptions in the File System standard. */
const TROUBLES = new Map<string, TroubleKind>([
  ['NotAllowedError', 'permission is gone'],
  ['SecurityError', 'permission is gone'],
  ['NotFoundError', 'folder is gone'],
  ['QuotaExceededError', 'full'],
  ['NoModificationAllowedError', 'locked'],
  ['InvalidStateError', 'locked'],
  ['NotReadableError', 'server error'],
  ['InvalidModificationError', 'server error'],
  ['AbortError', 'server error'],
  ['TypeMismatchError', 'makes no sense'],
]);

async function existing(folder: Folder, name: string): Promise<FolderFile | null> {
  if (!isFileName(name)) return null;
  try {
    return await folder.getFileHandle(name);
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return null;
    throw error;
  }
}

/** False where this browser, or this kind of folder, cannot rename. */
async function writtenAndMoved(into: Folder, name: string, file: Bytes): Promise<boolean> {
  if (!isFileName(name)) throw new RangeError('no name for a file of sync');
  const apart = await into.getFileHandle(name + BEING_WRITTEN, { create: true });
  try {
    if (!apart.move) return false;
    await write(apart, file);
    await apart.move(name);
    return true;
  } catch (error) {
    if (isNamed(error, 'NotAllowedError') || isNamed(error, 'NotSupportedError')) return false;
    throw error;
  } finally {
    await withoutRest(into, name + BEING_WRITTEN);
  }
}

async function withoutRest(folder: Folder, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch {
    // It was renamed, or the folder has gone; what lies about under this name does no harm.
  }
}

async function write(handle: FolderFile, file: Bytes): Promise<void> {
  const writer = await handle.createWritable();
  try {
    await writer.write(file);
  } catch (error) {
    await writer.abort();
    throw error;
  }
  await writer.close();
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
