// "Notes on your other devices": each screen as a reader has it, in both schemes, narrow and from right to left; axe finds
// nothing in any; and what can be pressed is told to whoever runs it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import css from '../../../entrypoints/options/style.css?inline';
import { firstPlaceStep } from '../../../entrypoints/options/sync/place-step.ts';
import { qrPicture } from '../../../entrypoints/options/sync/qr.ts';
import { Sync } from '../../../entrypoints/options/sync/Sync.tsx';
import type { SetUp } from '../../../entrypoints/options/sync/status-words.ts';
import type { PlaceStep, Step, SyncActions, SyncUi } from '../../../entrypoints/options/sync/sync-state.ts';
import type { Tried } from '../../../entrypoints/options/sync/vault-messages.ts';
import { axeFindings, clear, picture, readAloud, scheme, schemes, see } from './see.tsx';

const NOW = new Date(2026, 10, 22, 14, 30).getTime();
const at = (hours: number, minutes: number, day = 22) =>
  new Date(2026, 10, day, hours, minutes).toISOString();
const ME = 'a'.repeat(32);
const OTHER = { id: 'b'.repeat(32), name: 'Phone', self: false, lastSeen: at(12, 40), dropped: false };
const WORDS = {
  happened: 'The server did not accept the name and password (HTTP 401).',
  toDo: 'Enter them anew.',
};

function setUp(changes: Partial<SetUp> = {}): SetUp {
  return {
    state: 'set up',
    place: {
      kind: 'webdav',
      where: 'https://cloud.example.org/remote.php/dav/files/anna/Backstory/',
      user: 'anna',
    },
    typed: { address: 'https://cloud.example.org/', bucket: '', region: '', prefix: '', user: 'anna' },
    vault: '1a2b3c4d',
    device: ME,
    activity: { is: 'up to date', at: at(14, 2) },
    waiting: { changes: 0, passages: 0, notes: 0, others: 0 },
    kept: { passages: 312, notes: 14, entries: 2 },
    devices: [
      { id: ME, name: 'Laptop', self: true, lastSeen: at(14, 2), dropped: false },
      OTHER,
      { id: 'c'.repeat(32), name: 'الحاسوب القديم', self: false, lastSeen: at(9, 5, 2), dropped: true },
    ],
    onServer: { at: at(14, 2), devices: 3, files: 31, bytes: 1_260_000, unknownSizes: 2 },
    codeUnseen: false,
    troubled: { damaged: 0, missing: 0 },
    ...changes,
  };
}

const needs = (
  what: Extract<SetUp['activity'], { is: 'needs reader' }>['what'],
  changes: object = {},
): SetUp['activity'] => ({
  is: 'needs reader',
  what,
  since: at(14, 2),
  words: WORDS,
  access: null,
  removal: null,
  ...changes,
});
const REMOVAL = needs('deletions', {
  words: {
    happened: 'Another device removed much of what is kept here.',
    toDo: 'Look at what it is, and decide.',
  },
  removal: {
    by: [
      { id: OTHER.id, name: OTHER.name },
      { id: 'e'.repeat(32), name: '' },
    ],
    segments: ['one', 'two'],
    total: 140,
    of: 312,
    first: [
      { kind: 'passage', title: 'The raid killed an American contractor.' },
      { kind: 'note', title: 'Iran' },
      ...Array.from({ length: 9 }, (_, n) => ({ kind: 'entry' as const, title: `Envoy ${n}` })),
      { kind: 'passage', title: 'قتل المقاول الأمريكي في الغارة.' },
    ],
  },
});
const tried = (changes: Partial<Tried> = {}): Tried => ({
  works: true,
  notes: [
    {
      happened: 'A second file of the same name replaces the first.',
      toDo: 'It does no harm: Backstory never uses a name for two different files.',
    },
  ],
  trouble: null,
  found: 'nothing',
  words: { happened: 'There are segments, but no header.', toDo: 'Wait a little, then look again.' },
  ...changes,
});
const place = (changes: Partial<PlaceStep> = {}): PlaceStep => ({ ...firstPlaceStep('set up'), ...changes });
const CODE = 'AB3DE-FG7H1-JK2MN-PQ4RS-TV5WX-YZ012';
const LINE = `backstory-pair:1.${'q8Zr2LxT0mVdK3sYb7NcJ1hW'.repeat(12)}`;
const PAIRED: Step = {
  kind: 'paired',
  line: LINE,
  code: 'K7QX-M2RD',
  until: at(14, 40),
  picture: await qrPicture(LINE),
};

