import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Popup } from '../../../entrypoints/popup/Popup.tsx';
import type { Content, PageRead, PopupActions, PopupState } from '../../../entrypoints/popup/state.ts';
import css from '../../../entrypoints/popup/style.css?inline';
import { ErrorCode } from '../../../messaging/result.ts';
import { axeFindings, clear, picture, readAloud, scheme, schemes, see } from './see.tsx';
import { backstory, baghdad, COASTLINES, mention } from './told.ts';

const actors = [
  'Iran',
  'United States',
  'Kata’ib Hezbollah',
  'Hezbollah',
  'Iraq',
  'Ali al-Sistani',
  'Popular Mobilisation Forces',
  'Adil Abdul-Mahdi',
];
const spots = [
  { name: 'Baghdad', lat: 33.31, lon: 44.37 },
  { name: 'Kirkuk', lat: 35.47, lon: 44.39 },
  { name: 'Najaf', lat: 32.0, lon: 44.33 },
  { name: 'Beirut', lat: 33.89, lon: 35.5 },
];
const mentions = [
  ...actors.flatMap((name, index) =>
    Array.from({ length: 14 - index * 2 }, (_, block) =>
      mention({ entity: `starter:a${index}`, name, block: block + index, facet: 'actor' }),
    ),
  ),
  ...spots.flatMap(({ name }, index) =>
    Array.from({ length: 3 - (index % 3) }, () =>
      mention({ entity: `starter:p${index}`, name, kind: 'city', facet: 'place' }),
    ),
  ),
];
const article: PageRead = {
  state: 'read',
  title: 'Crowd storms American embassy compound in Baghdad after air strikes on militia',
  published: { day: '2019-12-31' },
  language: 'en',
  mentions,
  notices: [],
};
const entities = spots.map(({ name, lat, lon }, index) => ({
  ...baghdad,
  id: `starter:p${index}`,
  name,
  geo: { lat, lon },
}));
const told: Content = {
  kind: 'page',
  page: article,
  told: { kind: 'told', backstory: backstory({ entities }) },
  coastlines: COASTLINES,
  today: '2026-11-22',
};

function popup(content: Content, changes: Partial<PopupState> = {}) {
  const actions = {
    onReadAnyway: vi.fn(),
    onRetry: vi.fn(),
    onRetryTold: vi.fn(),
    onSwitchSite: vi.fn(),
    onShow: vi.fn(),
    onAdd: vi.fn(),
    onEdit: vi.fn(),
    onOther: vi.fn(),
    onNotebook: vi.fn(),
    onSettings: vi.fn(),
  } satisfies PopupActions;
  const state: PopupState = { content, site: { name: 'news.example', on: true }, trouble: null, ...changes };
  return { ...see(<Popup state={state} actions={actions} />, [css]), actions };
}

beforeEach(() => page.viewport(400, 620));
afterEach(clear);

describe('an article at a glance', () => {
  test('title, date, actors by weight, places by weight, the road, what came since', () => {
    const text = readAloud(popup(told).root);
    const order = [
      'Crowd storms',
      '31 December 2019',
      'Actors',
      'Iran 14 times',
      'United States 12 times',
      'Places',
      'Baghdad 3 times',
      'Map: Baghdad',
      'What led here',
      '18 events from 2 July 2009 to 31 December 2019',
      '2 July 2009 Washington lists',
      '6 years later',
      '14 July 2015',
      '31 December 2019 A crowd breaks into',
      '31 December 2019 this article',
      'Since then (2)',
    ];
    const at = order.map((words) => text.indexOf(words, 0));
    expect(at.filter((index) => index < 0)).toEqual([]);
    expect(text.indexOf('Soleimani')).toBe(-1);
  });

  test('a click on a name asks the page to show it', async () => {
    const { actions } = popup(told);
    await userEvent.click(page.getByTitle('Show Kata’ib Hezbollah on the page'));
    expect(actions.onShow).toHaveBeenCalledExactlyOnceWith('starter:a2');
  });

  test('an event opens by keyboard to its reasons and sources', async () => {
    const { root } = popup(told);
    const summary = [...root.querySelectorAll('summary')].find((one) =>
      one.textContent?.includes('Rockets hit'),
    );
    summary?.focus();
    await userEvent.keyboard('{Enter}');
    expect(readAloud(root)).toContain('Shown because: names United States; 4 days before Source: Reuters');
  });

  test('a page without a date says that it is told as of today', () => {
    const { root } = popup({ ...told, page: { ...article, published: null } });
    expect(readAloud(root)).toContain('This page gives no date: told as of today, 22 November 2026');
  });

  test('when the worker fails, the names stay and the road can be asked for again', async () => {
    const { root, actions } = popup({ ...told, told: { kind: 'failed', code: 'no-answer' } });
    expect(readAloud(root)).toContain('Iran 14 times');
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    expect(actions.onRetryTold).toHaveBeenCalledOnce();
  });

  test('a page whose names nobody knows says so', () => {
    const { root } = popup({ ...told, page: { ...article, mentions: [] } });
    expect(readAloud(root)).toContain('No name on this page is in the installed knowledge packs.');
  });

  test('a notice stands quietly above the names', () => {
    const { root } = popup({ ...told, page: { ...article, notices: ['memory-only', 'page-cut'] } });
    expect(readAloud(root)).toContain('only the first part of it was read');
  });
});

describe('when there is nothing to tell', () => {
  test('no article: it can be read anyway', async () => {
    const { actions } = popup({ kind: 'not-article' });
    await userEvent.click(page.getByRole('button', { name: 'Read this page anyway' }));
    expect(actions.onReadAnyway).toHaveBeenCalledOnce();
  });

  test('a site that is off: the switch says so and turns it on', async () => {
    const { actions } = popup({ kind: 'site-off' }, { site: { name: 'news.example', on: false } });
    const toggle = page.getByRole('switch', { name: 'Backstory off at news.example' });
    await expect.element(toggle).toHaveAttribute('aria-checked', 'false');
    await userEvent.click(toggle);
    expect(actions.onSwitchSite).toHaveBeenCalledExactlyOnceWith(true);
  });

  const empty: Content[] = [
    { kind: 'closed-page' },
    { kind: 'not-article' },
    { kind: 'site-off' },
    ...ErrorCode.options.map((code) => ({ kind: 'failed', code, again: 'readPage' }) as const),
  ];
  test.each(empty)('$kind $code is said in words', (content) => {
    const { root } = popup(content, { site: null });
    expect(root.querySelector('h1')?.textContent).toMatch(/\w+ \w+/);
    expect(root.querySelector('.words p')?.textContent?.length).toBeGreaterThan(20);
  });
});

const views: [string, Content][] = [
  ['told', told],
  ['asking', { ...told, told: { kind: 'asking' } }],
  ['not-article', { kind: 'not-article' }],
  ['failed', { kind: 'failed', code: 'no-answer', again: 'pageState' }],
  ['starting', { kind: 'starting' }],
];

describe.each(schemes)('in %s', (name) => {
  test.each(views)('axe finds nothing in the popup: %s', async (view, content) => {
    await page.viewport(400, 1700);
    await scheme(name);
    const { host } = popup(content);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `popup-${view}-${name}`);
  });
});
