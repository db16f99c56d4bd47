// Own knowledge on the options page: how it begins, how entries are found, deleted and brought back.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { OwnKnowledge } from '../../../entrypoints/options/OwnKnowledge.tsx';
import type { OwnActions, OwnState } from '../../../entrypoints/options/own-state.ts';
import css from '../../../entrypoints/options/style.css?inline';
import type { OwnListed } from '../../../messaging/own-requests.ts';
import { axeFindings, clear, picture, readAloud, scheme, schemes, see } from './see.tsx';

const listed = (name: string, change: Partial<OwnListed> = {}): OwnListed => ({
  id: EntityId.parse(`own:${name.toLowerCase().replaceAll(' ', '-')}`),
  kind: 'person',
  name,
  line: 'Envoy of Exampleland',
  extends: false,
  ...change,
});
const quist = listed('Zebulon Quist');
const iraq = listed('Iraq', { id: EntityId.parse('Q796'), kind: 'country', line: '', extends: true });

const list = (
  entries: readonly OwnListed[],
  more: Partial<{ total: number; kept: number; deleted: number }> = {},
) =>
  ({
    kind: 'there',
    value: { entries, total: entries.length, kept: entries.length, deleted: 0, ...more },
  }) as const;

function own(changes: Partial<OwnState> = {}) {
  const actions = {
    onAdd: vi.fn(),
    onEdit: vi.fn(),
    onDelete: vi.fn(),
    onRestore: vi.fn(),
    onSearch: vi.fn(),
    onMore: vi.fn(),
    onBin: vi.fn(),
    onExport: vi.fn(),
    onRetry: vi.fn(),
  } satisfies OwnActions;
  const state: OwnState = {
    list: list([quist, iraq]),
    search: '',
    most: 50,
    bin: null,
    undo: null,
    restored: null,
    trouble: null,
    ...changes,
  };
  return { ...see(<OwnKnowledge state={state} actions={actions} />, [css], { width: 620 }), actions };
}

beforeEach(() => page.viewport(660, 800));
afterEach(clear);

describe.each(schemes)('in %s', (colours) => {
  test.each<[string, Partial<OwnState>]>([
    ['empty', { list: list([]) }],
    [
      'entries',
      {
        undo: listed('Ada Marrow'),
        bin: [listed('Ada Marrow')],
        list: list([quist, iraq], { deleted: 1, kept: 12, total: 12 }),
      },
    ],
    ['failed', { list: { kind: 'failed', code: 'not-stored' } }],
  ])('axe finds nothing in the list (%s)', async (name, state) => {
    await scheme(colours);
    const { host } = own(state);
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `own-${name}-${colours}`);
  });
});

test('where there is nothing yet, it is said how to begin', () => {
  const text = readAloud(own({ list: list([]) }).host);
  expect(text).toMatch(/Nothing yet\. Select a name in an article.*Add a name…/);
  expect(text).not.toMatch(/Search|Save all/);
});

test('an entry can be changed and deleted, and an addition to a known name says that it is one', async () => {
  const { host, actions } = own();
  expect(readAloud(host)).toContain('Zebulon Quist person Envoy of Exampleland');
  expect(readAloud(host)).toContain('Iraq your addition');
  const screen = page.elementLocator(host);
  await userEvent.click(screen.getByRole('button', { name: 'Change Zebulon Quist' }));
  expect(actions.onEdit).toHaveBeenCalledWith(quist);
  await userEvent.click(screen.getByRole('button', { name: 'Delete Iraq' }));
  expect(actions.onDelete).toHaveBeenCalledWith(iraq);
});

test('what was deleted last can be taken back', async () => {
  const { host, actions } = own({ undo: quist, list: list([], { kept: 0, deleted: 1 }) });
  await userEvent.click(page.elementLocator(host).getByRole('button', { name: 'Undo' }));
  expect(actions.onRestore).toHaveBeenCalledWith(quist);
});

test('many entries are searched, and shown in parts', async () => {
  const { host, actions } = own({ list: list([quist, iraq], { total: 60, kept: 60 }) });
  const screen = page.elementLocator(host);
  await userEvent.fill(screen.getByRole('searchbox', { name: 'Search your entries' }), 'zeb');
  expect(actions.onSearch).toHaveBeenLastCalledWith('zeb');
  expect(readAloud(host)).toContain('2 of 60 are shown.');
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(actions.onMore).toHaveBeenCalled();
});

test('a search that finds nothing says so, and can be changed', () => {
  const { host } = own({ search: 'nobody', list: list([], { total: 0, kept: 60 }) });
  expect(readAloud(host)).toContain('No entry has these words.');
  expect(host.querySelector('[type=search]')).not.toBeNull();
});
