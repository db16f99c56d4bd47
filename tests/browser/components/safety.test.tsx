// "Your passages and notes" on the options page: what is told, what can be pressed, and that axe finds nothing in it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Safety } from '../../../entrypoints/options/Safety.tsx';
import type { Looked, SafetyActions, SafetyState } from '../../../entrypoints/options/safety-state.ts';
import css from '../../../entrypoints/options/style.css?inline';
import type { ListedSnapshot } from '../../../messaging/safety-requests.ts';
import { axeFindings, clear, picture, readAloud, scheme, schemes, see } from './see.tsx';

const snapshot = (id: number, change: Partial<ListedSnapshot> = {}): ListedSnapshot => ({
  id,
  made: `2026-11-${String(id).padStart(2, '0')}T10:00:00.000Z`,
  why: 'time',
  passages: 12,
  notes: 1,
  entries: 0,
  ...change,
});
const looked: Looked = {
  source: { kind: 'snapshot', snapshot: snapshot(20) },
  preview: {
    back: {
      total: 140,
      first: [
        { kind: 'passage', title: 'The raid killed an American contractor.' },
        { kind: 'note', title: 'Iran' },
        { kind: 'passage', title: 'قتل المقاول الأمريكي في الغارة.' },
      ],
    },
    changed: { total: 1, first: [{ kind: 'entry', title: 'Zebulon Quist' }] },
    unreadable: 0,
  },
  changed: false,
};
const SNAPSHOTS: SafetyState['snapshots'] & { kind: 'there' } = {
  kind: 'there',
  value: { snapshots: [snapshot(20), snapshot(19, { why: 'before-import' })], bytes: 1_240_000 },
};

function safety(changes: Partial<SafetyState> = {}) {
  const actions = {
    onRetry: vi.fn(),
    onAskToLast: vi.fn(),
    onCopy: vi.fn(),
    onLook: vi.fn(),
    onFile: vi.fn(),
    onChanged: vi.fn(),
    onBring: vi.fn(),
    onLeave: vi.fn(),
    onTakeBack: vi.fn(),
    onExport: vi.fn(),
    onLock: vi.fn(),
    onLocked: vi.fn(),
    onUnlock: vi.fn(),
    onCancel: vi.fn(),
    onDeleteSnapshots: vi.fn(),
    onTyped: vi.fn(),
    onDeleteEverything: vi.fn(),
  } satisfies SafetyActions;
  const state: SafetyState = {
    kept: { kind: 'there', value: { pages: 3, passages: 12, binned: 2, notes: 1, entries: 0 } },
    snapshots: SNAPSHOTS,
    lasting: 'lasts',
    usage: 5_300_000,
    looked: null,
    lock: null,
    busy: null,
    progress: null,
    done: null,
    trouble: null,
    fileTrouble: null,
    typed: '',
    ...changes,
  };
  const seen = see(<Safety state={state} actions={actions} />, [css], { width: 620 });
  for (const fold of seen.host.querySelectorAll('details')) fold.open = true;
  return { ...seen, actions, screen: page.elementLocator(seen.host) };
}

beforeEach(() => page.viewport(660, 1_400));
afterEach(clear);

describe.each(schemes)('in %s', (colours) => {
  test.each<[string, Partial<SafetyState>]>([
    ['whole', { looked, done: { kind: 'brought', count: 3 } }],
    [
      'troubled',
      {
        kept: { kind: 'failed', code: 'storage-blocked' },
        snapshots: { kind: 'failed', code: 'internal' },
        lasting: 'refused',
        trouble: 'disk-full',
        fileTrouble: 'not-ours',
      },
    ],
    ['lock', { lock: { kind: 'choose', problem: 'differ' } }],
    ['unlock', { lock: { kind: 'open', name: 'backstory-everything.bssync', wrong: true } }],
    [
      'busy',
      { busy: 'bringing', progress: { done: 20, of: 400 }, lasting: 'may-go', typed: 'delete everything' },
    ],
  ])('axe finds nothing (%s)', async (name, state) => {
    await scheme(colours);
    const { host } = safety(state);
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `safety-${name}-${colours}`);
  });
});

test('it is said how much there is, where, and that it lasts', () => {
  const text = readAloud(safety().host);
  expect(text).toContain('12 passages, 1 note on an actor or place on 3 pages. 2 passages more in the bin.');
  expect(text).toMatch(/keeps it until you delete it.*takes 5\.3 MB of your disk/);
});

test('where there is nothing yet, it is said how to begin', () => {
  const none = { pages: 0, passages: 0, binned: 0, notes: 0, entries: 0 };
  const text = readAloud(
    safety({
      kept: { kind: 'there', value: none },
      snapshots: { kind: 'there', value: { snapshots: [], bytes: 0 } },
    }).host,
  );
  expect(text).toMatch(/Nothing yet\. Select text on a page/);
  expect(text).toContain('There is none yet.');
});

test('a browser that may clear it can be asked not to, and a refusal says what to do', async () => {
  const { screen, actions } = safety({ lasting: 'may-go' });
  await userEvent.click(screen.getByRole('button', { name: 'Ask the browser to keep it' }));
  expect(actions.onAskToLast).toHaveBeenCalled();
  clear();
  expect(readAloud(safety({ lasting: 'refused' }).host)).toMatch(
    /does not promise to.*Save everything as a file/,
  );
});

