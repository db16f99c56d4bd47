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
  [
    'of Wycheproof: a short message with additional data',
    '92ace3e348cd821092cd921aa3546374299ab46209691bc28b8752d17f123c20',
    '00112233445566778899aabb',
    '00000000ffffffff',
    '00010203040506070809',
    'e27abdd2d2a53d2f136b',
    '9a4a2579529301bcfb71c78d4060f52c',
  ],
  [
    'of Wycheproof: additional data alone',
    '29d3a44f8723dc640239100c365423a312934ac80239212ac3df3421a2098123',
    '00112233445566778899aabb',
    'aabbccddeeff',
    '',
    '',
    '2a7d77fa526b8250cb296078926b5020',
  ],
] as const;

/** One bit of it is another. */
function flipped(bytes: Uint8Array<ArrayBuffer>, bit: number): Uint8Array<ArrayBuffer> {
  const changed = bytes.slice();
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

// The kinds of invalid input in Wycheproof's lists: modified and shortened tags, another nonce, key or additional data.
describe('what is not exactly as it was sealed', () => {
  const [, key, iv, aad, , cipher, tag] = gcm[4];
  const file = fromHex(cipher + tag);

  async function opens(change: {
    key?: Uint8Array<ArrayBuffer>;
    iv?: Uint8Array<ArrayBuffer>;
    additionalData?: Uint8Array<ArrayBuffer>;
    file?: Uint8Array<ArrayBuffer>;
  }): Promise<boolean> {
    const imported = await crypto.subtle.importKey('raw', change.key ?? fromHex(key), 'AES-GCM', false, [
      'decrypt',
    ]);
    const algorithm = {
      name: 'AES-GCM',
      iv: change.iv ?? fromHex(iv),
      additionalData: change.additionalData ?? fromHex(aad),
    };
    return crypto.subtle.decrypt(algorithm, imported, change.file ?? file).then(
      () => true,
      () => false,
    );
  }

  it('is opened as it is, so that the refusals below mean something', async () => {
    expect(await opens({})).toBe(true);
  });

  it('is refused with any single bit of ciphertext, tag, nonce, key or additional data changed', async () => {
    for (let bit = 0; bit < file.length * 8; bit++)
      expect(await opens({ file: flipped(file, bit) }), `bit ${bit}`).toBe(false);
    for (let bit = 0; bit < 96; bit++) expect(await opens({ iv: flipped(fromHex(iv), bit) })).toBe(false);
    for (let bit = 0; bit < 256; bit++) expect(await opens({ key: flipped(fromHex(key), bit) })).toBe(false);
    for (let bit = 0; bit < 64; bit++)
      expect(await opens({ additionalData: flipped(fromHex(aad), bit) })).toBe(false);
  });

  it('is refused with a tag that is shortened, lengthened, all zeros, all ones or inverted', async () => {
    const message = fromHex(cipher);
    const tags = [
      ...Array.from({ length: 16 }, (_, length) => fromHex(tag).slice(0, length)),
      fromHex(`${tag}00`),
      repeated(0, 16),
      repeated(255, 16),
      fromHex(tag).map((byte) => byte ^ 255),
    ];
    for (const other of tags)
      expect(await opens({ file: new Uint8Array([...message, ...other]) }), hex(other)).toBe(false);
  });

  it('is refused with a nonce of another length or without its additional data', async () => {
    for (const length of [0, 8, 11, 13, 16])
      expect(await opens({ iv: new Uint8Array([...fromHex(iv), 0, 0, 0, 0]).slice(0, length) })).toBe(false);
    expect(await opens({ additionalData: new Uint8Array() })).toBe(false);
    expect(await opens({ additionalData: fromHex(`${aad}00`) })).toBe(false);
  });
});

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

function counting(from: number, to: number): string {
  return hex(Uint8Array.from({ length: to - from + 1 }, (_, step) => from + step));
}

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
    2,
    counting(0x00, 0x4f),
    counting(0x60, 0xaf),
    counting(0xb0, 0xff),
    'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
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

  it('gives 255 blocks and no more', async () => {
    const key = await crypto.subtle.importKey('raw', repeated(11, 22), 'HKDF', false, ['deriveBits']);
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new Uint8Array() };
    const bits = await crypto.subtle.deriveBits(algorithm, key, 255 * 32 * 8);
    expect(hex(new Uint8Array(bits)).slice(0, 84)).toBe(hkdf[2][4]);
    await expect(crypto.subtle.deriveBits(algorithm, key, (255 * 32 + 1) * 8)).rejects.toThrow();
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
