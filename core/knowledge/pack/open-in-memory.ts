// A whole pack file into memory: the command line, tests, and a browser that lets nothing be stored.
import { MemoryBlocks, Pack } from './pack.ts';
import { readPack } from './read.ts';

/** Throws PackError when the file is not whole. */
export async function openInMemory(file: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Pack> {
  const { header, blocks } = await readPack(file);
  const store = new MemoryBlocks();
  for await (const { table, number, bytes } of blocks) store.add(table, number, bytes);
  return new Pack(header, store);
}
