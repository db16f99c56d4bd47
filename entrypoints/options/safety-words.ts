// Words about keeping passages and notes safe.
import type { ListedSnapshot } from '../../messaging/safety-requests.ts';
import { counted } from './import-words.ts';
import type { Busy, Done, FileTrouble, Kept, Preview } from './safety-state.ts';

/** `22 Nov 2026, 10:00`, in the reader's own time. */
export function wordMoment(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

type Counts = Pick<Kept, 'passages' | 'notes' | 'entries'>;

/** `12 passages, 3 notes on actors and places, 1 entry of your own`. */
export function wordCounts({ passages, notes, entries }: Counts): string {
  const parts = [
    passages > 0 && counted(passages, 'passage', 'passages'),
    notes > 0 && counted(notes, 'note on an actor or place', 'notes on actors and places'),
    entries > 0 && counted(entries, 'entry of your own', 'entries of your own'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

export const WHY: Record<ListedSnapshot['why'], string> = {
  time: '',
  asked: 'at your word',
  'before-restore': 'before a snapshot was brought back',
  'before-import': 'before a file was brought in',
};

export const BUSY: Record<Busy, string> = {
  exporting: 'Writing the file…',
  locking:
    'Making a key from the passphrase, and writing the file. It takes some seconds, on purpose: that makes guessing dear.',
  reading: 'Reading the file…',
  unlocking: 'Making a key from the passphrase. It takes some seconds, on purpose: that makes guessing dear.',
  looking: 'Looking into the snapshot…',
  bringing: 'Bringing it back…',
  deleting: 'Deleting…',
  copying: 'Taking a snapshot…',
};

export function wordDone(done: Done): string {
  switch (done.kind) {
    case 'brought':
      return done.count === 0
        ? 'Nothing was missing: all of it was there already.'
        : `Done: ${counted(done.count, 'thing is', 'things are')} back. What was there before is copied in a snapshot.`;
    case 'taken-back':
      return 'Undone: it is as it was before.';
    case 'copied':
      return 'A snapshot was taken.';
    case 'nothing-new':
      return 'Nothing has changed since the last snapshot, so none was taken.';
    case 'exported':
      return 'The file is among your downloads. Whoever has it can read all of it.';
    case 'exported-locked':
      return 'The encrypted file is among your downloads. Without the passphrase nobody can read it, you neither.';
    case 'snapshots-deleted':
      return 'All snapshots are deleted. What you kept is still there.';
    case 'deleted':
      return 'Everything that you made is deleted, with all snapshots. Nothing of it is left in this browser.';
  }
}

export const FILE_TROUBLE: Record<FileTrouble, string> = {
  'too-big': 'This file is larger than any that Backstory writes (250 MB). Nothing was changed.',
  'not-ours': 'This is no file that Backstory saved with “Save everything as a file”. Nothing was changed.',
  newer:
    'This file was saved by a later version of Backstory. Update Backstory, then try again. Nothing was changed.',
  damaged:
    'The beginning of this file is damaged, and without it the rest cannot be opened. Nothing was changed.',
  unreadable: 'The browser could not read this file. Was it moved or deleted? Nothing was changed.',
};

const KINDS: Record<Preview['back']['first'][number]['kind'], string> = {
  passage: 'passage',
  note: 'note on',
  entry: 'your entry',
  correction: 'what you said of the name',
};

export function wordKind(kind: keyof typeof KINDS): string {
  return KINDS[kind];
}
