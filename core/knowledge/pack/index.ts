export { type NameRow, PackError, PackHeader, type TableName } from './format.ts';
export { openInMemory } from './open-in-memory.ts';
export { type BlockStore, MemoryBlocks, Pack } from './pack.ts';
export { type PackBlock, readPack } from './read.ts';
