// What the worker knows has changed under an open page: the reader added a name, a pack came or went.
import { afterEach, expect, test } from 'vitest';
import { article, leave, markedWords, startOn } from './page.ts';

afterEach(leave);

test('the page is marked anew, without having been loaded again', async () => {
  const { start, ask, worker } = startOn(article('Freedonia spoke.'));
  await start().settled();
  expect(markedWords('backstory-actor')).toEqual(['Freedonia']);
  const annotate = worker.annotate;
  Object.assign(worker, {
    annotate: async (body: Parameters<typeof annotate>[0]) => {
      await annotate(body);
      return { ok: true, value: { state: 'annotated', mentions: [], notices: [] } };
    },
  });
  await ask('knowledgeChanged', {});
  expect(worker.asked.annotate).toHaveLength(2);
  expect(markedWords('backstory-actor')).toEqual([]);
});

test('a page that could not be marked anew keeps its marks, and is tried again at the next look', async () => {
  const { start, ask, worker } = startOn(article('Freedonia spoke.'));
  await start().settled();
  worker.fails = () => 'internal';
  await ask('knowledgeChanged', {});
  expect(markedWords('backstory-actor')).toEqual(['Freedonia']);
  worker.fails = () => null;
  const before = worker.asked.annotate.length;
  // The same text, put in once more: alone no reason to ask.
  const paragraph = document.querySelector('p');
  paragraph?.replaceWith(paragraph.cloneNode(true));
  await expect.poll(() => worker.asked.annotate.length, { timeout: 6_000 }).toBeGreaterThan(before);
});

test('a page that was left alone stays so', async () => {
  const { start, ask, worker } = startOn(article('Freedonia spoke.'));
  const reader = start();
  await reader.settled();
  reader.leave();
  await ask('knowledgeChanged', {});
  expect(worker.asked.annotate).toHaveLength(1);
  expect(markedWords('backstory-actor')).toEqual([]);
});
