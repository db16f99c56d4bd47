import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  ImportFailureCode,
  ImportJob,
  ImportReport,
  ImportState,
} from '../../../entrypoints/options/import-job.ts';
import { wordImportFailure } from '../../../entrypoints/options/import-words.ts';
import { Options } from '../../../entrypoints/options/Options.tsx';
import type { OptionsActions, OptionsState } from '../../../entrypoints/options/state.ts';
import css from '../../../entrypoints/options/style.css?inline';
import type { PackInfo } from '../../../messaging/pack-requests.ts';
import { axeFindings, clear, picture, readAloud, scheme, schemes, see } from './see.tsx';

const starter: PackInfo = {
  id: 'starter',
  version: '1',
  title: 'Starter pack: the world’s states and cities',
  built: '2026-11-22',
  licence: 'CC BY-SA 4.0',
  attribution: [
    { text: 'GeoNames: cities and capitals', url: 'https://www.geonames.org/', licence: 'CC BY 4.0' },
    { text: 'Own summaries', licence: 'MIT' },
  ],
  counts: { entities: 5321, names: 18044, events: 25 },
  bytes: 1_240_000,
};

const gdelt: PackInfo = {
  id: 'gdelt-iraq',
  version: '2026-11-20',
  title: 'GDELT events: iraq.csv',
  built: '2026-11-20',
  licence: 'Free for any use',
  attribution: [
    { text: 'The GDELT Project', url: 'https://www.gdeltproject.org/', licence: 'Free for any use' },
  ],
  counts: { entities: 0, names: 0, events: 912 },
  bytes: 410_000,
};

const acled: PackInfo = {
  ...gdelt,
  id: 'acled-iraq',
  title: 'ACLED: iraq.csv',
  licence: 'For your own use; it must not be passed on',
  attribution: [{ text: 'ACLED', licence: 'For your own use' }],
};

const packs = (...added: PackInfo[]): OptionsState['packs'] => ({
  kind: 'there',
  value: { notices: ['pack-rebuilt'], packs: [starter, ...added], unreadable: [] },
});

const found = { what: 'UCDP GED, 49 columns', source: 'Uppsala Conflict Data Program', licence: 'CC BY 4.0' };

const job = (state: ImportState, name = 'ged.csv', cancelling = false): ImportJob => ({
  id: name.length,
  name,
  cancelling,
  state,
});

const report: ImportReport = {
  title: 'UCDP: ged.csv',
  replaced: '2026-10-01',
  entities: 0,
  events: 1_204,
  rejected: 102,
  rejections: [
    { line: 7, reason: 'the event has no number' },
    { line: 1_409, reason: 'a quote is not closed' },
  ],
  skippedFor: [{ reason: 'the same event again', rows: 3 }],
};

const everyStep: readonly ImportJob[] = [
  job({ kind: 'done', found, report }, 'done.csv'),
  job({ kind: 'failed', code: 'truncated', words: 'The pack ends in the middle.' }, 'broken.bspack'),
  job({ kind: 'cancelled' }, 'no.csv'),
  job({ kind: 'storing', found, bytes: 300_000, of: 900_000 }, 'storing.csv'),
  job(
    { kind: 'importing', found, bytes: 4e6, of: 8e6, records: { entities: 2, events: 10, rejected: 1 } },
    'importing-now.csv',
  ),
  job({ kind: 'found', found }, 'a-third-file.csv'),
  job({ kind: 'reading' }, 'b'),
  job({ kind: 'idle' }, 'قائمة.csv'),
];

const there: OptionsState = {
  packs: packs(),
  imports: [],
  catalogue: { kind: 'closed', address: '' },
  dragging: false,
  removal: null,
  sites: { kind: 'there', value: ['news.example', 'weather.example'] },
  shortcuts: [
    { what: 'Go to the next marked name', keys: 'Alt+Shift+N' },
    { what: 'Go to the previous marked name', keys: '' },
  ],
  trouble: null,
};

