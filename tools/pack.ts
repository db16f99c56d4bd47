// `npm run -s pack -- build SOURCE FILE… --out PACK` makes a pack of public data, by the very importers of the
// extension; `npm run -s pack -- inspect PACK` says what is in one. 0: done; 1: a file is not what it should be;
// 2: called in a wrong way.
import { parseArgs } from 'node:util';
import { PackError } from '../core/knowledge/pack/index.ts';
import { SOURCES } from '../core/knowledge/sources/all.ts';
import { SourceError } from '../core/knowledge/sources/open.ts';
import { build } from './pack/build.ts';
import { writeCatalogue } from './pack/catalogue.ts';
import { inspect } from './pack/inspect.ts';
import { RefusedError, UsageError } from './pack/refusal.ts';

const HELP = `Usage:
  npm run -s pack -- build SOURCE FILE… --out PACK [options]
  npm run -s pack -- inspect PACK
  npm run -s pack -- catalogue FOLDER --out CATALOGUE [--title TITLE]

build    makes a knowledge pack of files of public data, packed (gzip, bzip2, zip) or not
  SOURCE       ${SOURCES.map(({ id }) => id).join(', ')};
               or auto: told by what is in each file
  --out PACK         where to write it; nothing is written unless all went well
  --id ID            the pack's id, small letters, digits and hyphens; the source's if not given
  --title TITLE      what readers see; the source's if not given
  --languages en,de  the languages of names to keep, first the most wanted; en if not given
  --with PACK        a pack whose people and places the events are tied to, as often as needed;
                     the starter pack, where it has been built, if not given
inspect  prints a pack's header and checks every block of it
catalogue  lists the packs of a folder in a file, by which readers install and update them (docs/catalogue.md)
`;

const OPTIONS = {
  out: { type: 'string' },
  id: { type: 'string' },
  title: { type: 'string' },
  languages: { type: 'string' },
  with: { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const;

function parsed() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function run(): Promise<void> {
  const { values, positionals } = parsed();
  const [command, ...rest] = positionals;
  if (values.help || command === 'help') {
    process.stdout.write(HELP);
    return;
  }
  if (command === 'build') {
    const [source, ...files] = rest;
    if (source === undefined) throw new UsageError('Say which source: build SOURCE FILE… --out PACK.');
    if (files.length === 0) throw new UsageError('Say which files: build SOURCE FILE… --out PACK.');
    if (values.out === undefined) throw new UsageError('Say where the pack goes: --out PACK.');
    const { out, id, title, languages, with: packs } = values;
    await build({ source, files, out, id, title, languages: languages?.split(','), packs });
  } else if (command === 'inspect') {
    const [file, ...more] = rest;
    if (file === undefined || more.length > 0) throw new UsageError('Say which pack: inspect PACK.');
    await inspect(file);
  } else if (command === 'catalogue') {
    const [folder, ...more] = rest;
    if (folder === undefined || more.length > 0)
      throw new UsageError('Say which folder: catalogue FOLDER --out FILE.');
    if (values.out === undefined) throw new UsageError('Say where the catalogue goes: --out FILE.');
    const today = new Date().toISOString().slice(0, 10);
    await writeCatalogue({ folder, out: values.out, title: values.title ?? 'Backstory packs', today });
  } else
    throw new UsageError(command === undefined ? 'Say what to do.' : `There is no command “${command}”.`);
}

try {
  await run();
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${HELP}`);
    process.exitCode = 2;
  } else if (error instanceof SourceError || error instanceof PackError || error instanceof RefusedError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
