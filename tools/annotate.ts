// `npm run -s annotate -- --input FILE.jsonl [--output FILE.jsonl] [--pack FILE]… [--backstory N]`
// The very code of the extension on texts from the command line: one JSON document a line in, one a line out,
// in the same order. `--input page.html` reads a saved page. Standard output carries nothing but JSON lines.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Knowledge } from '../core/knowledge/index.ts';
import { openInMemory, type Pack } from '../core/knowledge/pack/index.ts';
import { annotateDocument, parseDocument } from './annotate/document.ts';
import { linesOf } from './annotate/lines.ts';

const STARTER = fileURLToPath(new URL('../public/packs/starter.bspack', import.meta.url));

const { values } = parseArgs({
  options: {
    input: { type: 'string' },
    output: { type: 'string' },
    pack: { type: 'string', multiple: true },
    backstory: { type: 'string' },
  },
});

/** Says what is wrong and how to call it; standard output stays clean. */
function refuse(message: string): never {
  console.error(
    `${message}\nUsage: npm run -s annotate -- --input FILE.jsonl|page.html [--output FILE.jsonl] [--pack FILE]… [--backstory N]`,
  );
  process.exit(2);
}

async function openPack(path: string): Promise<Pack> {
  try {
    return await openInMemory(new Blob([await readFile(path)]).stream());
  } catch (error) {
    const hint = path === STARTER ? ' Build it with `npm run packs`.' : '';
    return refuse(
      `The pack ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}${hint}`,
    );
  }
}

/** Bytes; the longest pages of the web have a tenth of it. */
const LONGEST_PAGE = 50_000_000;

async function* documentsOf(path: string): AsyncGenerator<string | null> {
  if (!/\.html?$/i.test(path)) {
    yield* linesOf(path);
    return;
  }
  if ((await stat(path)).size > LONGEST_PAGE) throw new Error(`a page has at most ${LONGEST_PAGE / 1e6} MB`);
  // A page needs a DOM, which takes longer to load than a thousand documents to annotate.
  const { documentOfPage } = await import('./annotate/page.ts');
  yield JSON.stringify(documentOfPage(await readFile(path, 'utf8'), path));
}

const input = values.input ?? refuse('No --input given.');
const events = values.backstory === undefined ? 0 : Number(values.backstory);
if (!Number.isInteger(events) || events < 0 || events > 50)
  refuse('--backstory takes a whole number up to 50.');
const knowledge = new Knowledge(await Promise.all((values.pack ?? [STARTER]).map(openPack)));
const output = values.output === undefined ? process.stdout : createWriteStream(values.output);
const today = new Date().toISOString().slice(0, 10);

let number = 0;
try {
  for await (const line of documentsOf(input)) {
    number++;
    if (line?.trim() === '') continue;
    const document = line === null ? { error: 'The line is too long.' } : parseDocument(line);
    const answer =
      'error' in document
        ? { line: number, error: document.error }
        : await annotateDocument(document, knowledge, { events, today });
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain');
  }
} catch (error) {
  refuse(`${input} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}
if (output !== process.stdout) {
  output.end();
  await once(output, 'finish');
}
