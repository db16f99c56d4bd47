// A sample of `npm run sim:damage`, which goes through all of them.
import { describe, expect, it } from 'vitest';
import { cut, flipped, healing, written } from '../../../tools/sim/damage.ts';
import { Random } from '../../../tools/sim/random.ts';

const ALL = { refused: true, reported: true, healed: true };

describe('a damaged file', () => {
  it('is refused, reported and written again by its owner, wherever it was cut off', async () => {
    const one = await written(1);
    for (let length = 0; length < one.file.length; length += 23)
      expect({ length, ...(await healing(one, cut(one.file, length))) }).toEqual({ length, ...ALL });
  }, 60_000);

  it('is refused, reported and written again by its owner, whichever byte was changed', async () => {
    for (let seed = 1; seed <= 50; seed++) {
      const one = await written(seed);
      const random = new Random(seed, 3);
      for (let at = seed; at < one.file.length; at += 509) {
        const healed = await healing(one, flipped(one.file, at, random));
        expect({ seed, at, ...healed }).toEqual({ seed, at, ...ALL });
      }
    }
  }, 60_000);
});
