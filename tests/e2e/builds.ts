// Builds of the extension with one thing wrong, made from the real one, as a damaged disk or a strict browser
// would make it.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** Where this file lies in the extension's own file system, the build `guards-folders` asks for a folder anew. */
export const LET_GO = 'let-go';

const spoil = {
  whole: null,
  /** Bits turned over in the middle of the starter pack. */
  'broken-pack': (folder: string) => {
    const path = join(folder, 'packs', 'starter.bspack');
    const bytes = readFileSync(path);
    for (let at = Math.floor(bytes.length / 3); at < bytes.length; at += 997) {
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
    }
    writeFileSync(path, bytes);
  },
  /** A private window: the database exists and refuses. */
  'no-indexeddb': (folder: string) => {
    const path = join(folder, 'background.js');
    const refuse =
      "IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };\n";
    writeFileSync(path, refuse + readFileSync(path, 'utf8'));
  },
  /** As where the browser grants no more than its usual share: only there can a test fill it. */
  'limited-storage': (folder: string) => {
    const path = join(folder, 'manifest.json');
    const manifest: { permissions: string[] } = JSON.parse(readFileSync(path, 'utf8'));
    const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
    writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
  },
  /**
   * As a tab is that was open before the installation, once the toolbar's button has been clicked there: no
   * script of ours has come into it by itself, and the click has let us in. No test tool can click there.
   */
  'let-in': (folder: string) => {
    const path = join(folder, 'manifest.json');
    const { content_scripts: _, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...rest, host_permissions: ['https://*/*'] }));
  },
  /** As on a page where the toolbar's button has just been clicked: the selection there may be looked at. */
  'may-look': (folder: string) => {
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['https://*/*'] }));
  },
  /** As once the reader has allowed Wikidata to be asked: no test tool can press a button of the browser's own question. */
  'may-ask': (folder: string) => {
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['https://www.wikidata.org/*'] }));
  },
  /** As once the reader has allowed a server on this very machine to be asked. */
  'may-sync': (folder: string) => {
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
  },
  /**
   * As a browser that lets go of a folder which its reader chose: where this file lies in the origin's own file system, it asks
   * anew. The origin's own folders stand in for chosen ones (folders.ts), and about those no browser asks.
   */
  'guards-folders': (folder: string) => {
    const path = join(folder, 'background.js');
    const guard = `FileSystemHandle.prototype.queryPermission = async () => {
  const root = await navigator.storage.getDirectory();
  return root.getFileHandle('${LET_GO}').then(() => 'prompt', () => 'granted');
};
`;
    writeFileSync(path, guard + readFileSync(path, 'utf8'));
  },
} satisfies Record<string, ((folder: string) => void) | null>;

export type BuildName = keyof typeof spoil;

/** The folder of that build; whoever asks for a spoilt one removes it. */
export function buildFolder(name: BuildName): string {
  const change = spoil[name];
  if (!change) return BUILD;
  const folder = mkdtempSync(join(tmpdir(), `backstory-${name}-`));
  cpSync(BUILD, folder, { recursive: true });
  change(folder);
  return folder;
}
