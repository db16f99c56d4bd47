export { StoredBlocks } from './blocks.ts';
export { type Installed, installedPacks, strike, sweep } from './catalogue.ts';
export { install } from './install.ts';
