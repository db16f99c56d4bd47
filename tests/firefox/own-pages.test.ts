// What was kept, found again in Firefox: in the notebook and the library, taken along in a file and brought back; and what
// the reader may change: who is meant, where Backstory runs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHOOSER } from '../../components/correction-words.ts';
import { story } from '../e2e/stories.ts';
import { sitDown } from './harness.ts';
import { ofTale, tale } from './tales.ts';

const sitting = sitDown();

test('the notebook shows what is kept on the page, takes a note, and leads to the passage', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(tale('lighthouse'), '/lighthouse'));
  await reader.step('a passage is kept', () => reader.keep(page, ofTale('lighthouse')));
  const notebook = await reader.step('its notebook', () => reader.openAbout(page, 'notebook'));
  await notebook.sees('article', /lighthouse/, 1);
  await reader.step('a note is written', async () => {
    await notebook.press('button', 'Add a note');
    await notebook.type('textbox', 'Your note', 'Ask **again**');
  });
  await notebook.reads('Kept');
  await reader.step('done', () => notebook.press('button', 'Done'));
  await expect.poll(() => notebook.page.$$eval('article strong', ([one]) => one?.textContent)).toBe('again');
  await reader.step('the passage is pressed', () => notebook.press('button', /^The lighthouse had been/));
  await page.bringToFront();
  const panel = await reader.panel(page);
  await expect.poll(() => panel.value('textbox', 'Your note')).toBe('Ask **again**');
});

test('a passage is found in the library by its words, taken along, deleted, and brought back', async () => {
  const { reader, downloads } = sitting;
  const page = await reader.step('a story', () => reader.read(tale('observatory'), '/observatory'));
  await reader.step('a passage is kept', () => reader.keep(page, ofTale('observatory'), 'blue'));
  const library = await reader.step('the library', () => reader.open('library.html'));
  const found = library.part('[aria-label="Passages"]');
  await reader.step('its word is typed, with a slip', () =>
    library.type('textbox', /^Search your passages/, 'obsrvatory'),
  );
  await found.sees('article', /observatory/, 1);

  await reader.step('it is taken along', async () => {
    await library.press('button', 'Export…');
    await library.part('dialog').press('radio', /Web Annotation/);
    await library.part('dialog').press('button', 'Export');
  });
  const files = () => readdirSync(downloads).filter((name) => /\.(json|jsonld)$/.test(name));
  await expect.poll(files).toHaveLength(1);
  const file = join(downloads, files()[0] ?? '');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain(ofTale('observatory'));
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ type: 'AnnotationCollection' });
  await library.page.keyboard.press('Escape');
  await library.part('dialog').sees('button', 'Export', 0);

  await reader.step('it is thrown away', async () => {
    await found.press('checkbox');
    await library.press('button', 'Move to bin');
  });
  await found.sees('article', /observatory/, 0);
  await reader.seesKept(page, []);
  await reader.step('and deleted for good', async () => {
    await library.press('radio', /^In the bin/);
    await found.sees('article', /observatory/, 1);
    await library.press('button', 'Empty the bin…');
    await library.press('button', 'Delete for good');
  });
  await library.reads('1 passage deleted for good.');
  await found.sees('article', /observatory/, 0);

  await reader.step('the file is brought in', async () => {
    await library.press('button', 'Import…');
    const field = await library.part('dialog').find('file');
    await (field as Awaited<ReturnType<typeof field.toElement<'input'>>>).uploadFile(file);
  });
  await library.part('dialog').reads('1 passage');
  await reader.step('and taken', () => library.part('dialog').press('button', 'Import'));
  await library.part('dialog').reads('1 passage came in.');
  await page.bringToFront();
  await reader.seesKept(page, [{ colour: 'blue', text: ofTale('observatory') }]);
});

test('“not this one” marks a name as somebody else, and is undone', async () => {
  const { reader } = sitting;
  const text = 'Tehran denied it on Monday, and Tehran’s envoys said that Iraq had been told.';
  const talks = story({ headline: 'Denials from every side of the table', paragraphs: [text] });
  const page = await reader.step('a story', () => reader.read(talks, '/talks'));
  const [iraq, tehran] = ['Iraq', 'Tehran'];
  const government = { kind: 'actor', text: tehran } as const;
  const city = { kind: 'place', text: tehran } as const;
  const before = [government, government, { kind: 'actor', text: iraq } as const];
  await reader.sees(page, before);
  const card = reader.card(page);
  await reader.step('the pointer rests on the name', () => reader.hover(page, tehran));
  await reader.step('not this one', () => card.press('button', 'Not this one'));
  await reader.step('the city is', () => card.press('button', /^Tehran city/));
  await card.reads('“Tehran” means Tehran on news.example.');
  await reader.sees(page, [city, city, { kind: 'actor', text: iraq }]);
  await reader.step('the page is loaded again', () => page.reload());
  await reader.sees(page, [city, city, { kind: 'actor', text: iraq }]);
  const options = await reader.step('the settings list it', () => reader.open('options.html'));
  await options.reads('“Tehran” means Tehran on news.example.');
  await reader.step('undone there', () => options.press('button', new RegExp(CHOOSER.undo)));
  await page.bringToFront();
  await reader.sees(page, before);
});

test('a site that is switched off loses its marks at once, and has them back when it is on', async () => {
  const { reader } = sitting;
  const page = await reader.step('a story', () => reader.read(tale('harbour'), '/harbour'));
  const popup = await reader.step('its popup', () => reader.openAbout(page, 'popup'));
  await reader.step('the site is switched off', () => popup.press('switch'));
  await popup.reads('Switched off');
  await reader.sees(page, []);
  const options = await reader.step('the settings', () => reader.open('options.html'));
  await options.reads('news.example');
  await reader.step('the site is switched on', () => popup.press('switch'));
  await reader.seesMarks(page);
});

test('everything is saved as a file, and the settings say that it all lasts', async () => {
  const { reader, downloads } = sitting;
  const options = await reader.step('the settings', () => reader.open('options.html'));
  await options.sees('heading', 'Your passages and notes');
  await options.reads('The browser keeps it until you delete it');
  await reader.step('everything, as a file', () => options.press('button', 'Save everything as a file'));
  const files = () => readdirSync(downloads).filter((name) => /^backstory-everything-.*\.json$/.test(name));
  await expect.poll(files).toHaveLength(1);
  const read = () => JSON.parse(readFileSync(join(downloads, files()[0] ?? ''), 'utf8') || 'null');
  await expect.poll(read).toMatchObject({ readable: { pages: expect.any(Array) } });
});
