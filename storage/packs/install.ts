// A pack file → an installed pack. Any interruption is harmless: until the last write nothing refers to the
// new blocks, and the next sweep removes them.
import { type PackBlock, type PackHeader, readPack } from '../../core/knowledge/pack/index.ts';
import type { Origin } from '../../core/knowledge/remote/origin.ts';
import { StoredBlocks } from './blocks.ts';
import { BLOCKS, enter, type Installed, removeLeftovers } from './catalogue.ts';
import { whileInstalling } from './locks.ts';

/** Blocks per transaction: half a megabyte, so that a slow disk never holds the database for long. */
const BATCH = 64;

export interface InstallOptions {
  /**
   * Called with the header and its sum before anything is stored: throws to refuse the file, else answers where it
   * came from, which is kept with it.
   */
  readonly meet?: ((header: PackHeader, sum: string) => Origin) | undefined;
  /** Inflated bytes stored so far, and of how many. */
  readonly onProgress?: ((bytes: number, of: number) => void) | undefined;
  /** Aborted: nothing is left behind, and what was installed before stays. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Streams a pack file into storage. Throws PackError for a bad file, DOMException for a full disk (`QuotaExceededError`)
 * or an abort (`AbortError`); all leave what is installed as it was.
 */
export function install(
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
  options: InstallOptions = {},
): Promise<Installed> {
  return whileInstalling(async () => {
    try {
      const { header, sum, blocks } = await readPack(file);
      const origin = await meet(blocks, () => options.meet?.(header, sum));
      const stored = await storeAll(header, blocks, options);
      const installed = { ...stored, sum, ...(origin && { origin }) };
      await enter(installed);
      return installed;
    } finally {
      // The previous version's blocks, or the half of this one; failing to tidy up is no failure to install.
      await removeLeftovers().catch(() => undefined);
    }
  }, options.signal);
}

async function meet<T>(blocks: AsyncGenerator<PackBlock, void>, decide: () => T): Promise<T> {
  try {
    return decide();
  } catch (error) {
    // Closes the file.
    await blocks.return();
    throw error;
  }
}

async function storeAll(
  header: PackHeader,
  blocks: AsyncGenerator<PackBlock, void>,
  { onProgress, signal }: InstallOptions,
): Promise<Installed> {
  const of = Object.values(header.tables)
    .flatMap(({ bytes }) => bytes)
    .reduce((sum, size) => sum + size, 0);
  // A number of its own: the same version may be installed again after damage while the old one is still read.
  const database = `${BLOCKS}${header.id}@${header.version}:${crypto.randomUUID().slice(0, 8)}`;
  const store = new StoredBlocks(database);
  try {
    let bytes = 0;
    let batch: PackBlock[] = [];
    const flush = async () => {
      await store.write(batch);
      batch = [];
      onProgress?.(bytes, of);
    };
    for await (const block of blocks) {
      signal?.throwIfAborted();
      bytes += block.bytes.length;
      batch.push(block);
      if (batch.length === BATCH) await flush();
    }
    await flush();
    return { id: header.id, database, header, bytes };
  } finally {
    store.close();
  }
}
