export { StoredBlocks } from './blocks.ts';
export {
  type Installed,
  installedPacks,
  setOrigin,
  strike,
  sweep,
  unreadablePacks,
} from './catalogue.ts';
export { installFrom } from './from-remote.ts';
export { install } from './install.ts';