const SCREENS: readonly [string, Partial<SyncUi> & { readonly is?: SetUp }, RegExp][] = [
  ['not set up', {}, /no server and no accounts/],
  ['place', { step: place() }, /Where shall they lie\?/],
  [
    'place wrong',
    {
      step: place({
        errors: { address: 'It must begin with https://.', password: 'Enter the password.' },
      }),
    },
    /must begin with https/,
  ],
  ['place s3', { step: place({ place: 's3' }) }, /Bucket/],
  ['place couchdb', { step: place({ place: 'couchdb' }) }, /Address of a database/],
  ['place folder', { step: place({ place: 'folder' }) }, /Choose a folder/],
  ['place trying', { step: place({ trying: true }) }, /A test file is written there/],
  ['place refused', { step: place({ refused: true }) }, /Nothing was sent/],
  ['place empty', { step: place({ tried: tried() }) }, /A new vault, or the wrong folder\?/],
  ['place others', { step: place({ tried: tried({ found: 'others' }) }) }, /leaves them alone/],
  ['place vault', { step: place({ tried: tried({ found: 'vault' }) }) }, /Your notes are there/],
  ['place segments', { step: place({ tried: tried({ found: 'segments only' }) }) }, /no header.*Look again/],
  ['place unusable', { step: place({ tried: tried({ found: 'unusable' }) }) }, /look at what lies there/],
  ['place wrong folder', { step: place({ wrongFolder: true }) }, /Capital letters matter/],
  [
    'place stopped',
    { step: place({ tried: tried({ works: false, trouble: { ...WORDS, access: false }, notes: [] }) }) },
    /That did not work.*HTTP 401.*Try again/,
  ],
  ['place spoils', { step: place({ tried: tried({ works: false }) }) }, /cannot be used/],
  [
    'move',
    { step: place({ goal: 'change place', tried: tried(), before: { address: 'https://x.example/' } }) },
    /Use this place/,
  ],
  ['join', { step: { kind: 'secret', why: 'join', by: 'passphrase', problem: null } }, /Join your vault/],
  [
    'join wrong',
    { step: { kind: 'secret', why: 'join', by: 'recovery code', problem: WORDS } },
    /Recovery code.*did not accept/,
  ],
  [
    'open again',
    { step: { kind: 'secret', why: 'open again', by: 'passphrase', problem: null } },
    /was changed/,
  ],
  ['pair', { step: { kind: 'secret', why: 'pair', by: 'passphrase', problem: null } }, /Make the line/],
  ['paired', { step: PAIRED }, /The line.*Copy the line.*QR code.*K7QX-M2RD/],
  ['line', { step: { kind: 'line', problem: null, place: null } }, /The line/],
  [
    'line code',
    { step: { kind: 'line', problem: null, place: { where: 'https://cloud.example/', access: null } } },
    /It leads to https:\/\/cloud.example\//,
  ],
  [
    'new vault',
    { step: { kind: 'new passphrase', why: 'create', device: null, by: 'passphrase', problem: null } },
    /Choose a passphrase.*Nobody can send you a new one/,
  ],
  [
    'new passphrase',
    { step: { kind: 'new passphrase', why: 'change', device: null, by: 'passphrase', problem: WORDS } },
    /Passphrase until now/,
  ],
  [
    'drop',
    { step: { kind: 'new passphrase', why: 'drop', device: OTHER, by: 'passphrase', problem: null } },
    /Drop Phone.*What it has, it keeps/,
  ],
  ['working', { step: { kind: 'working', what: 'creating', progress: 0.4 } }, /takes some seconds/],
  ['code', { step: { kind: 'code', code: CODE, why: 'create', wrong: false } }, /Its last group is/],
  ['code wrong', { step: { kind: 'code', code: CODE, why: 'drop', wrong: true } }, /not its last group/],
  ['leave', { step: { kind: 'leave' } }, /All that you kept stays on this device/],
  ['up to date', { is: setUp(), said: 'set up' }, /All 312 passages, 14 notes.*14:02/],
  [
    'running',
    { is: setUp({ activity: { is: 'running', doing: 'receiving', done: 7, of: 31 } }) },
    /Receiving/,
  ],
  [
    'offline',
    {
      is: setUp({
        waiting: { changes: 3, passages: 3, notes: 0, others: 0 },
        activity: {
          is: 'waiting',
          why: 'offline',
          since: at(14, 2),
          until: at(14, 33),
          words: {
            happened: 'The server could not be reached. Your notes are safe on this device.',
            toDo: 'Is there a network?',
          },
        },
      }),
    },
    /3 passages wait on this device.*Your notes are safe on this device/,
  ],
  ['password', { is: setUp({ activity: needs('password') }) }, /Enter them anew…/],
  [
    'access',
    { is: setUp({ activity: needs('access', { access: 'https://cloud.example.org/*' }) }) },
    /Allow access to cloud.example.org/,
  ],
  ['vault gone', { is: setUp({ activity: needs('vault is gone') }) }, /Put it there again.*another place/],
  [
    'deletions',
    { is: setUp({ activity: REMOVAL }) },
    /140 things of 312 would be removed.*“Phone” and “Device eeee” deleted them.*6 more of them.*and 128 more/,
  ],
  [
    'code unseen',
    { is: setUp({ codeUnseen: true }) },
    /have not said that you wrote it down.*New passphrase and code…/,
  ],
  ['damaged', { is: setUp({ troubled: { damaged: 1, missing: 2 } }) }, /3 of the files.*Nothing is lost/],
  [
    'newer',
    { status: { kind: 'there', value: { state: 'newer', words: WORDS } } },
    /did not accept.*Stop syncing here/,
  ],
  ['failed', { status: { kind: 'failed', code: 'no-answer' } }, /Try again/],
  ['refused', { is: setUp(), refused: WORDS, trouble: 'no-answer' }, /did not accept.*All 312/],
  ['renaming', { is: setUp(), renaming: OTHER.id }, /Name/],
];

