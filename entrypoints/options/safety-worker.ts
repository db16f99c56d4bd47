// Writes and reads the file with everything, away from the page: ten thousand passages take a second or two, and the
// page loads none of this before it is asked for.
import { CodedError } from '../../messaging/result.ts';
import { bringIn, exportEverything, previewFile, readExport, toldOf } from '../../storage/snapshots/index.ts';
import { isLocked } from './is-locked.ts';
import type { OldDocuments } from './locked-file.ts';
import type { FromSafetyWorker, ToSafetyWorker } from './safety-messages.ts';

let read: OldDocuments = [];
/** Encrypted, until its passphrase comes. */
let locked: Uint8Array<ArrayBuffer> | null = null;

/** Only who locks or opens a file needs the cipher. */
async function locks() {
  const [file, { argon2idWith }] = await Promise.all([
    import('./locked-file.ts'),
    import('../../core/sync/keys/argon2id.ts'),
  ]);
  const onProgress = seldom((done) =>
    self.postMessage({ kind: 'progress', done, of: 1 } satisfies FromSafetyWorker),
  );
  return { ...file, argon2id: argon2idWith(onProgress) };
}

/** Few enough to be seen moving, and not to cost what they tell of. */
const STEPS = 50;

function seldom(tell: (part: number) => void): (part: number) => void {
  let told = -1;
  return (part) => {
    const step = Math.floor(part * STEPS);
    if (step !== told) tell(part);
    told = step;
  };
}

/** Says how far they have been gone through, as they are. */
function* told(documents: OldDocuments): Generator<OldDocuments[number]> {
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
  if (task.kind === 'export-locked') {
    const { lockedExport, argon2id } = await locks();
    return { kind: 'exported', file: await lockedExport(task.passphrase, argon2id) };
  }
  if (task.kind === 'unlock') {
    const { unlocked, argon2id } = await locks();
    const found = locked && (await unlocked(locked, task.secret, argon2id));
    if (!found) return { kind: 'wrong-secret' };
    return 'why' in found ? { kind: 'refused', why: found.why } : looked(found.documents, found.refused);
  }
  return look(task.file);
}

async function look(file: File): Promise<FromSafetyWorker> {
  const bytes = await file.bytes().catch(() => null);
  if (bytes === null) return { kind: 'refused', why: 'unreadable' };
  if (isLocked(bytes)) {
    locked = bytes;
    return { kind: 'locked' };
  }
  const found = readExport(new TextDecoder().decode(bytes));
  return found.kind === 'read'
    ? looked(found.documents, found.refused)
    : { kind: 'refused', why: found.kind };
}

async function looked(documents: OldDocuments, refused: number): Promise<FromSafetyWorker> {
  read = documents;
  return { kind: 'read', preview: toldOf(await previewFile(told(read))), refused };
}
