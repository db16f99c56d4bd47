import { expect, test, vi } from 'vitest';
import { type Ask, lookUpIn } from '../../../core/knowledge/lookup/index.ts';
import type { OwnEntry } from '../../../core/knowledge/own/index.ts';
import { type LookUpPorts, lookUpRunner } from '../../../entrypoints/entry/look-up-runner.ts';
import { type LookUpsPorts, lookUpsRunner } from '../../../entrypoints/options/look-ups-runner.ts';
import type { Result } from '../../../messaging/result.ts';
import { failure } from '../../../messaging/result.ts';
import { item, to } from '../sources/wikidata-rows.ts';
import { answerFrom, found, json, Wikidata } from './wikidata-server.ts';

const HUMAN = { P31: [to('Q5')] };
const world = new Map<string, object>([
  ['Q11', item('Q11', { label: 'Zebulon Quist', claims: { ...HUMAN, P102: [to('Q12')], P27: [to('Q13')] } })],
  ['Q12', item('Q12', { label: 'Canal Party', claims: { P31: [to('Q7278')] } })],
  ['Q13', item('Q13', { label: 'Exampleland', claims: { P31: [to('Q6256')] } })],
]);
const answering = (address: URL) =>
  address.searchParams.get('action') === 'wbsearchentities'
    ? json({ search: [found('Q11', 'Zebulon Quist', 'politician'), found('Q14', 'Zeb Quist')] })
    : answerFrom(world, address);

interface Surroundings {
  readonly on?: () => boolean;
  readonly client?: Ask;
  /** Answers in place of the worker's own. */
  readonly worker?: (name: string) => Result<unknown> | null;
  readonly deleted?: readonly string[];
}

/** An entry page with its worker: what it asked, kept and deleted. */
function page({ on = () => true, client, worker = () => null, deleted = [] }: Surroundings = {}) {
  const wikidata = new Wikidata(answering);
  const kept: string[] = [];
  const asked: { name: string; body: Record<string, unknown> }[] = [];
  const ask = async (name: string, body: Record<string, unknown>) => {
    asked.push({ name, body });
    const instead = worker(name);
    if (instead) return instead;
    const namesake = { kind: 'person', description: '', own: false, packs: ['Starter'] };
    const ids = Array.isArray(body['ids']) ? body['ids'] : [];
    const known = ids.filter((id) => id === 'Q14').map((id) => ({ ...namesake, id, name: 'Zeb Quist' }));
    if (name === 'whoAre')
      return { ok: true, value: { known, deleted: ids.filter((id) => deleted.includes(id)) } };
    const entities = (body['entities'] ?? []) as { id: string; kind: 'person' }[];
    const entries = entities.map(
      ({ id, kind }) =>
        ({
          id,
          kind,
          name: 'Zebulon Quist',
          names: [],
          surname: '',
          line: '',
          geo: null,
          note: '',
          record: null,
        }) as unknown as OwnEntry,
    );
    if (name === 'putRecords') kept.push(...entities.map(({ id }) => id));
    if (name === 'deleteOwn') kept.splice(kept.indexOf(String(body['id'])), 1);
    return { ok: true, value: { state: 'kept', entries, entry: entries[0] } };
  };
  const ports = { open: vi.fn(), reopen: vi.fn(), join: vi.fn(), show: vi.fn(), settings: vi.fn() };
  const runner = lookUpRunner({
    ...ports,
    wikidata: lookUpIn(client ?? wikidata.client(), ['en']),
    today: () => '2026-11-22',
    isOn: async () => on(),
    ask: ask as unknown as LookUpPorts['ask'],
    askOwn: ask as unknown as LookUpPorts['askOwn'],
  });
  const candidate = (id: string) =>
    runner.state().offered?.find((one) => one.id === id) ?? expect.fail(`${id} was not offered`);
  return { ...runner, ...ports, wikidata, asked, kept, candidate };
}

test('while it is off, a press asks nobody anything', async () => {
  const { actions, state, wikidata } = page({ on: () => false });
  await actions.onSearch('Quist');
  expect(state()).toMatchObject({ on: false, doing: null, offered: null, trouble: null });
  expect(wikidata.asked).toEqual([]);
});

test('switched off in another window between the search and the take-over, nothing more is asked', async () => {
  let on = true;
  const { actions, candidate, wikidata, kept } = page({ on: () => on });
  await actions.onSearch('Quist');
  on = false;
  await actions.onTake(candidate('Q11'));
  expect(wikidata.asked).toHaveLength(1);
  expect(kept).toEqual([]);
});

test('one press keeps the item and its relations, the name that was looked up too, and opens the entry', async () => {
  const { actions, state, candidate, kept, asked, open } = page();
  await actions.onSearch('The Canal Man');
  await actions.onTake(candidate('Q11'));
  expect(kept).toEqual(['Q11', 'Q13', 'Q12']);
  expect(asked.find(({ name }) => name === 'keepOwn')?.body).toMatchObject({
    id: 'Q11',
    is: { names: [{ text: 'The Canal Man', lang: 'en' }] },
  });
  expect(open).toHaveBeenCalledExactlyOnceWith('Q11');
  expect(state()).toMatchObject({
    doing: null,
    taken: { name: 'Zebulon Quist', relatives: ['Exampleland', 'Canal Party'], undo: 'possible' },
  });
});

