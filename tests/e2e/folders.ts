// A folder that a reader chose, and a program such as Syncthing that carries its files to another device. No test tool can
// press in the browser's own picker, so the page's picker answers with a folder of the extension's own file system, which is
// a real handle on real files; two browsers do not share it, so its files are carried.
import type { BrowserContext, Page } from '@playwright/test';
import { LET_GO } from './builds.ts';

const FOLDER = 'Syncthing';

/** What the reader says when the browser asks for the folder anew. */
export interface ReaderSays {
  permission: 'granted' | 'denied';
}

/** To be called before the settings are opened. */
export async function withFolders(context: BrowserContext): Promise<ReaderSays> {
  const says: ReaderSays = { permission: 'granted' };
  await context.exposeFunction('readerSays', () => says.permission);
  await context.addInitScript(
    ([name, letGo]) => {
      const root = () => navigator.storage.getDirectory();
      Object.assign(window, {
        showDirectoryPicker: async () => (await root()).getDirectoryHandle(name, { create: true }),
      });
      const asked = window as unknown as { readerSays(): Promise<ReaderSays['permission']> };
      Object.assign(FileSystemHandle.prototype, {
        requestPermission: async () => {
          const said = await asked.readerSays();
          if (said === 'granted') await (await root()).removeEntry(letGo).catch(() => undefined);
          return said;
        },
      });
    },
    [FOLDER, LET_GO] as const,
  );
  return says;
}

/** The browser lets go of the folder, as it does when it was closed, or the reader takes the permission back. */
export async function letGo(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
  }, LET_GO);
}

/** Carries files between two devices, and takes away on one what was taken away on the other. */
export class Courier {
  #known = new Set<string>();

  async carry(one: Page, other: Page): Promise<void> {
    const [here, there] = [await filesIn(one), await filesIn(other)];
    const all = new Set<string>();
    for (const name of new Set([...here.keys(), ...there.keys()])) {
      const [mine, theirs] = [here.get(name), there.get(name)];
      const isGone = this.#known.has(name) && (!mine || !theirs);
      if (isGone) await Promise.all([remove(one, name), remove(other, name)]);
      else all.add(name);
      if (!isGone && mine && !theirs) await write(other, name, mine);
      if (!isGone && theirs && !mine) await write(one, name, theirs);
    }
    this.#known = all;
  }
}

type Files = ReadonlyMap<string, readonly number[]>;

export async function filesIn(page: Page): Promise<Files> {
  const files = await page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    const found: [string, number[]][] = [];
    for await (const [file, handle] of folder.entries())
      if (handle instanceof FileSystemFileHandle)
        found.push([file, [...new Uint8Array(await (await handle.getFile()).arrayBuffer())]]);
    return found;
  }, FOLDER);
  return new Map(files);
}

async function write(page: Page, file: string, bytes: readonly number[]): Promise<void> {
  await page.evaluate(
    async ([name, file, bytes]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
      const writer = await (await folder.getFileHandle(file, { create: true })).createWritable();
      await writer.write(new Uint8Array(bytes));
      await writer.close();
    },
    [FOLDER, file, bytes] as const,
  );
}

async function remove(page: Page, file: string): Promise<void> {
  await page.evaluate(
    async ([name, file]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
      await folder.removeEntry(file).catch(() => undefined);
    },
    [FOLDER, file] as const,
  );
}
