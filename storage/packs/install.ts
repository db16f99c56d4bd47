// A pack file → an installed pack. Any interruption is harmless: until the last write nothing refers to the
// new blocks, and the next sweep removes them.

import type { PackBlock } from '../../core/knowledge/pack/index.ts';
import { readPack } from '../../core/knowledge/pack/index.ts';
import { StoredBlocks } from './blocks.ts';
import { BLOCKS, enter, type Installed, installedPacks, sweep } from './catalogue.ts';

/** Blocks per transaction: half a megabyte, so that a slow disk never holds the database for long. */
const BATCH = 64;

/** Streams a pack file into storage. Throws PackError for a bad file and DOMException for a full disk; both leave all as it was. */
export async function install(file: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Installed> {
  const { header, blocks } = await readPack(file);
  const previous = (await installedPacks()).find(({ id }) => id === header.id);
  // A number of its own: the same version may be installed again after damage while the old one is still read.
  const database = `${BLOCKS}${header.id}@${header.version}:${crypto.randomUUID().slice(0, 8)}`;
  const store = new StoredBlocks(database);
  try {
    let bytes = 0;
    let batch: PackBlock[] = [];
    for await (const block of blocks) {
      bytes += block.bytes.length;
      batch.push(block);
      if (batch.length === BATCH) {
        await store.write(batch);
        batch = [];
      }
    }
    await store.write(batch);
    const installed: Installed = { id: header.id, database, header, bytes };
    await enter(installed);
    return installed;
  } finally {
    store.close();
    // Also what `previous` owned until now; failing to tidy up is no failure to install.
    if (previous) await sweep().catch(() => undefined);
  }
}
