// The rules on import directions, seen to fail: each planted violation stands alone in an otherwise empty
// tree, so a rule that stopped working cannot hide behind another file's mistake.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { violations } from '../../../tools/import-directions.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const planted: string[] = [];

/** A tree of these files, beside the packages and the package.json of the real one. */
function tree(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-imports-'));
  planted.push(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

afterEach(() => {
  for (const folder of planted.splice(0)) rmSync(folder, { recursive: true });
});

const value = 'export const value = 1;\n';

const refused: [what: string, rule: string, from: string, line: string, target?: string][] = [
  [
    'core reads a database',
    'databases-open-only',
    'core/matching/a.ts',
    "import '../../storage/b.ts';",
    'storage/b.ts',
  ],
  ['core knows Dexie', 'core-is-pure', 'core/knowledge/a.ts', "import { Dexie } from 'dexie';"],
  ['core knows Preact', 'core-is-pure', 'core/text/a.ts', "import { h } from 'preact';"],
  ['core knows the browser', 'core-is-pure', 'core/article/a.ts', "import { browser } from 'wxt/browser';"],
  [
    'core knows Node',
    'what-ships-knows-no-node',
    'core/sync/a.ts',
    "import { readFileSync } from 'node:fs';",
  ],
  [
    'core sends messages',
    'core-article',
    'core/article/a.ts',
    "import '../../messaging/b.ts';",
    'messaging/b.ts',
  ],
  [
    'a room of core reaches into another',
    'core-matching',
    'core/matching/a.ts',
    "import '../knowledge/b.ts';",
    'core/knowledge/b.ts',
  ],
  [
    'it does so for a type alone',
    'core-matching',
    'core/matching/a.ts',
    "import type { B } from '../knowledge/b.ts';",
    'core/knowledge/b.ts',
  ],
  [
    'it does so inside a type',
    'core-matching',
    'core/matching/a.ts',
    "export type B = typeof import('../knowledge/b.ts');",
    'core/knowledge/b.ts',
  ],
  [
    'text looks up',
    'core-text',
    'core/text/a.ts',
    "import '../article/article.ts';",
    'core/article/article.ts',
  ],
  [
    'messaging thinks',
    'messaging',
    'messaging/a.ts',
    "import '../core/matching/b.ts';",
    'core/matching/b.ts',
  ],
  [
    'a component reaches into a page',
    'components',
    'components/a.tsx',
    "import '../page/b.ts';",
    'page/b.ts',
  ],
  [
    'the page reaches into an entrypoint',
    'page',
    'page/a.ts',
    "export * from '../entrypoints/b.ts';",
    'entrypoints/b.ts',
  ],
  [
    'a content script opens a database',
    'databases-open-only',
    'entrypoints/gate.content.ts',
    "import '../storage/b.ts';",
    'storage/b.ts',
  ],
  [
    'it opens one later',
    'databases-open-only',
    'entrypoints/reader.ts',
    "void import('../storage/b.ts');",
    'storage/b.ts',
  ],
  ['the page opens Dexie itself', 'databases-open-only', 'page/a.ts', "import { Dexie } from 'dexie';"],
  [
    'what ships leans on a test',
    'nothing-that-ships',
    'components/a.ts',
    "import '../tests/b.ts';",
    'tests/b.ts',
  ],
  [
    'what ships leans on a tool',
    'nothing-that-ships',
    'core/text/a.ts',
    "import '../../tools/b.ts';",
    'tools/b.ts',
  ],
  ['what ships brings the whole of zod', 'zod-only-as-mini', 'messaging/a.ts', "import * as z from 'zod';"],
  [
    'what ships brings a tool of ours',
    'what-ships-is-a-dependency',
    'page/a.ts',
    "import nlp from 'compromise';",
  ],
  [
    'a folder that nobody placed is imported',
    'page',
    'page/a.ts',
    "import '../elsewhere/b.ts';",
    'elsewhere/b.ts',
  ],
  ['an import leads nowhere', 'nothing-unresolvable', 'page/a.ts', "import './not-there.ts';"],
];

describe('an import against the directions is refused', () => {
  test.each(refused)('%s', async (_what, rule, from, line, target) => {
    const found = await violations(tree({ [from]: `${line}\n`, ...(target && { [target]: value }) }));
    expect(found.join('\n')).toMatch(new RegExp(`^${rule}[^:]*: ${from.replaceAll('.', '\\.')} → `, 'm'));
  });

  test('two files that need each other', async () => {
    const found = await violations(
      tree({ 'core/text/a.ts': "import './b.ts';\n", 'core/text/b.ts': "import './a.ts';\n" }),
    );
    expect(found).toContain('no-cycles: core/text/a.ts → core/text/b.ts');
  });
});

const accepted: [what: string, from: string, line: string, target?: string][] = [
  [
    'the background opens a database',
    'entrypoints/background/a.ts',
    "import '../../storage/b.ts';",
    'storage/b.ts',
  ],
  [
    'a room of core takes a record',
    'core/matching/a.ts',
    "import '../knowledge/entity.ts';",
    'core/knowledge/entity.ts',
  ],
  [
    'a room of core knocks at the front door',
    'core/article/a.ts',
    "import '../knowledge/index.ts';",
    'core/knowledge/index.ts',
  ],
  ['all of core stands on text', 'core/annotation/a.ts', "import '../text/b.ts';", 'core/text/b.ts'],
  ['core checks records', 'core/knowledge/a.ts', "import * as z from 'zod/mini';"],
  ['the page talks to the browser', 'page/a.ts', "import { browser } from 'wxt/browser';"],
  ['a tool runs the core', 'tools/a.ts', "import '../core/text/b.ts';", 'core/text/b.ts'],
  ['a tool reads files', 'tools/a.ts', "import { readFileSync } from 'node:fs';"],
];

describe('an import along the directions is accepted', () => {
  test.each(accepted)('%s', async (_what, from, line, target) => {
    expect(await violations(tree({ [from]: `${line}\n`, ...(target && { [target]: value }) }))).toEqual([]);
  });

  test('all of the real tree', { timeout: 60_000 }, async () => {
    expect(await violations(root)).toEqual([]);
  });
});
