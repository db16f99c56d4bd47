import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../core/sync/format/name.ts';
import { areAcceptable, usualParameters } from '../../../core/sync/keys/argon2.ts';
import { argon2idWith } from '../../../core/sync/keys/argon2id.ts';
import { epochKeyOf } from '../../../core/sync/keys/derive.ts';
import { findVault } from '../../../core/sync/keys/find-vault.ts';
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
import { readRecoveryCode, recoveryCode } from '../../../core/sync/keys/recovery-code.ts';
import { MemoryRemote } from '../../../core/sync/remote/memory-remote.ts';
import { Random } from '../../../tools/sim/random.ts';

const random = new Random(9).bytes;
const argon2id = argon2idWith();
const parameters = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };
const recovery = random(16);
const secrets = newVault(random);

function write(of: VaultSecrets, passphrase: string, number: number): Promise<HeaderFile> {
  return writeHeader(of, { number, passphrase, recovery, parameters }, { argon2id, random });
}

async function read({ name, file }: HeaderFile) {
  const header = await readHeader(name, file);
  if (!header.ok) throw new Error(header.why);
  return header.header;
}

async function changed(file: HeaderFile, from: string, to: string): Promise<HeaderFile> {
  const text = new TextDecoder().decode(file.file);
  expect(text).toContain(from);
  const bytes = new TextEncoder().encode(text.replace(from, to));
  return { name: `vault.1.${await hashOf(bytes)}`, file: bytes };
}

describe('a vault', () => {
  it('opens with its passphrase, however the keyboard composed it, and with nothing else', async () => {
    const header = await read(await write(secrets, 'Zürich ½ café', 1));
    const opened = await openWithPassphrase(header, 'Zürich ½ café'.normalize('NFD'), argon2id);
    expect(opened).toEqual({ ok: true, secrets });
    expect(await openWithPassphrase(header, 'Zurich ½ cafe', argon2id)).toEqual({
      ok: false,
      why: 'wrong secret',
    });
  });

  it('opens with the recovery code', async () => {
    const header = await read(await write(secrets, 'forgotten', 1));
    expect(await openWithRecovery(header, recovery)).toEqual({ ok: true, secrets });
    expect((await openWithRecovery(header, random(16))).ok).toBe(false);
  });

  it('keeps its keys under a new passphrase; the old one does not open the new header', async () => {
    const header = await read(await write(secrets, 'the new one', 2));
    expect(await openWithPassphrase(header, 'the new one', argon2id)).toEqual({ ok: true, secrets });
    expect((await openWithPassphrase(header, 'the old one', argon2id)).ok).toBe(false);
  });

  it('reads what is old after a new epoch', async () => {
    const next = withNewEpoch(secrets, random);
    const opened = await openWithPassphrase(await read(await write(next, 'p', 3)), 'p', argon2id);
    expect(opened.ok && opened.secrets.epochs).toEqual(next.epochs);
    expect(next.epochs[0]).toEqual(secrets.epochs[0]);
  });

  it('shows to whoever has its keys that only the passphrase is another, and nothing else', async () => {
    const kept = await Promise.all(secrets.epochs.map(epochKeyOf));
    const header = await read(await write(secrets, 'the new one', 2));
    expect(await hasOnly(header, kept)).toBe(true);
    const withMore = withNewEpoch(secrets, random);
    expect(await hasOnly(await read(await write(withMore, 'p', 3)), kept)).toBe(false);
    const others = { ...secrets, epochs: [random(32)] };
    expect(await hasOnly(await read(await write(others, 'p', 3)), kept)).toBe(false);
    expect(await hasOnly({ ...header, number: 9 }, kept)).toBe(false);
    expect(await hasOnly({ ...header, recovery: header.passphrase }, kept)).toBe(false);
  });

  it('has no word of passphrase, keys or code in its header', async () => {
    const { file } = await write(secrets, 'correct horse battery', 1);
    const text = new TextDecoder().decode(file);
    expect(text).not.toContain('horse');
    const key = [...(secrets.epochs[0] ?? [])].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(text).not.toContain(key);
  });

  it('refuses a header with which guessing would be cheap, or opening would never end', async () => {
    const good = await write(secrets, 'p', 1);
    for (const [from, to] of [
      ['"memoryKiB":19456', '"memoryKiB":8'],
      ['"memoryKiB":19456', '"memoryKiB":99999999'],
      ['"passes":2', '"passes":1'],
      ['"lanes":1', '"lanes":0'],
    ] as const) {
      const { name, file } = await changed(good, from, to);
      expect(await readHeader(name, file)).toEqual({ ok: false, why: 'refused parameters' });
    }
    expect(areAcceptable(usualParameters)).toBe(true);
  });

  it('does not open when a server changed its parameters within what is allowed', async () => {
    const header = await read(await changed(await write(secrets, 'p', 1), '"passes":2', '"passes":3'));
    expect(await openWithPassphrase(header, 'p', argon2id)).toEqual({ ok: false, why: 'wrong secret' });
  });

  it('is refused at every truncation of its header', async () => {
    const { name, file } = await write(secrets, 'p', 1);
    for (let length = 0; length < file.length; length += 3)
      expect((await readHeader(name, file.slice(0, length))).ok).toBe(false);
  });
});

