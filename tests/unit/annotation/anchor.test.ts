import { expect, describe as group, test } from 'vitest';
import { type Anchored, anchor, describe, Page } from '../../../core/annotation/index.ts';
import { article, select } from './page.ts';

const HARBOUR =
  'The council met behind closed doors on Monday to talk about the harbour. Nobody was allowed to take notes.';
const VOTE =
  'After four hours the members voted to dredge the northern channel before the autumn storms arrive.';
const FISH =
  'Fishermen had asked for this since the spring, when two boats ran aground within a single week.';
const COST = 'The work will cost about nine million and keep three barges busy until the end of October.';
const OTHER =
  'In the theatre next door an orchestra rehearsed a symphony that nobody in town had ever heard.';

const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const kept = (html: string, words: string, index = 0) => {
  const root = article(html);
  return JSON.parse(JSON.stringify(describe(root, select(root, words, index))));
};

group('a passage is found again', () => {
  const edits: readonly [name: string, html: string, expected: string][] = [
    ['on the same page', paragraphs(HARBOUR, VOTE, FISH, COST), VOTE],
    ['after a paragraph was inserted before it', paragraphs(HARBOUR, OTHER, VOTE, FISH, COST), VOTE],
    ['when paragraphs were joined', `<p>${HARBOUR} ${VOTE} ${FISH} ${COST}</p>`, VOTE],
    ['when it was moved to the end', paragraphs(HARBOUR, FISH, COST, OTHER, VOTE), VOTE],
    [
      'when its markup changed',
      `<div>${HARBOUR}</div><div>After <em>four hours</em> the mem<b>bers</b> ${VOTE.slice(29)}</div><div>${FISH}</div>`,
      VOTE,
    ],
    [
      'when some words changed',
      paragraphs(HARBOUR, VOTE.replace('four', 'five').replace('dredge', 'deepen'), FISH, COST),
      VOTE.replace('four', 'five').replace('dredge', 'deepen'),
    ],
    [
      'with its edges, when the first and the last word changed',
      paragraphs(HARBOUR, VOTE.replace('After', 'Within').replace('arrive', 'begin'), FISH, COST),
      VOTE.replace('After', 'Within').replace('arrive', 'begin'),
    ],
    [
      'as a whole, when a sentence was put into it',
      paragraphs(
        HARBOUR,
        VOTE.replace('voted', 'ate soup, which the mayor had cooked himself, and voted'),
        FISH,
        COST,
      ),
      VOTE.replace('voted', 'ate soup, which the mayor had cooked himself, and voted'),
    ],
    [
      'when a sentence that begins like it was put before it',
      paragraphs(HARBOUR, `After lunch the doors were opened again. ${VOTE}`, FISH, COST),
      VOTE,
    ],
    [
      'no further up, when its first word changed and all that stood before it',
      paragraphs(OTHER, VOTE.replace('After', 'Within'), FISH, COST),
      VOTE.replace('After', 'Within'),
    ],
    [
      'no further down, when its last word changed and all that stood behind it',
      paragraphs(HARBOUR, VOTE.replace('arrive', 'begin'), 'Nobody could say more.'),
      VOTE.replace('arrive', 'begin'),
    ],
    [
      'when everything around it was written anew',
      paragraphs(
        'A new beginning of another kind altogether.',
        VOTE,
        'And an end of which nobody had thought.',
      ),
      VOTE,
    ],
  ];
  test.each(edits)('%s', (_, html, expected) => {
    const selectors = kept(paragraphs(HARBOUR, VOTE, FISH, COST), VOTE);
    const found = anchor(article(html), selectors);
    expect(found.range?.toString()).toBe(expected);
    expect(found.state).toBe('anchored');
  });

  test('with typographic quotes, dashes, ellipses, no-break spaces and soft hyphens, in capitals as they were', () => {
    const plain = `He said: "It's the 12 members - no more..." and left.`;
    const typeset = `He said: “It’s the 12\u00a0mem\u00adbers – no more…” and left.`;
    const found = anchor(
      article(paragraphs(HARBOUR, typeset, FISH)),
      kept(paragraphs(HARBOUR, plain, FISH), `It's the 12 members - no more...`),
    );
    expect(found).toMatchObject({ state: 'anchored', why: 'same', score: 1 });
    expect(found.range?.toString()).toBe('It’s the 12\u00a0mem\u00adbers – no more…');
  });

  test.each([
    [
      'Chinese',
      '会议在星期一下午结束。',
      '代表们决定在秋天以前疏浚北边的航道。',
      '代表们决定在冬天以前疏浚北面的航道。',
      '渔民从春天起就提出了这个要求。',
    ],
    [
      'Arabic',
      'انتهى الاجتماع مساء الاثنين من دون بيان.',
      'وقرر الأعضاء تعميق القناة الشمالية قبل عواصف الخريف المقبل.',
      'وقرر الأعضاء توسيع القناة الشمالية قبل عواصف الشتاء المقبل.',
      'وكان الصيادون قد طالبوا بذلك منذ الربيع.',
    ],
    [
      'German',
      'Die Sitzung endete am Montagabend ohne Erklärung.',
      'Der Rat beschloss, die nördliche Fahrrinne vor den Herbststürmen auszubaggern.',
      'Der Rat beschließt, die nördlichen Fahrrinnen vor den Winterstürmen auszubaggern.',
      'Die Fischer hatten das seit dem Frühjahr verlangt.',
    ],
  ])('in %s, with words changed', (_, before, quote, changed, behind) => {
    const found = anchor(
      article(paragraphs(before, changed, behind)),
      kept(paragraphs(before, quote, behind), quote),
    );
    expect(found.range?.toString()).toBe(changed);
    expect(found.state).toBe('anchored');
  });

  test('beside a pull-quote that repeats it, before or behind', () => {
    const selectors = kept(paragraphs(HARBOUR, VOTE, FISH, COST), VOTE);
    const quote = `<blockquote>${VOTE}</blockquote>`;
    for (const [html, number] of [
      [quote + paragraphs(HARBOUR, VOTE, FISH, COST), 1],
      [paragraphs(HARBOUR, VOTE, FISH, COST) + quote, 0],
    ] as const) {
      const root = article(html);
      const found = anchor(root, selectors);
      const wanted = select(root, VOTE, number);
      expect(found.state).toBe('anchored');
      expect(found.range?.startContainer).toBe(wanted.startContainer);
    }
  });

  test('among places that repeat each other, by its number, when something else on the page changed', () => {
    const line = (name: string) => `<p>${name}</p><p>${VOTE} ${FISH} ${COST}</p>`;
    const before = article(line('Harbour') + line('Lagoon') + line('Strait'));
    const after = article(`<p>${OTHER}</p>${line('The harbour')}${line('The lagoon')}${line('The strait')}`);
    for (const number of [0, 1, 2]) {
      const selectors = describe(before, select(before, 'two boats ran aground', number));
      const found = anchor(after, selectors);
      expect(found.state).toBe('anchored');
      expect(found.range?.startContainer).toBe(select(after, 'two boats ran aground', number).startContainer);
    }
  });

  test('where a sentence like it stands under the same heading, since its very words are there once', () => {
    const about = (what: string) => `Performs like ${what}, but with support for one part of a larger whole.`;
    const html = (more: string) =>
      `<p>Parts${more}</p><p>${about('reading')}</p><p>Parts</p><p>${about('writing')}</p>`;
    const root = article(html(' of it'));
    const found = anchor(root, kept(html(''), about('reading')));
    expect(found).toMatchObject({ state: 'anchored' });
    expect(found.range?.toString()).toBe(about('reading'));
  });

  test('though another program kept it, with the quote and little context', () => {
    const found = anchor(article(paragraphs(HARBOUR, VOTE, FISH)), {
      version: 1,
      quote: { type: 'TextQuoteSelector', exact: VOTE, prefix: 'take notes.\n  ', suffix: '\n Fisher' },
    });
    expect(found).toMatchObject({ state: 'anchored' });
  });
});

