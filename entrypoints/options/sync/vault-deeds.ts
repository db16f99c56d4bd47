// What can be done with a vault (vault-messages.ts). Each deed goes to the server first and is written down here last, in
// one piece: whatever stops it in between, this device is as it was, and the deed can be done again.
import { isDeviceId } from '../../../core/sync/format/name.ts';
import { usualParameters } from '../../../core/sync/keys/argon2.ts';
import { epochKeyOf } from '../../../core/sync/keys/derive.ts';
import type { FoundHeader } from '../../../core/sync/keys/find-vault.ts';
import {
  type HeaderFile,
  hasOnly,
  newVault,
  openWithPassphrase,
  openWithRecovery,
  readHeader,
  type VaultSecrets,
  withNewEpoch,
  writeHeader,
} from '../../../core/sync/keys/header.ts';
import { openLine, pairingLine, readLine } from '../../../core/sync/keys/pairing.ts';
import { readRecoveryCode, recoveryCode } from '../../../core/sync/keys/recovery-code.ts';
import { RemoteSettings } from '../../../core/sync/remote/index.ts';
import { dropDevice } from '../../../storage/reader/device-names.ts';
import { begin, goOn, setUpWith } from './vault-begin.ts';
import { copyVault, isCopiedInPart } from './vault-copy.ts';
import {
  current,
  find,
  headersAt,
  judged,
  look,
  put,
  type Reached,
  reach,
  type VaultMeans,
} from './vault-means.ts';
import type { ChosenPlace, Deed, DeedAnswer, DeedAsk, VaultSecret } from './vault-messages.ts';
import { tryPlace } from './vault-try.ts';
import { Refusal, troubled, unsureOfKeys } from './vault-words.ts';

export type Doing = { readonly [D in Deed]: (ask: DeedAsk<D>) => Promise<DeedAnswer<D>> };

/** Letters of a passphrase; fewer are guessed. */
const LEAST_PASSPHRASE = 10;
const RECOVERY_BYTES = 16;

