// Files in the repository of which the check writes a part or the whole, so that they never say what is not so.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemaOfFiles } from '../sources/json-schema.ts';
import { jsonText } from '../sources/json-text.ts';
import { tables } from './counts.ts';
import { inMarkdown, withPart } from './document.ts';
import type { CheckedPack } from './pack.ts';
import { aboutTable, findings, pooled, readSamples, samplesTable } from './samples.ts';

export interface Written {
  readonly name: string;
  readonly path: string;
  /** What it should be, given what it is. */
  readonly from: (before: string) => string;
}

const path = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

export function writtenParts(pack: CheckedPack): Written[] {
  const samples = readSamples(readFileSync(path('packs/starter-samples.yaml'), 'utf8'));
  const counts = tables(pack).map(inMarkdown).join('\n\n');
  const read = [
    inMarkdown(samplesTable(samples)),
    pooled(samples),
    inMarkdown(aboutTable(samples)),
    ...findings(samples),
  ].join('\n\n');
  return [
    file('docs/starter-pack.md', (before) => withPart(withPart(before, 'counts', counts), 'samples', read)),
    file('packs/starter.schema.json', () => `${jsonText(schemaOfFiles())}\n`),
  ];
}

const file = (name: string, from: Written['from']): Written => ({ name, path: path(name), from });

/** Those that are not what they should be, with what they should be. */
export function staleParts(
  files: readonly Written[],
  read: (path: string) => string,
): (Written & { text: string })[] {
  return files.flatMap((written) => {
    const before = read(written.path);
    const text = written.from(before);
    return text === before ? [] : [{ ...written, text }];
  });
}
