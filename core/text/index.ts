export { fold } from './fold.ts';
export { type Gap, nameKey, type Shape, type Token, tokenize } from './tokens.ts';
