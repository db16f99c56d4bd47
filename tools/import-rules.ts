// Which way imports point (architecture: entrypoints → page → components → messaging → core rooms → text).
// Each rule says what may be imported, so that a new folder is refused until someone decides where it
// belongs. Checked by tools/import-directions.ts; tests/unit/house plants violations and sees them refused.
import type { IForbiddenRuleType } from 'dependency-cruiser';

/** What any core room may take from another: records, and what a room's index.ts gives out. */
const PUBLIC_OF_CORE = [
  '^core/knowledge/(dates|terms|entity|event|backstory)\\.ts$',
  '^core/knowledge/remote/origin\\.ts$',
  '^core/article/article\\.ts$',
  '^core/matching/(correction|mention|weigh)\\.ts$',
  '^core/sync/standing\\.ts$',
  '^core/.+/index\\.ts$',
];
const PACKAGE = '(^|/)node_modules/';
const TESTS_AND_TOOLS = '^(tests|tools|playwright\\.config|wxt\\.config)';

/** A room may import itself, what is listed, and packages (which have rules of their own). */
const room = (name: string, allowed: readonly string[], comment: string): IForbiddenRuleType => ({
  name: `${name.replaceAll('/', '-')}-imports-only-what-is-below-it`,
  comment,
  severity: 'error',
  from: { path: `^${name}/` },
  to: { pathNot: [`^${name}/`, ...allowed, PACKAGE], dependencyTypesNot: ['core'] },
});

export const forbidden: IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one idea, or hide a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-unresolvable',
    comment: 'An import that leads nowhere would slip past every other rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  room('core/text', [], 'The lowest room: text and the map from DOM to text.'),
  room('core/article', ['^core/text/', ...PUBLIC_OF_CORE], 'Pure: page → Article.'),
  room('core/matching', ['^core/text/', ...PUBLIC_OF_CORE], 'Pure: text → mentions → entities.'),
  room('core/knowledge', ['^core/text/', ...PUBLIC_OF_CORE], 'Pure: records, backstory, packs.'),
  room('core/annotation', ['^core/text/', ...PUBLIC_OF_CORE], 'Pure: saved highlights.'),
  room('core/sync', ['^core/text/', ...PUBLIC_OF_CORE], 'Pure: merging, encryption, remotes.'),
  room('storage', ['^core/', '^messaging/result\\.ts$'], 'Implements interfaces that core defines.'),
  room('messaging', PUBLIC_OF_CORE, 'Requests are made of records, not of anything that thinks.'),
  room('components', ['^messaging/', '^core/'], 'What several entrypoints show.'),
  room('page', ['^components/', '^messaging/', '^core/'], 'What runs inside a page, without its entrypoint.'),
  room('entrypoints', ['^page/', '^components/', '^messaging/', '^storage/', '^core/'], 'Wiring.'),
  room('packs', ['^core/'], 'Sources of the packs, and their build.'),
  {
    name: 'core-is-pure',
    comment: 'The same code runs in the worker, in a test and on the command line.',
    severity: 'error',
    from: { path: '^core/' },
    to: { path: `${PACKAGE}(wxt|@wxt-dev|dexie|preact|@preact|webextension-polyfill)/` },
  },
  {
    name: 'what-ships-knows-no-node',
    severity: 'error',
    from: { path: '^(core|storage|messaging|components|page|entrypoints)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'databases-open-only-in-our-own-origin',
    comment: "A content script that opened Dexie would open it in the page's origin.",
    severity: 'error',
    from: {
      pathNot: [
        '^storage/',
        '^entrypoints/(background|popup|options|welcome|library|notebook)[./]',
        '^tests/',
      ],
    },
    to: { path: ['^storage/', `${PACKAGE}dexie/`] },
  },
  {
    name: 'nothing-that-ships-imports-tests-or-tools',
    severity: 'error',
    from: { pathNot: [TESTS_AND_TOOLS] },
    to: { path: TESTS_AND_TOOLS },
  },
  {
    name: 'zod-only-as-mini',
    comment: 'zod/mini is a third of the size and free of new Function.',
    severity: 'error',
    from: { path: '^(core|storage|messaging|components|page|entrypoints)/' },
    to: { path: `${PACKAGE}zod/`, pathNot: `${PACKAGE}zod/(v4/)?(mini|locales)/` },
  },
  {
    name: 'what-ships-is-a-dependency',
    comment: 'A devDependency in the bundle has no row for its size in docs/dependencies.md.',
    severity: 'error',
    from: { path: '^(core|storage|messaging|components|page|entrypoints)/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: `${PACKAGE}(wxt|@wxt-dev)/` },
  },
];

/** The folders that the rules are about. */
export const rooms = [
  'core',
  'storage',
  'messaging',
  'components',
  'page',
  'entrypoints',
  'packs',
  'tools',
  'tests',
];
