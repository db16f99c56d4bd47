import { expect, test } from 'vitest';
import { failure, type Result } from '../../../messaging/result.ts';
import { type Saving, startSaving } from '../../../page/keeping/saving.ts';

interface Asked {
  readonly was: string;
  readonly is: string;
  readonly answer: (result: Result<string | null>) => Promise<void>;
}

const settled = async () => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};

/** A note, a worker that answers when it is told to, and a clock that moves when it is told to. */
function noted(first: string) {
  const asked: Asked[] = [];
  let due: (() => void) | null = null;
  const saving: Saving<string> = startSaving(first, {
    save: (was, is) =>
      new Promise((resolve) => {
        const answer = async (result: Result<string | null>) => {
          resolve(result);
          await settled();
        };
        asked.push({ was, is, answer });
      }),
    same: (a, b) => a === b,
    wait: (then) => {
      due = then;
      return () => {
        due = null;
      };
    },
    onChange: () => {},
  });
  const rest = async () => {
    due?.();
    due = null;
    await settled();
  };
  return { saving, asked, rest };
}
const kept = (value: string) => ({ ok: true, value }) as const;

test('a note is asked to be kept once the keys rest, and is not called kept before the worker said so', async () => {
  const { saving, asked, rest } = noted('');
  saving.write('a');
  saving.write('ab');
  expect(asked).toEqual([]);
  await rest();
  expect(asked.map(({ was, is }) => [was, is])).toEqual([['', 'ab']]);
  expect(saving.state()).toEqual({ is: 'saving' });
  await asked[0]?.answer(kept('ab'));
  expect(saving.state()).toEqual({ is: 'kept' });
});

test('what another window wrote comes back with the answer', async () => {
  const { saving, asked, rest } = noted('one');
  saving.write('one two');
  await rest();
  await asked[0]?.answer(kept('zero one two'));
  expect(saving.draft()).toBe('zero one two');
});

test('what is typed while a note is being kept does not take another window’s words out again', async () => {
  const { saving, asked, rest } = noted('one');
  saving.write('one two');
  await rest();
  saving.write('one two three');
  await asked[0]?.answer(kept('zero one two'));
  expect(saving.draft()).toBe('one two three');
  // It began with what was sent, not with what came back.
  expect(asked[1]).toMatchObject({ was: 'one two', is: 'one two three' });
});

test('a note that could not be kept stays, says why, and is kept with the next try', async () => {
  const { saving, asked, rest } = noted('');
  saving.write('words');
  await rest();
  await asked[0]?.answer(failure('disk-full'));
  expect(saving.state()).toEqual({ is: 'failed', code: 'disk-full' });
  expect(saving.draft()).toBe('words');
  const flushed = saving.flush();
  await settled();
  await asked[1]?.answer(kept('words'));
  expect(await flushed).toEqual({ is: 'kept' });
});

test('a note on a passage that is gone for good is not called kept', async () => {
  const { saving, asked, rest } = noted('');
  saving.write('words');
  await rest();
  await asked[0]?.answer({ ok: true, value: null });
  expect(saving.state()).toEqual({ is: 'gone' });
  expect(saving.draft()).toBe('words');
});

test('a change in another window is shown, unless the reader is writing', async () => {
  const { saving } = noted('one');
  saving.changedElsewhere('two');
  expect(saving.draft()).toBe('two');
  saving.write('two and more');
  saving.changedElsewhere('three');
  expect(saving.draft()).toBe('two and more');
});

test('closing keeps at once, without the pause', async () => {
  const { saving, asked } = noted('');
  saving.write('last words');
  const flushed = saving.flush();
  await settled();
  expect(asked).toHaveLength(1);
  await asked[0]?.answer(kept('last words'));
  expect(await flushed).toEqual({ is: 'kept' });
});
