// The look-up below the name, and its switch, as they are seen, heard and worked by the keyboard.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { LookUp } from '../../../entrypoints/entry/LookUp.tsx';
import type {
  LookUpActions,
  LookUpState,
  LookUpTrouble,
  Offered,
} from '../../../entrypoints/entry/look-up-state.ts';
import css from '../../../entrypoints/entry/style.css?inline';
import { LookUps } from '../../../entrypoints/options/LookUps.tsx';
import optionsCss from '../../../entrypoints/options/style.css?inline';
import { axeFindings, clear, picture, readAloud, scheme, schemes, see } from './see.tsx';

const quist = { id: 'Q11', label: 'Zebulon Quist', description: 'politician from Exampleland', known: null };
const rtl = { id: 'Q12', label: 'زبولون كويست', description: 'سياسي من إكسامبل لاند', known: null };
const known = {
  id: 'Q13',
  label: 'Quist',
  description: '',
  known: {
    id: EntityId.parse('Q13'),
    name: 'Quist',
    kind: 'city',
    description: 'City',
    own: false,
    packs: ['Starter pack'],
  },
} satisfies Offered;
const START: LookUpState = {
  on: true,
  name: 'Quist',
  doing: null,
  offered: null,
  trouble: null,
  taken: null,
};

function lookUp(changes: Partial<LookUpState> = {}, { isNew = true, name = 'Quist' } = {}) {
  const actions = {
    onSearch: vi.fn(),
    onTake: vi.fn(),
    onJoin: vi.fn(),
    onCancel: vi.fn(),
    onUndo: vi.fn(),
    onSettings: vi.fn(),
  } satisfies LookUpActions;
  const state = { ...START, ...changes };
  return {
    ...see(<LookUp name={name} isNew={isNew} state={state} actions={actions} />, [css], { width: 440 }),
    actions,
  };
}

const press = (host: Element, name: string | RegExp) =>
  userEvent.click(page.elementLocator(host).getByRole('button', { name }));

beforeEach(() => page.viewport(480, 800));
afterEach(clear);

const states: [string, Partial<LookUpState>][] = [
  ['off', { on: false }],
  ['searching', { doing: 'searching' }],
  ['found', { offered: [quist, rtl, known] }],
  ['none', { offered: [] }],
  ['taking', { offered: [quist], doing: { taking: quist, progress: { done: 1, of: 3 } } }],
  ['limited', { trouble: { at: 'searching', is: { code: 'rate-limited', again: 0 } } }],
  [
    'taken',
    { taken: { name: 'Zebulon Quist', relatives: ['Exampleland', 'إيران'], known: 2, undo: 'possible' } },
  ],
];

describe.each(schemes)('in %s', (colours) => {
  test.each(states)('axe finds nothing in the look-up (%s)', async (name, state) => {
    await scheme(colours);
    const { host } = lookUp(state);
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `look-up-${name}-${colours}`);
  });

  test.each([true, false])('axe finds nothing in the switch (on: %s)', async (on) => {
    await scheme(colours);
    const state = { on: { kind: 'there', value: on }, refused: !on, trouble: null } as const;
    const view = <LookUps state={state} actions={{ onSwitch: () => {}, onRetry: () => {} }} />;
    const { host } = see(
      <main class="options">
        <h1>Settings</h1>
        {view}
      </main>,
      [optionsCss],
    );
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `look-ups-${on}-${colours}`);
  });
});

test('while it is off there is one sentence and the way to the switch, and nothing to press by mistake', async () => {
  const { host, actions } = lookUp({ on: false });
  expect(readAloud(host)).toBe('Names can be looked up in Wikidata once you switch that on: settings');
  await press(host, 'settings');
  expect(actions.onSettings).toHaveBeenCalledOnce();
});

test('the name as it stands in the form is looked up; without one the button does nothing', async () => {
  const { host, actions } = lookUp({}, { name: 'Zebulon' });
  await press(host, 'Look it up in Wikidata');
  expect(actions.onSearch).toHaveBeenCalledExactlyOnceWith('Zebulon');
  clear();
  const empty = lookUp({}, { name: '  ' });
  empty.host.querySelector('button')?.click();
  expect(empty.actions.onSearch).not.toHaveBeenCalled();
});

