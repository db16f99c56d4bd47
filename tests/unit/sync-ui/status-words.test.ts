// The state of sync in words: nothing is said to be on the server that is not, and what waits is counted.
import { describe, expect, test } from 'vitest';
import { PLACES } from '../../../entrypoints/options/sync/place-kinds.ts';
import {
  type SetUp,
  wordAgain,
  wordDevice,
  wordHeard,
  wordSeen,
  wordShort,
  wordState,
  wordTime,
} from '../../../entrypoints/options/sync/status-words.ts';
import { REMEDY, SAID, WORKING } from '../../../entrypoints/options/sync/step-words.ts';
import { suggestedName } from '../../../entrypoints/options/sync/suggested-name.ts';

// Local times, since that is what the reader's clock shows.
const NOW = new Date(2026, 10, 22, 14, 30).getTime();
const AT = new Date(2026, 10, 22, 14, 2).toISOString();
const YESTERDAY = new Date(2026, 10, 21, 9, 5).toISOString();
const OFFLINE = { happened: 'The server could not be reached.', toDo: 'Is there a network?' };
const NONE = { changes: 0, passages: 0, notes: 0, others: 0 };
const THREE = { changes: 4, passages: 2, notes: 1, others: 0 };

function setUp(changes: Partial<SetUp> = {}): SetUp {
  return {
    state: 'set up',
    place: { kind: 'webdav', where: 'https://cloud.example/dav/', user: 'anna' },
    typed: { address: 'https://cloud.example/dav/', bucket: '', region: '', prefix: '', user: 'anna' },
    vault: '1a2b3c4d',
    device: 'a'.repeat(32),
    activity: { is: 'up to date', at: AT },
    waiting: NONE,
    kept: { passages: 312, notes: 0, entries: 0 },
    devices: [],
    onServer: null,
    codeUnseen: false,
    troubled: { damaged: 0, missing: 0 },
    ...changes,
  };
}

const waits = (why: 'soon' | 'offline'): SetUp['activity'] => ({
  is: 'waiting',
  why,
  since: AT,
  until: new Date(NOW + 200_000).toISOString(),
  words: OFFLINE,
});
const needs: SetUp['activity'] = {
  is: 'needs reader',
  what: 'password',
  since: AT,
  words: { happened: 'The server did not accept the name and password.', toDo: 'Enter them anew.' },
  access: null,
  removal: null,
};
const running = (of: number): SetUp['activity'] => ({ is: 'running', doing: 'receiving', done: 7, of });

