export { annotate, type NameIndex } from './annotate.ts';