test('candidates of the same name are told apart by what they are, by the keyboard too', async () => {
  const { host, actions } = lookUp({ offered: [quist, rtl, known] });
  expect(readAloud(host)).toContain('3 are called “ Quist ” or alike: Zebulon Quist Q11');
  host.querySelector('button')?.focus();
  await userEvent.keyboard('{Tab}{Enter}');
  expect(actions.onTake).toHaveBeenCalledExactlyOnceWith(quist);
  expect(document.activeElement?.textContent).toBe('Take over Zebulon Quist, politician from Exampleland');
});

test('one who is known already is joined', async () => {
  const { host, actions } = lookUp({ offered: [known] });
  expect(readAloud(host)).toContain('Q13, city, known already');
  await press(host, 'Add to this one Quist');
  expect(actions.onJoin).toHaveBeenCalledExactlyOnceWith(known.known);
});

test('names that are written from right to left stand so', () => {
  const { host } = lookUp({ offered: [rtl] });
  const name = host.querySelector('li strong');
  expect(name && getComputedStyle(name).direction).toBe('rtl');
});

test('while it is under way there is its progress and a Cancel, and no second button to start another', async () => {
  const { host, actions } = lookUp({
    offered: [quist],
    doing: { taking: quist, progress: { done: 1, of: 3 } },
  });
  expect(host.querySelector('progress')?.value).toBe(1);
  expect([...host.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Cancel']);
  await press(host, 'Cancel');
  expect(actions.onCancel).toHaveBeenCalledOnce();
});

test('what came with it is named, and can be taken back', async () => {
  const { host, actions } = lookUp(
    {
      taken: { name: 'Zebulon Quist', relatives: ['Exampleland', 'Canal Party'], known: 1, undo: 'possible' },
    },
    { isNew: false },
  );
  expect(readAloud(host)).toContain('With it came Exampleland, Canal Party.');
  expect(readAloud(host)).toContain('1 more that it is tied to was known already.');
  await press(host, 'Undo');
  expect(actions.onUndo).toHaveBeenCalledOnce();
});

const again = new Date(2026, 10, 22, 14, 31, 30).getTime();
const words: [LookUpTrouble, RegExp][] = [
  [{ code: 'offline' }, /could not be reached\. Is there a connection/],
  [{ code: 'timed-out' }, /no answer in time\. Try again, or write the entry yourself/],
  [{ code: 'rate-limited', again }, /Try again after 14:32/],
  [{ code: 'server-error', status: 502 }, /an error \(HTTP 502\)/],
  [{ code: 'unexpected' }, /does not understand/],
  [{ code: 'too-large' }, /too large/],
  [{ code: 'not-usable', why: 'a list' }, /No entry can be made of it: a list/],
  [{ code: 'cancelled' }, /Stopped\. Nothing was taken over/],
  [{ code: 'too-many', most: 20_000 }, /20,000 entries.*Nothing was taken over/],
  [{ code: 'worker', error: 'not-stored' }, /did not let Backstory store this/],
];
test.each(words)('what went wrong is said in words: %j', (is, said) => {
  expect(readAloud(lookUp({ trouble: { at: 'taking', is } }).host)).toMatch(said);
});

test('the switch says what is sent, to whom, and when', async () => {
  const onSwitch = vi.fn();
  const state = { on: { kind: 'there', value: false }, refused: false, trouble: null } as const;
  const { host } = see(<LookUps state={state} actions={{ onSwitch, onRetry: vi.fn() }} />, [optionsCss]);
  expect(readAloud(host)).toMatch(
    /What is sent: the name.*www\.wikidata\.org.*only when you press the button/,
  );
  await userEvent.click(page.getByRole('checkbox', { name: 'Let me look up names in Wikidata' }));
  expect(onSwitch).toHaveBeenCalledExactlyOnceWith(true);
});
