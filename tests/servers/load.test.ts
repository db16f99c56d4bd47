// Nothing is lost on a real server, whatever it does with conditional requests, and nothing on it can be read.
// Measured for all: docs/reliability.md, `npm run sync:servers -- --write`.
import { describe, expect, it } from 'vitest';
import { servers } from './all.ts';
import { DEVICES, EDITS, underLoad } from './load.ts';

describe.each(servers)('$name', ({ start, lacks }) => {
  it.skipIf(lacks !== null)(
    lacks === null
      ? 'keeps every edit of four devices at once, gives all of them to a fifth, and can read none'
      : `needs ${lacks}`,
    async () => {
      const server = await start();
      try {
        const { edits, lost, diverged, isAtRest, readable } = await underLoad(server, 1);
        expect({ edits, lost, diverged, isAtRest, readable }).toEqual({
          edits: DEVICES * EDITS,
          lost: 0,
          diverged: 0,
          isAtRest: true,
          readable: [],
        });
      } finally {
        await server.stop();
      }
    },
  );
});
