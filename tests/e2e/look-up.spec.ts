// A name that no pack knows is looked up in Wikidata: not before the reader has switched that on, and only when they
// press the button. The server is stood in for, in the shape in which it answers.
import type { Page, Request } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './harness.ts';
import { marks } from './marks.ts';
import type { Reader } from './reader.ts';
import type { Reply } from './site.ts';
import { story, WHO } from './stories.ts';

const WIKIDATA = 'https://www.wikidata.org';
const QUIST = 'Zebulon Quist';
const STORY = story({
  paragraphs: [
    WHO,
    `The envoy ${QUIST}, who had been silent, said so. The Canal Party was not asked; the Man of Canals was.`,
  ],
});

const toItem = (id: string) => ({
  snaktype: 'value',
  datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } },
});
const onDay = (day: string) => ({
  snaktype: 'value',
  datavalue: {
    type: 'time',
    value: {
      time: `+${day}T00:00:00Z`,
      precision: 11,
      calendarmodel: 'http://www.wikidata.org/entity/Q1985727',
    },
  },
});
const stating = (...snaks: object[]) =>
  snaks.map((mainsnak) => ({ type: 'statement', rank: 'normal', mainsnak }));

function item(id: string, label: string, description: string, claims: object): object {
  const term = (value: string) => ({ en: { language: 'en', value } });
  return {
    type: 'item',
    id,
    labels: term(label),
    descriptions: term(description),
    aliases: {},
    claims,
    sitelinks: {},
  };
}

const ITEMS: Record<string, object> = {
  Q900001: item('Q900001', QUIST, 'politician from Exampleland', {
    P31: stating(toItem('Q5')),
    // Iran is in the built-in pack.
    P27: stating(toItem('Q794')),
    P102: stating(toItem('Q900011')),
    P39: [
      {
        type: 'statement',
        rank: 'normal',
        mainsnak: toItem('Q900020'),
        qualifiers: { P580: [onDay('2018-03-01')] },
      },
    ],
  }),
  Q900011: item('Q900011', 'Canal Party', 'political party', { P31: stating(toItem('Q7278')) }),
  Q900020: item('Q900020', 'Minister of Canals', 'position', { P31: stating(toItem('Q294414')) }),
};

const candidate = (id: string, label: string, description: string) => ({
  id,
  title: id,
  display: { label: { value: label, language: 'en' }, description: { value: description, language: 'en' } },
  label,
  description,
  match: { type: 'label', language: 'en', text: label },
});
const FOUND = [
  candidate('Q900001', QUIST, 'politician from Exampleland'),
  candidate('Q900002', QUIST, 'Wikimedia disambiguation page'),
  candidate('Q794', 'Iran', 'country in West Asia'),
];

/** Wikidata, with these candidates; what it was asked. */
function standIn(reader: Reader, reply: (address: URL) => Reply = answers): Request[] {
  const asked: Request[] = [];
  reader.site.servers.set(WIKIDATA, (address, request) => {
    asked.push(request);
    return reply(address);
  });
  return asked;
}

function answers(address: URL): Reply {
  if (address.searchParams.get('action') === 'wbsearchentities')
    return { json: { searchinfo: {}, search: FOUND, success: 1 } };
  const ids = (address.searchParams.get('ids') ?? '').split('|');
  return {
    json: { entities: Object.fromEntries(ids.map((id) => [id, ITEMS[id] ?? { id, missing: true }])) },
  };
}

async function openOptions(reader: Reader): Promise<Page> {
  const options = await reader.context.newPage();
  await options.goto(reader.address('options.html'));
  await expect(options.getByRole('checkbox', { name: /look up names/ })).toBeVisible({ timeout: 15_000 });
  return options;
}

async function switchOn(reader: Reader): Promise<void> {
  const options = await openOptions(reader);
  const choice = options.getByRole('checkbox', { name: /look up names/ });
  await expect(choice).not.toBeChecked();
  await choice.click();
  await expect(choice).toBeChecked();
  await options.reload();
  await expect(choice).toBeChecked();
  await options.close();
}

async function openEntry(reader: Reader, name = QUIST): Promise<Page> {
  const entry = await reader.context.newPage();
  await entry.goto(reader.address('entry.html'));
  await entry.getByLabel('Name', { exact: true }).fill(name);
  return entry;
}

const lookUp = (entry: Page) => entry.getByRole('button', { name: 'Look it up in Wikidata' });
const texts = async (page: Page) => (await marks(page)).map(({ text }) => text);

