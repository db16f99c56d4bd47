// A file → an installed pack, telling on the way what happens. Runs in the import worker, so that a million rows
// never hold up the page, and in a test. Until the last write nothing refers to what was stored, so it may be
// ended anywhere.
import { dayAt } from '../../core/knowledge/dates.ts';
import type { Entity } from '../../core/knowledge/entity.ts';
import { Knowledge, surroundingsOf } from '../../core/knowledge/index.ts';
import { Pack, PackError, type PackHeader, readPack } from '../../core/knowledge/pack/index.ts';
import { writePack } from '../../core/knowledge/pack/write.ts';
import { detect } from '../../core/knowledge/sources/all.ts';
import { type Collected, collect } from '../../core/knowledge/sources/collect.ts';
import { linesOf, sampleOf } from '../../core/knowledge/sources/open.ts';
import type { Sample, Source } from '../../core/knowledge/sources/source.ts';
import { countriesOf } from '../../core/knowledge/sources/tie/countries.ts';
import { install, installedPacks, StoredBlocks } from '../../storage/packs/index.ts';
import { ImportError } from './import-failure.ts';
import type { Counts, ImportNews, ImportReport, Recognised } from './import-job.ts';
import { packOf } from './import-pack.ts';
import { isBrokenGzip, isPackFile } from './is-pack-file.ts';

/** The pack that comes with the extension. */
const STARTER = 'starter';

interface Surroundings {
  readonly tell: (news: ImportNews) => void;
  readonly signal: AbortSignal;
  readonly now: Date;
  /** BCP 47, as the reader's browser lists them. */
  readonly languages: readonly string[];
}

/** Tells all but the failures, which it throws (`failureOf` knows them), and the signal's reason. */
export async function importFile(file: File, around: Surroundings): Promise<void> {
  around.tell({ kind: 'reading' });
  if (await isPackFile(file)) await importPack(file, around);
  else await importData(file, around);
}

async function importPack(file: File, { tell, signal }: Surroundings): Promise<void> {
  const header = await headerOf(file);
  refuseStarter(header);
  tell({ kind: 'found', found: wordPack(header) });
  const replaced = await versionOf(header.id);
  const records = { ...header.counts, rejected: 0 };
  const onProgress = (bytes: number, of: number | null) => tell({ kind: 'importing', bytes, of, records });
  await install(file.stream(), { signal, onProgress });
  tell({
    kind: 'done',
    report: { ...records, title: header.title, replaced, rejections: [], skippedFor: [] },
  });
}

/** Throws ImportError where a pack calls itself the one whose place nothing else may take. */
export function refuseStarter({ id }: PackHeader): void {
  if (id === STARTER) throw new ImportError('built-in');
}

/** What is said of a pack before it is stored. */
export function wordPack({ title, version, attribution, licence }: PackHeader): Recognised {
  const source = attribution.map(({ text }) => text).join('; ');
  return { what: `the Backstory pack “${title}”, version ${version}`, source, licence };
}

async function headerOf(file: File): Promise<PackHeader> {
  try {
    return (await readPack(file.stream())).header;
  } catch (error) {
    const isDamage = error instanceof PackError && error.code === 'foreign' && (await isBrokenGzip(file));
    throw isDamage ? new ImportError('damaged') : error;
  }
}

async function importData(file: File, around: Surroundings): Promise<void> {
  const { tell, signal, now } = around;
  const sample = await sampleOf(file.stream(), file.name);
  const source = recognised(sample, tell);
  const meta = await packOf(source, sample, dayAt(now, Intl.DateTimeFormat().resolvedOptions().timeZone));
  const replaced = await versionOf(meta.id);
  const { entities, events, report, around: known } = await collected(file, source, meta.id, around);
  const summary = {
    entities: entities.length,
    events: events.length,
    rejected: report.rejected,
    title: meta.title,
    replaced,
    rejections: report.rejections,
    skippedFor: [...report.skippedFor].map(([reason, rows]) => ({ reason, rows })),
  };
  if (entities.length + events.length === 0) throw new ImportError('nothing-in-it', whyNothing(summary));
  tell({ kind: 'storing', bytes: 0, of: null });
  const pack = await writePack(meta, entities, events, known);
  signal.throwIfAborted();
  await install(new Blob([pack]).stream(), {
    signal,
    onProgress: (bytes, of) => tell({ kind: 'storing', bytes, of }),
  });
  tell({ kind: 'done', report: summary });
}

function whyNothing({ rejections, skippedFor }: Pick<ImportReport, 'rejections' | 'skippedFor'>): string {
  const [refused] = rejections;
  if (refused) return `The first row that was refused, line ${refused.line}: ${refused.reason}.`;
  const [leftOut] = skippedFor;
  return leftOut ? `What was left out: ${leftOut.reason}.` : 'It has no rows.';
}

function recognised(sample: Sample, tell: Surroundings['tell']): Source {
  const detected = detect(sample);
  if (detected === null) throw new ImportError('not-recognised');
  if ('refused' in detected) throw new ImportError('refused', detected.refused);
  const { source, what } = detected;
  tell({ kind: 'found', found: { what, source: source.attribution, licence: source.licence } });
  return source;
}

async function collected(
  file: File,
  source: Source,
  pack: string,
  { tell, signal, languages }: Surroundings,
): Promise<Collected & { readonly around: readonly Entity[] }> {
  const { knowledge, close } = await installedKnowledge(pack);
  let bytes = 0;
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const onProgress = ({ phase, entities, events, rejected }: Counts & { phase: 'reading' | 'tying' }) => {
    const records = { entities, events, rejected };
    tell({ kind: 'importing', bytes, of: phase === 'reading' ? file.size : null, records });
  };
  try {
    const lines = linesOf(file.stream().pipeThrough(counting), signal, file.name);
    const options = { pack, languages: wanted(languages), countries: await countriesOf(knowledge), signal };
    const found = await collect(source, lines, options, { knowledge, onProgress });
    return { ...found, around: await surroundingsOf(found.events, knowledge) };
  } finally {
    close();
  }
}

/** English first, since Backstory speaks it; then what else the reader reads. */
function wanted(languages: readonly string[]): string[] {
  return [...new Set(['en', ...languages.map((tag) => tag.split('-')[0] ?? tag)])];
}

/** All packs but the one that is being replaced: its old records must not be referred to. */
async function installedKnowledge(except: string): Promise<{ knowledge: Knowledge; close: () => void }> {
  const packs = (await installedPacks())
    .filter(({ id }) => id !== except)
    .map(({ header, database }) => ({ header, blocks: new StoredBlocks(database) }));
  return {
    knowledge: new Knowledge(packs.map(({ header, blocks }) => new Pack(header, blocks))),
    close: () => {
      for (const { blocks } of packs) blocks.close();
    },
  };
}

async function versionOf(id: string): Promise<string | null> {
  const installed = await installedPacks();
  return installed.find((pack) => pack.id === id)?.header.version ?? null;
}
