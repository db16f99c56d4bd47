// The commonest errors of each sort, with an example each: what to work on next.

export interface Error {
  readonly sort: string;
  readonly text: string;
  readonly detail: string;
}

const MOST = 10;

/** Lines to print; most frequent first. */
export function commonest(errors: readonly Error[]): string[] {
  const sorts = Map.groupBy(errors, ({ sort }) => sort);
  return [...sorts].flatMap(([sort, all]) => {
    const texts = [...Map.groupBy(all, ({ text }) => text)].sort(([, a], [, b]) => b.length - a.length);
    return [
      `  ${sort}: ${all.length}`,
      ...texts
        .slice(0, MOST)
        .map(([text, same]) => `    ${same.length} × ${text} | ${same[0]?.detail ?? ''}`),
    ];
  });
}

/** `Iraq 11, U.S. 5`: the names alone. */
export function commonestNames(errors: readonly Error[]): string {
  return [...Map.groupBy(errors, ({ text }) => text)]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST)
    .map(([text, same]) => `${text.replaceAll('|', ' ').slice(0, 60)} ${same.length}`)
    .join(', ');
}
