// The five colours, as they are painted and shown in the bar and the panel.
import type { Colour } from '../../core/annotation/kept/index.ts';

export const HUES: Record<Colour, string> = {
  yellow: '#e3ad00',
  green: '#3f9c46',
  blue: '#2f81d6',
  pink: '#d9488f',
  violet: '#8a5bd6',
};

/** In the order of the bar. */
export const HUED = Object.keys(HUES) as Colour[];
