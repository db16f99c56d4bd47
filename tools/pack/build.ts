// Files of public data → a pack file, and an account of what became of every row.
import { createHash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { surroundingsOf } from '../../core/knowledge/index.ts';
import { type PackMeta, writePack } from '../../core/knowledge/pack/write.ts';
import { detect, SOURCES } from '../../core/knowledge/sources/all.ts';
import { type Collected, collectAll, type Part, type Report } from '../../core/knowledge/sources/collect.ts';
import { linesOf, SourceError, sampleOf } from '../../core/knowledge/sources/open.ts';
import type { Source } from '../../core/knowledge/sources/source.ts';
import { type Bytes, knowledgeOf, opened } from './files.ts';
import { RefusedError, UsageError } from './refusal.ts';
import { showProgress } from './show-progress.ts';

export interface BuildOptions {
  /** A source's id, or `auto`. */
  readonly source: string;
  readonly files: readonly string[];
  readonly out: string;
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly languages: readonly string[] | undefined;
  readonly packs: readonly string[] | undefined;
}

interface Input {
  readonly path: string;
  readonly source: Source;
  readonly open: () => Bytes;
}

const LONGEST_LICENCE = 500;
const ID = /^[a-z][a-z0-9-]{0,39}$/;

/** Throws UsageError, RefusedError, SourceError or PackError; nothing is then written. */
export async function build({
  source,
  files,
  out,
  id,
  title,
  languages,
  packs,
}: BuildOptions): Promise<void> {
  const named = SOURCES.find((one) => one.id === source);
  if (!named && source !== 'auto') throw new UsageError(`There is no source “${source}”.`);
  const inputs: Input[] = [];
  for (const path of files) inputs.push(await recognised(path, named));
  const sources = [...new Set(inputs.map((input) => input.source))];
  const pack = id ?? sources[0]?.id ?? '';
  if (!ID.test(pack))
    throw new UsageError(`“${pack}” is no id: a small letter first, then small letters, digits and hyphens.`);

  const knowledge = await knowledgeOf(packs);
  const collected = await collectAll(
    inputs.map(partOf),
    { pack, languages: languages ?? ['en'] },
    { knowledge, onProgress: showProgress },
  ).finally(() => process.stderr.write('\n'));
  const { entities, events, report } = collected;
  tell(report, files);
  if (entities.length + events.length === 0)
    throw new RefusedError('Nothing could be imported; no pack was written.');
  const around = knowledge ? await surroundingsOf(events, knowledge) : [];
  const bytes = await writePack(metaOf(pack, title, sources, collected), entities, events, around);
  replace(out, bytes);
  console.log(`${out}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}

/** Which source a file is of; says so. Throws RefusedError. */
async function recognised(path: string, named: Source | undefined): Promise<Input> {
  const open = await opened(path);
  const sample = await sampleOf(open(), basename(path)).catch((error: unknown) => {
    if (error instanceof SourceError) throw new RefusedError(`${path}: ${error.message}`);
    throw error;
  });
  const answer = named?.detect(sample);
  const found = named ? answer && { source: named, ...answer } : detect(sample);
  if (found && 'refused' in found) throw new RefusedError(`${path}: ${found.refused}`);
  if (!found && !named)
    throw new RefusedError(`${path}: no source knows this form. Name the source if you know it.`);
  const source = found?.source ?? named;
  if (!source) throw new RefusedError(`${path}: no source knows this form.`);
  console.log(
    `${path}: ${found ? found.what : `does not look like ${source.title}; it is read as that all the same`}`,
  );
  return { path, source, open };
}

function partOf({ path, source, open }: Input): Part {
  return { source, lines: linesOf(open(), undefined, basename(path)) };
}

function tell(report: Report, files: readonly string[]): void {
  for (const { file, line, reason } of report.rejections)
    console.log(`refused: ${files.length > 1 ? `${files[file]}, ` : ''}line ${line}: ${reason}`);
  const more = report.rejected - report.rejections.length;
  if (more > 0) {
    console.log(`refused: ${more} more rows; of all refused ones:`);
    for (const [reason, count] of report.rejectedFor) console.log(`  ${count} × ${reason}`);
  }
  for (const [reason, count] of report.skippedFor) console.log(`left out: ${count} × ${reason}`);
  console.log(
    `${report.lines} lines: ${report.entities} entities, ${report.events} events, ${report.rejected} rows refused, ${report.skipped} left out`,
  );
}

function metaOf(
  id: string,
  title: string | undefined,
  sources: readonly Source[],
  { entities, events }: Collected,
): PackMeta {
  // The content names the version: the same knowledge is never installed twice.
  const hash = createHash('sha256');
  for (const record of [...entities, ...events]) hash.update(JSON.stringify(record));
  return {
    id,
    version: hash.digest('hex').slice(0, 12),
    title: title ?? sources.map((source) => source.title).join(', '),
    built: new Date().toISOString().slice(0, 10),
    licence: cut([...new Set(sources.map((source) => source.licence))].join('; ')),
    attribution: sources.map(({ attribution, url, licence }) => ({
      text: licence === cut(licence) ? attribution : `${attribution}. Licence: ${licence}`,
      url,
      licence: cut(licence),
    })),
  };
}

/** To what a header holds of a licence, at a word. */
function cut(licence: string): string {
  if (licence.length <= LONGEST_LICENCE) return licence;
  const room = licence.slice(0, LONGEST_LICENCE - 1);
  return `${room.slice(0, room.lastIndexOf(' '))}…`;
}

/** Under another name first: what stands at `out` is whole at any time. */
function replace(out: string, bytes: Uint8Array): void {
  const unfinished = `${out}.unfinished`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, out);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new RefusedError(
      `${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
