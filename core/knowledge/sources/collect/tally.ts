// What became of a file's rows: how many of each, and enough of the refused ones to find the fault.

/** Rejections kept with their lines; the rest are counted. */
const KEPT = 100;
/** A reason with a value of the row in it would be one per row. */
const MOST_REASONS = 100;
const OTHERS = 'other reasons';

export interface Rejection {
  /** Which of the files, counted from 0. */
  readonly file: number;
  readonly line: number;
  readonly reason: string;
}

export interface Report {
  readonly entities: number;
  readonly events: number;
  /** Lines of the file that were read. */
  readonly lines: number;
  readonly rejected: number;
  /** How many, by reason. */
  readonly rejectedFor: ReadonlyMap<string, number>;
  /** The first 100. */
  readonly rejections: readonly Rejection[];
  readonly skipped: number;
  readonly skippedFor: ReadonlyMap<string, number>;
}

export class Tally {
  readonly #rejections: Rejection[] = [];
  readonly #rejectedFor = new Map<string, number>();
  readonly #skippedFor = new Map<string, number>();
  rejected = 0;
  skipped = 0;

  reject(rejection: Rejection): void {
    this.rejected++;
    if (this.#rejections.length < KEPT) this.#rejections.push(rejection);
    count(this.#rejectedFor, rejection.reason);
  }

  skip(reason: string): void {
    this.skipped++;
    count(this.#skippedFor, reason);
  }

  report(entities: number, events: number, lines: number): Report {
    return {
      entities,
      events,
      lines,
      rejected: this.rejected,
      rejectedFor: this.#rejectedFor,
      rejections: this.#rejections,
      skipped: this.skipped,
      skippedFor: this.#skippedFor,
    };
  }
}

function count(counts: Map<string, number>, reason: string): void {
  const name = counts.has(reason) || counts.size < MOST_REASONS ? reason : OTHERS;
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