/** A deed that cannot be done throws a `Refusal`. */
export function vaultDeeds(means: VaultMeans): Doing {
  const { random, argon2id } = means;

  return {
    try: ({ place }) => tryPlace(checked(place), means),

    create: async ({ place: chosen, passphrase, deviceName }) => {
      mustBeLong(passphrase);
      const at = reach(means, checked(chosen));
      await ready(at);
      if ((await look(at, null)).found === 'vault') throw new Refusal('a vault is there');
      const secrets = newVault(random);
      const made = await written(secrets, 1, passphrase);
      await putKeys(at, made.file);
      const setUp = await setUpWith(chosen, secrets, made.file, []);
      await begin({ ...setUp, codeUnseen: true }, deviceName, means);
      return { recoveryCode: made.code };
    },

    join: async ({ place: chosen, secret, deviceName }) => {
      const at = reach(means, checked(chosen));
      const headers = await headersAt(at, null);
      const { secrets, header } = await openedBy(headers, secret);
      await begin(await setUpWith(chosen, secrets, header.from, headers), deviceName, means);
      return {};
    },

    openAgain: async ({ secret }) => {
      const setUp = await current();
      const at = reach(means, setUp);
      const headers = await headersAt(at, setUp.vault);
      const { secrets, header } = await openedBy(headers, secret);
      if (secrets.epochs.length < setUp.vault.epochs.length) throw new Refusal('older state');
      await goOn(await setUpWith(setUp, secrets, header.from, headers, setUp.vault), 'snapshot', means);
      return {};
    },

    changePassphrase: async ({ secret, passphrase, dropDevice: lost }) => {
      mustBeLong(passphrase);
      const setUp = await current();
      const at = reach(means, setUp);
      const headers = await headersAt(at, setUp.vault);
      const { secrets, header } = await openedBy(headers, secret);
      const next = lost === null ? secrets : withNewEpoch(secrets, random);
      const made = await written(next, header.number + 1, passphrase);
      await putKeys(at, made.file);
      // From now on it is true, whatever becomes of this device.
      if (lost !== null && isDeviceId(lost)) await dropDevice(lost);
      const changed = await setUpWith(setUp, next, made.file, headers, setUp.vault);
      await goOn({ ...changed, codeUnseen: true }, 'as it is', means);
      return { recoveryCode: made.code };
    },

    changePlace: async ({ place: chosen }) => {
      const setUp = await current();
      const at = reach(means, checked(chosen));
      await ready(at);
      const there = await find(at, setUp.vault);
      const isPart = there.found === 'segments only' && (await isCopiedInPart(at.place));
      const moved = { ...setUp, settings: chosen.settings, folder: chosen.folder };
      if (!isPart && judged(there, at).found === 'vault') {
        await goOn(moved, 'where it belongs', means);
        return {};
      }
      const isWhole = await copyVault(reach(means, setUp).place, at, means);
      await put(at, setUp.vault.header, means);
      await goOn(moved, isWhole ? 'where it belongs' : 'everything', means);
      return {};
    },

    startOver: async () => {
      const setUp = await current();
      const at = reach(means, setUp);
      await ready(at);
      await put(at, setUp.vault.header, means);
      await goOn(setUp, 'everything', means);
      return {};
    },

    pair: async ({ secret }) => {
      const { settings, vault } = await current();
      const read = await readHeader(vault.header.name, vault.header.file);
      if (!read.ok) throw new Refusal('unusable');
      const header = { ...read.header, from: vault.header };
      const { secrets } = await openedBy([header], secret);
      const { line, code, until } = await pairingLine(secrets, settings, {
        argon2id,
        random,
        now: means.now(),
      });
      return { line, code, until: new Date(until).toISOString() };
    },

    readLine: async ({ line }) => {
      const read = readLine(line);
      if (!read) throw new Refusal('no line');
      return { place: read.place, access: read.access };
    },

    joinByLine: async ({ line, code, folder, deviceName }) => {
      const read = readLine(line);
      if (!read) throw new Refusal('no line');
      const opened = await openLine(read, code, { argon2id, now: means.now() });
      if (!opened.ok) throw new Refusal(opened.why === 'old' ? 'line is old' : 'wrong secret');
      const { secrets, settings } = opened;
      const at = reach(means, { settings, folder });
      const headers = await headersAt(at, null);
      const header = headers.find(({ vault }) => vault === secrets.vault);
      if (!header) throw new Refusal('another vault');
      if (!(await counts(secrets, headers))) throw new Refusal('line is old', KEYS_CHANGED);
      await begin(await setUpWith({ settings, folder }, secrets, header.from, headers), deviceName, means);
      return {};
    },

    folder: async () => {
      const { folder } = await current();
      return { folder: folder as FileSystemDirectoryHandle | null };
    },
  };

  async function written(secrets: VaultSecrets, number: number, passphrase: string) {
    const recovery = new Uint8Array(random(RECOVERY_BYTES));
    const wishes = { number, passphrase, recovery, parameters: usualParameters };
    const file = await writeHeader(secrets, wishes, { argon2id, random });
    return { file, code: await recoveryCode(recovery) };
  }

  function putKeys(at: Reached, header: HeaderFile): Promise<void> {
    means.onDecided();
    return put(at, header, means, unsureOfKeys);
  }

  /** Of the newest only: whoever has an old passphrase may have been shut out by a new one. */
  async function openedBy(headers: readonly FoundHeader[], secret: VaultSecret) {
    const newest = headers.filter(({ number }) => number === headers[0]?.number);
    const code = secret.by === 'recovery code' ? await readRecoveryCode(secret.code) : null;
    if (code && !code.ok) throw new Refusal('no recovery code');
    for (const header of newest) {
      const opened =
        secret.by === 'passphrase'
          ? await openWithPassphrase(header, secret.passphrase, argon2id)
          : await openWithRecovery(header, code?.secret ?? new Uint8Array());
      if (opened.ok && (await counts(opened.secrets, headers))) return { header, secrets: opened.secrets };
      if (opened.ok) throw new Refusal('wrong secret', GAVE_WAY);
      if (opened.why !== 'wrong secret') throw new Refusal('unusable');
    }
    throw new Refusal('wrong secret');
  }
}

/** Of two headers that were written at once the first counts, and others with the very same keys. */
async function counts({ epochs }: VaultSecrets, [first]: readonly FoundHeader[]): Promise<boolean> {
  return first !== undefined && hasOnly(first, await Promise.all(epochs.map(epochKeyOf)));
}

async function ready({ place, trouble }: Reached): Promise<void> {
  if (!(await place.setUp()).ok) throw troubled(trouble());
}

function mustBeLong(passphrase: string): void {
  const letters = [...passphrase.normalize('NFKC').trim()].length;
  if (letters < LEAST_PASSPHRASE) throw new Refusal('passphrase too short');
}

/** A form may be wrong about what it read. */
function checked({ settings, folder }: ChosenPlace): ChosenPlace {
  const parsed = RemoteSettings.safeParse(settings);
  if (!parsed.success) throw new Refusal('wrong place', NO_ADDRESS);
  return { settings: parsed.data, folder };
}

const GAVE_WAY = {
  happened: 'Two devices changed the keys at the same time, and those of the other one count.',
  toDo: 'Take the passphrase that was chosen on the other device. This one, and the recovery code that came with it, open nothing any more.',
};

const KEYS_CHANGED = {
  happened: 'The keys of the vault were changed since this line was made.',
  toDo: 'Make a new line on a device that has the new passphrase, or join with that.',
};

const NO_ADDRESS = {
  happened: 'This address, name or password cannot be right.',
  toDo: 'It must begin with https:// (or be on this machine), without a name or password in it.',
};
