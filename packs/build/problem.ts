// What is wrong with a record, so that one broken record costs itself and no other.

/** An error stops the build or the check; a warning is for a second pair of eyes; a note only tells. */
type Level = 'error' | 'warning' | 'note';

export interface Problem {
  readonly level: Level;
  /** The rule that was broken, in one or two words: what a table of them is counted by. */
  readonly rule: string;
  /** The id of the record; a file's own trouble has none. */
  readonly record?: string;
  /** Relative to `packs/starter`, with the line where it is known: `mena/people.yaml:12`. */
  readonly at?: string;
  readonly what: string;
}

export function inWords({ level, at, record, what }: Problem): string {
  return [level === 'error' ? undefined : level, at, record, what].filter(Boolean).join(': ');
}
