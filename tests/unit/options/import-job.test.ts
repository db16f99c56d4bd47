// The way of a file, as the reader follows it.
import { describe, expect, test } from 'vitest';
import { SOURCES } from '../../../core/knowledge/sources/all.ts';
import {
  type ImportAction,
  type ImportJob,
  type ImportNews,
  importJobs,
  type Recognised,
} from '../../../entrypoints/options/import-job.ts';
import { SOURCES_IN_WORDS, wordRecords, wordStep } from '../../../entrypoints/options/import-words.ts';

const found: Recognised = { what: 'UCDP GED, 49 columns', source: 'UCDP', licence: 'CC BY 4.0' };
const records = { entities: 0, events: 3, rejected: 1 };
const report = { ...records, title: 'UCDP: a.csv', replaced: null, rejections: [], skippedFor: [] };
const chosen: ImportAction = { kind: 'chosen', files: [{ id: 1, name: 'a.csv' }] };
const news = (what: ImportNews, id = 1): ImportAction => ({ kind: 'news', id, news: what });

function jobsAfter(...actions: ImportAction[]): readonly ImportJob[] {
  return [chosen, ...actions].reduce(importJobs, []);
}
const stateAfter = (...actions: ImportAction[]) => jobsAfter(...actions)[0]?.state;

const reading = news({ kind: 'reading' });
const recognised = news({ kind: 'found', found });
const importing = news({ kind: 'importing', bytes: 10, of: 100, records });
const storing = news({ kind: 'storing', bytes: 5, of: null });
const done = news({ kind: 'done', report });
const failed = news({ kind: 'failed', code: 'damaged', words: '' });
const cancelled = news({ kind: 'cancelled' });

describe('a file', () => {
  test('waits, is looked at, recognised, read, stored and there', () => {
    expect(stateAfter()).toEqual({ kind: 'idle' });
    expect(stateAfter(reading)).toEqual({ kind: 'reading' });
    expect(stateAfter(reading, recognised)).toEqual({ kind: 'found', found });
    expect(stateAfter(reading, recognised, importing)).toEqual({
      kind: 'importing',
      found,
      bytes: 10,
      of: 100,
      records,
    });
    expect(stateAfter(reading, recognised, importing, storing)).toMatchObject({ kind: 'storing', found });
    expect(stateAfter(reading, recognised, importing, storing, done)).toEqual({
      kind: 'done',
      found,
      report,
    });
  });

  test('that fails says why, whatever came before', () => {
    expect(stateAfter(reading, failed)).toEqual({ kind: 'failed', code: 'damaged', words: '' });
    expect(stateAfter(reading, recognised, importing, failed)).toMatchObject({ kind: 'failed' });
  });

  test.each([done, failed, cancelled])('has one end: what comes late changes nothing ($news.kind)', (end) => {
    const before = jobsAfter(reading, recognised, end);
    for (const late of [importing, storing, done, failed, cancelled])
      expect(importJobs(before, late)).toEqual(before);
  });

  test('tells no progress of what nobody has recognised', () => {
    expect(stateAfter(reading, importing)).toEqual({ kind: 'reading' });
  });

  test('that is cancelled before its turn is cancelled at once', () => {
    expect(stateAfter({ kind: 'cancel', id: 1 })).toEqual({ kind: 'cancelled' });
  });

  test('that is cancelled on its way says so until it has ended', () => {
    const [job] = jobsAfter(reading, recognised, importing, { kind: 'cancel', id: 1 });
    expect(job).toMatchObject({ cancelling: true, state: { kind: 'importing' } });
    expect(job && wordStep(job)).toBe('Cancelling a.csv…');
    const [ended] = jobsAfter(reading, recognised, { kind: 'cancel', id: 1 }, cancelled);
    expect(ended && wordStep(ended)).toBe('a.csv was cancelled. Nothing of it was kept.');
  });

  test('that was ready before Cancel was heard is there, and says so', () => {
    const [job] = jobsAfter(reading, recognised, { kind: 'cancel', id: 1 }, done);
    expect(job && wordStep(job)).toBe('a.csv was added: 3 events, 1 row refused.');
  });

  test('leaves the list only when it is over', () => {
    expect(jobsAfter(reading, { kind: 'dismiss', id: 1 })).toHaveLength(1);
    expect(jobsAfter(reading, failed, { kind: 'dismiss', id: 1 })).toEqual([]);
  });

  test('does not hear the news of another', () => {
    const jobs = jobsAfter(
      { kind: 'chosen', files: [{ id: 2, name: 'b.csv' }] },
      news({ kind: 'reading' }, 2),
    );
    expect(jobs.map(({ name, state }) => [name, state.kind])).toEqual([
      ['a.csv', 'idle'],
      ['b.csv', 'reading'],
    ]);
  });
});

test('what was read is counted in words', () => {
  expect(wordRecords({ entities: 1, events: 0, rejected: 0 })).toBe('1 actor or place');
  expect(wordRecords({ entities: 12_000, events: 1, rejected: 2 })).toBe(
    '12,000 actors and places, 1 event, 2 rows refused',
  );
  expect(wordRecords({ entities: 0, events: 0, rejected: 0 })).toBe('nothing yet');
});

test.each(SOURCES.filter(({ id }) => !id.startsWith('own')))(
  'the page names $title among what it reads',
  ({ title }) => {
    expect(SOURCES_IN_WORDS.toLowerCase()).toContain(title.split(' ')[0]?.toLowerCase());
  },
);