function options(changes: Partial<OptionsState> = {}) {
  const actions = {
    onRetry: vi.fn(),
    onFiles: vi.fn(),
    onCancel: vi.fn(),
    onDismiss: vi.fn(),
    onAddress: vi.fn(),
    onCatalogue: vi.fn(),
    onOffer: vi.fn(),
    onLookAgain: vi.fn(),
    onSchedule: vi.fn(),
    onAllow: vi.fn(),
    onRemove: vi.fn(),
    onKeep: vi.fn(),
    onSwitchOn: vi.fn(),
    onChangeShortcuts: vi.fn(),
  } satisfies OptionsActions;
  return {
    ...see(<Options state={{ ...there, ...changes }} actions={actions} />, [css], { width: 700 }),
    actions,
  };
}

beforeEach(() => page.viewport(720, 1200));
afterEach(clear);

test('a pack says what is in it, from when, and on whose work it rests', async () => {
  const { root } = options();
  await userEvent.click(page.getByText('Whose work it rests on (2)'));
  expect(readAloud(root)).toContain(
    '5,321 actors and places, 18,044 names, 25 events Version 1, built 22 November 2026, 1.2 MB. Licence: CC BY-SA 4.0. ' +
      'Whose work it rests on (2) GeoNames: cities and capitals (CC BY 4.0) Own summaries (MIT)',
  );
});

test('a pack that a machine coded, and one for the reader’s own use, say so', () => {
  expect(readAloud(options({ packs: packs(gdelt) }).root)).toContain(
    'by a program that reads the news, not by people',
  );
  clear();
  expect(readAloud(options({ packs: packs(acled) }).root)).toContain('does not let you pass this pack on');
  clear();
  expect(readAloud(options().root)).not.toMatch(/program that reads|pass this pack/);
});

describe('removing a pack', () => {
  test('takes two presses on one button, and can be taken back by Escape', async () => {
    const { actions, again, root } = options({ packs: packs(gdelt) });
    const remove = page.getByRole('button', { name: 'Remove GDELT events: iraq.csv' });
    await userEvent.click(remove);
    expect(actions.onRemove).toHaveBeenCalledExactlyOnceWith('gdelt-iraq');
    again(
      <Options
        state={{ ...there, packs: packs(gdelt), removal: { pack: 'gdelt-iraq', step: 'asked' } }}
        actions={actions}
      />,
    );
    // The button that was pressed still has the focus, and asks.
    expect(document.activeElement?.textContent).toBe('Yes, remove GDELT events: iraq.csv');
    expect(readAloud(root)).toContain('Its names will no longer be marked.');
    await userEvent.keyboard('{Escape}');
    expect(actions.onKeep).toHaveBeenCalledOnce();
    await userEvent.click(page.getByRole('button', { name: 'Keep it' }));
    expect(actions.onKeep).toHaveBeenCalledTimes(2);
    expect(actions.onRemove).toHaveBeenCalledOnce();
  });

  test('is not offered for the pack that comes with Backstory', () => {
    const { root } = options();
    expect(page.getByRole('button', { name: /^Remove/ }).query()).toBeNull();
    expect(readAloud(root)).toContain('cannot be removed');
  });
});

