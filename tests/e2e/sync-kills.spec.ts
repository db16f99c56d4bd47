// A few kills at every push; a hundred by hand: `npm run sync:kills`, which writes the figures into docs/reliability.md.

import { expect, test } from '@playwright/test';
import { Random } from '../../tools/sim/random.ts';
import { table, write } from '../../tools/sim/reliability.ts';
import { apache } from '../servers/apache.ts';
import { couchdb } from '../servers/couchdb.ts';
import { liveThroughKills } from './sync-kills.ts';

const byHand = process.env['KILLS'];
const KILLS = Number(byHand ?? 2);
const SECONDS_A_KILL = 30;

test('notes that were said to be kept survive a killed browser, here and on a second device', async () => {
  test.setTimeout(60_000 + KILLS * SECONDS_A_KILL * 1_000);
  const kind = apache.lacks === null ? apache : couchdb;
  const server = await kind.start();
  // The worker dies with its browser in either project: each kills at moments of its own.
  const random = new Random(7, test.info().project.name.length);
  try {
    const killed = await liveThroughKills(server, KILLS, () => random.fraction());
    if (byHand !== undefined)
      write(
        'kills',
        table(
          ['', 'measured'],
          [
            ['kills of the whole browser', String(killed.kills)],
            ['notes that were said to be kept', killed.acked.toLocaleString('en-GB')],
            ['not there after the browser was started again', String(killed.lostHere)],
            [`not on a second device that joined through ${kind.name}`, String(killed.lostThere)],
          ],
        ),
        'sync:kills',
      );
    expect(killed).toMatchObject({ kills: KILLS, lostHere: 0, lostThere: 0 });
    expect(killed.acked).toBeGreaterThan(0);
  } finally {
    await server.stop();
  }
});
