// The files that people write, found in all folders of `packs/starter`: one folder a region, one file a theme.
import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Their texts by path within the folder, with slashes, in order. */
export function yamlFiles(folder: URL): Map<string, string> {
  const root = fileURLToPath(folder);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.yaml'),
  );
  return new Map(
    paths.sort().map((path) => [path.split(sep).join('/'), readFileSync(new URL(path, folder), 'utf8')]),
  );
}
