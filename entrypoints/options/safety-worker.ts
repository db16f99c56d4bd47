// Writes and reads the file with everything, away from the page: ten thousand passages take a second or two, and the
// page loads none of this before it is asked for.
import { CodedError } from '../../messaging/result.ts';
import { bringIn, exportEverything, previewFile, readExport, toldOf } from '../../storage/snapshots/index.ts';
import type { FromSafetyWorker, ToSafetyWorker } from './safety-messages.ts';

type Documents = Extract<ReturnType<typeof readExport>, { kind: 'read' }>['documents'];

let read: Documents = [];

/** Few enough to be seen moving, and not to cost what they tell of. */
const STEPS = 50;

/** Says how far they have been gone through, as they are. */
function* told(documents: Documents): Generator<Documents[number]> {
  const of = documents.length;
  const step = Math.ceil(of / STEPS);
  for (const [done, document] of documents.entries()) {
    if (done % step === 0) self.postMessage({ kind: 'progress', done, of } satisfies FromSafetyWorker);
    yield document;
  }
}

addEventListener('message', ({ data }: MessageEvent<ToSafetyWorker>) => {
  void answer(data)
    .catch(
      (error: unknown): FromSafetyWorker => ({
        kind: 'failed',
        code: error instanceof CodedError ? error.code : 'internal',
      }),
    )
    .then((news) => self.postMessage(news));
});

async function answer(task: ToSafetyWorker): Promise<FromSafetyWorker> {
  const now = new Date().toISOString();
  if (task.kind === 'bring-in') {
    return { kind: 'brought-in', count: await bringIn(told(read), { changed: task.changed, now }) };
  }
  if (task.kind === 'export') {
    const pieces: string[] = [];
    for await (const piece of exportEverything(now)) pieces.push(piece);
    return { kind: 'exported', file: new Blob(pieces, { type: 'application/json' }) };
  }
  const text = await task.file.text().catch(() => null);
  if (text === null) return { kind: 'refused', why: 'unreadable' };
  const found = readExport(text);
  if (found.kind !== 'read') return { kind: 'refused', why: found.kind };
  read = found.documents;
  return { kind: 'read', preview: toldOf(await previewFile(told(read))), refused: found.refused };
}
