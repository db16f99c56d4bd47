export { BlockCache } from './cache.ts';
export { PackError, PackHeader, type TableName } from './format.ts';
export { openInMemory } from './open-in-memory.ts';
export { type BlockStore, MemoryBlocks, Pack } from './pack.ts';
export { type PackBlock, readPack } from './read.ts';
export type { NameRow, Tally } from './rows.ts';
