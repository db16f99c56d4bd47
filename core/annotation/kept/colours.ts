// Five colours, each with a meaning: without one, a page of yellow and green says nothing a month later. The reader
// may name each anew; these are the meanings that they begin with.
import * as z from 'zod/mini';

export const Colour = z.enum(['yellow', 'green', 'blue', 'pink', 'violet']);
export type Colour = z.infer<typeof Colour>;

export const COLOURS: readonly Colour[] = Colour.options;

export const MOST_COLOUR_NAME = 40;

const Name = z.string().check(z.minLength(1), z.maxLength(MOST_COLOUR_NAME));
/** What the reader calls each: all five, in words. (Not a record: what one own page takes of zod, all of them carry.) */
export const ColourNames = z.object({ yellow: Name, green: Name, blue: Name, pink: Name, violet: Name });
export type ColourNames = z.infer<typeof ColourNames>;

export const FIRST_NAMES: ColourNames = {
  yellow: 'Important',
  green: 'Agree',
  blue: 'Background',
  pink: 'Doubtful',
  violet: 'To follow up',
};
