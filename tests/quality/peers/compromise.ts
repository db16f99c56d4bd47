// The only typed recogniser on npm that runs offline and without a model file. It knows kinds, not whom.
import nlp from 'compromise';
import * as z from 'zod/mini';
import type { Find, Found } from '../found.ts';

const Offsets = z.array(z.object({ offset: z.object({ start: z.number(), length: z.number() }) }));

export const compromise: Find = ({ text }) => {
  const read = nlp(text);
  const found = [
    ...spansOf(read.people(), 'PER', text),
    ...spansOf(read.places(), 'LOC', text),
    ...spansOf(read.organizations(), 'ORG', text),
  ];
  return found.sort((a, b) => a.start - b.start);
};

function spansOf(view: { json(options: object): unknown }, type: Found['type'], text: string): Found[] {
  return z.parse(Offsets, view.json({ offset: true })).map(({ offset: { start, length } }) => {
    // It takes the white space and punctuation behind a name for a part of it.
    const written = text.slice(start, start + length).replace(/[\s\p{P}]+$/u, '');
    return {
      start,
      end: start + written.length,
      text: written,
      type,
      shown: false,
      link: null,
      confidence: 1,
    };
  });
}
