// Stories that differ in title and text: the same words at two addresses are one article to Backstory, and what is kept
// on one would be there on the other.
import { story, WHERE, WHO } from '../e2e/stories.ts';

export const tale = (subject: string): string =>
  story({
    headline: `What was said of the ${subject}, and by whom`,
    paragraphs: [
      WHO,
      WHERE,
      `The ${subject} had been closed for a year, and nobody asked for the key.`,
      `Those who had worked in the ${subject} were told nothing and went home early.`,
      `One of them painted the ${subject} that winter; the picture hangs in a shop now.`,
    ],
  });

/** Words of that story which no other has. */
export const ofTale = (subject: string): string => `The ${subject} had been closed for a year`;
