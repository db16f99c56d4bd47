// Parts of the library and the notebook: a note in Markdown can do nothing but be read, and a long list draws only what
// is in sight.
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { NoteText } from '../../../components/NoteText.tsx';
import { VirtualList } from '../../../entrypoints/library/VirtualList.tsx';
import { clear, see } from './see.tsx';

afterEach(clear);

test('a note shows its emphasis, lists and links', () => {
  const { host } = see(
    <NoteText note={'A *word*, a **claim**.\n\n- one\n- [two](https://news.example/a)\n\n> said'} />,
    [],
  );
  expect(host.querySelector('em')?.textContent).toBe('word');
  expect(host.querySelectorAll('li')).toHaveLength(2);
  expect(host.querySelector('blockquote')?.textContent?.trim()).toBe('said');
  const link = host.querySelector('a');
  expect([link?.href, link?.rel, link?.target]).toEqual(['https://news.example/a', 'noreferrer', '_blank']);
});

test.each([
  ['HTML', '<img src=x onerror=alert(1)> <script>alert(1)</script> <b>bold</b>'],
  ['a link that is a script', '[press](javascript:alert(1)) <javascript:alert(1)>'],
  ['a link to a file or data', '[a](file:///etc/passwd) [b](data:text/html,hello)'],
  ['a picture', '![a picture](https://tracker.example/pixel.png)'],
])('%s in a note is shown, and does nothing', (_what, note) => {
  const { host } = see(<NoteText note={note} />, []);
  expect(host.querySelectorAll('img, script, b, iframe, [onerror]')).toHaveLength(0);
  const addresses = [...host.querySelectorAll('a')].map(({ protocol }) => protocol);
  expect(addresses.every((protocol) => protocol === 'https:')).toBe(true);
  expect(host.textContent?.trim()).not.toBe('');
});

test('of ten thousand rows those in sight are drawn, and the list says how many there are', async () => {
  const { host } = see(
    <div style={{ display: 'flex', blockSize: '400px' }}>
      <VirtualList
        label="Passages"
        of=""
        count={10_000}
        keyOf={String}
        estimate={() => 40}
        row={(index) => <p style={{ margin: 0, blockSize: '40px' }}>Row {index}</p>}
      />
    </div>,
    ['.scroller { flex: 1; overflow-y: auto } .rows { position: relative } .row { position: absolute }'],
  );
  await expect.element(page.getByText('Row 0', { exact: true })).toBeVisible();
  expect(host.querySelectorAll('li').length).toBeLessThan(60);
  expect(host.querySelector('li')?.getAttribute('aria-setsize')).toBe('10000');
  const scroller = host.querySelector('.scroller');
  if (scroller) scroller.scrollTop = 40 * 9_990;
  await expect.element(page.getByText('Row 9990', { exact: true })).toBeInTheDocument();
  expect(host.querySelectorAll('li').length).toBeLessThan(60);
});
