// A vault in a database and in an object store, through the forms, each from one device to the next.
import type { Locator } from '@playwright/test';
import { type FieldName, PLACES } from '../../entrypoints/options/sync/place-kinds.ts';
import { couchdb } from '../servers/couchdb.ts';
import { s3 } from '../servers/s3.ts';
import type { RunningServer } from '../servers/server.ts';
import { expect, test } from './harness.ts';
import { inSecondBrowser } from './second-browser.ts';
import { choosePassphrase, enterEnd, openSync, PASSPHRASE, writeCodeDown } from './sync-page.ts';
import { askWorker } from './synced.ts';

/** A key from a passphrase is seconds of work, on purpose. */
const SLOW = { timeout: 60_000 };
const ENTITY = 'Q794';

test.use({ build: 'may-sync' });

async function choosePlace(here: Locator, { settings }: RunningServer): Promise<void> {
  const { title, fields } = PLACES[settings.kind];
  const values: Partial<Record<FieldName, string>> = settings;
  await here.getByRole('button', { name: 'Set it up…' }).click();
  await here.getByRole('radio', { name: title }).check();
  for (const { name, label } of fields)
    await here.getByLabel(label, { exact: true }).fill(values[name] ?? '');
  await here.getByRole('button', { name: 'Try it' }).click();
}

for (const kind of [couchdb, s3]) {
  test(`a note goes from one device to the next through ${kind.name}`, async ({ reader, workerLife }) => {
    test.setTimeout(240_000);
    const server = await kind.start();
    const { origin } = new URL(server.settings.address);
    reader.site.wanted.add(origin);
    try {
      const { options, here } = await reader.step('the settings', () => openSync(reader));
      await reader.step('a place', () => choosePlace(here, server));
      await expect(here.getByRole('heading', { name: /A new vault, or the wrong/ })).toBeVisible(SLOW);
      await reader.step('a new vault', async () => {
        await here.getByRole('button', { name: 'A new vault: this is my first device' }).click();
        await choosePassphrase(here, PASSPHRASE);
      });
      const code = await writeCodeDown(here);
      await reader.step('its code', () => enterEnd(here, code.slice(-5)));
      await expect(here).toContainText('What you keep goes there by itself from now on');
      await reader.step('a note', async () => {
        const note = { entity: ENTITY, name: 'Iran', kind: 'country', was: '', is: 'See 1953.' };
        await askWorker(options, 'keepEntityNote', note);
      });
      await reader.step('sync is asked for', () => here.getByRole('button', { name: 'Sync now' }).click());
      await expect(here.locator('.sync-state')).toHaveText(/on the server, \d\d:\d\d\./, SLOW);

      const leaked = await inSecondBrowser(
        { build: 'may-sync', workerLife, wanted: [origin] },
        async (second) => {
          const there = await second.step('the settings', () => openSync(second));
          await second.step('the same place', () => choosePlace(there.here, server));
          await expect(there.here.getByRole('heading', { name: 'Your notes are there' })).toBeVisible(SLOW);
          await there.here.getByRole('button', { name: 'Join it…' }).click();
          await second.step('the passphrase', async () => {
            await there.here.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
            await there.here.getByRole('button', { name: 'Join', exact: true }).click();
          });
          await expect
            .poll(() => askWorker(there.options, 'entityNote', { entity: ENTITY }), SLOW)
            .toMatchObject({ note: { note: 'See 1953.' } });
        },
      );
      expect(leaked, 'requests that left the second browser').toEqual([]);
    } finally {
      await server.stop();
    }
  });
}
