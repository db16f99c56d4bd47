export { Knowledge, type Known } from './knowledge.ts';
export { surroundingsOf } from './owners.ts';
export type { NameRow } from './pack/rows.ts';
export { isSurelyHeld } from './roles.ts';
export { tell } from './tell.ts';
