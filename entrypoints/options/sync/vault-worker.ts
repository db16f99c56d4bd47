// Makes and opens vaults, away from the page: a key from a passphrase takes seconds of work.
import type { FromVaultWorker, ToVaultWorker } from './vault-messages.ts';

addEventListener('message', ({ data }: MessageEvent<ToVaultWorker>) => {
  const words = { happened: `This version cannot do this yet: ${data.deed}.`, toDo: 'Nothing was changed.' };
  self.postMessage({ kind: 'refused', refused: { why: 'not set up', words } } satisfies FromVaultWorker);
});
