// A folder of this machine, on a handle that behaves as browsers' do, with and without renaming. On a real one:
// tests/browser/sync.
import { describe, expect, it } from 'vitest';
import { type Place, placeOf, type Trouble, usualPatience } from '../../../../core/sync/remote/index.ts';
import { NAME } from './web.ts';

const FILE = new Uint8Array([1, 2, 3]);

class Handle {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Names under which something was ever seen, and how long it was. */
  readonly seen: string[] = [];
  permission = 'granted';
  fails: DOMException | null = null;
  canMove = true;

  async *keys() {
    this.#check();
    yield* this.files.keys();
  }

  async getFileHandle(name: string, { create = false } = {}) {
    this.#check();
    if (!this.files.has(name) && !create) throw new DOMException('', 'NotFoundError');
    if (!this.files.has(name)) this.#set(name, new Uint8Array(0));
    const move = async (to: string) => {
      if (!this.canMove) throw new DOMException('', 'NotAllowedError');
      this.#set(to, this.files.get(name) ?? FILE);
      this.files.delete(name);
    };
    return {
      getFile: async () => new Blob([this.files.get(name) ?? FILE]),
      createWritable: async () => ({
        write: async (file: Uint8Array<ArrayBuffer>) => this.#set(name, file),
        close: async () => undefined,
        abort: async () => undefined,
      }),
      move,
    };
  }

  async removeEntry(name: string) {
    this.#check();
    if (!this.files.delete(name)) throw new DOMException('', 'NotFoundError');
  }

  async queryPermission() {
    return this.permission;
  }

  #set(name: string, file: Uint8Array<ArrayBuffer>) {
    this.files.set(name, file);
    this.seen.push(`${name === NAME ? 'final' : 'other'} ${file.length}`);
  }

  #check() {
    if (this.fails) throw this.fails;
  }
}

function placeIn(folder: Handle | null, troubles: Trouble[] = []): Place {
  const fetch = () => Promise.reject(new Error('no request is made'));
  const onTrouble = (trouble: Trouble) => void troubles.push(trouble);
  const means = { fetch, now: () => 0, patience: usualPatience, folder, onTrouble };
  return placeOf({ kind: 'folder', name: 'notes' }, means);
}

describe('a folder', () => {
  it('keeps, lists, gives back and removes', async () => {
    const handle = new Handle();
    const place = placeIn(handle);
    expect(await place.setUp()).toEqual({ ok: true });
    expect(await place.putNew(NAME, FILE)).toEqual({ ok: true, existed: false });
    expect(await place.putNew(NAME, new Uint8Array(9))).toEqual({ ok: true, existed: true });
    expect(await place.list()).toEqual({ ok: true, names: [NAME] });
    expect(await place.get(NAME)).toEqual({ ok: true, file: FILE });
    expect(await place.remove(NAME)).toEqual({ ok: true });
    expect(await place.remove(NAME)).toEqual({ ok: true });
    expect(await place.get(NAME)).toEqual({ ok: true, file: null });
    expect(handle.files.size).toBe(0);
  });

  it('never shows another program an empty or half file under its name, where files can be renamed', async () => {
    const handle = new Handle();
    await placeIn(handle).putNew(NAME, FILE);
    expect(handle.seen.filter((one) => one.startsWith('final'))).toEqual(['final 3']);
    expect([...handle.files.keys()]).toEqual([NAME]);
  });

  it('writes the file all the same where they cannot, and leaves nothing else behind', async () => {
    const handle = new Handle();
    handle.canMove = false;
    expect(await placeIn(handle).putNew(NAME, FILE)).toEqual({ ok: true, existed: false });
    expect([...handle.files]).toEqual([[NAME, FILE]]);
  });

  it('leaves the files of others alone', async () => {
    const handle = new Handle();
    for (const name of ['Taxes 2025.pdf', '.stfolder', '../x', 'ä']) handle.files.set(name, FILE);
    const place = placeIn(handle);
    expect(await place.list()).toEqual({ ok: true, names: [] });
    expect(await place.get('Taxes 2025.pdf')).toEqual({ ok: true, file: null });
    expect(await place.remove('Taxes 2025.pdf')).toEqual({ ok: true });
    await expect(place.putNew('../x', FILE)).rejects.toThrow(RangeError);
    expect(handle.files.size).toBe(4);
  });

  it.each([
    ['NotAllowedError', 'refused', 'permission is gone'],
    ['NotFoundError', 'offline', 'folder is gone'],
    ['QuotaExceededError', 'full', 'full'],
    ['NoModificationAllowedError', 'busy', 'locked'],
  ])('says what is wrong when the browser says %s', async (name, why, what) => {
    const handle = new Handle();
    handle.fails = new DOMException('', name);
    const troubles: Trouble[] = [];
    expect(await placeIn(handle, troubles).list()).toEqual({ ok: false, why, trouble: { what } });
    expect(troubles).toEqual([{ what }]);
  });

  it('says that the permission is gone, where the browser would have to ask, or has forgotten the folder', async () => {
    const handle = new Handle();
    handle.permission = 'prompt';
    const gone = { ok: false, why: 'refused', trouble: { what: 'permission is gone' } };
    expect(await placeIn(handle).list()).toEqual(gone);
    expect(await placeIn(null).putNew(NAME, FILE)).toEqual(gone);
  });
});