describe('adding knowledge', () => {
  test('takes several files, and the same again', async () => {
    const { root, actions } = options();
    const input = root.querySelector<HTMLInputElement>('input[type=file]') ?? expect.fail('no input');
    await userEvent.upload(input, [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')]);
    expect(actions.onFiles.mock.calls[0]?.[0].map(({ name }: File) => name)).toEqual(['a.csv', 'b.csv']);
    expect(input.value).toBe('');
  });

  test('shows where files may be let go', () => {
    expect(readAloud(options({ dragging: true }).root)).toContain('Let go, and it is read.');
  });

  test('shows how far a file has come, and what it is', () => {
    const { root } = options({ imports: everyStep.slice(4, 5) });
    expect(readAloud(root)).toContain(
      'UCDP GED, 49 columns. Uppsala Conflict Data Program (licence: CC BY 4.0)',
    );
    expect(readAloud(root)).toContain('4.0 MB of 8.0 MB: 2 actors and places, 10 events, 1 row refused');
    expect(root.querySelector('progress')?.position).toBe(0.5);
  });

  test('is said aloud step by step, not byte by byte', () => {
    const state = (bytes: number): ImportState => ({
      kind: 'importing',
      found,
      bytes,
      of: 8e6,
      records: { entities: 0, events: bytes, rejected: 0 },
    });
    const { root, again, actions } = options({ imports: [job(state(1))] });
    const aloud = () => root.querySelector('.imports + [role=status]')?.textContent;
    const before = aloud();
    expect(before).toBe('Reading ged.csv…');
    again(<Options state={{ ...there, imports: [job(state(4e6))] }} actions={actions} />);
    expect(aloud()).toBe(before);
  });

  test('can be cancelled, once', async () => {
    const { actions, again } = options({ imports: everyStep.slice(4, 5) });
    const cancel = page.getByRole('button', { name: 'Cancel importing-now.csv' });
    await userEvent.click(cancel);
    expect(actions.onCancel).toHaveBeenCalledOnce();
    const cancelling = everyStep.slice(4, 5).map((each) => ({ ...each, cancelling: true }));
    again(<Options state={{ ...there, imports: cancelling }} actions={actions} />);
    await userEvent.click(cancel, { force: true });
    expect(actions.onCancel).toHaveBeenCalledOnce();
  });

  test('ends with what came of it, the refused rows with their lines', async () => {
    const { root, actions } = options({ imports: everyStep.slice(0, 1) });
    await userEvent.click(page.getByText('102 rows were refused'));
    await userEvent.click(page.getByText('3 rows were left out, rightly'));
    const text = readAloud(root);
    expect(text).toContain('Added: 1,204 events, 102 rows refused. It took the place of version 2026-10-01.');
    expect(text).toContain('Line 7: the event has no number Line 1,409: a quote is not closed and 100 more');
    expect(text).toContain('3 rows: the same event again');
    await userEvent.click(page.getByRole('button', { name: 'Clear done.csv from this list' }));
    expect(actions.onDismiss).toHaveBeenCalledOnce();
  });

  test.each<ImportFailureCode>([
    'not-a-pack',
    'newer',
    'damaged',
    'truncated',
    'disk-full',
    'not-recognised',
  ])('that fails (%s) says what happened, what was kept and what to do', (code) => {
    const { root } = options({ imports: [job({ kind: 'failed', code, words: '' })] });
    const { what, kept, todo } = wordImportFailure(code);
    expect(readAloud(root)).toContain(`Not added. ${what} ${kept} ${todo}`);
  });
});

test('a site that is switched off is switched on again', async () => {
  const { actions } = options();
  await userEvent.click(page.getByRole('button', { name: 'Switch on again at weather.example' }));
  expect(actions.onSwitchOn).toHaveBeenCalledExactlyOnceWith('weather.example');
});

test('a key that was taken away says so', () => {
  expect(readAloud(options().root)).toContain('Go to the previous marked name no key set');
});

test('when the packs cannot be read, the rest of the page still can', async () => {
  const { root, actions } = options({ packs: { kind: 'failed', code: 'no-knowledge' } });
  expect(readAloud(root)).toContain('The built-in knowledge pack cannot be read.');
  expect(readAloud(root)).toContain('weather.example');
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  expect(actions.onRetry).toHaveBeenCalledOnce();
});

test('privacy is promised in plain words', () => {
  expect(readAloud(options().root)).toContain('makes no request to any server');
});

describe.each(schemes)('in %s', (name) => {
  test('axe finds nothing in the options', async () => {
    await scheme(name);
    const { host } = options();
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `options-${name}`);
  });
  test('axe finds nothing in the options with files on every step of their way', async () => {
    await scheme(name);
    const removal = { pack: 'gdelt-iraq', step: 'asked' } as const;
    const { host } = options({ packs: packs(gdelt, acled), imports: everyStep, dragging: true, removal });
    for (const fold of host.querySelectorAll('details')) fold.open = true;
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `options-imports-${name}`);
  });

  test('axe finds nothing in the options read from right to left', async () => {
    await scheme(name);
    const { host } = options({ packs: packs(gdelt), imports: everyStep });
    host.dir = 'rtl';
    expect(await axeFindings(host)).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(host.clientWidth);
    await picture(host, `options-imports-rtl-${name}`);
  });
});