function sync({ is, ...changes }: Partial<SyncUi> & { readonly is?: SetUp } = {}, width = 572) {
  const actions = {
    onRetry: vi.fn(),
    onLeaveStep: vi.fn(),
    onSetUp: vi.fn(),
    onPlace: vi.fn(),
    onTyped: vi.fn(),
    onTry: vi.fn(),
    onTryAgain: vi.fn(),
    onNewVault: vi.fn(),
    onWrongFolder: vi.fn(),
    onJoin: vi.fn(),
    onMove: vi.fn(),
    onBy: vi.fn(),
    onSecret: vi.fn(),
    onNewPassphrase: vi.fn(),
    onCancel: vi.fn(),
    onCodeWritten: vi.fn(),
    onPrint: vi.fn(),
    onCopy: vi.fn(),
    onHaveLine: vi.fn(),
    onLine: vi.fn(),
    onLineCode: vi.fn(),
    onSyncNow: vi.fn(),
    onAllow: vi.fn(),
    onAllowFolder: vi.fn(),
    onChangePlace: vi.fn(),
    onOpenAgain: vi.fn(),
    onStartOver: vi.fn(),
    onChangePassphrase: vi.fn(),
    onDrop: vi.fn(),
    onRename: vi.fn(),
    onNamed: vi.fn(),
    onPair: vi.fn(),
    onAskLeave: vi.fn(),
    onLeaveSync: vi.fn(),
    onDeletions: vi.fn(),
  } satisfies SyncActions;
  const state: SyncUi = {
    status: { kind: 'there', value: is ?? { state: 'not set up', left: null } },
    step: null,
    said: null,
    refused: null,
    trouble: null,
    renaming: null,
    ...changes,
  };
  const view = (
    <main class="options" style="padding: 0">
      <Sync state={state} actions={actions} now={NOW} suggested="Chrome on Linux" hasFolders />
    </main>
  );
  const seen = see(view, [css], { width });
  for (const fold of seen.host.querySelectorAll('details')) fold.open = true;
  return { ...seen, actions, screen: page.elementLocator(seen.host) };
}

