// Firefox closed and opened again. An extension that is loaded for a test is gone by then, so here it is installed for
// good, which only a Firefox allows that takes unsigned extensions: ESR, Developer Edition, Nightly.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { EXTENSION } from './extension.ts';
import { launch } from './launch.ts';
import { Parent } from './parent.ts';
import { Reader } from './reader.ts';
import { ofTale, tale } from './tales.ts';
import { Web } from './web.ts';

/** A profile into which the extension was put as an administrator would. */
function profileWithExtension(): string {
  const profile = mkdtempSync(join(tmpdir(), 'backstory-firefox-'));
  const files = readdirSync(EXTENSION.build, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  const members = files.map((path) => [path.slice(EXTENSION.build.length + 1), readFileSync(path)] as const);
  mkdirSync(join(profile, 'extensions'));
  const archive = zipSync(Object.fromEntries(members), { level: 0 });
  writeFileSync(join(profile, 'extensions', `${EXTENSION.id}.xpi`), archive);
  return profile;
}

test('what was kept is there when Firefox was closed and opened again, and so are the menus', {
  timeout: 120_000,
}, async ({ skip }) => {
  const profile = profileWithExtension();
  const web = new Web();
  const proxyPort = await web.open();
  const sit = async () => {
    const browser = await launch({ proxyPort, downloads: profile, profile });
    return new Reader(browser, await Parent.of(browser), web);
  };
  const kept = [{ colour: 'yellow', text: ofTale('orchard') }];
  let reader = await sit();
  try {
    if ((await reader.parent.background()) === 'undefined') skip('this Firefox takes only signed extensions');
    const first = await reader.read(tale('orchard'), '/orchard');
    await reader.keep(first, ofTale('orchard'));
    await reader.browser.close();

    reader = await sit();
    const later = await reader.read(tale('orchard'), '/orchard');
    await reader.seesKept(later, kept);
    const menus = async () => (await reader.parent.menus()).sort();
    await expect.poll(menus).toEqual(['add-name', 'keep-passage', 'library', 'notebook']);
    expect(await reader.parent.complaints()).toEqual([]);
    expect(web.leaked).toEqual([]);
  } finally {
    await reader.browser.close();
    await web.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
