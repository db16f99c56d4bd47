// Where to look: the file and line of each record that a rule complains of.
import type { Problem } from '../problem.ts';

/** A complaint of several records (`starter:a, starter:b`) stands at each of them. */
export function located(
  problems: readonly Problem[],
  origins: ReadonlyMap<string, readonly string[]>,
): Problem[] {
  return problems.map((problem) => {
    if (problem.at !== undefined || problem.record === undefined) return problem;
    const at =
      origins.get(problem.record) ?? problem.record.split(', ').flatMap((id) => placesOf(id, origins));
    return at.length === 0 ? problem : { ...problem, at: at.join(', ') };
  });
}

/** Where a record was written; of somebody whom only tables know, the lines of the tables. */
export function placesOf(id: string, origins: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return origins.get(id) ?? origins.get(`holder ${id}`) ?? [];
}
