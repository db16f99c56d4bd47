// What becomes of one damaged file: the other device must refuse it and say so to its owner, and the owner must write
// it again. Everything is from a seed; the vault, the engine and the encryption are as they ship.
import * as Y from 'yjs';
import type { Bytes } from '../../core/sync/format/bytes.ts';
import { asSegmentName, type SegmentName } from '../../core/sync/format/name.ts';
import { open } from '../../core/sync/format/seal.ts';
import { type Report, sync, usualLimits } from '../../core/sync/index.ts';
import { MemoryRemote } from '../../core/sync/remote/memory-remote.ts';
import { MemoryStore } from '../../core/sync/store/memory-store.ts';
import { Random } from './random.ts';
import { simulatedVault } from './vault.ts';

const vault = await simulatedVault();
const DOCUMENT = 'page:one';
const EDIT = 'edit-0-1;';
/** Runs of both devices after which nothing more is to be hoped for. */
const MOST_RUNS = 12;
const nothing = () => undefined;

/** A device that has written one segment, and what lies on the server then. */
export interface Written {
  readonly seed: number;
  readonly store: MemoryStore;
  readonly name: SegmentName;
  readonly file: Bytes;
}

export async function written(seed: number): Promise<Written> {
  const store = new MemoryStore();
  const random = new Random(seed);
  const document = new Y.Doc();
  document.clientID = random.next();
  document.on('update', (update: Uint8Array) => store.write(DOCUMENT, update));
  document.getText('n:a').insert(0, EDIT);
  document.getText('n:b').insert(0, 'x'.repeat(random.below(400)));
  const remote = new MemoryRemote();
  await run(store, remote, random);
  const [[key = '', file] = []] = remote.files;
  const name = asSegmentName(key);
  if (!name || !file || remote.files.size > 1) throw new Error('not one segment was written');
  return { seed, store, name, file };
}

export interface Healing {
  /** The other device took nothing of it, and said so. */
  readonly refused: boolean;
  /** The owner heard of it. */
  readonly reported: boolean;
  /** The other device has the edit, from a file that the owner wrote anew; and so has a third. */
  readonly healed: boolean;
}

/** @param changed what the server has instead of the file */
export async function healing({ seed, store, name, file }: Written, changed: Bytes): Promise<Healing> {
  if (changed.length === file.length && changed.every((byte, at) => byte === file[at]))
    throw new Error('nothing is damaged');
  const remote = new MemoryRemote();
  remote.files.set(name, changed);
  const [owner, other] = [store.copy(nothing), new MemoryStore()];
  const random = new Random(seed, 2);
  const first = await run(other, remote, random);
  const refused = first.refused.some((one) => one.name === name) && text(other) === '';
  let reported = false;
  for (let runs = 0; runs < MOST_RUNS && text(other) !== EDIT; runs++) {
    await run(other, remote, random);
    reported ||= await complains(remote, name);
    await run(owner, remote, random);
  }
  const third = new MemoryStore();
  await run(third, remote, random);
  return { refused, reported, healed: text(other) === EDIT && text(third) === EDIT };
}

async function run(store: MemoryStore, remote: MemoryRemote, random: Random): Promise<Report> {
  const running = sync({ store, remote, vault, random: random.bytes, now: () => 0, limits: usualLimits });
  for (;;) {
    const { done, value } = await running.next();
    if (done) return value;
  }
}

async function complains(remote: MemoryRemote, about: SegmentName): Promise<boolean> {
  for (const [key, file] of remote.files) {
    const name = asSegmentName(key);
    const opened = name && name !== about ? await open(name, file, vault) : null;
    if (opened?.ok && opened.segment.complaints.includes(about)) return true;
  }
  return false;
}

function text(store: MemoryStore): string {
  const updates = store.updates.filter(({ document }) => document === DOCUMENT).map(({ update }) => update);
  const document = new Y.Doc();
  if (updates.length > 0) Y.applyUpdate(document, Y.mergeUpdates(updates));
  return document.getText('n:a').toString();
}

export function cut(file: Bytes, length: number): Bytes {
  return file.slice(0, length);
}

/** One byte is another: which other is drawn. */
export function flipped(file: Bytes, at: number, random: Random): Bytes {
  const changed = file.slice();
  changed[at] = (changed[at] ?? 0) ^ (1 + random.below(255));
  return changed;
}
