import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DocumentUpdate } from '../../../../core/sync/format/segment.ts';
import { vaultOf } from '../../../../core/sync/keys/derive.ts';
import {
  type HeaderMeans,
  newVault,
  openWithPassphrase,
  readHeader,
  writeHeader,
} from '../../../../core/sync/keys/header.ts';
import { exported, imported, readExport } from '../../../../core/sync/remote/index.ts';
import { Random } from '../../../../tools/sim/random.ts';

const random = new Random(9).bytes;
/** The passphrase itself: what Argon2 does is tested elsewhere. */
const argon2id: HeaderMeans['argon2id'] = async (passphrase) => {
  const key = new Uint8Array(32);
  key.set(passphrase.slice(0, 32));
  return key;
};
const secrets = newVault(random);
const vault = await vaultOf(secrets.vault, secrets.epochs);
const header = await writeHeader(
  secrets,
  {
    number: 1,
    passphrase: 'correct horse battery',
    recovery: new Uint8Array(16),
    parameters: { memoryKiB: 65_536, passes: 3, lanes: 1 },
  },
  { argon2id, random },
);

function note(document: string, text: string): DocumentUpdate {
  const one = new Y.Doc();
  one.getText('n:a').insert(0, text);
  return { document, update: Y.encodeStateAsUpdate(one) };
}

const updates = [
  note('page:one', 'a word of mine'),
  note('entity:Q1', 'another word'),
  note('own', 'x'.repeat(3_000)),
];
const file = await exported(updates, { vault, header, random, now: 5 });

describe('one file with everything', () => {
  it('is opened on a new device by the passphrase alone, and has every note in it', async () => {
    const read = readExport(file);
    if (!read.ok) throw new Error(read.why);
    expect(read.isWhole).toBe(true);
    const found = await readHeader(read.header.name, read.header.file);
    if (!found.ok) throw new Error(found.why);
    expect((await openWithPassphrase(found.header, 'wrong horse', argon2id)).ok).toBe(false);
    const opened = await openWithPassphrase(found.header, 'correct horse battery', argon2id);
    if (!opened.ok) throw new Error(opened.why);
    const other = await vaultOf(opened.secrets.vault, opened.secrets.epochs);
    expect(await imported(read.segments, other)).toEqual({ updates, refused: [] });
  });

  it('cannot be read by anybody else', async () => {
    const text = Buffer.from(file).toString('latin1');
    for (const word of ['word', 'page:', 'entity', 'xxx']) expect(text).not.toContain(word);
    const read = readExport(file);
    const other = await vaultOf(secrets.vault, [new Uint8Array(32)]);
    const tried = await imported(read.ok ? read.segments : [], other);
    expect(tried.updates).toEqual([]);
    expect(tried.refused.map(({ why }) => why)).toEqual(['forged']);
  });

  it('is of a device that never was, so that two exports never seem to be of one', async () => {
    const again = await exported(updates, { vault, header, random, now: 5 });
    const [one, two] = [readExport(file), readExport(again)];
    expect(
      one.ok && two.ok && one.segments[0]?.name.slice(0, 32) !== two.segments[0]?.name.slice(0, 32),
    ).toBe(true);
  });

  it('with much in it has several segments, and gives what can be read when one of them is damaged', async () => {
    const large = Array.from({ length: 5 }, (_, index) => ({
      document: `page:${index}`,
      update: new Uint8Array(7 * 2 ** 20).fill(index),
    }));
    const much = await exported(large, { vault, header, random, now: 5 });
    const read = readExport(much);
    if (!read.ok) throw new Error(read.why);
    expect(read.segments.length).toBe(3);
    const [first, ...rest] = read.segments;
    if (!first) throw new Error('no segment');
    const spoilt = first.file.slice();
    spoilt[1_000] = (spoilt[1_000] ?? 0) ^ 1;
    const got = await imported([{ ...first, file: spoilt }, ...rest], vault);
    expect(got.refused).toEqual([{ name: first.name, why: 'damaged' }]);
    expect(got.updates.map(({ document, update }) => `${document} ${update[0]} ${update.length}`)).toEqual(
      [2, 3, 4].map((index) => `page:${index} ${index} ${7 * 2 ** 20}`),
    );
  }, 60_000);

  it('that was cut off anywhere is told as such, and nothing of it is taken for something else', async () => {
    for (let length = 0; length < file.length; length += 7) {
      const read = readExport(file.slice(0, length));
      if (!read.ok) continue;
      expect(read.isWhole).toBe(false);
      const got = await imported(read.segments, vault);
      expect([0, updates.length]).toContain(got.updates.length);
    }
  });

  it('of another program, or of a later version, is told apart', () => {
    expect(readExport(new TextEncoder().encode('{"notes":[]}'))).toEqual({ ok: false, why: 'no export' });
    const newer = file.slice();
    newer[8] = 2;
    expect(readExport(newer)).toEqual({ ok: false, why: 'newer' });
    const spoilt = file.slice();
    spoilt[8] = 0;
    expect(readExport(spoilt)).toEqual({ ok: false, why: 'damaged' });
  });
});
