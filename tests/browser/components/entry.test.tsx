// The form of an own entry, as it is seen, heard and worked by the keyboard.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { Entry } from '../../../entrypoints/entry/Entry.tsx';
import { EMPTY } from '../../../entrypoints/entry/form.ts';
import type { EntryActions, EntryState } from '../../../entrypoints/entry/state.ts';
import css from '../../../entrypoints/entry/style.css?inline';
import type { Namesake } from '../../../messaging/own-requests.ts';
import { axeFindings, clear, picture, readAloud, scheme, schemes, see } from './see.tsx';

const filled = {
  ...EMPTY,
  name: 'Hezbollah',
  kind: 'armed_group',
  line: 'Movement',
  note: 'See the file.',
} as const;
const namesake: Namesake = {
  id: EntityId.parse('Q41053'),
  name: 'Hezbollah',
  kind: 'armed_group',
  description: 'Lebanese Shia movement',
  own: false,
  packs: ['Starter pack'],
};

function entry(changes: Partial<EntryState> = {}, lookUp?: (name: string) => string) {
  const actions = {
    onType: vi.fn(),
    onSave: vi.fn(),
    onJoin: vi.fn(),
    onPart: vi.fn(),
    onLeave: vi.fn(),
    onLeaveAnyway: vi.fn(),
    onStay: vi.fn(),
    onAnother: vi.fn(),
    onRetry: vi.fn(),
  } satisfies EntryActions;
  const state: EntryState = {
    loading: 'there',
    subject: { is: 'new' },
    form: filled,
    unchanged: EMPTY,
    problems: {},
    namesakes: [],
    saving: 'not-yet',
    trouble: null,
    leaving: false,
    ...changes,
  };
  return {
    ...see(<Entry state={state} actions={actions} {...(lookUp && { lookUp })} />, [css], { width: 460 }),
    actions,
  };
}

beforeEach(() => page.viewport(480, 800));
afterEach(clear);

const states: [string, Partial<EntryState>][] = [
  ['new', { namesakes: [namesake] }],
  [
    'problems',
    { form: { ...EMPTY, kind: 'city', lat: 'x' }, problems: { name: 'A name is needed.', lat: 'Degrees.' } },
  ],
  ['known', { subject: { is: 'known', name: 'Hezbollah', kind: 'armed_group' } }],
  ['saved', { saving: 'saved', unchanged: filled, subject: { is: 'own', deleted: false, imported: true } }],
  ['refused', { trouble: 'not-stored', leaving: true }],
  ['failed', { loading: { failed: 'gone' } }],
];

describe.each(schemes)('in %s', (colours) => {
  test.each(states)('axe finds nothing in the form (%s)', async (name, state) => {
    await scheme(colours);
    const { host } = entry(state);
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `entry-${name}-${colours}`);
  });
});

test('names that are written from right to left stand so, and the form with them', () => {
  const { host } = entry({ form: { ...filled, name: 'زبولون كويست', kind: 'person', line: 'مبعوث' } });
  for (const field of ['name', 'line'])
    expect(getComputedStyle(host.querySelector(`#${field}`) ?? host).direction).toBe('rtl');
  host.dir = 'rtl';
  const label = host.querySelector('label')?.getBoundingClientRect();
  const input = host.querySelector('#name')?.getBoundingClientRect();
  expect(label?.right).toBeCloseTo(input?.right ?? 0, 0);
});

test('a surname is asked of people, a position of places', () => {
  const aloud = (kind: 'armed_group' | 'person' | 'facility') => {
    clear();
    return readAloud(entry({ form: { ...filled, kind } }).host);
  };
  expect(aloud('armed_group')).not.toMatch(/Surname|Latitude/);
  expect(aloud('person')).toMatch(/Surname/);
  expect(aloud('facility')).toMatch(/Latitude.*Longitude/);
});

test('a known bearer of the name is shown with what it is, and can be joined', async () => {
  const { host, actions } = entry({ namesakes: [namesake] });
  expect(readAloud(host)).toContain(
    'This name is known already Hezbollah armed group Lebanese Shia movement',
  );
  await userEvent.click(page.elementLocator(host).getByRole('button', { name: 'Add to this one Hezbollah' }));
  expect(actions.onJoin).toHaveBeenCalledWith(namesake);
});

test('of somebody known only other names and a note are asked, and there is a way back', async () => {
  const { host, actions } = entry({ subject: { is: 'known', name: 'Hezbollah', kind: 'armed_group' } });
  expect(host.querySelector('#name, #kind, #line')).toBeNull();
  await userEvent.click(
    page.elementLocator(host).getByRole('button', { name: /somebody or something else/ }),
  );
  expect(actions.onPart).toHaveBeenCalled();
});

test('Enter in a line saves, and a problem is tied to its field', async () => {
  const { host, actions } = entry({ problems: { name: 'A name is needed.' } });
  const name = page.elementLocator(host).getByLabelText('Name', { exact: true });
  await expect.element(name).toHaveAccessibleDescription('A name is needed.');
  await expect.element(name).toHaveAttribute('aria-invalid', 'true');
  await userEvent.click(name);
  await userEvent.keyboard('{Enter}');
  expect(actions.onSave).toHaveBeenCalledOnce();
});

test('storage that refuses says what happened, what was kept and what to do, above the buttons', () => {
  const { host } = entry({ trouble: 'not-stored' });
  expect(readAloud(host.querySelector('[role=alert]') ?? host)).toMatch(
    /did not let Backstory store this.*Free some space.*What you typed is still here/,
  );
  clear();
  expect(readAloud(entry({ trouble: { most: 20_000 } }).host)).toContain('There are 20,000 entries');
});

test('"Saved" is gone as soon as something else is typed', () => {
  expect(readAloud(entry({ saving: 'saved', unchanged: filled }).host)).toContain('Saved on this device.');
  clear();
  expect(readAloud(entry({ saving: 'saved', unchanged: EMPTY }).host)).not.toContain('Saved on this device.');
});

test('what looks the name up stands right below it', () => {
  const { host } = entry({}, (name) => `Look up ${name}`);
  expect(readAloud(host)).toMatch(/Name Look up Hezbollah What it is/);
});