beforeEach(() => page.viewport(700, 1_400));
afterEach(() => {
  clear();
  document.documentElement.dir = '';
});

describe.each(schemes)('in %s', (colours) => {
  test.each(SCREENS)('%s', async (name, changes, words) => {
    await scheme(colours);
    const { host } = sync(changes);
    expect(readAloud(host)).toMatch(words);
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `sync-${name.replaceAll(' ', '-')}-${colours}`);
  });
});

test.each(SCREENS)(
  'nothing of “%s” reaches beyond a narrow window, also from right to left',
  (_, changes) => {
    document.documentElement.dir = 'rtl';
    const { host } = sync(changes, 300);
    const box = host.getBoundingClientRect();
    for (const element of host.querySelectorAll('button, input, textarea, p, svg, code, progress')) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width <= 1) continue;
      expect(left, element.outerHTML.slice(0, 120)).toBeGreaterThanOrEqual(box.left - 1);
      expect(right, element.outerHTML.slice(0, 120)).toBeLessThanOrEqual(box.right + 1);
    }
  },
);

test('what is typed goes to whoever runs it, and is nowhere on the page', async () => {
  const { screen, actions, host } = sync({ step: place() });
  await userEvent.fill(screen.getByLabelText('Address of a folder'), 'https://cloud.example/dav/');
  await userEvent.fill(screen.getByLabelText('User name'), 'anna');
  await userEvent.fill(screen.getByLabelText('App password'), 'pass wörd:1');
  await userEvent.click(screen.getByRole('button', { name: 'Try it' }));
  expect(actions.onTry).toHaveBeenCalledWith({
    address: 'https://cloud.example/dav/',
    user: 'anna',
    password: 'pass wörd:1',
  });
  expect(actions.onTyped).toHaveBeenCalled();
  expect(host.innerHTML).not.toContain('pass wörd:1');
  expect(host.querySelector('[name=password]')?.getAttribute('autocomplete')).toBe('new-password');
});

test('the keyboard alone chooses a place and sends the form', async () => {
  const { screen, actions } = sync({ step: place() });
  screen.getByRole('radio', { name: 'WebDAV' }).element().focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(actions.onPlace).toHaveBeenCalledWith('couchdb');
  screen.getByLabelText('User name').element().focus();
  await userEvent.keyboard('anna{Enter}');
  expect(actions.onTry).toHaveBeenCalledWith(expect.objectContaining({ user: 'anna' }));
});

test('how good a passphrase is is told as it is typed, and read with its field', async () => {
  const step: Step = { kind: 'new passphrase', why: 'create', device: null, by: 'passphrase', problem: null };
  const { screen, actions } = sync({ step });
  const field = screen.getByLabelText('Passphrase', { exact: true });
  await userEvent.fill(field, 'hunter2');
  await expect.element(field).toHaveAccessibleDescription(/Too short/);
  await userEvent.fill(field, 'correct horse battery staple');
  await expect.element(field).toHaveAccessibleDescription(/Long enough/);
  await userEvent.fill(screen.getByLabelText('Once more'), 'correct horse battery staple');
  await userEvent.click(screen.getByRole('button', { name: 'Make the vault' }));
  expect(actions.onNewPassphrase).toHaveBeenCalledWith({
    secret: '',
    first: 'correct horse battery staple',
    second: 'correct horse battery staple',
    deviceName: 'Chrome on Linux',
  });
});

test('an error is read with its field', async () => {
  const { screen } = sync({ step: place({ errors: { user: 'A user name has no colon.' } }) });
  const field = screen.getByLabelText('User name');
  await expect.element(field).toHaveAccessibleDescription(/no colon/);
  await expect.element(field).toBeInvalid();
});