test('while look-ups are off nothing is asked, and the entry page says where they are switched on', async ({
  reader,
}) => {
  const asked = standIn(reader);
  const entry = await reader.step('an entry', () => openEntry(reader));
  await expect(entry.getByText('once you switch that on')).toBeVisible();
  await expect(lookUp(entry)).toHaveCount(0);
  const options = await reader.step('its way to the settings', async () => {
    const opened = reader.context.waitForEvent('page', (page) => page.url().includes('/options.html'));
    await entry.getByRole('button', { name: 'settings' }).click();
    return opened;
  });
  await expect(options.getByText('What is sent: the name that you look up')).toBeVisible();
  await expect(options.getByRole('checkbox', { name: /look up names/ })).not.toBeChecked();
  expect(asked).toEqual([]);
});

test('until the reader has answered the browser, the switch alone lets nothing be asked', async ({
  reader,
}) => {
  const asked = standIn(reader);
  const options = await reader.step('the options', () => openOptions(reader));
  await reader.step('the switch', () => options.getByRole('checkbox', { name: /look up names/ }).click());
  const entry = await reader.step('an entry', () => openEntry(reader));
  await expect(entry.getByText('once you switch that on')).toBeVisible();
  await expect(lookUp(entry)).toHaveCount(0);
  expect(asked).toEqual([]);
});

