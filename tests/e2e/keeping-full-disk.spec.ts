// A disk that is full while something is kept: nothing is said to be kept that is not, what was kept before is there, and
// with room again nothing has to be selected or written a second time.
import { BAR, PANEL, UNSAVED } from '../../components/keeping-words.ts';
import { fillDisk } from './full-disk.ts';
import { expect, test } from './harness.ts';
import { bar, keptMarks, panel, seesKept, seesNoPanel, select } from './keeping.ts';
import { briefStory } from './stories.ts';

const PART = 'Iran was behind it';
const OTHER = 'A clerk came out twice';
const NO_ROOM = 'There is no room left';

test.use({ build: 'limited-storage' });

test('a passage that a full disk did not take is said not to be kept, and is kept once there is room', async ({
  reader,
}) => {
  test.setTimeout(60_000);
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await select(page, PART);
  await reader.step('some words are kept', () => reader.command(page, 'keep-passage'));
  const before = [{ colour: 'yellow', text: PART }];
  await seesKept(page, before);
  const makeRoom = await reader.step('the disk is full', () => fillDisk(reader, page));
  await select(page, OTHER);
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('other words are kept in green', () =>
    bar(page).getByRole('button', { name: /green/ }).click(),
  );
  await expect(bar(page)).toContainText(NO_ROOM);
  await expect(bar(page)).toContainText('all that was kept before is still there');
  await expect(bar(page).getByRole('button', { name: BAR.copy })).toBeVisible();
  expect(await keptMarks(page)).toEqual(before);
  await reader.step('there is room', makeRoom);
  await reader.step('once more', () => bar(page).getByRole('button', { name: BAR.again }).click());
  await expect(bar(page)).toContainText('Kept: Agree (green).');
  const both = [...before, { colour: 'green', text: OTHER }];
  await seesKept(page, both);
  await reader.step('the next visit', () => page.reload());
  await seesKept(page, both);
});

test('a note that a full disk did not take is still there, said not to be kept, and kept once there is room', async ({
  reader,
}) => {
  test.setTimeout(60_000);
  const page = await reader.step('a marked story', () => reader.read(briefStory));
  await select(page, PART);
  await expect(bar(page).getByRole('toolbar')).toBeVisible();
  await reader.step('kept with a note', () => bar(page).getByRole('button', { name: BAR.note }).click());
  const frame = await panel(page);
  await expect(frame.getByLabel(PANEL.note)).toBeFocused();
  await reader.step('a first word', () => page.keyboard.type('First.'));
  await expect(frame.locator('.saved')).toHaveText('Kept');

  const makeRoom = await reader.step('the disk is full', () => fillDisk(reader, page));
  await reader.step('a second word', () => page.keyboard.type(' Second.'));
  await expect(frame.getByRole('alert')).toContainText(NO_ROOM);
  await expect(frame.getByLabel(PANEL.note)).toHaveValue('First. Second.');
  await reader.step('the panel is closed', () => page.keyboard.press('Escape'));
  await seesNoPanel(page);
  await expect(bar(page)).toContainText(UNSAVED);
  await expect(bar(page)).toContainText(NO_ROOM);
  await reader.step('once more, in vain', () => bar(page).getByRole('button', { name: BAR.again }).click());
  const again = await panel(page);
  await expect(again.getByLabel(PANEL.note)).toHaveValue('First. Second.');
  await expect(again.getByRole('alert')).toContainText(NO_ROOM);

  await reader.step('there is room', makeRoom);
  await reader.step('once more', () => again.getByRole('button', { name: PANEL.retry }).click());
  await expect(again.locator('.saved')).toHaveText('Kept');
  await reader.step('the next visit', () => page.reload());
  await seesKept(page, [{ colour: 'yellow', text: PART }]);
  await reader.step('its note', () => reader.command(page, 'keep-passage'));
  await expect((await panel(page)).getByLabel(PANEL.note)).toHaveValue('First. Second.');
});
