// A vault in a database and in an object store, through the forms, each from one device to the next.
import { couchdb } from '../servers/couchdb.ts';
import { s3 } from '../servers/s3.ts';
import { expect, test } from './harness.ts';
import { inSecondBrowser } from './second-browser.ts';
import { fillPlace, joinVault, makeVault, openSync, SLOW, saysOfSync, syncNow } from './sync-page.ts';
import { askWorker } from './synced.ts';

const ENTITY = 'Q794';

test.use({ build: 'may-sync' });

for (const kind of [couchdb, s3]) {
  test(`a note goes from one device to the next through ${kind.name}`, async ({ reader, workerLife }) => {
    test.setTimeout(240_000);
    const server = await kind.start();
    const { origin } = new URL(server.settings.address);
    reader.site.wanted.add(origin);
    try {
      const { options, here } = await reader.step('the settings', () => openSync(reader));
      await reader.step('a place', async () => {
        await here.getByRole('button', { name: 'Set it up…' }).click();
        await fillPlace(here, server);
      });
      await expect(here.getByRole('heading', { name: /A new vault, or the wrong/ })).toBeVisible(SLOW);
      await reader.step('a new vault', () => makeVault(here));
      await expect(here).toContainText('What you keep goes there by itself from now on');
      await reader.step('a note', async () => {
        const note = { entity: ENTITY, name: 'Iran', kind: 'country', was: '', is: 'See 1953.' };
        await askWorker(options, 'keepEntityNote', note);
      });
      await reader.step('sync is asked for', () => syncNow(here));
      await saysOfSync(here, /on the server, \d\d:\d\d\./);

      const leaked = await inSecondBrowser(
        { build: 'may-sync', workerLife, wanted: [origin] },
        async (second) => {
          const there = await second.step('the settings', () => openSync(second));
          await second.step('the same place', async () => {
            await there.here.getByRole('button', { name: 'Set it up…' }).click();
            await fillPlace(there.here, server);
          });
          await expect(there.here.getByRole('heading', { name: 'Your notes are there' })).toBeVisible(SLOW);
          await second.step('the passphrase', () => joinVault(there.here, 'Second'));
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
