// docs/dependencies.md is only worth reading while it is complete.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const rows = text('docs/dependencies.md')
  .split('\n')
  .filter((line) => /^\| `/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\|\s*|\s*\|$/g, '').trim()));

const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text('package.json'));
const packages = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });

test('every dependency has its row in docs/dependencies.md, and no row is about one that has gone', () => {
  expect(rows.map(([name]) => name?.replaceAll('`', '')).sort()).toEqual(packages.sort());
});

test('every row says what the package does, what it weighs and under which licence it comes', () => {
  for (const [name, does, size, licence] of rows) {
    expect([does, size, licence], name).not.toContain('');
    expect(licence, name).toMatch(/MIT|ISC|Apache-2\.0|MPL-2\.0|BSD|CC BY 4\.0|Unicode-3\.0/);
  }
});

test('versions are exact, so that two clones build the same', () => {
  for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