test('a snapshot says when, why and what, and is looked into before anything is done', async () => {
  const { host, screen, actions } = safety();
  expect(readAloud(host)).toContain('before a file was brought in');
  const [first] = SNAPSHOTS.value.snapshots;
  await userEvent.click(screen.getByRole('button', { name: /Look into it… 20 Nov 2026/ }));
  expect(actions.onLook).toHaveBeenCalledWith(first);
  expect(readAloud(host)).not.toMatch(/Bring \d/);
});

test('a look tells what would come back, what has changed, and how much of it there is', async () => {
  const { host, screen, actions } = safety({ looked });
  const text = readAloud(host);
  expect(text).toMatch(/140 things would come back.*The raid killed an American contractor\..*note on.*Iran/);
  expect(text).toContain('and 137 more');
  expect(text).toMatch(/1 thing has changed since.*Zebulon Quist/);
  await userEvent.click(
    screen.getByRole('checkbox', { name: 'Also put back what has changed since, as it was' }),
  );
  expect(actions.onChanged).toHaveBeenCalledWith(true);
  await userEvent.click(screen.getByRole('button', { name: 'Bring 140 things back' }));
  expect(actions.onBring).toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Leave it' }));
  expect(actions.onLeave).toHaveBeenCalled();
});

test('with what has changed the button says one more, and where nothing is missing there is none', () => {
  expect(readAloud(safety({ looked: { ...looked, changed: true } }).host)).toContain('Bring 141 things back');
  clear();
  const nothing = { total: 0, first: [] };
  const preview = { back: nothing, changed: nothing, unreadable: 0 };
  const text = readAloud(safety({ looked: { ...looked, preview } }).host);
  expect(text).toContain('Nothing of it is missing');
  expect(text).not.toMatch(/Bring \d/);
});

test('damage in a file is said', () => {
  const source = { kind: 'file', name: 'mine.json', refused: 2 } as const;
  expect(readAloud(safety({ looked: { ...looked, source } }).host)).toContain(
    '2 parts of it are damaged and are left out',
  );
});

test('what was brought back can be undone', async () => {
  const { screen, actions } = safety({ done: { kind: 'brought', count: 3 } });
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(actions.onTakeBack).toHaveBeenCalled();
});

test('a file is saved, and one is chosen with the keyboard or the pointer', async () => {
  const { screen, actions } = safety();
  await userEvent.click(screen.getByRole('button', { name: 'Save everything as a file' }));
  expect(actions.onExport).toHaveBeenCalled();
  const file = new File(['{}'], 'mine.json', { type: 'application/json' });
  await userEvent.upload(screen.getByLabelText('Bring a file in…'), file);
  expect(actions.onFile.mock.calls[0]?.[0].name).toBe('mine.json');
});

test('everything is deleted only after it was typed', async () => {
  const { screen, actions } = safety({ typed: 'delete every' });
  const button = screen.getByRole('button', { name: 'Delete everything', exact: true });
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(button, { force: true });
  expect(actions.onDeleteEverything).not.toHaveBeenCalled();
  await userEvent.fill(screen.getByLabelText('To be sure, type delete everything'), 'delete everything');
  expect(actions.onTyped).toHaveBeenLastCalledWith('delete everything');
  clear();
  const sure = safety({ typed: 'Delete everything' });
  await userEvent.click(sure.screen.getByRole('button', { name: 'Delete everything', exact: true }));
  expect(sure.actions.onDeleteEverything).toHaveBeenCalled();
});

test('while a file is written, it can be cancelled', async () => {
  const { screen, actions } = safety({ busy: 'exporting' });
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(actions.onCancel).toHaveBeenCalled();
});

test('while a file is brought in, it is seen how far that has come', async () => {
  const { screen } = safety({ busy: 'bringing', progress: { done: 100, of: 400 } });
  await expect
    .element(screen.getByRole('progressbar', { name: 'Bringing it back…' }))
    .toHaveAttribute('value', '100');
  await expect.element(screen.getByRole('button', { name: 'Cancel' })).not.toBeInTheDocument();
});

test('an encrypted file asks for a passphrase twice, and for it once more when it comes back', async () => {
  const { screen, actions, host } = safety({ lock: { kind: 'choose', problem: null } });
  await userEvent.click(screen.getByRole('button', { name: 'Save it encrypted…' }));
  expect(actions.onLock).toHaveBeenCalled();
  await userEvent.fill(screen.getByLabelText('Passphrase for the file'), 'correct horse battery');
  await userEvent.fill(screen.getByLabelText('Once more'), 'correct horse batter');
  await userEvent.click(screen.getByRole('button', { name: 'Save the encrypted file' }));
  expect(actions.onLocked).toHaveBeenCalledWith('correct horse battery', 'correct horse batter');
  expect(host.innerHTML).not.toContain('correct horse');
  clear();
  const open = safety({ lock: { kind: 'open', name: 'mine.bssync', wrong: true } });
  const field = open.screen.getByLabelText('Passphrase of mine.bssync');
  await expect.element(field).toHaveAccessibleDescription(/does not open with this/);
  await userEvent.fill(field, 'another one');
  await userEvent.keyboard('{Enter}');
  expect(open.actions.onUnlock).toHaveBeenCalledWith('another one');
});
