// The steps of setting up sync, without a page: what is asked, in which order, where each answer leads, and that nothing
// secret is ever in the state.
import { describe, expect, test, vi } from 'vitest';
import { recoveryCode } from '../../../core/sync/keys/recovery-code.ts';
import { type SyncPorts, syncRunner } from '../../../entrypoints/options/sync/sync-runner.ts';
import type { Deed, DeedAnswer, Refused, Tried } from '../../../entrypoints/options/sync/vault-messages.ts';
import { failure } from '../../../messaging/result.ts';
import type { SyncStatus } from '../../../messaging/sync-requests.ts';

const WORDS = { happened: 'It happened.', toDo: 'Do this.' };
const TYPED = { address: 'https://cloud.example/dav/', user: 'anna', password: 'app password' };
const PASSPHRASE = 'correct horse battery staple';
const CODE = await recoveryCode(new Uint8Array(16).fill(7));
const DEVICE = { id: 'b'.repeat(32), name: 'Old laptop', self: false, lastSeen: null, dropped: false };
const SET_UP: SyncStatus = {
  state: 'set up',
  place: { kind: 'webdav', where: 'https://cloud.example/dav/', user: 'anna' },
  typed: { address: 'https://cloud.example/dav/', bucket: '', region: '', prefix: '', user: 'anna' },
  vault: '1a2b3c4d',
  device: 'a'.repeat(32),
  activity: { is: 'up to date', at: '2026-11-22T14:02:00.000Z' },
  waiting: { changes: 0, passages: 0, notes: 0, others: 0 },
  kept: { passages: 1, notes: 0, entries: 0 },
  devices: [DEVICE],
  onServer: null,
  codeUnseen: false,
  troubled: { damaged: 0, missing: 0 },
};
const tried = (found: Tried['found'], changes: Partial<Tried> = {}): Tried => ({
  works: true,
  notes: [],
  trouble: null,
  found,
  words: WORDS,
  ...changes,
});
const refused = (why: Refused['why']) => ({ ok: false, refused: { why, words: WORDS } }) as const;

type Answers = { [D in Deed]?: DeedAnswer<D> | ReturnType<typeof refused> | 'never' };

function run({
  answers = {},
  ...changes
}: Partial<SyncPorts> & { answers?: Answers; status?: SyncStatus } = {}) {
  const status = changes.status ?? { state: 'not set up', left: null };
  const ask = vi.fn(async (name: string, _body: unknown) => ({
    ok: true,
    value: name === 'syncStatus' ? status : {},
  }));
  const deed = vi.fn(async (name: Deed, _ask: unknown, options?: { signal?: AbortSignal }) => {
    const answer = answers[name];
    if (answer === 'never')
      return new Promise((resolve) => {
        options?.signal?.addEventListener('abort', () => resolve({ ok: false, refused: 'cancelled' }));
      });
    if (answer && 'refused' in answer) return answer;
    return { ok: true, answer: answer ?? {} };
  });
  const states: unknown[] = [];
  const ports = {
    show: vi.fn((state: unknown) => states.push(state)),
    requestAccess: vi.fn(async (_pattern: string) => true),
    pickFolder: vi.fn(async () => ({ name: 'Notes' }) as FileSystemDirectoryHandle),
    requestFolder: vi.fn(async () => true),
    picture: vi.fn(async () => ({ size: 10, path: 'M0 0' })),
    copy: vi.fn(async (_text: string) => undefined),
    print: vi.fn(),
    focus: vi.fn(),
  };
  const runner = syncRunner({
    ...ports,
    ask: ask as unknown as SyncPorts['ask'],
    deed: deed as unknown as SyncPorts['deed'],
    ...changes,
  });
  const asked = () => ask.mock.calls.map(([name]) => name).filter((name) => name !== 'syncStatus');
  const deeds = () => deed.mock.calls.map(([name]) => name);
  return { ...runner, ports, ask, asked, deed, deeds, states };
}

/** To the end of a try. */
async function afterTry(answer: Tried, changes: Parameters<typeof run>[0] = {}) {
  const made = run({ ...changes, answers: { try: answer, ...changes?.answers } });
  await made.refresh();
  made.actions.onSetUp();
  await made.actions.onTry(TYPED);
  return made;
}