test('the code is printed and copied, and its end is asked for', async () => {
  const { screen, actions } = sync({ step: { kind: 'code', code: CODE, why: 'create', wrong: false } });
  await userEvent.click(screen.getByRole('button', { name: 'Print…' }));
  await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
  await userEvent.fill(screen.getByLabelText(/Its last group/), 'yz012');
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(actions.onPrint).toHaveBeenCalledOnce();
  expect(actions.onCopy).toHaveBeenCalledWith(CODE);
  expect(actions.onCodeWritten).toHaveBeenCalledWith('yz012');
});

test.each<[string, SetUp['activity'], string, keyof SyncActions, unknown[]]>([
  ['a wrong password', needs('password'), 'Enter them anew…', 'onChangePlace', []],
  ['an address', needs('place'), 'Change the address…', 'onChangePlace', []],
  ['access', needs('access', { access: 'https://x/*' }), 'Allow access', 'onAllow', ['https://x/*']],
  ['a folder', needs('folder'), 'Allow the folder again…', 'onAllowFolder', []],
  ['a new passphrase', needs('passphrase'), 'Enter the new passphrase…', 'onOpenAgain', []],
  [
    'a device that was dropped, or does not know the new passphrase',
    needs('passphrase'),
    'Stop syncing here…',
    'onAskLeave',
    [],
  ],
  ['a vault that is gone', needs('vault is gone'), 'Put it there again', 'onStartOver', []],
  ['another vault', needs('another vault'), 'Choose another place…', 'onChangePlace', []],
  ['much removed: keep', REMOVAL, 'Keep mine, everywhere', 'onDeletions', [false, ['one', 'two']]],
  ['much removed: take in', REMOVAL, 'Remove 140 things here too', 'onDeletions', [true, ['one', 'two']]],
])('%s has its button', async (_, activity, name, action, given) => {
  const { screen, actions } = sync({ is: setUp({ activity }) });
  await userEvent.click(screen.getByRole('button', { name, exact: false }).first());
  expect(actions[action]).toHaveBeenCalledOnce();
  expect(vi.mocked(actions[action]).mock.lastCall?.slice(0, given.length)).toEqual(given);
});

test('while it runs it cannot be started again, and no figure is read aloud', async () => {
  const activity = { is: 'running', doing: 'sending', done: 2, of: 9 } as const;
  const { screen, actions, host } = sync({ is: setUp({ activity }) });
  await userEvent.click(screen.getByRole('button', { name: 'Sync now' }), { force: true });
  expect(actions.onSyncNow).not.toHaveBeenCalled();
  const heard = [...host.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join('');
  expect(heard).toBe('Sending…');
  expect(host.querySelector('.sync-state')?.textContent).toBe('Sending: 2 of 9 files');
});

test('a device is renamed with Enter, and Escape leaves its name', async () => {
  const { screen, actions } = sync({ is: setUp(), renaming: OTHER.id });
  const field = screen.getByLabelText('Name');
  await userEvent.fill(field, 'Tablet');
  await userEvent.keyboard('{Enter}');
  expect(actions.onNamed).toHaveBeenCalledWith(OTHER.id, 'Tablet');
  await userEvent.keyboard('{Escape}');
  expect(actions.onRename).toHaveBeenCalledWith(null);
});

test('neither this device nor one that is dropped can be dropped', () => {
  const { screen } = sync({ is: setUp() });
  expect(screen.getByRole('button', { name: /^Drop/ }).all()).toHaveLength(1);
});

test('where the browser lets no page write in a folder, that is said and cannot be chosen', async () => {
  const actions = {} as SyncActions;
  const state: SyncUi = {
    status: { kind: 'there', value: { state: 'not set up', left: null } },
    step: place(),
    said: null,
    refused: null,
    trouble: null,
    renaming: null,
  };
  const { host } = see(<Sync state={state} actions={actions} now={NOW} suggested="" hasFolders={false} />, [
    css,
  ]);
  const screen = page.elementLocator(host);
  await expect.element(screen.getByRole('radio', { name: 'A folder on this device' })).toBeDisabled();
});

test('for a finger, whatever is pressed is large enough', () => {
  const { host } = sync({ is: setUp({ activity: needs('password') }) });
  for (const button of host.querySelectorAll('.button'))
    expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(30);
});