const remote: PackInfo = {
  ...gdelt,
  id: 'places',
  title: 'All places',
  origin: {
    from: 'address',
    address: 'https://packs.example/places.bspack',
    every: 'never',
    checked: '2026-11-20T08:00:00Z',
  },
};
const catalogue: OptionsState['catalogue'] = {
  kind: 'there',
  address: 'https://packs.example/catalogue.json',
  value: {
    backstoryCatalogue: 1,
    title: 'Packs of an example',
    updated: '2026-11-19',
    packs: [
      {
        id: 'places',
        version: '2',
        title: 'All places',
        built: '2026-11-19',
        licence: 'CC BY 4.0',
        counts: { entities: 200_000, names: 500_000, events: 0 },
        file: 'https://packs.example/2.bspack',
        bytes: 12_000_000,
        sum: '0'.repeat(64),
      },
      {
        id: 'starter',
        version: '1',
        title: 'Starter',
        built: '2026-11-19',
        licence: 'MIT',
        counts: { entities: 1, names: 1, events: 1 },
        file: 'https://packs.example/s.bspack',
        bytes: 1_000,
        sum: '0'.repeat(64),
      },
    ],
  },
};

describe('packs from elsewhere', () => {
  test('say where they came from, and are looked for as often as the reader says', async () => {
    const { root, actions } = options({ packs: packs(remote) });
    expect(readAloud(root)).toContain('From packs.example; looked for on 20 November 2026.');
    await userEvent.click(page.getByRole('button', { name: 'Look for a newer version of All places' }));
    expect(actions.onLookAgain).toHaveBeenCalledWith('places');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Look for it' }), 'every week');
    expect(actions.onSchedule).toHaveBeenCalledWith('places', 'week');
  });

  test('are asked for by an address that is typed in', async () => {
    const { actions } = options();
    await userEvent.click(page.getByText('From an address, or from a catalogue'));
    await userEvent.fill(
      page.getByRole('textbox', { name: 'Address of a pack' }),
      'https://packs.example/a.bspack',
    );
    await userEvent.keyboard('{Enter}');
    expect(actions.onAddress).toHaveBeenCalledWith('https://packs.example/a.bspack');
  });

  test.each(schemes)('are chosen in a catalogue, %s', async (name) => {
    await scheme(name);
    const { root, host, actions } = options({ packs: packs({ ...remote, version: '1' }), catalogue });
    await userEvent.click(page.getByText('From an address, or from a catalogue'));
    expect(readAloud(root)).toContain('200,000 actors and places, 0 events; version 2');
    await userEvent.click(page.getByRole('button', { name: 'Update All places' }));
    expect(actions.onOffer).toHaveBeenCalledWith('places');
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `options-catalogue-${name}`);
  });

  test('whose server lets no other site read it can be allowed', async () => {
    const failed: ImportJob = {
      ...job({ kind: 'failed', code: 'unreachable', words: '' }, 'https://packs.example/a.bspack'),
      wanted: { from: 'address', address: 'https://packs.example/a.bspack' },
    };
    const { actions } = options({ imports: [failed] });
    await userEvent.click(page.getByRole('button', { name: 'Allow packs.example and try again' }));
    expect(actions.onAllow).toHaveBeenCalledWith(failed);
  });
});

test('a pack that another version of Backstory added is named, and can be removed', async () => {
  const unreadable = [{ id: 'old', title: 'An old pack' }];
  const value = { notices: [], packs: [starter], unreadable };
  const { root, actions } = options({ packs: { kind: 'there', value } });
  expect(readAloud(root)).toContain('An old pack was added with another version of Backstory');
  await userEvent.click(page.getByRole('button', { name: 'Remove An old pack' }));
  expect(actions.onRemove).toHaveBeenCalledWith('old');
});
