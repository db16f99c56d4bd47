export {
  draftOf,
  isExtension,
  MOST_ENTRIES,
  MOST_LINE,
  MOST_NAMES,
  MOST_NOTE,
  OwnBefore,
  OwnDraft,
  OwnEntry,
  type OwnName,
} from './entry.ts';
export { newOwnId } from './ids.ts';
export { mergeText, replaced } from './merge-text.ts';
export { nameFrom } from './name-from.ts';
export { OwnKnowledge, type Shelved, shelved } from './own-knowledge.ts';
export { searchOwn } from './search.ts';
export { toYaml } from './to-yaml.ts';
export { type Unfindable, unfindable } from './unfindable.ts';