group('nothing else is taken for it', () => {
  const selectors = kept(paragraphs(HARBOUR, VOTE, FISH, COST), VOTE);
  const ALIKE =
    'After two hours the members voted to close the southern channel before the winter storms arrive.';

  test('when it was deleted', () => {
    expect(anchor(article(paragraphs(HARBOUR, FISH, COST)), selectors)).toMatchObject({
      state: 'orphan',
      why: 'taken-out',
    });
  });

  test('when it was deleted and a sentence like it stands elsewhere', () => {
    expect(anchor(article(paragraphs(HARBOUR, FISH, COST, OTHER, ALIKE)), selectors).state).toBe('orphan');
  });

  test('when another article stands there', () => {
    expect(anchor(article(paragraphs(OTHER, ALIKE)), selectors).state).not.toBe('anchored');
    expect(anchor(article(''), selectors).state).toBe('orphan');
  });

  test('when only the pull-quote of two is left', () => {
    const before = `${paragraphs(HARBOUR, VOTE, FISH, COST)}<blockquote>${VOTE}</blockquote>`;
    const after = `${paragraphs(HARBOUR, FISH, COST)}<blockquote>${VOTE}</blockquote>`;
    expect(anchor(article(after), kept(before, VOTE)).state).not.toBe('anchored');
  });

  test('outside the root', () => {
    const root = article(`<section>${paragraphs(HARBOUR, FISH)}</section><aside>${VOTE}</aside>`);
    const section = root.querySelector('section');
    if (!section) throw new Error('no section');
    expect(anchor(section, selectors).state).toBe('orphan');
  });

  test('when it is a name and its sentence was deleted', () => {
    const first = 'In the morning Corvin Hale opened the debate with a long list of repairs.';
    const second = 'A speaker of the opposition answered that Corvin Hale had forgotten the lighthouse.';
    const third = 'Towards noon the chair thanked Corvin Hale and closed the session.';
    const name = kept(paragraphs(first, second, third), 'Corvin Hale', 1);
    const root = article(paragraphs(OTHER, first, second, third));
    const found: Anchored = anchor(root, name);
    expect(found.range?.startContainer).toBe(select(root, 'Corvin Hale', 1).startContainer);
    expect(anchor(article(paragraphs(first, third)), name).state).not.toBe('anchored');
    expect(anchor(article(paragraphs(OTHER, 'Corvin Hale was not there.')), name).state).not.toBe('anchored');
  });
});

group('a page that changes', () => {
  test('after it was read gives no range', () => {
    const root = article(paragraphs(HARBOUR, VOTE, FISH));
    const page = new Page(root);
    const selectors = describe(page, select(root, VOTE));
    select(root, VOTE).startContainer.textContent = 'Short.';
    expect(anchor(page, selectors)).toEqual({ state: 'orphan', score: 0, why: 'page-changed' });
  });
});
