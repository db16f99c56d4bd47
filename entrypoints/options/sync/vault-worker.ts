// Makes and opens vaults, away from the page: a key from a passphrase takes seconds of work. It does one deed.
import { argon2idWith } from '../../../core/sync/keys/argon2id.ts';
import { CodedError } from '../../../messaging/result.ts';
import { say } from '../../../messaging/say.ts';
import { SYNC_LOCK, SYNC_STOP } from '../../../storage/sync/index.ts';
import { placeHere } from '../../background/sync/place.ts';
import { vaultDeeds } from './vault-deeds.ts';
import type { VaultMeans } from './vault-means.ts';
import type { Deed, DeedAsk, FromVaultWorker, ToVaultWorker } from './vault-messages.ts';
import { Refusal } from './vault-words.ts';

const tell = (news: FromVaultWorker) => self.postMessage(news);

/** Few enough not to cost what they tell of. */
const STEPS = 100;
let told = -1;

function onProgress(progress: number): void {
  const step = Math.floor(progress * STEPS);
  if (step === told) return;
  told = step;
  tell({ kind: 'progress', progress });
}

/** Milliseconds for a run to hear that it shall stop, and to come to the end of its step: a request that hangs takes longest. */
const PATIENCE = 90_000;

const means: VaultMeans = {
  place: placeHere,
  argon2id: argon2idWith(onProgress),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  now: Date.now,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  alone: (task) => {
    say(SYNC_STOP);
    return navigator.locks.request(SYNC_LOCK, { signal: AbortSignal.timeout(PATIENCE) }, task);
  },
  onProgress,
  onDecided: () => tell({ kind: 'decided' }),
};

addEventListener('message', ({ data: { deed, ask } }: MessageEvent<ToVaultWorker>) => {
  // A promise that is rejected breaks the worker, and the page hears of that.
  void answered(deed, ask).then(tell, (error: unknown) => setTimeout(() => reportError(error)));
});

async function answered<D extends Deed>(deed: D, ask: DeedAsk<D>): Promise<FromVaultWorker> {
  try {
    return { kind: 'done', answer: await vaultDeeds(means)[deed](ask) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', refused: error.refused };
    if (error instanceof CodedError) return { kind: 'refused', refused: new Refusal('not stored').refused };
    throw error;
  }
}
