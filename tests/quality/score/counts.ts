// Counting right and wrong, and what may be said of it.

export interface Score {
  readonly right: number;
  /** Given by the system. */
  readonly given: number;
  /** Found of the gold; differs from `right` where one mention covers two gold names. */
  readonly met: number;
  readonly gold: number;
}

export const NO_SCORE: Score = { right: 0, given: 0, met: 0, gold: 0 };

export function add(a: Score, b: Score): Score {
  return { right: a.right + b.right, given: a.given + b.given, met: a.met + b.met, gold: a.gold + b.gold };
}

export const precision = ({ right, given }: Score): number => right / given;
export const recall = ({ met, gold }: Score): number => met / gold;

/** The harmonic mean; 0 where nothing is right. */
export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)];
  return p > 0 && r > 0 ? (2 * p * r) / (p + r) : 0;
}

/** 97.5 % of a normal distribution lie below so many deviations. */
const Z = 1.959964;

/** Wilson's interval for a share, 95 %: honest for few cases and for shares near one, where the usual one is not. */
export function wilson(right: number, all: number): readonly [number, number] {
  if (all === 0) return [0, 1];
  const share = right / all;
  const spread = Z * Math.sqrt((share * (1 - share)) / all + (Z * Z) / (4 * all * all));
  const middle = share + (Z * Z) / (2 * all);
  const scale = 1 + (Z * Z) / all;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
