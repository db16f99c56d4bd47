// A device that deletes much waits until the reader was asked: on the reader's real database, with the layouts as they are.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { whereabouts } from '../../../core/annotation/kept/index.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { type Answer, type Held, type Lost, sync, usualLimits } from '../../../core/sync/index.ts';
import { MemoryRemote } from '../../../core/sync/remote/memory-remote.ts';
import type { Remote } from '../../../core/sync/remote/remote.ts';
import {
  allPassages,
  changeMany,
  countKept,
  keepEntry,
  keepNote,
  keepPassage,
  readOwn,
  undoLast,
} from '../../../storage/reader/index.ts';
import { erase, passagesIn, write } from '../../../storage/reader/kept-fields.ts';
import { setDeleted } from '../../../storage/reader/own-fields.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import { Random } from '../../../tools/sim/random.ts';
import { look, passage, STORY } from '../kept/passages.ts';
import { cutAt } from '../power.ts';
import { Profile, vault } from '../sync/world.ts';
import { draft, NOW } from './own-drafts.ts';

const LATER = '2026-11-23T10:00:00.000Z';
const SECOND = 'https://news.example/another-story';
const PAGES = ['page:news.example/2019/12/31/raid-on-the-base', 'page:news.example/another-story'];

let remote: MemoryRemote;
let laptop: Profile;
let random: Random;

/** Ten passages on two pages, here and on the laptop. */
beforeEach(async () => {
  remote = new MemoryRemote();
  laptop = new Profile(remote, 2);
  laptop.limits = { ...usualLimits, tail: 4 };
  random = new Random(5, 5);
  for (let n = 1; n <= 10; n++) await keep(n, n <= 5 ? STORY : SECOND);
  await run();
  await laptop.sync();
});
afterEach(() => Dexie.delete('backstory-reader'));

function keep(n: number, url: string) {
  const at = whereabouts(url, { canonical: null, title: url });
  if (!at) throw new Error('no address');
  const one = { ...passage(n), note: `note ${n}` };
  return keepPassage(at, look({ url, title: url }), one, { apart: false, now: NOW });
}

async function run(answers: readonly Answer[] = [], through: Remote = remote) {
  const store = new ReaderStore(undefined, () => LATER);
  const running = sync({
    store,
    remote: through,
    vault,
    random: random.bytes,
    now: () => 0,
    limits: usualLimits,
    answers,
  });
  for (;;) {
    const { done, value } = await running.next();
    if (done) return value;
  }
}

/** An edit on the laptop. */
function edit(profile: Profile, name: string, change: (document: Y.Doc) => void): void {
  const document = profile.document(name);
  document.on('update', (update: Uint8Array) => profile.store.write(name, update));
  document.transact(() => change(document));
}

function deleteThere(numbers: readonly number[], deleted = true): void {
  for (const name of PAGES)
    edit(laptop, name, (document) => {
      const here = new Set(passagesIn(document));
      for (const { id } of numbers.map((n) => passage(n)))
        if (here.has(id)) write(document, id, { deleted: !deleted }, { deleted }, LATER);
    });
}

async function keptHere(): Promise<string[]> {
  const { passages } = await allPassages(null, 100);
  return passages.filter(({ deleted }) => deleted === null).map(({ id }) => id);
}

