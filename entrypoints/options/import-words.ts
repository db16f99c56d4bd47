// The words of an import: what a failure means to the reader, and each step in a sentence that can be read aloud.
import type { ErrorWords } from '../../components/card-error-words.ts';
import { type Counts, type ImportFailureCode, type ImportJob, isOver } from './import-job.ts';

const UNCHANGED = 'Nothing was changed: what was installed before still answers.';

const FAILURES: Record<ImportFailureCode, ErrorWords> = {
  'not-a-pack': {
    what: 'This file is not a Backstory pack, though its name says so.',
    kept: UNCHANGED,
    todo: 'Download it again, from the page that offers it and not by a preview of it.',
  },
  'not-recognised': {
    what: 'Backstory does not know this kind of file.',
    kept: UNCHANGED,
    todo: 'It reads its own packs, and the files of the sources that are listed here, packed or not.',
  },
  refused: {
    what: 'This file is of a known kind, but in a form that would bring wrong knowledge in.',
    kept: UNCHANGED,
    todo: 'Get it from its source once more, as it is offered there.',
  },
  newer: {
    what: 'This pack was made for a newer version of Backstory.',
    kept: UNCHANGED,
    todo: 'Update Backstory, then add the pack again.',
  },
  older: {
    what: 'This pack was made for an earlier version of Backstory.',
    kept: UNCHANGED,
    todo: 'Download a newer copy of it, or build it again from its source.',
  },
  damaged: {
    what: 'This file is damaged: it does not match its own checks.',
    kept: UNCHANGED,
    todo: 'Download it again.',
  },
  truncated: {
    what: 'This file ends in the middle.',
    kept: UNCHANGED,
    todo: 'Download it again, and wait until the download is complete.',
  },
  'too-large': {
    what: 'This file holds more than can be imported at once.',
    kept: UNCHANGED,
    todo: 'Add a part of it: one country, one period.',
  },
  'nothing-in-it': {
    what: 'Nothing in this file could be imported.',
    kept: UNCHANGED,
    todo: 'The line above says what became of its rows. Check that it is the whole file, as its source offers it.',
  },
  'built-in': {
    what: 'This file calls itself the pack that comes with Backstory, whose place nothing else may take.',
    kept: UNCHANGED,
    todo: 'It is updated together with Backstory.',
  },
  'disk-full': {
    what: 'The disk is full, or the browser grants Backstory no more of it.',
    kept: `${UNCHANGED} What had been stored of this file was removed again.`,
    todo: 'Free some space or remove a pack, then add the file again.',
  },
  'no-storage': {
    what: 'This window stores nothing, so no pack can be added here.',
    kept: UNCHANGED,
    todo: 'Use an ordinary window instead of a private one.',
  },
  unreadable: {
    what: 'The browser could not read the file to its end: it was moved, changed or locked.',
    kept: UNCHANGED,
    todo: 'Choose it again.',
  },
  stopped: {
    what: 'The import came to an end by itself, most likely for lack of memory.',
    kept: UNCHANGED,
    todo: 'Close some tabs and try again, or add a part of the file.',
  },
  'bad-address': {
    what: 'This is no address that Backstory reads from.',
    kept: UNCHANGED,
    todo: 'It begins with https:// and has no password in it; http:// is read on this machine only.',
  },
  unreachable: {
    what: 'Nothing could be read from this address: no network, no such server, or one that lets no other site read it.',
    kept: UNCHANGED,
    todo: 'Check the address and the network. If the server is meant to be read, allow it below, and it is tried again.',
  },
  'server-refused': {
    what: 'The server answered that it cannot give this file.',
    kept: UNCHANGED,
    todo: 'Check the address; the pack may have moved.',
  },
  stalled: {
    what: 'The server sent nothing more for half a minute.',
    kept: `${UNCHANGED} What had been stored of this pack was removed again.`,
    todo: 'Try again later.',
  },
  'not-a-catalogue': {
    what: 'What lies at this address is not a catalogue of Backstory packs.',
    kept: UNCHANGED,
    todo: 'Check the address with whoever gave it to you. The address of a pack goes into the field above.',
  },
  'not-offered': {
    what: 'The catalogue no longer lists this pack.',
    kept: 'The version that is installed stays.',
    todo: 'Look into the catalogue: it may have another name now.',
  },
  'another-pack': {
    what: 'What lies at this address is not the pack that was expected.',
    kept: UNCHANGED,
    todo: 'If that is meant, add the address as a new pack.',
  },
  internal: {
    what: 'Something in Backstory went wrong.',
    kept: UNCHANGED,
    todo: 'Try again. If it comes back, please report it.',
  },
};

export function wordImportFailure(code: ImportFailureCode): ErrorWords {
  return FAILURES[code];
}

/** Written out rather than taken from the sources: that would bring all importers into the page. */
export const SOURCES_IN_WORDS =
  'Wikidata, GeoNames, UCDP, ACLED, GDELT, ICEWS, POLECAT, OpenSanctions (FollowTheMoney), or a list of your own (YAML)';

/** `3 actors and places, 1 event`; what there is none of is left out, and nothing at all is said as `nothing yet`. */
export function wordRecords({ entities, events, rejected }: Counts): string {
  const parts = [
    entities > 0 && counted(entities, 'actor or place', 'actors and places'),
    events > 0 && counted(events, 'event', 'events'),
    rejected > 0 && counted(rejected, 'row refused', 'rows refused'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'nothing yet' : parts.join(', ');
}

export function counted(value: number, one: string, many: string): string {
  return `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`;
}

export function wordSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `412 kB of 1.2 MB`. */
export function wordBytes(bytes: number, of: number): string {
  return `${wordSize(bytes)} of ${wordSize(of)}`;
}

/** What is read aloud when a step is taken, and stays the same until the next: no percentages. */
export function wordStep({ name, cancelling, state }: ImportJob): string {
  if (cancelling && !isOver(state)) return `Cancelling ${name}…`;
  switch (state.kind) {
    case 'idle':
      return `${name} waits for its turn.`;
    case 'reading':
      return `Finding out what ${name} is…`;
    case 'found':
      return `${name} is ${state.found.what}.`;
    case 'importing':
      return `Reading ${name}…`;
    case 'storing':
      return `Storing ${name}…`;
    case 'unchanged':
      return `${name}: what is installed is the newest.`;
    case 'done':
      return `${name} was added: ${wordRecords(state.report)}.`;
    case 'failed':
      return `${name} was not added. ${wordImportFailure(state.code).what}`;
    case 'cancelled':
      return `${name} was cancelled. Nothing of it was kept.`;
  }
}
