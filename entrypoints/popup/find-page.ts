// From "a tab" to "what its page says". A tab that was open before the installation has no page script yet:
// opening the popup is the reader's request to look at it, so the gate is put in once. What surrounds it comes
// in as functions, so that each road can be tested without a browser.
import type { PageState } from '../../messaging/requests.ts';
import type { ErrorCode, Result } from '../../messaging/result.ts';

export interface PageAccess {
  readonly ask: (name: 'pageState' | 'readPage') => Promise<Result<PageState>>;
  /** Puts the gate into the tab; false where the browser lets no extension in. */
  readonly enter: () => Promise<boolean>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export type Found =
  | PageState
  | { readonly state: 'closed-page' }
  /** No answer, as opposed to a page that answered that its reading failed: that one must be read again. */
  | { readonly state: 'unreached'; readonly code: ErrorCode };

const PAUSE = 150;
/** With the pause, 12 seconds: a page of the largest size that is read takes two. */
const MOST_LOOKS = 80;

export async function findPage(page: PageAccess, name: 'pageState' | 'readPage'): Promise<Found> {
  let answer = await page.ask(name);
  if (!answer.ok && answer.error.code === 'no-page') {
    if (!(await page.enter())) return { state: 'closed-page' };
    answer = await page.ask(name);
  }
  for (let looks = 0; answer.ok && answer.value.state === 'reading'; looks++) {
    if (looks === MOST_LOOKS) return { state: 'unreached', code: 'no-answer' };
    await page.wait(PAUSE);
    answer = await page.ask('pageState');
  }
  return answer.ok ? answer.value : { state: 'unreached', code: answer.error.code };
}
