export { fold } from './fold.ts';
export { longSum, sum } from './sum.ts';
export { nameKey, type Token, tokenize } from './tokens.ts';
