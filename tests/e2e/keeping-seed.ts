// Passages kept as a page's own script keeps them, without the hand that selects: for tests about what becomes of them.
import type { CDPSession, Page } from '@playwright/test';
import type { Reader } from './reader.ts';
import { SITE } from './site.ts';
import { story } from './stories.ts';

export interface Seed {
  readonly id: string;
  readonly quote: string;
  readonly colour?: 'yellow' | 'green' | 'blue' | 'pink' | 'violet';
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly names?: readonly {
    readonly entity: string | null;
    readonly text: string;
    readonly kind: string;
  }[];
}

export interface SeededStory {
  readonly path: string;
  readonly title: string;
  readonly day: string | null;
  readonly passages: readonly Seed[];
}

/** In the world of our script in the page, which the page itself cannot reach. */
async function inOurWorld(page: Page, session: CDPSession, expression: string): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const onContext = ({ context }: { context: { id: number; origin: string; name: string } }) => {
    if (context.origin.startsWith('chrome-extension://') || context.name === 'Backstory') resolve(context.id);
  };
  session.on('Runtime.executionContextCreated', onContext);
  await session.send('Runtime.enable');
  const contextId = await promise;
  session.off('Runtime.executionContextCreated', onContext);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.send('Runtime.disable');
  if (exceptionDetails) throw new Error(`${page.url()}: ${exceptionDetails.text}`);
  return result.value;
}

/** Opens each story and keeps its passages there; the page of the last one stays open. */
export async function seed(reader: Reader, stories: readonly SeededStory[]): Promise<Page> {
  const page = await reader.newTab();
  for (const { path, title, day, passages } of stories) {
    const html = story({
      headline: title,
      published: day,
      paragraphs: passages.map(({ quote }) => `${quote} And more was said.`),
    });
    await page.goto(reader.site.serve(html, path), { waitUntil: 'load' });
    const session = await page.context().newCDPSession(page);
    const look = {
      url: SITE + path,
      canonical: null,
      title,
      published: day === null ? null : { day },
      language: 'en',
    };
    for (const { id, quote, colour = 'yellow', note = '', tags = [], names = [] } of passages) {
      const quoted = { type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' };
      const body = {
        look,
        id: `passage-${id}`,
        selectors: { version: 1, quote: quoted },
        ...{ quote, colour, note, tags, names },
      };
      const message = JSON.stringify({ backstory: 'keep', body });
      const answer = await inOurWorld(page, session, `chrome.runtime.sendMessage(${message})`);
      if (!(answer as { ok?: boolean } | undefined)?.ok)
        throw new Error(`not kept: ${JSON.stringify(answer)}`);
    }
    await session.detach();
  }
  return page;
}

const IRAN = { entity: 'Q794', text: 'Iran', kind: 'country' };
const TRUMP = { entity: 'Q22686', text: 'Donald Trump', kind: 'person' };
const BAGHDAD = { entity: 'Q1530', text: 'Baghdad', kind: 'city' };

/** A small library: three articles, six passages. */
export const LIBRARY: readonly SeededStory[] = [
  {
    path: '/2019/12/29/raid-near-kirkuk',
    title: 'A raid near Kirkuk leaves a contractor dead',
    day: '2019-12-29',
    passages: [
      {
        id: 'raid-one',
        quote: 'President Erdoğan said that nobody had asked him about the launchers in the valley.',
        colour: 'yellow',
        note: 'He said the **opposite** in October.',
        tags: ['sources', 'follow up'],
        names: [IRAN],
      },
      {
        id: 'raid-two',
        quote: 'Donald Trump said that Iran was behind it.',
        colour: 'pink',
        tags: ['claims'],
        names: [TRUMP, IRAN],
      },
    ],
  },
  {
    path: '/2019/12/31/siege-of-the-embassy',
    title: 'Crowd breaks into the embassy compound in Baghdad',
    day: '2019-12-31',
    passages: [
      {
        id: 'siege-one',
        quote: 'The guards withdrew to the inner buildings, and by noon the reception hall was burning.',
        colour: 'green',
        names: [BAGHDAD],
      },
      {
        id: 'siege-two',
        quote: 'أعلن قادة الحشد الشعبي انسحابهم من المنطقة في المساء.',
        colour: 'blue',
        note: 'They left on the next day.',
        tags: ['sources'],
        names: [BAGHDAD],
      },
    ],
  },
  {
    path: '/2020/01/09/what-the-talks-left',
    title: 'What the talks in Muscat left unsaid',
    day: null,
    passages: [
      { id: 'talks-one', quote: '伊朗外长在马斯喀特会见了特使。', colour: 'violet', names: [IRAN] },
      {
        id: 'talks-two',
        quote: 'A clerk came out twice, looked at the sky and went back in.',
        colour: 'yellow',
      },
    ],
  },
];
