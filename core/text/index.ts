export { fold } from './fold.ts';
export { nameKey, type Token, tokenize } from './tokens.ts';
