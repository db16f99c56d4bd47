export { fold } from './fold.ts';
export { isSound, soundKey } from './sound.ts';
export { longSum, sum } from './sum.ts';
export { nameKey, type Token, tokenize } from './tokens.ts';
