// An address → an installed pack, told like a file.
import { installFrom } from '../../storage/packs/index.ts';
import { refuseStarter, wordPack } from './import-file.ts';
import type { ImportNews } from './import-job.ts';
import type { Wanted } from './import-messages.ts';

interface Surroundings {
  readonly tell: (news: ImportNews) => void;
  readonly signal: AbortSignal;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
}

/** Tells all but the failures, which it throws (`failureOf` knows them), and the signal's reason. */
export async function importRemote(
  { from, address, id }: Wanted,
  { tell, signal, fetch }: Surroundings,
): Promise<void> {
  tell({ kind: 'reading' });
  let counts = { entities: 0, events: 0, rejected: 0 };
  const fetched = await installFrom(
    { from, address },
    {
      ...(id !== undefined && { id }),
      fetch,
      signal,
      now: () => new Date(),
      mayInstall: refuseStarter,
      onFound: (header) => {
        counts = { ...header.counts, rejected: 0 };
        tell({ kind: 'found', found: wordPack(header) });
      },
      onProgress: (bytes, of) => tell({ kind: 'importing', bytes, of, records: counts }),
    },
  );
  if (fetched === null) tell({ kind: 'unchanged' });
  else {
    const { title } = fetched.installed.header;
    const { replaced } = fetched;
    tell({ kind: 'done', report: { ...counts, title, replaced, rejections: [], skippedFor: [] } });
  }
}
