// All words of keeping on a page: the bar, the panel, what is said after each deed. Short, and the same words in the
// context menu, the commands and the tests.
import type { Colour } from '../core/annotation/kept/index.ts';

const COLOURS: Record<Colour, string> = {
  yellow: 'yellow',
  green: 'green',
  blue: 'blue',
  pink: 'pink',
  violet: 'violet',
};

/** With the meaning that the reader gave it. */
export const wordColourNamed = (colour: Colour, name: string) => `${name} (${COLOURS[colour]})`;

export const BAR = {
  label: 'Keep what is selected',
  keepIn: 'Keep:',
  note: 'Note',
  noteHint: 'Keep with a note',
  tags: 'Tags',
  tagsHint: 'Keep with tags',
  undo: 'Undo',
  addNote: 'Add a note',
  again: 'Try again',
  copy: 'Copy the text',
  copied: 'Copied.',
  close: 'Close',
} as const;

/** Why nothing was kept. */
const CANNOT = {
  nothing: 'Select some text first, then keep it.',
  field: 'Text in a form field cannot be kept: it is not part of the page.',
  frame:
    'This text stands in a frame, a page within the page, and cannot be kept from here. Open the frame in a tab of its own and keep it there.',
  'too-long': 'That is too much for one passage. Select a part of it.',
  'no-text': 'This text is not part of the page that can be kept.',
  gone: 'The page has changed: what you selected is no longer there, so it was not kept.',
} as const;
export type Cannot = keyof typeof CANNOT;
export const wordCannot = (why: Cannot): string => CANNOT[why];

export const wordTooMany = (most: number) =>
  `${most} passages are kept on this page, and that is as many as one page takes. Nothing was lost; delete one that you no longer need.`;

const DONE = {
  dropped: 'Deleted.',
  confirmed: 'Kept as it stands now.',
  aside: 'Set aside. It stays in your notebook.',
} as const;
export const wordDone = (done: keyof typeof DONE): string => DONE[done];

/** What was undone or redone, by what had been done. */
const TURNED = {
  undo: {
    kept: 'Taken back: it is no longer kept.',
    dropped: 'It is back.',
    changed: 'Changed back.',
    restored: 'Deleted again.',
    nothing: 'There is nothing to undo on this page.',
  },
  redo: {
    kept: 'Kept again.',
    dropped: 'Deleted again.',
    changed: 'Changed again.',
    restored: 'It is back.',
    nothing: 'There is nothing to redo on this page.',
  },
} as const;
export type Turn = keyof typeof TURNED;
export const wordTurned = (by: Turn, did: keyof (typeof TURNED)['undo']): string => TURNED[by][did];

export const wordKept = (name: string) => `Kept: ${name}.`;
export const NO_PASSAGES =
  'Nothing is kept on this page yet. Select some text, then press the keys again to keep it.';

export const PANEL = {
  title: 'Kept passage',
  note: 'Your note',
  placeholder: 'Write a note…',
  tags: 'Tags',
  tagsPlaceholder: 'Add a tag, then Enter',
  removeTag: 'Remove tag',
  colour: 'Colour',
  names: 'In this passage',
  delete: 'Delete',
  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  notCopied: 'The browser did not let it be copied.',
  undo: 'Undo',
  redo: 'Redo',
  close: 'Close',
  question: 'The page has changed. Is this still it?',
  yes: 'Yes',
  no: 'Not this',
  later: 'Later',
  deleted: 'This passage is deleted.',
  bringBack: 'Undo',
  own: 'From your own knowledge:',
  back: 'Back to the passage',
  met: 'Where you met it',
  metHint: 'All articles and passages of yours that name it, in the library',
  noteOn: 'Write a note on',
  actorPlaceholder: 'What you write here is in every later card of this name…',
  unsaved: 'Not kept yet.',
  retry: 'Try again',
} as const;

const SAVED = { kept: 'Kept', saving: 'Keeping…' } as const;
export const wordSaved = (is: keyof typeof SAVED): string => SAVED[is];

/** Before the words of an error: the text itself is safe as long as the page is open. */
export const UNSAVED = 'Not kept yet. What you wrote is still here.';
export const GONE_FROM_BIN =
  'This passage was deleted for good in another window, so the note cannot be kept with it. Copy what you wrote if you need it.';
export const COPY_NOTE = 'Copy what you wrote';
export const FRAME_FAILED =
  'This page lets no note be written on it. What you kept is kept; open the library to write.';
