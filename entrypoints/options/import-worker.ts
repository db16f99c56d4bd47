// Wiring: one worker per file. It ends with the page, and whatever it had half stored is then nobody's: the next
// installation, or `tidy`, removes it.
import { sweep } from '../../storage/packs/index.ts';
import { failureOf } from './import-failure.ts';
import { importFile } from './import-file.ts';
import type { ImportNews } from './import-job.ts';
import type { ToImportWorker } from './import-messages.ts';
import { seldom } from './seldom.ts';

const cancelled = new AbortController();

function post(news: ImportNews): void {
  self.postMessage(news);
}

addEventListener('message', ({ data }: MessageEvent<ToImportWorker>) => {
  if (data.kind === 'cancel') cancelled.abort();
  else if (data.kind === 'tidy') void sweep().finally(() => self.close());
  else void run(data.file);
});

async function run(file: File): Promise<void> {
  const { signal } = cancelled;
  try {
    await importFile(file, {
      tell: seldom(post, () => performance.now()),
      signal,
      now: new Date(),
      languages: navigator.languages,
    });
  } catch (error) {
    post(signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', ...failureOf(error) });
  }
}
