// Requests of all tables arrive at one listener each: two of the same name would both be answered, and one answer be lost.
import { expect, test } from 'vitest';

const tables = import.meta.glob<Record<string, unknown>>('../../../messaging/*requests.ts', { eager: true });

test('no two requests have the same name', () => {
  const names = Object.values(tables).flatMap((module) =>
    Object.entries(module).flatMap(([name, table]) =>
      /[rR]equests$/.test(name) && typeof table === 'object' && table !== null ? Object.keys(table) : [],
    ),
  );
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
