// The last step of every deed: place and keys are written down, and what has to be sent, while no run goes on. What is to be
// sent comes first: a device that dies in between sends something once more, and forgets nothing.
import { firstState } from '../../../core/sync/engine/state.ts';
import { epochKeyOf, keysNotAmong } from '../../../core/sync/keys/derive.ts';
import type { FoundHeader } from '../../../core/sync/keys/find-vault.ts';
import { type HeaderFile, readHeader, type VaultSecrets } from '../../../core/sync/keys/header.ts';
import { forgetDevices, moveName, nameDevice } from '../../../storage/reader/device-names.ts';
import { sendEverything, sendSnapshot } from '../../../storage/reader/sync-anew.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import {
  belongsTo,
  type KnownVault,
  rememberBelongs,
  type SetUp,
  writeSetUp,
} from '../../../storage/sync/index.ts';
import type { VaultMeans } from './vault-means.ts';
import { Refusal } from './vault-words.ts';

/**
 * The keys as the browser's own objects; whatever they were made of ends here.
 *
 * @param before what this device had of the vault
 */
export async function setUpWith(
  { settings, folder }: Pick<SetUp, 'settings' | 'folder'>,
  secrets: VaultSecrets,
  header: HeaderFile,
  others: readonly FoundHeader[],
  before?: KnownVault,
): Promise<SetUp> {
  const read = await readHeader(header.name, header.file);
  if (!read.ok) throw new Refusal('unusable');
  const { number, argon2id } = read.header;
  const epochs = await Promise.all(secrets.epochs.map(epochKeyOf));
  const headers = [...new Set([...others.map(({ from }) => from.name), header.name])];
  const had = before ? [...(before.former ?? []), ...before.epochs] : [];
  const former = await keysNotAmong(had, epochs, secrets.vault);
  return {
    settings,
    folder,
    vault: { id: secrets.vault, number, argon2id, epochs, former, header, headers },
  };
}

/** This device, in a vault that it was not in a moment ago. */
export function begin(setUp: SetUp, deviceName: string, means: VaultMeans): Promise<void> {
  return means.alone(async () => {
    const belongs = await belongsTo(setUp);
    if (belongs === 'new') {
      await sendEverything();
      await forgetDevices();
    }
    if (belongs === 'same vault') await sendSnapshot();
    await nameDevice(await deviceHere(means), deviceName);
    await rememberBelongs(setUp);
    await writeSetUp(setUp);
  });
}

/**
 * The same vault, with something changed about it. `snapshot`: others may not be able to read what this device wrote.
 * `everything`: nothing lies at the place. `where it belongs`: what lies there is seen with the next listing.
 */
export function goOn(
  setUp: SetUp,
  send: 'as it is' | 'snapshot' | 'everything' | 'where it belongs',
  means: VaultMeans,
): Promise<void> {
  return means.alone(async () => {
    if (send === 'everything') {
      const before = await deviceHere(means);
      await sendEverything();
      await moveName(before, await deviceHere(means));
    }
    if (send === 'snapshot') await sendSnapshot();
    await rememberBelongs(setUp);
    await writeSetUp(setUp);
  });
}

async function deviceHere({ random }: VaultMeans): Promise<string> {
  const store = new ReaderStore();
  const state = (await store.load()) ?? firstState(random);
  await store.save(state);
  return state.device;
}
