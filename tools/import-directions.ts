// Checks the rules of tools/import-rules.ts over a tree. dependency-cruiser 18 reads TypeScript through
// `typescript` up to 6 (7 has no compiler API in JavaScript) or through @swc/core; but it also hands a file
// to Babel, which Preact's preset brings anyway, so a plugin of a few lines reduces each file to its imports.
// That sees type-only imports as well, which the rules mean too. tests/unit/house notices if it stops working.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { forbidden, rooms } from './import-rules.ts';

interface Literal {
  readonly type: string;
  readonly value?: unknown;
}
interface ImportingNode {
  readonly source?: Literal | null;
  readonly argument?: Literal;
  readonly callee?: { readonly type: string };
  readonly arguments?: readonly Literal[];
}
interface Babel {
  readonly types: {
    importDeclaration(names: readonly [], source: unknown): unknown;
    stringLiteral(text: string): unknown;
  };
}
interface ProgramPath {
  readonly node: { body: unknown[] };
  traverse(visitor: Record<string, (path: { readonly node: ImportingNode }) => void>): void;
}

/** A Babel plugin: a file becomes one bare import per address that it mentions in any import or export. */
function onlyImports({ types }: Babel) {
  return {
    visitor: {
      Program(program: ProgramPath) {
        const addresses = new Set<string>();
        const add = (literal: Literal | null | undefined) => {
          if (typeof literal?.value === 'string') addresses.add(literal.value);
        };
        const ofSource = ({ node }: { readonly node: ImportingNode }) => add(node.source);
        program.traverse({
          ImportDeclaration: ofSource,
          ExportNamedDeclaration: ofSource,
          ExportAllDeclaration: ofSource,
          ImportExpression: ofSource,
          TSImportType: ({ node }) => add(node.argument),
          CallExpression: ({ node }) => {
            if (node.callee?.type === 'Import') add(node.arguments?.[0]);
          },
        });
        program.node.body = [...addresses].map((address) =>
          types.importDeclaration([], types.stringLiteral(address)),
        );
      },
    },
  };
}

/** One refused import, as `rule: from → to`. */
export async function violations(tree: string): Promise<string[]> {
  const folders = rooms.filter((room) => existsSync(`${tree}/${room}`));
  const { output } = await cruise(
    folders.map((folder) => `${folder}/**/*.{ts,tsx,mjs}`),
    {
      baseDir: tree,
      validate: true,
      ruleSet: { forbidden },
      doNotFollow: { path: 'node_modules' },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['browser', 'import', 'node', 'default'],
    },
    {
      babelConfig: {
        babelrc: false,
        configFile: false,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [onlyImports],
      },
    },
  );
  const result = output as ICruiseResult;
  if (result.summary.totalCruised === 0) throw new Error(`no files to check in ${tree}`);
  return result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const refused = await violations(fileURLToPath(new URL('..', import.meta.url)));
  for (const line of refused) console.log(line);
  console.log(refused.length === 0 ? 'all imports point the right way' : `${refused.length} refused`);
  process.exitCode = refused.length === 0 ? 0 : 1;
}
