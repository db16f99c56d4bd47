// One file stays as it is; several go into a zip, since a browser asks again for each further download.
import { strToU8, zipSync } from 'fflate';
import type { ExportFile } from './taken.ts';

export interface Download {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

export function asDownload(files: readonly ExportFile[], type: string, zipName: string): Download | null {
  const [first, ...rest] = files;
  if (!first) return null;
  if (rest.length === 0) return { name: first.name, type, content: first.text };
  const content = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
  return { name: zipName, type: 'application/zip', content: new Uint8Array(content) };
}
