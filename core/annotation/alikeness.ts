// Approximate string match, for the few words whose place the context already gives: a name spelled another
// way has no word in common with itself. Levenshtein's distance over the longer length; two unrelated
// stretches of prose share by chance about a third of their letters in order, which counts as nothing.

const BY_CHANCE = 0.4;

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current[column] = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** 1 for the same text, 0 for what any two texts have in common. Quadratic: for short texts. */
export function alikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  const same = 1 - distance(a.toLowerCase(), b.toLowerCase()) / longest;
  return Math.max(0, (same - BY_CHANCE) / (1 - BY_CHANCE));
}