describe('a place is tried', () => {
  test('the browser is asked in the click, then the worker, and nothing else', async () => {
    const { ports, deed, asked, state } = await afterTry(tried('nothing'));
    expect(ports.requestAccess).toHaveBeenCalledWith('https://cloud.example/*');
    expect(deed).toHaveBeenCalledWith(
      'try',
      { place: { settings: { kind: 'webdav', ...TYPED }, folder: null } },
      expect.anything(),
    );
    expect(asked()).toEqual([]);
    expect(state().step).toMatchObject({ kind: 'place', trying: false, tried: { found: 'nothing' } });
    expect(ports.focus).toHaveBeenLastCalledWith('sync-tried');
  });

  test('what is wrong is said beside its field, which gets the focus; nobody is asked', async () => {
    const { actions, ports, deeds, state } = run();
    actions.onSetUp();
    await actions.onTry({ ...TYPED, password: '' });
    expect(state().step).toMatchObject({ errors: { password: expect.stringMatching(/Enter/) } });
    expect(ports.focus).toHaveBeenLastCalledWith('sync-password');
    expect(ports.requestAccess).not.toHaveBeenCalled();
    expect(deeds()).toEqual([]);
  });

  test('where the browser may not ask the server, that is said and nothing is sent', async () => {
    const { actions, deeds, state } = run({ requestAccess: async () => false });
    actions.onSetUp();
    await actions.onTry(TYPED);
    expect(state().step).toMatchObject({ refused: true });
    expect(deeds()).toEqual([]);
  });

  test('a folder is chosen in the click; a picker that was closed changes nothing', async () => {
    const pickFolder = vi
      .fn<SyncPorts['pickFolder']>()
      .mockRejectedValueOnce(new DOMException('closed', 'AbortError'))
      .mockResolvedValue({ name: 'Notes' } as FileSystemDirectoryHandle);
    const { actions, deed, state } = run({ pickFolder, answers: { try: tried('vault') } });
    actions.onSetUp();
    actions.onPlace('folder');
    await actions.onTry({});
    expect(state().step).toMatchObject({ refused: true, tried: null });
    expect(deed).not.toHaveBeenCalled();
    await actions.onTry({});
    expect(deed).toHaveBeenCalledWith(
      'try',
      { place: { settings: { kind: 'folder', name: 'Notes' }, folder: { name: 'Notes' } } },
      expect.anything(),
    );
    expect(state().step).toMatchObject({ tried: { found: 'vault' } });
  });

  test('tried again as it is, the browser is asked once more too', async () => {
    const trouble = { ...WORDS, access: true };
    const { actions, ports, deeds } = await afterTry(tried('no answer', { works: false, trouble }));
    await actions.onTryAgain();
    expect(ports.requestAccess).toHaveBeenCalledTimes(2);
    expect(deeds()).toEqual(['try', 'try']);
    const folder = run({ answers: { try: tried('nothing') } });
    folder.actions.onSetUp();
    folder.actions.onPlace('folder');
    await folder.actions.onTry({});
    await folder.actions.onTryAgain();
    expect(folder.ports.requestFolder).toHaveBeenCalledOnce();
    expect(folder.deeds()).toEqual(['try', 'try']);
  });

  test('whoever types again is shown no answer to what stood there before', async () => {
    const { actions, state } = await afterTry(tried('vault'));
    actions.onTyped();
    expect(state().step).toMatchObject({ kind: 'place', tried: null });
  });

  test('another kind of place stops the try of the first, whose answer is not shown', async () => {
    const { actions, state } = run({ answers: { try: 'never' } });
    actions.onSetUp();
    const trying = actions.onTry(TYPED);
    await vi.waitFor(() => expect(state().step).toMatchObject({ trying: true }));
    actions.onPlace('couchdb');
    await trying;
    expect(state().step).toMatchObject({ place: 'couchdb', trying: false, tried: null });
  });

  test('“the wrong folder” leads back to the address', async () => {
    const { actions, ports, state } = await afterTry(tried('nothing'));
    actions.onWrongFolder();
    expect(state().step).toMatchObject({ wrongFolder: true, tried: null });
    expect(ports.focus).toHaveBeenLastCalledWith('sync-address');
  });
});

