// When to look again at a page that changes. A page at rest is looked at soon; one that never rests (a
// ticker, an advertisement) is looked at ever more seldom, so that it costs next to nothing. Pure: the
// clock comes in as milliseconds.

export const PACE = {
  /** The page counts as at rest after so long without a change. */
  rest: 700,
  /** It is looked at in spite of its unrest after so long. */
  patience: 5_000,
  /** No two looks are ever further apart, while it keeps changing. */
  longest: 30_000,
} as const;

export interface Rest {
  /** When the first change came that nobody has looked at; null: all is seen. */
  readonly since: number | null;
  readonly last: number;
  readonly looked: number;
  readonly gap: number;
}

export const RESTED: Rest = {
  since: null,
  last: Number.NEGATIVE_INFINITY,
  looked: Number.NEGATIVE_INFINITY,
  gap: PACE.rest,
};

export function changed(rest: Rest, now: number): Rest {
  return { ...rest, since: rest.since ?? now, last: now };
}

/** When it is to be looked at, on the same clock; null: there is nothing to look at. */
export function dueAt({ since, last, looked, gap }: Rest): number | null {
  if (since === null) return null;
  return Math.max(Math.min(last + PACE.rest, since + PACE.patience), looked + gap);
}

/**
 * After a look at `now`. A look at unrest, or one that found nothing new, doubles the wait for the next;
 * one that paid sets it back.
 */
export function seen(rest: Rest, now: number, foundNew: boolean): Rest {
  const paid = foundNew && now - rest.last >= PACE.rest;
  const gap = paid ? PACE.rest : Math.min(rest.gap * 2, PACE.longest);
  return { since: null, last: rest.last, looked: now, gap };
}
