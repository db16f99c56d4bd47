import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import cardCss from '../../../components/card.css?inline';
import type { CardContent, CardProps } from '../../../components/card-props.ts';
import { EntityCard } from '../../../components/EntityCard.tsx';
import palette from '../../../components/palette.css?inline';
import { axeFindings, clear, picture, readAloud, scheme, schemes, see } from './see.tsx';
import { backstory, baghdad, before, COASTLINES, event, mention, premier } from './told.ts';

const told = (changes = {}): CardContent => ({ kind: 'told', backstory: backstory(changes) });
const toldPerson = told({ entities: [premier], before: before.slice(0, 1), since: [] });
const toldPlace = told({ entities: [baghdad] });
const aPerson = mention({ entity: premier.id, name: premier.name, kind: 'person', alternatives: [] });
const aPlace = mention({ entity: baghdad.id, name: 'Baghdad', kind: 'city', facet: 'place' });

function card(changes: Partial<CardProps> = {}) {
  const props: CardProps = {
    mention: mention(),
    content: told(),
    coastlines: COASTLINES,
    onClose: vi.fn(),
    onRetry: vi.fn(),
    onOther: vi.fn(),
    ...changes,
  };
  const seen = see(<EntityCard {...props} />, [palette, cardCss], { shadow: true });
  return {
    ...seen,
    props,
    again: (next: Partial<CardProps>) => seen.again(<EntityCard {...props} {...next} />),
  };
}

beforeEach(() => page.viewport(420, 700));
afterEach(clear);

