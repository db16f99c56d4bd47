// How good an order is: how many of the wanted are near the top, and how near.

/** Of the wanted, the share among the first `n`. */
export function recallAt(ranked: readonly string[], wanted: readonly string[], n: number): number {
  const first = new Set(ranked.slice(0, n));
  return wanted.filter((id) => first.has(id)).length / wanted.length;
}

/**
 * Normalised discounted cumulative gain over the first `n`. The wanted are in order, best first: the first is worth as
 * many points as there are wanted, the last one. 1: exactly that order, and nothing between.
 */
export function ndcg(ranked: readonly string[], wanted: readonly string[], n: number): number {
  const worth = new Map(wanted.map((id, index) => [id, wanted.length - index]));
  const gain = (ids: readonly string[]) =>
    ids.slice(0, n).reduce((sum, id, index) => sum + (worth.get(id) ?? 0) / Math.log2(index + 2), 0);
  return gain(ranked) / gain(wanted);
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
