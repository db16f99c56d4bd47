// Published vectors: what another client must come to as well.
import { argon2Sync } from 'node:crypto';
import { argon2id } from '@noble/hashes/argon2.js';
import { describe, expect, it } from 'vitest';
import { fromHex, hex } from '../../../core/sync/format/bytes.ts';
import { isDeviceId } from '../../../core/sync/format/name.ts';
import { open, seal } from '../../../core/sync/format/seal.ts';
import { argon2idWith } from '../../../core/sync/keys/argon2id.ts';
import { epochKeyOf, vaultFrom, vaultOf } from '../../../core/sync/keys/derive.ts';
import { emptySegment } from './world.ts';

const repeated = (byte: number, length: number) => new Uint8Array(length).fill(byte);

// McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B: cases 13 to 16.
const PLAIN =
  'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255';
const KEY = 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308';
const CIPHER =
  '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad';
const gcm = [
  ['13', '00'.repeat(32), '00'.repeat(12), '', '', '', '530f8afbc74536b9a963b4f1c4cb738b'],
  [
    '14',
    '00'.repeat(32),
    '00'.repeat(12),
    '',
    '00'.repeat(16),
    'cea7403d4d606b6e074ec5d3baf39d18',
    'd0d1c8a799996bf0265b98b5d48ab919',
  ],
  ['15', KEY, 'cafebabefacedbaddecaf888', '', PLAIN, CIPHER, 'b094dac5d93471bdec1a502270e3cc6c'],
  [
    '16',
    KEY,
    'cafebabefacedbaddecaf888',
    'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    PLAIN.slice(0, 120),
    CIPHER.slice(0, 120),
    '76fc6ece0f4e1768cddf8853bb2d551b',
  ],
] as const;

describe('AES-256-GCM', () => {
  it.each(gcm)('answers as published, case %s', async (_case, key, iv, aad, plain, cipher, tag) => {
    const imported = await crypto.subtle.importKey('raw', fromHex(key), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
    const algorithm = { name: 'AES-GCM', iv: fromHex(iv), additionalData: fromHex(aad) };
    const sealed = await crypto.subtle.encrypt(algorithm, imported, fromHex(plain));
    expect(hex(new Uint8Array(sealed))).toBe(cipher + tag);
    for (let at = 0; at < sealed.byteLength; at++) {
      const changed = new Uint8Array(sealed.slice(0));
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      await expect(crypto.subtle.decrypt(algorithm, imported, changed)).rejects.toThrow();
    }
  });
});

// RFC 5869, appendix A, the cases with SHA-256.
const hkdf = [
  [
    1,
    '0b'.repeat(22),
    '000102030405060708090a0b0c',
    'f0f1f2f3f4f5f6f7f8f9',
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  ],
  [
    3,
    '0b'.repeat(22),
    '',
    '',
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  ],
] as const;

describe('HKDF-SHA-256', () => {
  it.each(hkdf)('answers as published, case %i', async (_case, from, salt, info, expected) => {
    const key = await crypto.subtle.importKey('raw', fromHex(from), 'HKDF', false, ['deriveBits']);
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(salt), info: fromHex(info) };
    const bits = await crypto.subtle.deriveBits(algorithm, key, expected.length * 4);
    expect(hex(new Uint8Array(bits))).toBe(expected);
  });
});

describe('Argon2id', () => {
  it('answers as in RFC 9106, 5.3', () => {
    const tag = argon2id(repeated(1, 32), repeated(2, 16), {
      key: repeated(3, 8),
      personalization: repeated(4, 12),
      p: 4,
      m: 32,
      t: 3,
      dkLen: 32,
    });
    expect(hex(new Uint8Array(tag))).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('answers as Node does, with the least that is accepted', async () => {
    const [message, nonce] = [repeated(5, 20), repeated(6, 16)];
    const told: number[] = [];
    const key = await argon2idWith((progress) => told.push(progress))(message, nonce, {
      memoryKiB: 19 * 1024,
      passes: 2,
      lanes: 1,
    });
    const expected = argon2Sync('argon2id', {
      message,
      nonce,
      memory: 19 * 1024,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    });
    expect(hex(key)).toBe(expected.toString('hex'));
    expect(told.at(-1)).toBe(1);
  });
});

describe('the key of a segment', () => {
  it('is another for each device, epoch and vault, and cannot be read out', async () => {
    const raw = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(1)];
    const [one, other] = [await vaultOf('0'.repeat(32), raw), await vaultOf('1'.repeat(32), raw)];
    const keys = await Promise.all([
      one.key(1, 'a'.repeat(32)),
      one.key(1, 'b'.repeat(32)),
      one.key(2, 'a'.repeat(32)),
      other.key(1, 'a'.repeat(32)),
    ]);
    const iv = new Uint8Array(12);
    const texts = new Set<string>();
    for (const key of keys) {
      if (!key) throw new Error('no key');
      expect(key.extractable).toBe(false);
      texts.add(hex(new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, iv))));
    }
    expect(texts.size).toBe(4);
    expect(await one.key(3, 'a'.repeat(32))).toBeNull();
  });

  it('is the same from keys that were kept', async () => {
    const raw = repeated(3, 32);
    const kept = vaultFrom('0'.repeat(32), [await epochKeyOf(raw)]);
    const place = { device: 'a'.repeat(32), seq: 1 };
    if (!isDeviceId(place.device)) throw new Error('no device');
    const { name, file } = await seal(emptySegment, { ...place, device: place.device }, kept, (length) =>
      repeated(1, length),
    );
    expect((await open(name, file, await vaultOf('0'.repeat(32), [raw]))).ok).toBe(true);
  });

  it('gives this very file for this device, number and nonce, so that another client can compare', async () => {
    const vault = await vaultOf('00112233445566778899aabbccddeeff', [repeated(7, 32)]);
    const device = '0123456789abcdef0123456789abcdef';
    if (!isDeviceId(device)) throw new Error('no device');
    const { name, file } = await seal(emptySegment, { device, seq: 1 }, vault, (length) =>
      repeated(9, length),
    );
    expect(hex(file.subarray(0, 21))).toBe(`4253594e0100000001${'09'.repeat(12)}`);
    expect(name).toMatchInlineSnapshot(
      `"0123456789abcdef0123456789abcdef.1.47aa9f680ac2fce0c5b219401bd37190"`,
    );
    expect((await open(name, file, vault)).ok).toBe(true);
  });
});
