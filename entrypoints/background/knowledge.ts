// Which packs answer, in whatever state this browser leaves us: stored, rebuilt, from memory, or not at all.
import { browser } from 'wxt/browser';
import { Knowledge } from '../../core/knowledge/index.ts';
import {
  BlockCache,
  openInMemory,
  Pack,
  PackError,
  type PackHeader,
  readPack,
} from '../../core/knowledge/pack/index.ts';
import type { PackInfo } from '../../messaging/pack-requests.ts';
import type { Notice } from '../../messaging/requests.ts';
import { CodedError } from '../../messaging/result.ts';
import {
  type Installed,
  install,
  installedPacks,
  StoredBlocks,
  strike,
  sweep,
} from '../../storage/packs/index.ts';
import { ownNow } from './own-cache.ts';

/** The id of the pack that comes with the extension. */
export const STARTER = 'starter';

interface Opened {
  readonly knowledge: Knowledge;
  readonly packs: readonly PackInfo[];
  readonly notices: readonly Notice[];
  readonly close: () => void;
}

/**
 * Only a cache: a worker that wakes up without it opens the packs again. Whatever changes the installed packs
 * goes through it, one after another, so that two requests at once never install twice.
 */
let opened: Promise<Opened> | undefined;

/**
 * Runs a task on the packs and on what the reader wrote. What fails a check in the middle is dropped, built again, and
 * the task repeated once.
 */
export function withKnowledge<T>(task: (opened: Opened) => Promise<T>): Promise<T> {
  // Begun at once, so that a worker that wakes reads both at the same time.
  const own = ownNow();
  return withPacks(async (packs) => task({ ...packs, knowledge: packs.knowledge.with(await own) }));
}

async function withPacks<T>(task: (opened: Opened) => Promise<T>): Promise<T> {
  opened ??= open([]);
  const current = opened;
  try {
    return await task(await current);
  } catch (error) {
    if (opened === current) {
      // A failure to open is not remembered: storage may answer the next time.
      opened = error instanceof PackError ? rebuild(current) : undefined;
      if (!opened) throw error;
    }
    // Else the packs were exchanged under the task; the new ones answer.
    return task(await (opened ?? open([])));
  }
}

/** Packs were installed or removed by others: whoever asks next gets what is there now. */
export async function reopen(): Promise<void> {
  const before = opened;
  opened = open([]);
  await opened.catch(() => undefined);
  await before?.then(({ close }) => close()).catch(() => undefined);
}

/** The built-in pack stays: without it nothing would be known at all. */
export async function removePack(id: string): Promise<void> {
  if (id === STARTER) throw new CodedError('not-allowed', 'the built-in pack');
  await strike(id);
  await reopen();
  await sweep();
}

async function rebuild(broken: Promise<Opened>): Promise<Opened> {
  await broken.then(({ close }) => close()).catch(() => undefined);
  await strike(STARTER).catch(() => undefined);
  return open(['pack-rebuilt']);
}

async function open(notices: readonly Notice[]): Promise<Opened> {
  let stored: Installed[];
  try {
    stored = await installedPacks();
  } catch {
    return fromMemory();
  }
  if (!stored.some(({ id }) => id === STARTER)) {
    try {
      stored.push(await install(await starterFile()));
      // What a worker that died while it installed has left.
      await sweep();
    } catch (error) {
      if (!isDamage(error)) return fromMemory();
      if (stored.length === 0) throw new CodedError('no-knowledge', error);
      return fromStorage(stored, [...notices, 'pack-damaged']);
    }
  }
  return fromStorage(stored, notices);
}

function fromStorage(stored: readonly Installed[], notices: readonly Notice[]): Opened {
  const stores = stored.map(({ database }) => new StoredBlocks(database));
  const cache = new BlockCache();
  return {
    knowledge: new Knowledge(
      stored.map(({ header }, index) => new Pack(header, stores[index] ?? missing(), cache)),
    ),
    packs: stored.map(({ header, bytes, origin }) => infoOf(header, bytes, origin)),
    notices,
    close: () => {
      for (const store of stores) store.close();
    },
  };
}

function missing(): never {
  throw new Error('a store per pack');
}

/** Nothing can be stored (a private window, a full disk, blocked by policy): the built-in pack answers all the same. */
async function fromMemory(): Promise<Opened> {
  try {
    const pack = await openInMemory(await starterFile());
    return {
      knowledge: new Knowledge([pack]),
      packs: [infoOf(pack.header, blockBytes(pack.header))],
      notices: ['memory-only'],
      close: () => undefined,
    };
  } catch (error) {
    throw new CodedError('no-knowledge', error);
  }
}

/** After an installation or an update: puts the pack of this version in place of an older one. */
export function refreshStarter(): Promise<void> {
  const current = opened ?? open([]);
  const refreshed = current.then(async (before) => {
    const installed = before.packs.find(({ id }) => id === STARTER);
    if (before.notices.includes('memory-only') || installed?.version === (await shippedVersion()))
      return before;
    await install(await starterFile());
    before.close();
    return open([]);
  });
  opened = refreshed;
  return refreshed.then(
    () => undefined,
    () => {
      // A damaged file, or storage that fails: an older pack goes on answering, and `open` tells whoever asks.
      if (opened === refreshed) opened = current;
    },
  );
}

async function shippedVersion(): Promise<string> {
  const { header, blocks } = await readPack(await starterFile());
  await blocks.return();
  return header.version;
}

async function starterFile(): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const response = await fetch(browser.runtime.getURL('/packs/starter.bspack')).catch(() => null);
  if (!response?.ok || !response.body) throw new PackError('truncated', 'The built-in pack is missing.');
  return response.body;
}

function isDamage(error: unknown): boolean {
  return error instanceof PackError;
}

function blockBytes(header: PackHeader): number {
  return Object.values(header.tables)
    .flatMap(({ bytes }) => bytes)
    .reduce((sum, size) => sum + size, 0);
}

function infoOf(
  { id, version, title, built, licence, attribution, counts }: PackHeader,
  bytes: number,
  origin?: PackInfo['origin'],
): PackInfo {
  return { id, version, title, built, licence, attribution, counts, bytes, ...(origin && { origin }) };
}
