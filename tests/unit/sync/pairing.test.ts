// A line for another device: useless without its code, and useless when a letter of it is another.
import { describe, expect, it } from 'vitest';
import { argon2idWith } from '../../../core/sync/keys/argon2id.ts';
import { newVault, withNewEpoch } from '../../../core/sync/keys/header.ts';
import { openLine, pairingLine, readLine } from '../../../core/sync/keys/pairing.ts';
import type { RemoteSettings } from '../../../core/sync/remote/index.ts';
import { Random } from '../../../tools/sim/random.ts';

const random = new Random(4).bytes;
const argon2id = argon2idWith();
const now = Date.UTC(2026, 10, 23);
const secrets = withNewEpoch(newVault(random), random);
const settings: RemoteSettings = {
  kind: 's3',
  address: 'https://s3.example',
  bucket: 'notes',
  region: 'us-east-1',
  prefix: 'mine/',
  user: 'AKIAX',
  password: 'swordfish',
};
const made = await pairingLine(secrets, settings, { argon2id, random, now });
const plain = atob(made.line.slice(made.line.indexOf('.') + 1));

const opened = async (line: string, code: string, at = now) => {
  const read = readLine(line);
  return read ? openLine(read, code, { argon2id, now: at }) : 'no line';
};

describe('a pairing line', () => {
  it('brings keys and place to whoever types its code, however it was pasted', async () => {
    const folded = made.line.replaceAll(/(.{70})/g, '$1\n  ');
    expect(await opened(folded, ` ${made.code.toLowerCase()}`)).toEqual({ ok: true, secrets, settings });
  });

  it('tells without the code only where the place is, and whose access to ask for', () => {
    expect(readLine(made.line)).toMatchObject({
      place: { kind: 's3', where: 'https://s3.example/notes/mine/', user: '' },
      access: 'https://s3.example/*',
    });
    for (const secret of ['swordfish', 'AKIAX', secrets.vault]) expect(plain).not.toContain(secret);
  });

  it('is old after ten minutes', async () => {
    expect(await opened(made.line, made.code, made.until + 1)).toEqual({ ok: false, why: 'old' });
  });

  it('does not open with another code, nor when its place or its time is another', async () => {
    expect(await opened(made.line, 'AAAAA-AAAAA')).toEqual({ ok: false, why: 'wrong code' });
    for (const [from, to] of [
      ['s3.example', 's3.exbmple'],
      [String(made.until), String(made.until + 9_000_000)],
    ] as const) {
      expect(plain).toContain(from);
      const changed = made.line.slice(0, made.line.indexOf('.') + 1) + btoa(plain.replace(from, to));
      expect(await opened(changed, made.code)).toEqual({ ok: false, why: 'wrong code' });
    }
  });

  it('is no line where a part of it is missing, or where it is something else', () => {
    for (const text of [
      '',
      'https://dav.example/',
      made.line.slice(9),
      made.line.slice(0, -9),
      `${made.line}!`,
      'backstory-pair-1.e30=',
    ])
      expect(readLine(text)).toBeNull();
  });
});
