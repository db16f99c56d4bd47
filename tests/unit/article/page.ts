// Documents for the tests of this room.
import { JSDOM } from 'jsdom';

export function page(html: string, url = 'https://news.example/world/a-story'): Document {
  return new JSDOM(html, { url }).window.document;
}

/** Sentences enough for `count` paragraphs, each longer than a teaser. */
export function prose(count: number): string[] {
  return Array.from(
    { length: count },
    (_, n) =>
      `The ministers met for the ${n + 1}. time in the old town hall, where they spoke about grain, water and the ` +
      'price of bread until late in the evening, and then left by the side door without a word to anybody.',
  );
}

export const paragraphs = (count: number): string =>
  prose(count)
    .map((text) => `<p>${text}</p>`)
    .join('');