describe('a new vault', () => {
  const given = { secret: '', first: PASSPHRASE, second: PASSPHRASE, deviceName: 'Laptop' };

  test('is made at the reader’s word, shows its code once, and asks for the code’s end', async () => {
    const { actions, deed, asked, state } = await afterTry(tried('nothing'), {
      answers: { create: { recoveryCode: CODE } },
    });
    actions.onNewVault();
    expect(state().step).toMatchObject({ kind: 'new passphrase', why: 'create' });
    await actions.onNewPassphrase(given);
    expect(deed).toHaveBeenLastCalledWith(
      'create',
      {
        place: { settings: { kind: 'webdav', ...TYPED }, folder: null },
        passphrase: PASSPHRASE,
        deviceName: 'Laptop',
      },
      expect.anything(),
    );
    expect(state().step).toMatchObject({ kind: 'code', code: CODE });
    expect(asked()).toEqual(['syncSetUp']);
    actions.onCodeWritten('WRONG');
    expect(state().step).toMatchObject({ kind: 'code', wrong: true });
    expect(asked()).toEqual(['syncSetUp']);
    actions.onCodeWritten(CODE.slice(-5).toLowerCase());
    expect(state()).toMatchObject({ step: null, said: 'set up' });
    expect(asked()).toEqual(['syncSetUp', 'syncCodeSeen']);
  });

  test.each([
    ['', '', /Enter a passphrase/],
    ['short', 'short', /Too short/],
    [PASSPHRASE, 'another', /not the same/],
  ])('“%s” and “%s” make none', async (first, second, words) => {
    const { actions, deeds, state } = await afterTry(tried('nothing'));
    actions.onNewVault();
    await actions.onNewPassphrase({ ...given, first, second });
    expect(state().step).toMatchObject({ problem: { happened: expect.stringMatching(words) } });
    expect(deeds()).toEqual(['try']);
  });

  test('cancelled while the key is made, nothing was changed and the passphrase is asked for again', async () => {
    const { actions, asked, state } = await afterTry(tried('nothing'), { answers: { create: 'never' } });
    actions.onNewVault();
    const making = actions.onNewPassphrase(given);
    await vi.waitFor(() => expect(state().step).toMatchObject({ kind: 'working', what: 'creating' }));
    actions.onCancel();
    await making;
    expect(state()).toMatchObject({ step: { kind: 'new passphrase' }, said: 'cancelled' });
    expect(asked()).toEqual([]);
  });

  test('refused, it says why beside the field', async () => {
    const { actions, state } = await afterTry(tried('nothing'), {
      answers: { create: refused('a vault is there') },
    });
    actions.onNewVault();
    await actions.onNewPassphrase(given);
    expect(state().step).toMatchObject({ kind: 'new passphrase', problem: WORDS });
  });
});

describe('a vault that is there', () => {
  test('is joined with the passphrase', async () => {
    const { actions, deed, asked, state } = await afterTry(tried('vault'));
    actions.onJoin();
    await actions.onSecret(PASSPHRASE, 'Phone');
    expect(deed).toHaveBeenLastCalledWith(
      'join',
      {
        place: { settings: { kind: 'webdav', ...TYPED }, folder: null },
        secret: { by: 'passphrase', passphrase: PASSPHRASE },
        deviceName: 'Phone',
      },
      expect.anything(),
    );
    expect(asked()).toEqual(['syncSetUp']);
    expect(state()).toMatchObject({ step: null, said: 'joined' });
  });

  test('or with the recovery code', async () => {
    const { actions, deed } = await afterTry(tried('vault'));
    actions.onJoin();
    actions.onBy('recovery code');
    await actions.onSecret(CODE, 'Phone');
    expect(deed.mock.lastCall?.[1]).toMatchObject({ secret: { by: 'recovery code', code: CODE } });
  });

  test('a wrong passphrase is said where it was typed, and can be typed again', async () => {
    const { actions, state } = await afterTry(tried('vault'), { answers: { join: refused('wrong secret') } });
    actions.onJoin();
    await actions.onSecret('another one entirely', 'Phone');
    expect(state().step).toMatchObject({ kind: 'secret', why: 'join', problem: WORDS });
  });

  test('nothing typed opens nothing', async () => {
    const { actions, deeds, state } = await afterTry(tried('vault'));
    actions.onJoin();
    await actions.onSecret('  ', 'Phone');
    expect(state().step).toMatchObject({ problem: { happened: 'Nothing was typed.' } });
    expect(deeds()).toEqual(['try']);
  });
});

