// The harness itself, since all other tests rest on it: the worker really dies, and a leak is really seen.
import { expect, test } from './harness.ts';

test('a killed worker has forgotten everything, and comes back when it is asked', async ({
  reader,
  workerLife,
}) => {
  await reader.inWorker((word) => {
    Object.assign(globalThis, { remembered: word });
  }, 'yes');
  const remembered = await reader.step('look again', () =>
    reader.inWorker((name) => Object.hasOwn(globalThis, name), 'remembered'),
  );
  expect(remembered).toBe(workerLife === 'alive');
});

test.describe('a request that leaves', () => {
  test.use({ mayLeak: true });

  test('is seen when the worker sends it', async ({ reader }) => {
    await reader.step('a request', () =>
      reader.inWorker(async (address) => {
        await fetch(address, { mode: 'no-cors' }).catch(() => undefined);
      }, 'https://elsewhere.example/?who=1'),
    );
    expect(reader.site.leaked).toContain('the worker asked GET https://elsewhere.example/?who=1');
  });

  test('is seen when a page sends it', async ({ reader }) => {
    const page = await reader.step('a story', () =>
      reader.visit('<!doctype html><title>Plain</title><p>Nothing.'),
    );
    await page.evaluate(() =>
      fetch('https://elsewhere.example/', { mode: 'no-cors' }).catch(() => undefined),
    );
    expect(reader.site.leaked).toContain('https://news.example/story asked GET https://elsewhere.example/');
  });
});
