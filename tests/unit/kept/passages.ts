// Passages for tests: what a page's script would send.
import { type PageLook, PassageId } from '../../../core/annotation/kept/index.ts';
import { Selectors } from '../../../core/annotation/selectors.ts';

export const STORY = 'https://news.example/2019/12/31/raid-on-the-base';

export const look = (changes: Partial<PageLook> = {}): PageLook => ({
  url: STORY,
  canonical: null,
  title: 'A raid on the base near Kirkuk',
  published: { day: '2019-12-31' },
  language: 'en',
  ...changes,
});

export function passage(n: number | string, quote = `Sentence number ${n} of the story.`) {
  return {
    id: PassageId.parse(`passage-${String(n).padStart(4, '0')}`),
    selectors: Selectors.parse({ version: 1, quote: { type: 'TextQuoteSelector', exact: quote } }),
    quote,
    colour: 'yellow' as const,
    note: '',
    tags: [] as string[],
    names: [],
  };
}
