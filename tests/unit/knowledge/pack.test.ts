import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openInMemory, PackError, readPack } from '../../../core/knowledge/pack/index.ts';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import { entity, event, packOf, world } from '../small-world.ts';

const meta = {
  id: 'test',
  version: '1',
  title: 'Test',
  built: '2026-01-01',
  licence: 'MIT',
  attribution: [],
};
const many = Array.from({ length: 600 }, (_, n) =>
  entity(`test:city-${n}`, 'city', [`City ${n}`, `Town ${n}`], {
    relations: [{ type: 'located_in', to: 'Q794' }],
  }),
);
const events = Array.from({ length: 900 }, (_, n) => {
  const day = new Date(Date.UTC(2010, 0, 1 + n * 4)).toISOString().slice(0, 10);
  return event(`e${n}`, day, ['Q794'], [`test:city-${n % 600}`], { weight: n === 3 ? 1 : 0.3 });
});
let file: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  file = await writePack(meta, [...world, ...many], events);
});

const stream = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream();

describe('a pack', () => {
  test('gives back what was put in, across blocks', async () => {
    const pack = await openInMemory(stream(file));
    expect(pack.header.tables.entities.first.length).toBeGreaterThan(2);
    const wanted = ['test:city-0', 'test:city-599', 'Q794', 'test:nowhere'];
    const found = await pack.get('entities', wanted);
    expect([...found.keys()].sort()).toEqual(['Q794', 'test:city-0', 'test:city-599']);
    expect(found.get('test:city-599')).toEqual(many[599]);
    expect((await pack.get('names', ['town 17'])).get('town 17')?.[0]?.id).toBe('test:city-17');
    expect((await pack.get('events', ['test:e5'])).get('test:e5')).toEqual(events[5]);
  });

  test('finds the events of an entity on both sides of a day', async () => {
    const pack = await openInMemory(stream(file));
    const near = await pack.eventsNear('Q794', events[400]?.date.edtf ?? '', 3, 2);
    expect(near).toEqual(['test:e398', 'test:e399', 'test:e400', 'test:e401', 'test:e402']);
    expect(await pack.eventsNear('Q794', '1990-01-01', 3, 2)).toEqual(['test:e0', 'test:e1']);
    expect(await pack.eventsNear('Q794', '2090-01-01', 2, 3)).toEqual(['test:e898', 'test:e899']);
    expect(await pack.eventsNear('Q30', '2012-01-01', 3, 3)).toEqual([]);
  });

  test('counts an event for the country of its place, and keeps its landmarks', async () => {
    const pack = await openInMemory(stream(file));
    const iran = (await pack.get('tallies', ['Q794'])).get('Q794');
    expect(iran?.events).toBe(900);
    expect(iran?.landmarks[0]).toBe('test:e3');
  });

  test('is the same bytes from the same input', async () => {
    expect(await writePack(meta, [...world, ...many], events)).toEqual(file);
  });
});

describe('a file that is not whole is refused, and says why', () => {
  const code = async (bytes: Uint8Array<ArrayBuffer>) => {
    try {
      await openInMemory(stream(bytes));
      return 'opened';
    } catch (error) {
      return error instanceof PackError ? error.code : String(error);
    }
  };
  const gzip = async (text: string) =>
    new Uint8Array(
      await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
    );

  test('of another kind', async () => {
    expect(await code(new TextEncoder().encode('PK not a pack'))).toBe('foreign');
    expect(await code(await gzip('something else\n'))).toBe('foreign');
  });

  test('of a later format', async () => {
    expect(await code(await gzip(`backstory-pack 9 2 ${'0'.repeat(64)}\n{}`))).toBe('newer');
  });

  test('cut short', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999])
      expect(await code(file.slice(0, Math.floor(file.length * share)))).toBe('truncated');
  });

  test('with a byte changed, unless it is one that says nothing', async () => {
    const inflate = (bytes: Uint8Array<ArrayBuffer>) =>
      new Response(stream(bytes).pipeThrough(new DecompressionStream('gzip'))).text();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 20, max: file.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const broken = file.slice();
          broken[at] = (broken[at] ?? 0) ^ change;
          // A padding bit of the compression may flip and change nothing: then the pack is whole.
          if ((await code(broken)) === 'opened') expect(await inflate(broken)).toBe(await inflate(file));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('any bytes at all: an error of ours, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        await expect(readPack(stream(new Uint8Array(bytes)))).rejects.toBeInstanceOf(PackError);
      }),
    );
  });
});

test('events alone, tied to another pack’s places, are told of these and of what they belong to', async () => {
  const { Knowledge, surroundingsOf, tell } = await import('../../../core/knowledge/index.ts');
  const places = await packOf(world);
  const own = [event('in-najaf', '2019-12-01', [], ['Q168193'])];
  const around = await surroundingsOf(own, new Knowledge([places]));
  expect(around.map(({ id }) => id).sort()).toEqual(['Q168193', 'Q796']);
  const eventsOnly = await openInMemory(stream(await writePack({ ...meta, id: 'events' }, [], own, around)));
  expect(eventsOnly.header.counts.entities).toBe(0);
  const question = {
    about: ['Q796' as never],
    published: { day: '2019-12-31' },
    among: [],
    limit: { before: 5, since: 5 },
  };
  const told = await tell(question, new Knowledge([places, eventsOnly]), '2019-12-31');
  expect(told.before.map(({ title }) => title)).toEqual(['in-najaf']);
  // A country's count and its weightiest events are those of all packs.
  const tally = (await eventsOnly.get('tallies', ['Q796'])).get('Q796');
  expect(tally).toEqual({ events: 1, landmarks: ['test:in-najaf'] });
});

test('two packs answer as one', async () => {
  const { Knowledge } = await import('../../../core/knowledge/index.ts');
  const one = await packOf([entity('Q794', 'country', ['Iran'])], [event('a', '2019', ['Q794'])], 'one');
  const two = await packOf(
    [entity('Q794', 'country', ['Iran', 'Persia'])],
    [event('b', '2018', ['Q794'])],
    'two',
  );
  const both = new Knowledge([one, two]);
  expect((await both.names(['persia', 'iran'])).get('persia')?.[0]?.id).toBe('Q794');
  expect((await both.names(['iran'])).get('iran')).toHaveLength(1);
  const [iran] = (await both.entities(['Q794' as never])).values();
  expect(iran).toMatchObject({ packs: ['Pack one', 'Pack two'] });
  const tally = (await both.tallies(['Q794' as never])).get('Q794' as never);
  expect(tally).toEqual({ events: 2, landmarks: ['test:a', 'test:b'] });
  expect((await both.eventsNear('Q794' as never, '2019-06-01', 5, 5)).sort()).toEqual(['test:a', 'test:b']);
});
