// English words of the two windows.
import type { Problem, TemplateFault } from '../../../core/annotation/exchange/index.ts';
import { number, passages } from '../library-words.ts';
import type { Importing, WhyNot } from './exchange-state.ts';

export const notes = (count: number) => (count === 1 ? '1 note' : `${number(count)} notes`);

/** As the end of “Item 12: …”. */
export const REASONS: Readonly<Record<Problem['why'], string>> = {
  'not-an-annotation': 'is nothing that Backstory knows.',
  'no-address': 'does not say on which page it stands.',
  'not-on-the-web': 'stands in a file, not on a page of the web.',
  'no-passage': 'is about a whole page, not about a passage of it.',
  'too-long': 'is longer than a passage can be.',
  reply: 'is a reply to another note.',
  elsewhere: 'lies at an address. Backstory fetches nothing.',
  'too-many': 'is one more than Backstory takes from a file.',
  twice: 'is in the file twice.',
  'note-shortened': 'has a note that is too long. Its end was left out.',
  'tags-changed': 'has tags that are too many or too long. They were shortened.',
  'part-left-out': 'has a part that is no text. It was left out.',
};

export const NOT_READ: Readonly<Record<WhyNot, string>> = {
  'too-large': 'It is larger than any file of passages.',
  'not-json': 'It is no JSON, or it was cut off on the way. Export it again.',
  everything: 'It is Backstory’s file with everything. Bring it in on the options page, under “Safety”.',
  unknown:
    'It is in none of the formats that Backstory reads: Web Annotation, Hypothesis, Obsidian Web Clipper.',
  unreadable: 'The browser cannot read it. It may have been moved or deleted.',
  nothing: 'There is nothing in it.',
};

export function wordFault({ fault, name }: TemplateFault): string {
  switch (fault) {
    case 'not-closed':
      return `{{#${name}}} has no {{/${name}}} behind it.`;
    case 'not-opened':
      return `{{/${name}}} ends what was not begun, or not last.`;
    case 'unknown-way':
      return `There is no way of writing called “${name}”.`;
    case 'unknown-name':
      return `There is nothing called “${name}”.`;
    case 'too-deep':
      return 'Sections stand too deep within each other.';
    case 'too-long':
      return 'It is too long.';
  }
}

export function wordBrought({
  kept,
  notes: some,
  full,
  ended,
}: Extract<Importing, { kind: 'brought' }>): string {
  const came = some > 0 ? `${passages(kept)} and ${notes(some)}` : passages(kept);
  const parts = [
    kept + some === 0 ? 'Nothing new came in.' : `${came} came in.`,
    full > 0 ? `${passages(full)} did not: their page has as many as it can have.` : '',
    ended === 'stopped' ? 'You stopped the rest. Take the file again to go on.' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