describe('the folder that the reader chose', () => {
  it('asks when it is empty, and when it has files of somebody else', async () => {
    const remote = new MemoryRemote();
    expect(await findVault(remote, null)).toEqual({ found: 'nothing', others: false });
    remote.files.set('holiday.jpg', random(3));
    expect(await findVault(remote, null)).toEqual({ found: 'nothing', others: true });
  });

  it('is never taken for empty when segments are listed and no header is', async () => {
    const remote = new MemoryRemote();
    remote.files.set(`${'a'.repeat(32)}.1.${'b'.repeat(32)}`, random(3));
    expect(await findVault(remote, null)).toEqual({ found: 'segments only' });
  });

  it('has the newest header first', async () => {
    const remote = new MemoryRemote();
    for (const number of [9, 10, 2]) {
      const { name, file } = await write(secrets, 'p', number);
      remote.files.set(name, file);
    }
    const found = await findVault(remote, null);
    expect(found.found === 'vault' && found.headers.map(({ number }) => number)).toEqual([10, 9, 2]);
  });

  it('is not trusted when it shows an older header, weaker parameters or another vault', async () => {
    const remote = new MemoryRemote();
    const { name, file } = await write(secrets, 'p', 2);
    remote.files.set(name, file);
    const known = { vault: secrets.vault, number: 2, argon2id: parameters };
    expect((await findVault(remote, known)).found).toBe('vault');
    expect((await findVault(remote, { ...known, number: 3 })).found).toBe('an older state');
    expect((await findVault(remote, { ...known, argon2id: usualParameters })).found).toBe('an older state');
    expect((await findVault(remote, { ...known, vault: '0'.repeat(32) })).found).toBe('another vault');
  });
});

describe('a recovery code', () => {
  it('comes back from paper, in small letters and with other separators', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 16 }), async (bytes) => {
        const secret = new Uint8Array(bytes);
        const code = await recoveryCode(secret);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
        const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(await readRecoveryCode(typed)).toEqual({ ok: true, secret });
      }),
      { numRuns: 50 },
    );
  });

  it('with one wrong letter is a slip, not another code', async () => {
    const code = await recoveryCode(recovery);
    for (let at = 0; at < code.length; at++) {
      if (code[at] === '-') continue;
      const wrong = code.slice(0, at) + (code[at] === '7' ? '8' : '7') + code.slice(at + 1);
      expect(await readRecoveryCode(wrong)).toEqual({ ok: false, why: 'a slip' });
    }
    expect(await readRecoveryCode('no code')).toEqual({ ok: false, why: 'not a code' });
  });
});
