import { expect, test, vi } from 'vitest';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { type OwnPorts, ownRunner } from '../../../entrypoints/options/own-runner.ts';
import type { OwnListed } from '../../../messaging/own-requests.ts';
import { failure } from '../../../messaging/result.ts';

const quist: OwnListed = {
  id: EntityId.parse('own:quist'),
  kind: 'person',
  name: 'Quist',
  line: '',
  extends: false,
};

/** A worker with a list of one entry, which may be deleted; or one that fails. */
function page(fails: () => boolean = () => false) {
  let isDeleted = false;
  const asked: string[] = [];
  const ask = vi.fn(async (name: string, body: { deleted?: boolean; which?: string; search?: string }) => {
    asked.push(name);
    if (fails()) return failure('not-stored');
    if (name === 'deleteOwn') {
      isDeleted = body.deleted ?? false;
      return { ok: true, value: {} };
    }
    if (name === 'exportOwn') return { ok: true, value: { yaml: 'entities: []\n', entries: 0 } };
    const entries = (body.which === 'deleted') === isDeleted ? [quist] : [];
    const counts = { total: entries.length, kept: isDeleted ? 0 : 1, deleted: isDeleted ? 1 : 0 };
    return { ok: true, value: { entries, ...counts } };
  });
  const ports = { show: vi.fn(), open: vi.fn(), give: vi.fn(), focus: vi.fn() };
  return { ...ports, asked, ...ownRunner({ ...ports, ask: ask as unknown as OwnPorts['ask'] }) };
}

test('what is deleted can be undone at once, and the focus goes to where that is', async () => {
  const { actions, state, refresh, focus } = page();
  await refresh();
  await actions.onDelete(quist);
  expect(state().undo).toBe(quist);
  expect(state().list).toMatchObject({ value: { kept: 0, deleted: 1 } });
  expect(focus).toHaveBeenLastCalledWith('own-undo');
  await actions.onRestore(quist);
  expect(state()).toMatchObject({ undo: null, restored: quist, list: { value: { kept: 1 } } });
});

test('what could not be deleted stays in the list, without an Undo, and the reason is said', async () => {
  let broken = false;
  const { actions, state, refresh } = page(() => broken);
  await refresh();
  broken = true;
  await actions.onDelete(quist);
  expect(state()).toMatchObject({ undo: null, trouble: 'not-stored', list: { value: { entries: [quist] } } });
});

test('an open list of deleted entries follows', async () => {
  const { actions, state, refresh } = page();
  await refresh();
  actions.onBin(true);
  await vi.waitFor(() => expect(state().bin).toEqual([]));
  await actions.onDelete(quist);
  expect(state().bin).toEqual([quist]);
  actions.onBin(false);
  expect(state().bin).toBeNull();
});

test('an answer to an earlier search does not take the place of a later one', async () => {
  const answers: ((entries: OwnListed[]) => void)[] = [];
  const ask = () =>
    new Promise((resolve) => {
      answers.push((entries) =>
        resolve({ ok: true, value: { entries, total: entries.length, kept: 1, deleted: 0 } }),
      );
    });
  const ports = { show: () => {}, open: () => {}, give: () => {}, focus: () => {} };
  const runner = ownRunner({ ...ports, ask: ask as unknown as OwnPorts['ask'] });
  runner.actions.onSearch('q');
  runner.actions.onSearch('qx');
  answers[1]?.([]);
  answers[0]?.([quist]);
  await vi.waitFor(() => expect(runner.state().list.kind).toBe('there'));
  expect(runner.state().list).toMatchObject({ value: { entries: [] } });
});

test('a file is given only where the worker gave one', async () => {
  let broken = true;
  const { actions, give, state } = page(() => broken);
  await actions.onExport();
  expect(give).not.toHaveBeenCalled();
  expect(state().trouble).toBe('not-stored');
  broken = false;
  await actions.onExport();
  expect(give).toHaveBeenCalledWith('entities: []\n');
  expect(state().trouble).toBeNull();
});
