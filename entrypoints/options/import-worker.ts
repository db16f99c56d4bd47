// Wiring: one worker per file or address. It ends with the page, and whatever it had half stored is then nobody's: the next
// installation, or `tidy`, removes it.
import { sweep } from '../../storage/packs/index.ts';
import { failureOf } from './import-failure.ts';
import { importFile } from './import-file.ts';
import type { ImportNews } from './import-job.ts';
import type { ToImportWorker } from './import-messages.ts';
import { importRemote } from './import-remote.ts';
import { seldom } from './seldom.ts';

const cancelled = new AbortController();

function post(news: ImportNews): void {
  self.postMessage(news);
}

addEventListener('message', ({ data }: MessageEvent<ToImportWorker>) => {
  if (data.kind === 'cancel') cancelled.abort();
  else if (data.kind === 'tidy') void sweep().finally(() => self.close());
  else if (data.kind === 'fetch')
    void run((around) => importRemote(data.wanted, { ...around, fetch: (...request) => fetch(...request) }));
  else
    void run((around) =>
      importFile(data.file, { ...around, now: new Date(), languages: navigator.languages }),
    );
});

interface Told {
  readonly tell: (news: ImportNews) => void;
  readonly signal: AbortSignal;
}

async function run(task: (around: Told) => Promise<void>): Promise<void> {
  const { signal } = cancelled;
  try {
    await task({ tell: seldom(post, () => performance.now()), signal });
  } catch (error) {
    post(signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', ...failureOf(error) });
  }
}
