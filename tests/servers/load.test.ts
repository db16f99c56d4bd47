// Nothing is lost on a real server, whatever it does with conditional requests, and nothing on it can be read.
// Measured for all: docs/reliability.md, `npm run sync:servers -- --write`.
import { describe, expect, it } from 'vitest';
import { servers } from './all.ts';
import { DEVICES, EDITS, underLoad } from './load.ts';
import { placeAt } from './place.ts';
import { readableIn } from './words.ts';

describe.each(servers)('$name', ({ start, lacks }) => {
  it.skipIf(lacks !== null)(
    lacks === null
      ? 'keeps every edit of four devices at once, gives all of them to a fifth, and can read none'
      : `needs ${lacks}`,
    async () => {
      const server = await start();
      try {
        const { edits, lost, diverged, readable } = await underLoad(server, 1);
        expect({ edits, lost, diverged, readable }).toEqual({
          edits: DEVICES * EDITS,
          lost: 0,
          diverged: 0,
          readable: [],
        });
        // The search would have found a word, had there been one.
        const plain = new TextEncoder().encode(`{"note":"edit-1-1;"}`);
        await placeAt(server).place.putNew('planted', plain);
        expect(readableIn(server.folder).length).toBeGreaterThan(0);
      } finally {
        await server.stop();
      }
    },
  );
});