describe('one line for another device', () => {
  test('is made with the passphrase, and drawn when the picture is there', async () => {
    const answer = { line: 'backstory:abc', code: 'K7QX', until: '2026-11-22T14:12:00.000Z' };
    const { actions, state } = run({ status: SET_UP, answers: { pair: answer } });
    actions.onPair();
    await actions.onSecret(PASSPHRASE, '');
    expect(state().step).toEqual({ kind: 'paired', ...answer, picture: { size: 10, path: 'M0 0' } });
  });

  test('without the picture the line is there all the same', async () => {
    const answer = { line: 'backstory:abc', code: 'K7QX', until: '2026-11-22T14:12:00.000Z' };
    const { actions, state } = run({
      answers: { pair: answer },
      picture: () => Promise.reject(new Error('too long')),
    });
    actions.onPair();
    await actions.onSecret(PASSPHRASE, '');
    expect(state().step).toMatchObject({ line: 'backstory:abc', picture: null });
  });

  test('is read, the browser asked for its server, and joined with the code', async () => {
    const place = { kind: 'webdav', where: 'https://cloud.example/dav/', user: 'anna' } as const;
    const answers = { readLine: { place, access: 'https://cloud.example/*' } };
    const { actions, ports, deed, state } = run({ answers });
    actions.onHaveLine();
    await actions.onLine('  backstory:abc \n');
    expect(state().step).toMatchObject({ kind: 'line', place: { where: place.where } });
    await actions.onLineCode(' K7QX ', 'Phone');
    expect(ports.requestAccess).toHaveBeenCalledWith('https://cloud.example/*');
    expect(deed).toHaveBeenLastCalledWith(
      'joinByLine',
      { line: 'backstory:abc', code: 'K7QX', folder: null, deviceName: 'Phone' },
      expect.anything(),
    );
    expect(state()).toMatchObject({ step: null, said: 'joined' });
  });

  test('that is none is refused where it was pasted', async () => {
    const { actions, state } = run({ answers: { readLine: refused('no line') } });
    actions.onHaveLine();
    await actions.onLine('hello');
    expect(state().step).toMatchObject({ kind: 'line', place: null, problem: WORDS });
  });

  test('of a folder asks for the folder', async () => {
    const place = { kind: 'folder', where: 'Notes', user: '' } as const;
    const { actions, ports, deed } = run({ answers: { readLine: { place, access: null } } });
    actions.onHaveLine();
    await actions.onLine('backstory:abc');
    await actions.onLineCode('K7QX', 'Phone');
    expect(ports.requestAccess).not.toHaveBeenCalled();
    expect(deed.mock.lastCall?.[1]).toMatchObject({ folder: { name: 'Notes' } });
  });
});