test.describe('where the browser lets Wikidata be asked', () => {
  test.use({ build: 'may-ask' });

  test('a name is looked up, taken over with one press, marked on the open page, and taken back', async ({
    reader,
  }) => {
    test.setTimeout(90_000);
    const asked = standIn(reader);
    const page = await reader.step('a story', () => reader.read(STORY));
    expect(await texts(page)).not.toContain(QUIST);
    await reader.step('switched on', () => switchOn(reader));
    const entry = await reader.step('an entry', () => openEntry(reader, 'Man of Canals'));
    await entry.getByLabel('Note', { exact: true }).fill('Ask Ada.');
    expect(asked).toEqual([]);

    await reader.step('looked up', () => lookUp(entry).click());
    const take = entry.getByRole('button', { name: `Take over ${QUIST}, politician from Exampleland` });
    await expect(take).toBeVisible({ timeout: 15_000 });
    await expect(entry.getByText('disambiguation')).toHaveCount(0);
    await expect(entry.getByRole('button', { name: /Add to this one Iran/ })).toBeVisible();
    expect(await axeFindings(entry)).toEqual([]);

    await reader.step('taken over', () => take.click());
    await expect(entry.getByText('With it came Canal Party.')).toBeVisible({ timeout: 15_000 });
    await expect(entry.getByText('1 more that it is tied to was known already.')).toBeVisible();
    await expect(entry.getByLabel('Name', { exact: true })).toHaveValue(QUIST);
    await expect(entry.getByLabel('What it is')).toHaveValue('person');
    await expect(entry.getByLabel('Other names')).toHaveValue('Man of Canals');
    await expect(entry.getByLabel('Note', { exact: true })).toHaveValue('Ask Ada.');
    await expect
      .poll(() => texts(page))
      .toEqual(expect.arrayContaining([QUIST, 'Canal Party', 'Man of Canals']));
    expect(await axeFindings(entry)).toEqual([]);

    await reader.step('the pointer rests on it', async () => {
      await page.bringToFront();
      await reader.hover(page, QUIST);
    });
    const card = reader.card(page).getByRole('dialog');
    await expect(card).toContainText('politician from Exampleland');
    await expect(card).toContainText('Minister of Canals');
    await expect(card).toContainText('Wikidata (CC0), looked up on');

    await reader.step('taken back', () => entry.getByRole('button', { name: 'Undo' }).click());
    await expect(entry.getByText('are deleted again')).toBeVisible();
    await expect(entry.getByLabel('Name', { exact: true })).toHaveValue('Man of Canals');
    await expect.poll(() => texts(page)).not.toContain(QUIST);
    expect(await texts(page)).not.toContain('Canal Party');

    const senders = asked.map((request) => request.frame().url().split('?')[0]);
    expect([...new Set(senders)]).toEqual([reader.address('entry.html')]);
    const headers = await asked[0]?.allHeaders();
    expect(headers?.['api-user-agent']).toMatch(/^Backstory\//);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
    for (const request of asked) expect(decodeURIComponent(request.url())).not.toContain('news.example');
  });

  test('who is known already is not copied: the name goes to that one', async ({ reader }) => {
    standIn(reader);
    await reader.step('switched on', () => switchOn(reader));
    const entry = await reader.step('an entry', () => openEntry(reader, 'Land of Canals'));
    await reader.step('looked up', () => lookUp(entry).click());
    await reader.step('joined', () =>
      entry.getByRole('button', { name: /Add to this one Iran/ }).click({ timeout: 15_000 }),
    );
    await expect(entry.getByText('You are adding to Iran')).toBeVisible();
    await expect(entry.getByLabel('Other names')).toHaveValue('Land of Canals');
  });

  test('switched off again, nothing more is asked, not even by a window that is open already', async ({
    reader,
  }) => {
    const asked = standIn(reader);
    await reader.step('switched on', () => switchOn(reader));
    const entry = await reader.step('an entry', () => openEntry(reader));
    await expect(lookUp(entry)).toBeVisible();
    const options = await reader.step('switched off', () => openOptions(reader));
    await options.getByRole('checkbox', { name: /look up names/ }).click();
    await expect(options.getByRole('checkbox', { name: /look up names/ })).not.toBeChecked();
    await options.reload();
    await expect(options.getByRole('checkbox', { name: /look up names/ })).not.toBeChecked();
    // The window has not heard of it yet, or has: either way a press asks nobody.
    await entry.bringToFront();
    await reader.step('pressed all the same', () =>
      lookUp(entry)
        .click({ timeout: 2_000 })
        .catch(() => undefined),
    );
    await expect(entry.getByText('once you switch that on')).toBeVisible();
    expect(asked).toEqual([]);
  });

  test('a name that is linked to the wrong one is looked up from the popup', async ({ reader }) => {
    standIn(reader);
    await reader.step('switched on', () => switchOn(reader));
    const page = await reader.step('a story', () => reader.read(STORY));
    const popup = await reader.step('its popup', () => reader.openPopup(page));
    const entry = await reader.step('somebody else', async () => {
      const opened = reader.context.waitForEvent('page', (one) => one.url().includes('/entry.html'));
      await popup.getByText('Iran', { exact: true }).first().hover();
      await popup.getByRole('button', { name: /Somebody else than Iran/ }).click();
      return opened;
    });
    await expect(entry.getByLabel('Name', { exact: true })).toHaveValue('Iran');
    await reader.step('looked up', () => lookUp(entry).click());
    await expect(entry.getByRole('button', { name: `Take over ${QUIST}` })).toBeVisible({ timeout: 15_000 });
  });

  const refusals: [string, Reply, RegExp][] = [
    [
      'a server that has been asked too much',
      { status: 429, headers: { 'retry-after': '600' }, json: {} },
      /asks to be left alone for a while\. Try again after \d\d:\d\d/,
    ],
    ['no network', 'offline', /could not be reached\. Is there a connection/],
    ['a server that fails', { status: 500, json: {} }, /an error \(HTTP 500\)/],
    ['a server that says something else', { json: ['hello'] }, /does not understand/],
    ['no candidates', { json: { search: [], success: 1 } }, /knows nobody and nothing by the name/],
  ];
  for (const [what, reply, said] of refusals) {
    test(`${what}: it is said, and what was typed stays`, async ({ reader }) => {
      standIn(reader, () => reply);
      await reader.step('switched on', () => switchOn(reader));
      const entry = await reader.step('an entry', () => openEntry(reader));
      await reader.step('looked up', () => lookUp(entry).click());
      await expect(entry.getByText(said)).toBeVisible({ timeout: 15_000 });
      await expect(entry.getByLabel('Name', { exact: true })).toHaveValue(QUIST);
      await expect(lookUp(entry)).toBeVisible();
    });
  }

  test('a server that hangs can be given up, or is after a while; the form stays of use', async ({
    reader,
  }) => {
    test.setTimeout(90_000);
    standIn(reader, () => 'never');
    await reader.step('switched on', () => switchOn(reader));
    const entry = await reader.step('an entry', () => openEntry(reader));
    await reader.step('looked up', () => lookUp(entry).click());
    await expect(entry.getByText('Asking Wikidata for')).toBeVisible();
    await entry.getByLabel('In one line').fill('Envoy');
    await reader.step('given up', () => entry.getByRole('button', { name: 'Cancel' }).click());
    await expect(entry.getByText('Stopped.')).toBeVisible();
    await reader.step('looked up again, and waited for', () => lookUp(entry).click());
    await expect(entry.getByText('gave no answer in time')).toBeVisible({ timeout: 40_000 });
    await expect(entry.getByLabel('In one line')).toHaveValue('Envoy');
  });

  test('trouble in the middle of a take-over takes nothing over', async ({ reader }) => {
    test.setTimeout(60_000);
    standIn(reader, (address) =>
      address.searchParams.get('ids') === 'Q900011' ? 'offline' : answers(address),
    );
    await reader.step('switched on', () => switchOn(reader));
    const entry = await reader.step('an entry', () => openEntry(reader));
    await reader.step('looked up', () => lookUp(entry).click());
    await reader.step('taken over in vain', () =>
      entry.getByRole('button', { name: `Take over ${QUIST}` }).click({ timeout: 15_000 }),
    );
    await expect(entry.getByText('Nothing was taken over.')).toBeVisible({ timeout: 15_000 });
    const options = await reader.step('the options', () => openOptions(reader));
    await expect(options.getByText('Nothing yet. Select a name')).toBeVisible();
  });
});
