// “Not this one” in the card's place: what is offered, what is asked of the worker, and what is said after it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import cardCss from '../../../components/card.css?inline';
import { CHOOSER } from '../../../components/correction-words.ts';
import palette from '../../../components/palette.css?inline';
import type { Mention } from '../../../core/matching/mention.ts';
import { failure } from '../../../messaging/result.ts';
import { type CorrectingWorker, choose } from '../../../page/correcting/choose.tsx';
import { axeFindings, clear, picture, readAloud, scheme, schemes, see } from './see.tsx';
import { mention } from './told.ts';

const kataib = {
  entity: 'starter:kataib-hezbollah',
  name: 'Kata’ib Hezbollah',
  kind: 'armed_group',
  description: 'Iraqi Shia militia, part of the Popular Mobilisation Forces',
  confidence: 0.06,
} as const;
const lost = {
  by: 'chosen',
  reason: { code: 'near', entity: 'Q822', name: 'Lebanon', sentence: true },
} as const;
const hijaz = {
  entity: 'starter:hijaz',
  name: 'Hezbollah Al-Hejaz',
  kind: 'armed_group',
  description: 'Saudi group of the 1980s',
  confidence: 0.01,
  lost: { by: 'itself', reason: { code: 'period', valid: false } },
} as const;
const aMention = mention({ alternatives: [{ ...kataib, lost }, hijaz] });

type Asked = [name: string, body: unknown];
const site = location.host;

function chooser(answers: readonly unknown[] = [], about: Mention = aMention) {
  const asked: Asked[] = [];
  const left = [...answers];
  const worker = vi.fn(async (name: string, body: unknown) => {
    asked.push([name, body]);
    return left.length > 0 ? left.shift() : { ok: true, value: { state: 'kept', before: null } };
  });
  const [close, show] = [vi.fn(), vi.fn()];
  const seen = see(<div class="mount" />, [palette, cardCss], { shadow: true });
  const mount = seen.root.querySelector('.mount');
  if (mount) choose(mount, { mention: about, close, show }, worker as unknown as CorrectingWorker);
  return { ...seen, asked, close, show };
}

const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }));

const seesSaid = (words: string) =>
  expect.poll(() => page.getByRole('status').query()?.textContent).toContain(words);

beforeEach(() => page.viewport(420, 700));
afterEach(clear);

test('each other bearer of the name is told in a line, with why it was not chosen', () => {
  const { root } = chooser();
  expect(readAloud(root)).toBe(
    'Not this “Hezbollah”? Close What does it mean? ' +
      'Kata’ib Hezbollah armed group Iraqi Shia militia, part of the Popular Mobilisation Forces ' +
      'Not chosen. For Hezbollah: Lebanon, which is related, is named in the same sentence Show its card of Kata’ib Hezbollah ' +
      'Hezbollah Al-Hejaz armed group Saudi group of the 1980s ' +
      'Not chosen: the name is of another time than the article Show its card of Hezbollah Al-Hejaz ' +
      `Somebody or something else ${CHOOSER.otherHint} ` +
      `Never mark this name on ${site} ${CHOOSER.neverHint} ` +
      `On every site, not only on ${site}`,
  );
});

describe('what is said is asked of the worker at once', () => {
  test.each([
    [
      'another, here',
      /^Kata’ib Hezbollah armed group/,
      false,
      { where: 'site', says: kataib.entity },
      `means Kata’ib Hezbollah on ${site}.`,
    ],
    [
      'another, on every site',
      /^Kata’ib Hezbollah armed group/,
      true,
      { where: 'everywhere', says: kataib.entity },
      'means Kata’ib Hezbollah on every site.',
    ],
    [
      'none of these',
      CHOOSER.other,
      false,
      { where: 'site', says: 'none' },
      `means nobody that is known on ${site}`,
    ],
    [
      'never, which is of this site alone',
      /^Never mark/,
      true,
      { where: 'site', says: 'never' },
      `is never marked on ${site}.`,
    ],
  ] as const)('%s', async (_, name, everywhere, body, words) => {
    const { asked } = chooser();
    if (everywhere) await userEvent.click(page.getByRole('checkbox'));
    await press(name);
    await seesSaid(words);
    expect(asked).toEqual([['correct', { written: 'Hezbollah', ...body }]]);
  });
});

test('undo takes it back, or says again what was said before', async () => {
  const first = chooser();
  await press(/^Never mark/);
  await press(CHOOSER.undo);
  await seesSaid(CHOOSER.undone);
  expect(first.asked.at(-1)).toEqual(['uncorrect', { written: 'Hezbollah', where: 'site' }]);
  clear();
  const second = chooser([{ ok: true, value: { state: 'kept', before: kataib.entity } }]);
  await press(/^Never mark/);
  await press(CHOOSER.undo);
  expect(second.asked.at(-1)).toEqual([
    'correct',
    { written: 'Hezbollah', where: 'site', says: kataib.entity },
  ]);
  await press(CHOOSER.again);
  await expect.element(page.getByRole('button', { name: /^Never mark/ })).toBeVisible();
});

test('to add who is meant is offered where nobody known is, and only there', async () => {
  const { asked } = chooser();
  await press(/^Never mark/);
  expect(page.getByRole('button', { name: /Add/ }).query()).toBeNull();
  await press(CHOOSER.undo);
  await press(CHOOSER.again);
  await press(CHOOSER.other);
  await press(CHOOSER.add('Hezbollah'));
  expect(asked.at(-1)).toEqual(['addName', { written: 'Hezbollah' }]);
  await expect.element(page.getByText(CHOOSER.adding)).toBeVisible();
  await expect.element(page.getByRole('button', { name: CHOOSER.undo })).toBeVisible();
});

test('what could not be kept is said so, and can be tried again', async () => {
  const { asked } = chooser([failure('not-stored'), { ok: true, value: { state: 'too-many', most: 2000 } }]);
  await press(/^Never mark/);
  await expect.element(page.getByText(/did not let Backstory store/)).toBeVisible();
  await press('Try again');
  await seesSaid('There are 2000 corrections, and that is as many');
  expect(asked).toHaveLength(2);
});

test('the focus stays in the chooser through every press, and its card and its end are one press away', async () => {
  const { root, close, show } = chooser();
  await press('Show its card of Kata’ib Hezbollah');
  expect(show).toHaveBeenCalledExactlyOnceWith(kataib.entity);
  await press(CHOOSER.other);
  await expect.element(page.getByRole('button', { name: CHOOSER.undo })).toBeVisible();
  expect((root as ShadowRoot).activeElement?.getAttribute('role')).toBe('dialog');
  await userEvent.click(page.getByRole('button', { name: CHOOSER.close }).last());
  expect(close).toHaveBeenCalledOnce();
});

describe.each(schemes)('in %s', (name) => {
  test.each([
    ['choosing', [], aMention],
    ['nobody-else', [], mention({ alternatives: [] })],
    ['kept', [CHOOSER.other], aMention],
  ] as const)('axe finds nothing in the chooser: %s', async (view, pressed, about) => {
    await scheme(name);
    const { host } = chooser([], about);
    for (const button of pressed) await press(button);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `chooser-${view}-${name}`);
  });
});
