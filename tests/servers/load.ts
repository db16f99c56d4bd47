// Four devices of one reader at once, each with its 160 edits, with the engine as it ships over one real server. Then
// all sync until nothing changes any more, and a fifth device joins, which knows only what the server has.

import type { Report } from '../../core/sync/index.ts';
import { Device } from '../../tools/sim/device.ts';
import { type Edit, wordsIn } from '../../tools/sim/edits.ts';
import { Random } from '../../tools/sim/random.ts';
import { simulatedVault } from '../../tools/sim/vault.ts';
import { placeAt } from './place.ts';
import type { RunningServer } from './server.ts';
import { formsOf, readableIn } from './words.ts';

export const DEVICES = 4;
export const EDITS = 160;
/** Edits from one run of sync to the next. */
const STEP = 8;
/** Rounds without a change until it counts as rest: what a listing leaves out is asked for only after some runs. */
const QUIET_ROUNDS = 8;
const MOST_ROUNDS = 80;

export interface Load {
  readonly edits: number;
  readonly lost: number;
  /** Devices that differ from the first. */
  readonly diverged: number;
  /** Whether there was an end to it: nothing sent or taken in for a while, and nothing waiting. */
  readonly isAtRest: boolean;
  /** Files on the server in which a word could be read. */
  readonly readable: readonly string[];
  readonly requests: number;
  readonly troubles: number;
  readonly files: number;
  readonly seconds: number;
}

/** @param accidents by the number of edits after which they happen */
export async function underLoad(
  server: RunningServer,
  seed: number,
  accidents: ReadonlyMap<number, () => Promise<void>> = new Map(),
): Promise<Load> {
  const began = performance.now();
  const vault = await simulatedVault();
  const counted = placeAt(server);
  const { place } = counted;
  const setUp = await place.setUp();
  if (!setUp.ok) throw new Error(`no folder: ${setUp.why}`);
  const device = (stream: number) => new Device(new Random(seed, stream), { remote: () => place }, vault);
  const devices = Array.from({ length: DEVICES }, (_, index) => device(index + 1));
  const edits: Edit[] = [];

  await Promise.all(
    devices.map(async (one) => {
      for (let count = 1; count <= EDITS; count++) {
        edits.push(editOn(one, `edit-${seed}-${edits.length}`, edits));
        await accidents.get(edits.length)?.();
        if (count % STEP === 0) await run(one);
      }
    }),
  );
  devices.push(device(DEVICES + 1));
  const isAtRest = await settled(devices);

  const shown = devices.map((one) => one.shown());
  const texts = shown.map((documents) => JSON.stringify([...documents].sort()));
  const listing = await place.list();
  const readable = readableIn(server.folder);
  for (const [form, planted] of formsOf('edit-').entries()) {
    await place.putNew(`planted-${form}`, Buffer.from(`{"note":"${planted}"}`, 'latin1'));
    if (readableIn(server.folder).length <= form)
      throw new Error(`the search would not find “${planted}” where it is there`);
  }
  return {
    edits: edits.length,
    lost: edits.filter((edit) => !shown.every((documents) => has(documents, edit))).length,
    diverged: texts.filter((text) => text !== texts[0]).length,
    isAtRest,
    readable,
    requests: counted.requests,
    troubles: counted.troubles.length,
    files: listing.ok ? listing.names.length : 0,
    seconds: (performance.now() - began) / 1000,
  };
}

function editOn(device: Device, word: string, earlier: readonly Edit[]): Edit {
  const made = device.edit(word);
  if (!made) throw new Error('an edit was not kept');
  for (const one of earlier) if (one.word === made.edit.without) one.undone = true;
  return made.edit;
}

async function run(device: Device): Promise<Report | null> {
  while (!(await device.step()));
  return device.finished;
}

/** False where they never come to rest. */
async function settled(devices: readonly Device[]): Promise<boolean> {
  for (let round = 0, quiet = 0; round < MOST_ROUNDS; round++) {
    let changes = 0;
    for (const device of devices) {
      const report = await run(device);
      changes += report && report.stopped === null ? report.sent + report.received : 1;
      changes += device.store.outbox.size;
    }
    quiet = changes === 0 ? quiet + 1 : 0;
    if (quiet === QUIET_ROUNDS) return true;
  }
  return false;
}

function has(documents: ReadonlyMap<string, string>, { document, word, without, undone }: Edit): boolean {
  const here = wordsIn(documents.get(document) ?? '');
  return (undone || here.has(word)) && (without === null || !here.has(without));
}