describe('in one sentence', () => {
  test.each<[string, Partial<SetUp>]>([
    ['All 312 passages are on the server, 14:02.', {}],
    ['The 1 passage that you kept is on the server, 14:02.', { kept: { passages: 1, notes: 0, entries: 0 } }],
    [
      'All 1,200 passages, 3 notes on actors and places and 1 entry of your own are on the server, 14:02.',
      { kept: { passages: 1_200, notes: 3, entries: 1 } },
    ],
    ['Connected; nothing was kept yet, 14:02.', { kept: { passages: 0, notes: 0, entries: 0 } }],
    ['All 312 passages are in the folder, 14:02.', { place: { kind: 'folder', where: 'Notes', user: '' } }],
    [
      'All 312 passages are on the server, 21 Nov 2026, 09:05.',
      { activity: { is: 'up to date', at: YESTERDAY } },
    ],
    ['2 passages and 1 note wait on this device, and are sent in a moment.', { waiting: THREE }],
    [
      '1 passage waits on this device, and is sent in a moment.',
      { waiting: { changes: 1, passages: 1, notes: 0, others: 0 } },
    ],
    [
      '2 passages and 1 note wait on this device. The server could not be reached.',
      { waiting: THREE, activity: waits('offline') },
    ],
    [
      '1 change waits on this device. The server could not be reached.',
      { waiting: { ...NONE, changes: 1 }, activity: waits('offline') },
    ],
    ['The server could not be reached.', { activity: waits('offline') }],
    ['It is looked at in a moment.', { activity: waits('soon') }],
    ['The server did not accept the name and password.', { activity: needs }],
    ['Receiving: 7 of 31 files', { activity: running(31) }],
    ['Receiving…', { activity: running(0) }],
  ])('%s', (words, changes) => {
    expect(wordState(setUp(changes), NOW)).toBe(words);
  });

  test('whoever hears the page is not told each file', () => {
    expect(wordHeard(setUp({ activity: running(31) }), NOW)).toBe('Receiving…');
    expect(wordHeard(setUp(), NOW)).toBe('All 312 passages are on the server, 14:02.');
  });

  test('nothing is on the server while something waits', () => {
    for (const activity of [waits('offline'), waits('soon'), needs, setUp().activity]) {
      expect(wordState(setUp({ activity, waiting: THREE }), NOW)).not.toMatch(/\bAll\b/);
      expect(wordShort(setUp({ activity, waiting: THREE }), NOW)).not.toContain('all of it');
    }
  });

  test.each<[string, Partial<SetUp>]>([
    ['all of it on the server, 14:02', {}],
    ['4 changes wait to be sent', { waiting: THREE }],
    ['sync needs you', { activity: needs, waiting: THREE }],
    ['syncing', { activity: running(3) }],
    ['sync waits', { activity: waits('offline') }],
  ])('at the top of the page: %s', (words, changes) => {
    expect(wordShort(setUp(changes), NOW)).toBe(words);
  });
});

test('when it is tried again, where that is known and to come', () => {
  expect(wordAgain(waits('offline'), NOW)).toBe('It is tried again in 4 minutes.');
  expect(wordAgain(waits('offline'), NOW + 190_000)).toBe('It is tried again within a minute.');
  expect(wordAgain(waits('offline'), NOW + 300_000)).toBe('');
  expect(wordAgain(needs, NOW)).toBe('');
});

test('a time of another day says which', () => {
  expect(wordTime(AT, NOW)).toBe('14:02');
  expect(wordTime(YESTERDAY, NOW)).toBe('21 Nov 2026, 09:05');
});

test('devices: by their names, and when they were seen', () => {
  const device = { id: 'ab12'.repeat(8), name: '', self: false, lastSeen: null, dropped: false };
  expect(wordDevice(device)).toBe('Device ab12');
  expect(wordDevice({ ...device, name: 'Laptop' })).toBe('Laptop');
  expect(wordSeen(device, NOW)).toBe('Nothing of it came yet');
  expect(wordSeen({ ...device, lastSeen: AT }, NOW)).toBe('Last seen 14:02, by its clock');
  expect(wordSeen({ ...device, lastSeen: AT, dropped: true }, NOW)).toBe(
    'Dropped. Last seen 14:02, by its clock',
  );
  expect(wordSeen({ ...device, self: true, lastSeen: AT }, NOW)).toBe('This device');
});

test('a device is called by its browser and system at first', () => {
  expect(
    suggestedName(
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36',
    ),
  ).toBe('Chrome on Linux');
  expect(
    suggestedName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/156.0 Safari/537.36 Edg/156.0'),
  ).toBe('Edge on Windows');
  expect(
    suggestedName('Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:153.0) Gecko/20100101 Firefox/153.0'),
  ).toBe('Firefox on Mac');
  expect(suggestedName('')).toBe('Browser on this device');
});

test('all words are whole sentences without an address, a code or a dash', () => {
  const words = [...Object.values(SAID), ...Object.values(WORKING)];
  for (const one of words) {
    expect(one).toMatch(/^[A-Z].*[.…]$/);
    expect(one).not.toMatch(/https?:|\bError\b|—|undefined/);
  }
  for (const one of Object.values(REMEDY)) if (one !== null) expect(one.length).toBeGreaterThan(5);
  for (const { title, line } of Object.values(PLACES)) expect(`${title}${line}`.length).toBeGreaterThan(20);
});
