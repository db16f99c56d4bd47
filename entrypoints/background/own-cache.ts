// What the reader wrote, as the worker last read it. Only a cache: thrown away with every change, and a worker that
// wakes up reads it again.
import { OwnKnowledge } from '../../core/knowledge/own/index.ts';
import { readOwn } from '../../storage/reader/index.ts';

let cached: Promise<OwnKnowledge> | undefined;

/** Rejects where it cannot be read. */
export function readOwnOnce(): Promise<OwnKnowledge> {
  const reading = (cached ?? readOwn()).catch((error: unknown) => {
    // A failure is not remembered: storage may answer the next time.
    if (cached === reading) cached = undefined;
    throw error;
  });
  cached = reading;
  return reading;
}

/** Where it cannot be read, the packs answer alone. */
export function ownNow(): Promise<OwnKnowledge> {
  return readOwnOnce().catch(() => new OwnKnowledge());
}

export function forgetOwn(): void {
  cached = undefined;
}
