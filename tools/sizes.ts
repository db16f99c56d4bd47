// What each entrypoint weighs, gzipped, with every chunk that it may load: the gate runs on every page that
// anyone opens, the reader on every article, and neither may grow unnoticed. Packs are not counted: they are
// data, read once.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

interface Budget {
  readonly name: string;
  readonly entry: string;
  /** Thousand bytes, gzipped. */
  readonly most: number;
}

const BUDGETS: readonly Budget[] = [
  { name: 'gate', entry: 'content-scripts/gate.js', most: 6 },
  { name: 'reader', entry: 'reader.js', most: 40 },
  // Comes with the first selection in an article, where something is kept, or with “not this one”.
  { name: 'keeper', entry: 'keeper.js', most: 50 },
  // Beside a passage, each time its note is opened: 200 milliseconds count.
  { name: 'panel', entry: 'panel.html', most: 11 },
  // 25 of it are its own. The more of our pages share with it, the more chunks it is cut into, each gzipped by itself, and
  // the schemas that only they need lie in the chunk that it shares.
  { name: 'popup', entry: 'popup.html', most: 28 },
  // Both read Markdown, which is most of the first.
  { name: 'notebook', entry: 'notebook.html', most: 75 },
  { name: 'library', entry: 'library.html', most: 125 },
  // 27 of it are sync: the engine, four kinds of servers, and a reader of XML. A service worker can load nothing later.
  { name: 'background', entry: 'background.js', most: 160 },
  { name: 'entry', entry: 'entry.html', most: 31 },
  // Started with the first look-up: Wikidata's importer, and what asks its server.
  { name: 'look-up', entry: 'assets/look-up-worker-*.js', most: 30 },
  // Loaded when a reader adds a file, and gone with it: all importers, and the parsers that they need.
  { name: 'import', entry: 'assets/import-worker-*.js', most: 160 },
];

const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*)["'`]([^"'`]+\.js)["'`]/g;
const IN_HTML = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.js)"/g;

/** Every script that an entry loads, itself included: static imports, dynamic ones, and those of its page. */
function scriptsOf(build: string, entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry) || !existsSync(join(build, entry))) return found;
  const html = entry.endsWith('.html');
  if (!html) found.add(entry);
  for (const [, address = ''] of readFileSync(join(build, entry), 'utf8').matchAll(
    html ? IN_HTML : IMPORTED,
  )) {
    const path = address.startsWith('/') ? address.slice(1) : normalize(join(dirname(entry), address));
    scriptsOf(build, path, found);
  }
  return found;
}

/** Bytes of one entry's scripts, gzipped one by one as they are in an archive; null where it was not built. */
export function gzippedSize(build: string, entry: string): number | null {
  if (!existsSync(join(build, entry))) return null;
  const sizes = [...scriptsOf(build, entry)].map((path) => gzipSync(readFileSync(join(build, path))).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A script that only a page starts has a hash in its name. */
function built(build: string, entry: string): string {
  const [start = '', end = ''] = entry.split('*');
  if (!entry.includes('*') || !existsSync(join(build, dirname(entry)))) return entry;
  const names = readdirSync(join(build, dirname(entry))).map((name) => join(dirname(entry), name));
  return names.find((name) => name.startsWith(start) && name.endsWith(end)) ?? entry;
}

/** All budgets against one build. */
export function sizes(build: string) {
  return BUDGETS.map((budget) => ({ ...budget, bytes: gzippedSize(build, built(build, budget.entry)) }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let within = true;
  for (const build of ['chrome-mv3', 'firefox-mv3']) {
    for (const { name, most, bytes } of sizes(
      fileURLToPath(new URL(`../.output/${build}`, import.meta.url)),
    )) {
      const fits = bytes !== null && bytes <= most * 1000;
      within &&= fits;
      const size = bytes === null ? 'not built' : `${(bytes / 1000).toFixed(1)} kB`;
      console.log(
        `${build.padEnd(12)} ${name.padEnd(11)} ${size.padStart(9)} of ${most} kB${fits ? '' : '  over budget'}`,
      );
    }
  }
  process.exitCode = within ? 0 : 1;
}
