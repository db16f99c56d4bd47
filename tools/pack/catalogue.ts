// A folder of packs → the catalogue that is published beside them.
import { readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { readPack } from '../../core/knowledge/pack/index.ts';
import { Catalogue } from '../../core/knowledge/remote/catalogue.ts';
import { opened } from './files.ts';
import { RefusedError } from './refusal.ts';

export interface CatalogueOptions {
  readonly folder: string;
  readonly out: string;
  readonly title: string;
  /** The day it is made, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Throws RefusedError, or PackError for a pack whose header or blocks are not whole; nothing is then written. */
export async function writeCatalogue({ folder, out, title, today }: CatalogueOptions): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.bspack'))
    .sort();
  if (files.length === 0) throw new RefusedError(`There is no pack (*.bspack) in ${folder}.`);
  const packs: Awaited<ReturnType<typeof offered>>[] = [];
  for (const name of files) packs.push(await offered(join(folder, name), dirname(out)));
  const twice = packs.find(({ id }, index) => packs.findIndex((pack) => pack.id === id) !== index);
  if (twice) throw new RefusedError(`Two packs have the id “${twice.id}”.`);
  const catalogue = Catalogue.parse({ backstoryCatalogue: 1, title, updated: today, packs });
  writeFileSync(`${out}.part`, `${JSON.stringify(catalogue, null, 2)}\n`);
  renameSync(`${out}.part`, out);
  console.log(`${out}: ${packs.length} packs`);
}

async function offered(path: string, from: string) {
  const open = await opened(path);
  const { header, sum, blocks } = await readPack(open());
  // To the end: what is published has been whole at least once.
  for await (const _ of blocks);
  const { id, version, title, built, licence, counts } = header;
  const file = relative(from, path).split('\\').join('/') || basename(path);
  return { id, version, title, built, licence, counts, file, bytes: statSync(path).size, sum };
}