describe('where sync is set up', () => {
  test('another place begins with what is known of this one, and never with its password', async () => {
    const place = { kind: 's3', where: 'https://s3.example/notes/a/', user: 'ANNA' } as const;
    const typed = {
      address: 'https://s3.example',
      bucket: 'notes',
      region: 'eu-1',
      prefix: 'a/',
      user: 'ANNA',
    };
    const { actions, refresh, state } = run({ status: { ...SET_UP, place, typed } });
    await refresh();
    actions.onChangePlace();
    expect(state().step).toMatchObject({ goal: 'change place', place: 's3', before: typed });
  });

  test('setting it up again begins with the place that was left', async () => {
    const left = { kind: 'couchdb', where: 'https://couch.example/notes', user: 'anna' } as const;
    const { actions, refresh, state } = run({ status: { state: 'not set up', left } });
    await refresh();
    actions.onSetUp();
    expect(state().step).toMatchObject({
      goal: 'set up',
      place: 'couchdb',
      before: { address: 'https://couch.example/notes', user: 'anna' },
    });
  });

  test('it moves at the reader’s word', async () => {
    const { actions, deeds, asked, state, refresh } = run({
      status: SET_UP,
      answers: { try: tried('nothing') },
    });
    await refresh();
    actions.onChangePlace();
    await actions.onTry(TYPED);
    expect(deeds()).toEqual(['try']);
    await actions.onMove();
    expect(deeds()).toEqual(['try', 'changePlace']);
    expect(asked()).toEqual(['syncSetUp']);
    expect(state()).toMatchObject({ step: null, said: 'moved' });
  });

  test.each([
    ['change', 'changed', null],
    ['drop', 'dropped', DEVICE.id],
  ] as const)('to %s: the old secret, a new passphrase, and a new code', async (why, said, dropDevice) => {
    const { actions, deed, state } = run({
      status: SET_UP,
      answers: { changePassphrase: { recoveryCode: CODE } },
    });
    if (why === 'drop') actions.onDrop(DEVICE);
    else actions.onChangePassphrase();
    await actions.onNewPassphrase({ secret: '', first: PASSPHRASE, second: PASSPHRASE, deviceName: '' });
    expect(deed).not.toHaveBeenCalled();
    await actions.onNewPassphrase({
      secret: 'the old one',
      first: PASSPHRASE,
      second: PASSPHRASE,
      deviceName: '',
    });
    expect(deed).toHaveBeenCalledWith(
      'changePassphrase',
      { secret: { by: 'passphrase', passphrase: 'the old one' }, passphrase: PASSPHRASE, dropDevice },
      expect.anything(),
    );
    actions.onCodeWritten(CODE.slice(-5));
    expect(state()).toMatchObject({ step: null, said });
  });

  test('the browser’s leave is asked for, then it goes on', async () => {
    const { actions, ports, asked, state } = run({ status: SET_UP });
    await actions.onAllow('https://cloud.example/*');
    expect(ports.requestAccess).toHaveBeenCalledWith('https://cloud.example/*');
    expect(asked()).toEqual(['syncNow']);
    expect(state().said).toBe('let in');
  });

  test('refused, it says so and asks nothing', async () => {
    const { actions, asked, state } = run({ status: SET_UP, requestAccess: async () => false });
    await actions.onAllow('https://cloud.example/*');
    expect(asked()).toEqual([]);
    expect(state().refused?.happened).toContain('not allowed');
  });

  test('the folder is allowed again, and where it was forgotten, that is said', async () => {
    const folder = { name: 'Notes' } as FileSystemDirectoryHandle;
    const there = run({ status: SET_UP, answers: { folder: { folder } } });
    await there.actions.onAllowFolder();
    expect(there.ports.requestFolder).toHaveBeenCalledWith(folder);
    expect(there.asked()).toEqual(['syncNow']);
    const gone = run({ status: SET_UP, answers: { folder: { folder: null } } });
    await gone.actions.onAllowFolder();
    expect(gone.asked()).toEqual([]);
    expect(gone.state().refused).not.toBeNull();
  });

  test('a device gets another name; an empty one is none', async () => {
    const { actions, ask, state } = run({ status: SET_UP });
    actions.onRename(DEVICE.id);
    await actions.onNamed(DEVICE.id, '  ');
    expect(ask).not.toHaveBeenCalledWith('nameDevice', expect.anything());
    await actions.onNamed(DEVICE.id, ' Attic ');
    expect(ask).toHaveBeenCalledWith('nameDevice', { device: DEVICE.id, name: 'Attic' });
    expect(state()).toMatchObject({ renaming: null, said: 'renamed' });
  });

  test.each([
    [true, 'taken in'],
    [false, 'kept mine'],
  ] as const)('much that would be removed: %s', async (remove, said) => {
    const { actions, ask, state } = run({ status: SET_UP });
    await actions.onDeletions(remove, ['shown']);
    expect(ask).toHaveBeenCalledWith('answerDeletions', { remove, segments: ['shown'] });
    expect(state().said).toBe(said);
  });

  test('it is left only after a question', async () => {
    const { actions, asked, state } = run({ status: SET_UP });
    actions.onAskLeave();
    expect(asked()).toEqual([]);
    await actions.onLeaveSync();
    expect(asked()).toEqual(['syncLeave']);
    expect(state()).toMatchObject({ step: null, said: 'left' });
  });
});

describe('what is told', () => {
  test('no answer at first is an error, later what was true a moment ago stays', async () => {
    const ask = vi
      .fn()
      .mockResolvedValueOnce(failure('no-answer'))
      .mockResolvedValueOnce({ ok: true, value: SET_UP })
      .mockResolvedValueOnce(failure('no-answer'));
    const { refresh, state } = run({ ask: ask as unknown as SyncPorts['ask'] });
    await refresh();
    expect(state().status).toEqual({ kind: 'failed', code: 'no-answer' });
    await refresh();
    await refresh();
    expect(state()).toMatchObject({ status: { kind: 'there', value: SET_UP }, trouble: 'no-answer' });
  });

  test('however often it is said that something changed, one question is out at a time, and one more comes after', async () => {
    const { refresh, ask } = run({ status: SET_UP });
    await Promise.all([refresh(), refresh(), refresh(), refresh()]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('no password and no passphrase was ever in what was shown', async () => {
    const given = { secret: '', first: PASSPHRASE, second: PASSPHRASE, deviceName: 'Laptop' };
    const made = await afterTry(tried('nothing'), { answers: { create: { recoveryCode: CODE } } });
    made.actions.onNewVault();
    await made.actions.onNewPassphrase(given);
    made.actions.onCodeWritten(CODE.slice(-5));
    const shown = JSON.stringify(made.states);
    expect(shown).not.toContain(TYPED.password);
    expect(shown).not.toContain(PASSPHRASE);
    // Nor is the code left behind.
    expect(JSON.stringify(made.state())).not.toContain(CODE);
  });

  test('what the browser does not let be copied is said', async () => {
    const { actions, state } = run({ copy: () => Promise.reject(new Error('refused')) });
    await actions.onCopy('x');
    expect(state()).toMatchObject({ said: null, refused: { happened: expect.stringContaining('copy') } });
  });
});