describe('what a reader sees', () => {
  test('a group: its name, a line, its role on the day, background, three events before, since folded', () => {
    const { root } = card();
    expect(readAloud(root)).toBe(
      'Hezbollah armed group · founded 1982 Close ' +
        'Lebanese Shia movement: a party with seats in parliament and an army of its own ' +
        'On 31 December 2019: Partner in the caretaker government, Lebanon, since 31 January 2019 ' +
        'It grew out of the fight against the Israeli occupation in the 1980s, with training and money from Iran, ' +
        'kept its weapons after the civil war, and sent fighters to Syria from 2012 on. As known in June 2026. ' +
        'Sources: Council on Foreign Relations: What is Hezbollah?; A printed encyclopedia, 2019 ' +
        'Leader Hassan Nasrallah Strength up to 45,000 fighters ' +
        'Before this article ' +
        '27 December 2019 Rockets hit a base near Kirkuk also names United States; 4 days before ' +
        '24 – 25 November 2019 Supporters of Hezbollah and Amal clash with protesters in Beirut ' +
        'coded by machine, 62 % sure in Beirut; 5 weeks before ' +
        '14 September 2019 Drones and missiles strike Saudi oil plants disputed also names Iran; a turning point ' +
        'Since then (2) Why this was linked',
    );
  });

  test('a person: the role held then, and the one before', () => {
    const { root } = card({ mention: aPerson, content: toldPerson });
    const text = readAloud(root);
    expect(text).toContain('On 31 December 2019: Caretaker Prime Minister, Iraq, since 1 December 2019');
    expect(text).toContain('Until March 2016: Minister of Oil, Iraq');
    expect(text).not.toContain('2020');
  });

  test('a place: a map with its name and where it lies', async () => {
    card({ mention: aPlace, content: toldPlace });
    await expect.element(page.getByRole('img', { name: 'Map: Baghdad, 33.3° N, 44.4° E' })).toBeVisible();
  });

  test('Iran that acts is said to be its government', () => {
    const reasons = [{ code: 'name', type: 'metonym', name: 'Tehran' } as const];
    const { root } = card({
      mention: mention({ entity: 'Q794', name: 'Iran', kind: 'country', reasons }),
      content: { kind: 'asking' },
    });
    expect(readAloud(root)).toContain('country · here, “Tehran” means its government');
  });

  test('an event opened: summary, an alleged actor worded as alleged, deaths, sources', async () => {
    const { root } = card();
    await userEvent.click(page.getByText('Rockets hit a base near Kirkuk'));
    const text = readAloud(root);
    expect(text).toContain('An American contractor died.');
    expect(text).toContain('alleged: Kata’ib Hezbollah towards: United States, Iraqi army');
    expect(text).toContain('attack · K-1 base · 1 person killed');
  });

  test('since then opens to later events, with the date elsewhere', async () => {
    const { root } = card();
    await userEvent.click(page.getByText('Since then (2)'));
    await userEvent.click(page.getByText(/^An American drone kills.*airport$/));
    expect(readAloud(root)).toContain('2 January 2020 in the time zone of New York');
  });

  test('a page without a date is told as of today', () => {
    const { root } = card({ content: told({ asOf: '2026-11-22', assumedToday: true }) });
    expect(readAloud(root)).toContain('This page gives no date: told as of today, 22 November 2026');
  });

  test('a failure says what happened and offers to try again', async () => {
    const { props } = card({ content: { kind: 'failed', code: 'no-answer' } });
    await expect.element(page.getByText(/did not answer in time/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    expect(props.onRetry).toHaveBeenCalledOnce();
  });

  test('after an update only a reload helps, so nothing else is offered', async () => {
    card({ content: { kind: 'failed', code: 'extension-gone' } });
    await expect.element(page.getByText(/Reload the page to go on/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Try again' }).query()).toBeNull();
  });
});

describe('what a reader does', () => {
  test('Tab walks from close through the events to the folds', async () => {
    const { root } = card();
    const walked: string[] = [];
    for (let step = 0; step < 7; step++) {
      await userEvent.keyboard('{Tab}');
      const focused = (root as ShadowRoot).activeElement;
      walked.push(focused?.getAttribute('aria-label') ?? focused?.textContent?.slice(0, 20) ?? '');
    }
    expect(walked).toEqual([
      'Close',
      'Council on Foreign R',
      '27 December 2019 Roc',
      '24 – 25 November 201',
      '14 September 2019 Dr',
      'Since then (2)',
      'Why this was linked',
    ]);
  });

  test('“not this one” is one press away, where it can be said', async () => {
    const onNotThis = vi.fn();
    const { again } = card({ onNotThis });
    await userEvent.click(page.getByRole('button', { name: 'Not this one' }));
    expect(onNotThis).toHaveBeenCalledOnce();
    again({ onNotThis: undefined });
    expect(page.getByRole('button', { name: 'Not this one' }).query()).toBeNull();
    // Another entity's card, asked for from within this one, is not what the name was linked to.
    again({ onNotThis, content: toldPerson, mention: mention({ entity: 'Q1' }) });
    expect(page.getByRole('button', { name: 'Not this one' }).query()).toBeNull();
  });

  test('the name stays where it is when the answer comes', async () => {
    const { root, again } = card({ content: { kind: 'asking' } });
    const name = root.querySelector('h2');
    const top = name?.getBoundingClientRect().top;
    again({ content: told() });
    expect(root.querySelector('h2')).toBe(name);
    expect(name?.getBoundingClientRect().top).toBe(top);
  });
});

test('an address that is no web page does not become a link', () => {
  // No schema lets it in; the view does not rely on that.
  const hostile = event('x', '2019-12-01', 'X');
  const sources = [{ publisher: 'Evil', url: 'javascript:alert(1)' }];
  const content: CardContent = {
    kind: 'told',
    backstory: { ...backstory(), before: [{ ...hostile, sources }], since: [] },
  };
  const { root } = card({ content });
  const links = [...root.querySelectorAll('a')];
  expect(links.map(({ protocol, rel, target }) => [protocol, rel, target])).toEqual([
    ['https:', 'noreferrer', '_blank'],
  ]);
});

test('a long word in a long name does not push the card wide', () => {
  const { root } = card({
    mention: mention({ name: 'Donaudampfschifffahrtsgesellschaft'.repeat(4) }),
    content: { kind: 'asking' },
  });
  expect(root.querySelector('.card')?.getBoundingClientRect().width).toBeLessThanOrEqual(380);
  expect(root.querySelector('h2')?.scrollWidth).toBeLessThanOrEqual(380);
});

const views: [string, Partial<CardProps>, string[]][] = [
  ['group', { onNotThis: () => {} }, []],
  ['group-open', {}, ['Rockets hit', 'Why this']],
  ['person', { mention: aPerson, content: toldPerson }, []],
  ['place', { mention: aPlace, content: toldPlace }, []],
  ['asking', { content: { kind: 'asking' } }, []],
  ['failed', { content: { kind: 'failed', code: 'no-answer' } }, []],
];

describe.each(schemes)('in %s', (name) => {
  test.each(views)('axe finds nothing in the card: %s', async (view, props, opened) => {
    await scheme(name);
    const { host } = card(props);
    for (const text of opened) await userEvent.click(page.getByText(new RegExp(text)));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await axeFindings(host)).toEqual([]);
    await picture(host, `card-${view}-${name}`);
  });
});
