export { type NameRow, PackError, type PackErrorCode, PackHeader, type TableName } from './format.ts';
export { openInMemory } from './open-in-memory.ts';
export { type BlockStore, MemoryBlocks, Pack } from './pack.ts';
export { type PackBlock, type PackStream, readPack } from './read.ts';
