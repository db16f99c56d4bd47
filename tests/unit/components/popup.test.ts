import { describe, expect, test } from 'vitest';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { type Found, findPage } from '../../../entrypoints/popup/find-page.ts';
import { glance } from '../../../entrypoints/popup/glance.ts';
import type { PageState } from '../../../messaging/requests.ts';
import { failure, type Result } from '../../../messaging/result.ts';
import { siteOf } from '../../../messaging/site.ts';
import { mention } from '../../browser/components/told.ts';

const says = (state: PageState): Result<PageState> => ({ ok: true, value: state });
const read: PageState = {
  state: 'read',
  title: 'T',
  published: null,
  language: 'en',
  mentions: [],
  notices: [],
};

/** A page that gives these answers in turn, the last one for ever. */
async function find(answers: Result<PageState>[], { mayEnter = true, name = 'pageState' as const } = {}) {
  const log: string[] = [];
  const found: Found = await findPage(
    {
      ask: async (asked) => {
        log.push(asked);
        return (answers.length > 1 ? answers.shift() : answers[0]) ?? failure('internal');
      },
      enter: async () => {
        log.push('enter');
        return mayEnter;
      },
      wait: async () => {},
    },
    name,
  );
  return { found, log };
}

describe('finding out what a tab says', () => {
  test('a page that was read answers at once', async () => {
    const { found, log } = await find([says(read)]);
    expect(found).toEqual(read);
    expect(log).toEqual(['pageState']);
  });
  test('a tab from before the installation is entered once and asked again', async () => {
    const { found, log } = await find([failure('no-page'), says({ state: 'reading' }), says(read)]);
    expect(found).toEqual(read);
    expect(log).toEqual(['pageState', 'enter', 'pageState', 'pageState']);
  });
  test('a page of the browser’s own stays closed', async () => {
    expect((await find([failure('no-page')], { mayEnter: false })).found).toEqual({ state: 'closed-page' });
  });
  test('a page that never ends reading is given up, in words', async () => {
    expect((await find([says({ state: 'reading' })])).found).toEqual({
      state: 'unreached',
      code: 'no-answer',
    });
  });
  test('a page whose extension is gone says so', async () => {
    const { found } = await find([failure('extension-gone')]);
    expect(found).toEqual({ state: 'unreached', code: 'extension-gone' });
  });
});

describe('a page at a glance', () => {
  const iraq = { entity: EntityId.parse('Q796'), name: 'Iraq', kind: 'country' } as const;
  test('a country stands once, on the side where the page uses it more', () => {
    const seen = glance([
      mention({ ...iraq, facet: 'place' }),
      mention({ ...iraq, facet: 'place' }),
      mention({ ...iraq, facet: 'actor' }),
      mention(),
    ]);
    expect(seen.places.map(({ name, times }) => [name, times])).toEqual([['Iraq', 3]]);
    expect(seen.actors.map(({ name, times }) => [name, times])).toEqual([['Hezbollah', 1]]);
  });
  test('what is not marked on the page is not counted in the popup', () => {
    expect(glance([mention({ shown: false }), mention({ entity: null })]).among).toEqual([]);
  });
});

test.each([
  ['https://www.Example.org/a', 'example.org'],
  ['http://news.example:8080/', 'news.example:8080'],
  ['chrome://extensions', null],
  ['not an address', null],
  [undefined, null],
])('the site of %s is %s', (url, site) => expect(siteOf(url)).toBe(site));
