// The settings' list of corrections: what each press asks of the worker, and where the focus goes.
import { expect, test, vi } from 'vitest';
import { Correction } from '../../../core/matching/correction.ts';
import {
  type CorrectionsPorts,
  correctionsRunner,
  HEADING,
  KEEP_ALL,
  PUT_BACK,
} from '../../../entrypoints/options/corrections-runner.ts';
import { failure } from '../../../messaging/result.ts';

const paris = Correction.parse({
  surface: 'paris',
  written: 'Paris',
  scope: 'news.example',
  says: 'Q830149',
  called: 'Paris, Texas',
  made: '2026-11-22T10:00:00.000Z',
});

async function running(answers: Record<string, unknown>) {
  const asked: [string, unknown][] = [];
  const focus = vi.fn();
  const ask = (async (name: string, body: unknown) => {
    asked.push([name, body]);
    return answers[name] ?? { ok: true, value: { corrections: [paris] } };
  }) as unknown as CorrectionsPorts['ask'];
  const runner = correctionsRunner({ ask, show: () => undefined, focus });
  await runner.refresh();
  return { ...runner, asked, focus, answers };
}

const gone = { ok: true, value: { gone: [paris] } };

test('one that is undone can be put back, and the focus is on the button that does it', async () => {
  const { actions, state, asked, focus } = await running({
    takeBack: gone,
    putBack: { ok: true, value: {} },
  });
  await actions.onUndo(paris);
  expect(asked).toContainEqual(['takeBack', { about: [{ surface: 'paris', scope: 'news.example' }] }]);
  expect(state().gone).toEqual([paris]);
  expect(focus).toHaveBeenLastCalledWith(PUT_BACK);
  await actions.onPutBack();
  expect(asked).toContainEqual(['putBack', { corrections: [paris] }]);
  expect(state().gone).toEqual([]);
  expect(focus).toHaveBeenLastCalledWith(HEADING);
});

test('all are undone with a second press only, and the first leads to the button that keeps them', async () => {
  const { actions, state, asked, focus } = await running({ takeBack: gone });
  await actions.onUndoAll();
  expect(asked.map(([name]) => name)).not.toContain('takeBack');
  expect(state().asksAll).toBe(true);
  expect(focus).toHaveBeenLastCalledWith(KEEP_ALL);
  actions.onKeepAll();
  expect(state().asksAll).toBe(false);
  await actions.onUndoAll();
  await actions.onUndoAll();
  expect(asked).toContainEqual(['takeBack', { about: null }]);
  expect(state().asksAll).toBe(false);
});

test('a list that was true a moment ago stays where the next cannot be had, and that is said', async () => {
  const { state, refresh, answers } = await running({});
  answers['corrections'] = failure('no-answer');
  await refresh();
  expect(state()).toMatchObject({ list: { kind: 'there', value: [paris] }, trouble: 'no-answer' });
});

test('what could not be undone is said, and nothing is offered to be put back', async () => {
  const { actions, state } = await running({ takeBack: failure('not-stored') });
  await actions.onUndo(paris);
  expect(state()).toMatchObject({ gone: [], trouble: 'not-stored' });
});
