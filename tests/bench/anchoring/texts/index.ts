import type { Text } from '../passages.ts';
import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { german } from './german.ts';

export const texts: readonly Text[] = [...english, ...german, ...arabic, ...chinese];