test('a name that Wikidata has, or that no text can be found to have, is not written down again', async () => {
  for (const name of ['zebulon quist', '…', 'Quist, the canal man']) {
    const { actions, candidate, asked } = page();
    await actions.onSearch(name);
    await actions.onTake(candidate('Q11'));
    expect(asked.map((one) => one.name)).not.toContain('keepOwn');
  }
});

test('Undo deletes all that came, and gives the form back', async () => {
  const { actions, state, candidate, kept, reopen } = page();
  await actions.onSearch('Quist');
  await actions.onTake(candidate('Q11'));
  await actions.onUndo();
  expect(kept).toEqual([]);
  expect(reopen).toHaveBeenCalledOnce();
  expect(state().taken?.undo).toBe('undone');
});

test('an Undo that fails says so, and can be tried again', async () => {
  let fails = true;
  const { actions, state, candidate } = page({
    worker: (name) => (name === 'deleteOwn' && fails ? failure('not-stored') : null),
  });
  await actions.onSearch('Quist');
  await actions.onTake(candidate('Q11'));
  await actions.onUndo();
  expect(state()).toMatchObject({ trouble: { at: 'undoing' }, taken: { undo: 'possible' } });
  fails = false;
  await actions.onUndo();
  expect(state()).toMatchObject({ trouble: null, taken: { undo: 'undone' } });
});

test('who is known already is joined, not copied; what the reader deleted does not come back by the way', async () => {
  const { actions, candidate, kept, join } = page({ deleted: ['Q12'] });
  await actions.onSearch('Quist');
  const known = candidate('Q14');
  await actions.onTake(candidate('Q11'));
  expect(kept).toEqual(['Q11', 'Q13']);
  expect(known.known).toMatchObject({ id: 'Q14', packs: ['Starter'] });
  if (known.known) actions.onJoin(known.known);
  expect(join).toHaveBeenCalledExactlyOnceWith(known.known);
});

test('cancelled in the middle, nothing is kept, and a late answer changes nothing', async () => {
  let answer: () => void = () => {};
  const slow = new Wikidata(async (address) => {
    if (address.searchParams.has('ids')) await new Promise<void>((resolve) => (answer = resolve));
    return answering(address);
  });
  const { actions, state, candidate, kept } = page({ client: slow.client() });
  await actions.onSearch('Quist');
  const taking = actions.onTake(candidate('Q11'));
  await vi.waitFor(() => expect(slow.items).toHaveLength(1));
  actions.onCancel();
  expect(state()).toMatchObject({ doing: null, trouble: { at: 'taking', is: { code: 'cancelled' } } });
  answer();
  await taking;
  expect(kept).toEqual([]);
  expect(state()).toMatchObject({ taken: null, trouble: { is: { code: 'cancelled' } } });
  expect(state().offered).toHaveLength(2);
});

test.each([
  [
    'is full',
    { ok: true, value: { state: 'too-many', most: 20_000 } } as const,
    { code: 'too-many', most: 20_000 },
  ],
  ['cannot be written', failure('not-stored'), { code: 'worker', error: 'not-stored' }],
])('own knowledge that %s is said, and the candidates stay', async (_, answer, is) => {
  const { actions, state, candidate, open } = page({
    worker: (name) => (name === 'putRecords' ? answer : null),
  });
  await actions.onSearch('Quist');
  await actions.onTake(candidate('Q11'));
  expect(state()).toMatchObject({ trouble: { at: 'taking', is }, taken: null });
  expect(state().offered).toHaveLength(2);
  expect(open).not.toHaveBeenCalled();
});

/** The options page's switch, a browser that grants or not, and what happened in which order. */
function switches(grants: boolean, stores = true) {
  let on = false;
  const done: string[] = [];
  const ask = async (name: string, body: { on?: boolean }) => {
    done.push(name);
    if (name === 'lookUp') return { ok: true, value: { on } };
    if (!stores) return failure('not-stored');
    on = body.on ?? false;
    return { ok: true, value: { on } };
  };
  const note = (what: string, answer: boolean) => async () => {
    done.push(what);
    return answer;
  };
  const runner = lookUpsRunner({
    ask: ask as unknown as LookUpsPorts['ask'],
    show: () => {},
    requestLeave: note('request', grants),
    hasLeave: async () => grants,
    returnLeave: note('return', false),
  });
  return { ...runner, done, stored: () => on };
}

test('the browser is asked first, in the click itself, and then the setting is kept', async () => {
  const { actions, state, done, stored } = switches(true);
  const switching = actions.onSwitch(true);
  expect(done).toEqual(['request']);
  await switching;
  expect(stored()).toBe(true);
  expect(state()).toEqual({ on: { kind: 'there', value: true }, refused: false, trouble: null });
  await actions.onSwitch(false);
  expect(done.slice(1)).toEqual(['switchLookUp', 'switchLookUp', 'return']);
  expect(stored()).toBe(false);
});

test('a browser that is not allowed leaves the switch off', async () => {
  const { actions, state, stored } = switches(false);
  await actions.onSwitch(true);
  expect(stored()).toBe(false);
  expect(state()).toMatchObject({ on: { value: false }, refused: true });
});

test('a choice that cannot be kept is not shown as made', async () => {
  const { actions, state } = switches(true, false);
  await actions.onSwitch(true);
  expect(state()).toMatchObject({ on: { value: false }, trouble: 'not-stored' });
});