function keptOn(profile: Profile): number {
  return PAGES.flatMap((name) => {
    const document = profile.document(name);
    return passagesIn(document).filter((id) => {
      const fields = document.getMap(`h:${id}`);
      return fields.get('selectors') !== undefined && fields.get('deleted') === undefined;
    });
  }).length;
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

function only(held: readonly Held[]): Held {
  const [one] = held;
  if (!one || held.length > 1) throw new Error(`${held.length} devices are held`);
  return one;
}

test('a few deletions come in without a question, however small the collection', async () => {
  deleteThere([1, 2, 3, 4]);
  await laptop.sync();
  expect((await run()).held).toEqual([]);
  expect(await keptHere()).toHaveLength(6);
});

test('many wait: nothing goes, the reader is told what would, and other devices are heard', async () => {
  const tablet = new Profile(remote, 3);
  await tablet.sync();
  deleteThere(numbers(1, 6));
  await laptop.sync();
  tablet.write('from the tablet', 'page:example.org/elsewhere');
  await tablet.sync();
  const { held, stopped, received } = await run();
  const lost: Lost = { what: 'passage', title: 'Sentence number 1 of the story.' };
  expect({ stopped, received }).toEqual({ stopped: null, received: 1 });
  expect(only(held)).toMatchObject({ device: laptop.id, gone: 6, of: 10 });
  expect(only(held).preview).toHaveLength(6);
  expect(only(held).preview).toContainEqual(lost);
  expect(await keptHere()).toHaveLength(10);
  await keep(11, STORY);
  expect((await run()).sent).toBe(1);
});

test('many in small portions are as many', async () => {
  for (const some of [numbers(1, 3), numbers(4, 6), numbers(7, 9)]) {
    deleteThere(some);
    await laptop.sync();
  }
  const { held } = await run();
  expect(only(held)).toMatchObject({ gone: 6, of: 7 });
  expect(only(held).segments).toHaveLength(2);
  expect(await keptHere()).toHaveLength(7);
});

test('what waits costs one request a run, and nobody is complained about', async () => {
  deleteThere(numbers(1, 6));
  await laptop.sync();
  const first = await run();
  let requests = 0;
  const counting: Remote = {
    list: () => {
      requests += 1;
      return remote.list();
    },
    get: (name) => {
      requests += 1;
      return remote.get(name);
    },
    putNew: (name, file) => remote.putNew(name, file),
    remove: (name) => remote.remove(name),
  };
  for (let again = 0; again < 3; again++)
    expect(await run([], counting)).toMatchObject({ held: first.held, missing: [] });
  expect(requests).toBe(3);
  // A third device has seen the segment, and says so: that makes it wanted here, and it still only waits.
  const tablet = new Profile(remote, 3);
  tablet.write('hello', 'page:example.org/elsewhere');
  await tablet.sync();
  await tablet.sync();
  tablet.write('again', 'page:example.org/elsewhere');
  await tablet.sync();
  for (let again = 0; again < 12; again++) expect((await run()).missing).toEqual([]);
  expect((await new ReaderStore().load())?.complaints).toEqual([]);
});

test('when the reader lets them in, they are in the bin', async () => {
  deleteThere(numbers(1, 6));
  await laptop.sync();
  const { segments } = only((await run()).held);
  const { held, received } = await run([{ segments, says: 'take' }]);
  expect({ held, received }).toEqual({ held: [], received: 1 });
  expect(await keptHere()).toHaveLength(4);
  expect(await countKept()).toMatchObject({ passages: 4, binned: 6 });
});

test('when the reader keeps theirs, all devices have them again, with their notes, and it can be undone', async () => {
  deleteThere(numbers(1, 6));
  await laptop.sync();
  const { segments } = only((await run()).held);
  expect((await run([{ segments, says: 'keep' }])).held).toEqual([]);
  expect(await keptHere()).toHaveLength(10);
  await run();
  await laptop.sync();
  expect(keptOn(laptop)).toBe(10);
  const { passages } = await allPassages(null, 1);
  expect(passages[0]).toMatchObject({ note: 'note 1', revived: false });
  expect(await undoLast('undo', LATER)).toBe(6);
  expect(await keptHere()).toHaveLength(4);
});

test('what was removed for good there is written anew when the reader keeps theirs', async () => {
  for (const name of PAGES)
    edit(laptop, name, (document) => {
      for (const id of passagesIn(document)) erase(document, id);
    });
  await laptop.sync();
  const held = only((await run()).held);
  expect(held).toMatchObject({ gone: 10, of: 10 });
  await run([{ segments: held.segments, says: 'keep' }]);
  expect(await keptHere()).toHaveLength(10);
  const { passages } = await allPassages(null, 1);
  expect(passages[0]).toMatchObject({ quote: 'Sentence number 1 of the story.', note: 'note 1' });
  await run();
  await laptop.sync();
  expect(keptOn(laptop)).toBe(10);
});

test('what was brought back there before it came here is no question', async () => {
  deleteThere(numbers(1, 6));
  await laptop.sync();
  expect((await run()).held).toHaveLength(1);
  deleteThere(numbers(1, 6), false);
  await laptop.sync();
  expect(await run()).toMatchObject({ held: [], received: 2 });
  expect(await keptHere()).toHaveLength(10);
});

test('an answer is bound to what was asked: what is deleted afterwards is asked anew', async () => {
  deleteThere(numbers(1, 5));
  await laptop.sync();
  const { segments } = only((await run()).held);
  deleteThere(numbers(6, 10));
  await laptop.sync();
  const { held } = await run([{ segments, says: 'take' }]);
  expect(only(held)).toMatchObject({ gone: 5, of: 5 });
  expect(await keptHere()).toHaveLength(5);
});

test('a device that puts its files together meanwhile is asked about again, and nothing is lost on the way', async () => {
  deleteThere(numbers(1, 6));
  await laptop.sync();
  const first = only((await run()).held);
  for (let n = 0; n < 12; n++) {
    laptop.write(`line ${n} `, 'page:example.org/elsewhere');
    await laptop.sync();
  }
  const { held } = await run([{ segments: first.segments, says: 'take' }]);
  expect([...remote.files.keys()]).not.toContain(first.segments[0]);
  const second = only(held);
  expect(second).toMatchObject({ gone: 6, of: 10 });
  expect(await run([{ segments: second.segments, says: 'take' }])).toMatchObject({ held: [], missing: [] });
  expect(await keptHere()).toHaveLength(4);
});

test('notes on actors and entries of the reader’s own count as well, and are kept as well', async () => {
  const ids = numbers(1, 3).map((n) => EntityId.parse(`own:quist-${n}`));
  for (const id of ids) await keepEntry(id, null, draft, NOW);
  const actors = ['Q794', 'Q30'].map((id) => EntityId.parse(id));
  for (const entity of actors)
    await keepNote({ entity, name: `Actor ${entity}`, kind: 'country' }, { was: '', is: 'My view.' }, NOW);
  await run();
  await laptop.sync();
  edit(laptop, 'own', (document) => {
    for (const id of ids) setDeleted(document, id, LATER);
  });
  for (const entity of actors)
    edit(laptop, `entity:${entity}`, (document) => document.getText('note').delete(0, 8));
  await laptop.sync();
  const held = only((await run()).held);
  expect(held).toMatchObject({ gone: 5, of: 15 });
  expect(held.preview.map(({ what, title }) => `${what} ${title}`).sort()).toEqual([
    'entry Zebulon Quist',
    'entry Zebulon Quist',
    'entry Zebulon Quist',
    'note Actor Q30',
    'note Actor Q794',
  ]);
  await run([{ segments: held.segments, says: 'keep' }]);
  expect(await countKept()).toMatchObject({ passages: 10, notes: 2, entries: 3 });
  expect((await readOwn()).entry(ids[0] ?? EntityId.parse('own:none-0'))?.deleted).toBeNull();
});

test('what the reader deletes here is nobody’s question', async () => {
  const ids = numbers(1, 9).map((n) => passage(n).id);
  const action = { batch: 'all at once', did: 'dropped', now: NOW } as const;
  await changeMany(ids, () => ({ was: { deleted: false }, is: { deleted: true } }), action);
  await run();
  laptop.write('hello', 'page:example.org/elsewhere');
  await laptop.sync();
  expect(await run()).toMatchObject({ held: [], received: 1 });
});

test.each(['take', 'keep'] as const)(
  'a power cut at any write while “%s” is carried out leaves all as asked or all as it was',
  async (says) => {
    deleteThere(numbers(1, 6));
    await laptop.sync();
    const { segments } = only((await run()).held);
    let cuts = 0;
    for (let n = 1; ; n++) {
      const power = cutAt(n, ['write']);
      await power.during(() => run([{ segments, says }]));
      vi.restoreAllMocks();
      if (!power.isGone()) break;
      cuts = n;
      expect(await keptHere()).toHaveLength((await run()).held.length > 0 || says === 'keep' ? 10 : 4);
    }
    expect(cuts).toBeGreaterThan(3);
    expect(await keptHere()).toHaveLength(says === 'keep' ? 10 : 4);
    for (let again = 0; again < 2; again++) {
      await run();
      await laptop.sync();
    }
    expect(keptOn(laptop)).toBe(says === 'keep' ? 10 : 4);
  },
  60_000,
);
