import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Options } from '../../../entrypoints/options/Options.tsx';
import type { OptionsActions, OptionsState } from '../../../entrypoints/options/state.ts';
import css from '../../../entrypoints/options/style.css?inline';
import { axeFindings, clear, picture, readAloud, scheme, schemes, see } from './see.tsx';

const there: OptionsState = {
  packs: {
    kind: 'there',
    value: {
      notices: ['pack-rebuilt'],
      packs: [
        {
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
        },
      ],
    },
  },
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
});
