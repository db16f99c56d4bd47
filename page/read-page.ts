// One reading of a page: its text, and what the worker makes of it. All that can go wrong ends here as a
// state with a code. A worker that gave no answer is asked once more after a while, since the browser may
// have been starting it again; never in a loop, since a page that asks for ever is what kills a worker.
import type { Article } from '../core/article/article.ts';
import { readArticle } from '../core/article/index.ts';
import type { Mention } from '../core/matching/mention.ts';
import type { TextMap } from '../core/text/dom.ts';
import type { Notice } from '../messaging/requests.ts';
import type { ErrorCode } from '../messaging/result.ts';
import type { PageWorker } from './page-worker.ts';

/** Milliseconds. */
const SECOND_TRY_AFTER = 3_000;

export interface PageText {
  readonly article: Article;
  readonly map: TextMap;
  readonly cut: boolean;
}

export type Reading =
  | {
      readonly state: 'read';
      readonly text: PageText;
      readonly mentions: readonly Mention[];
      readonly notices: readonly Notice[];
      /** How many passages may be kept on this page; absent where none is. */
      readonly kept: number | undefined;
    }
  | { readonly state: 'site-off' }
  | { readonly state: 'failed'; readonly code: ErrorCode };

/** Throws what the reading of a broken page throws. */
export function readText(force: boolean): PageText {
  return readArticle(document, { url: location.href, now: new Date(), force });
}

export function sameText(a: PageText, b: PageText): boolean {
  const others = b.article.blocks;
  return (
    a.article.blocks.length === others.length &&
    a.article.blocks.every(({ text }, index) => text === others[index]?.text)
  );
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      resolve();
    },
    { once: true },
  );
  return promise;
}

/** Never rejects. Once `signal` is aborted the answer is of no use, and says so. */
export async function annotated(text: PageText, worker: PageWorker, signal: AbortSignal): Promise<Reading> {
  const ask = () => worker.annotate({ article: text.article }, { signal });
  let answer = await ask();
  if (!answer.ok && answer.error.code === 'no-answer' && !signal.aborted) {
    await pause(SECOND_TRY_AFTER, signal);
    if (!signal.aborted) answer = await ask();
  }
  if (signal.aborted) return { state: 'failed', code: 'aborted' };
  if (!answer.ok) return { state: 'failed', code: answer.error.code };
  if (answer.value.state === 'site-off') return { state: 'site-off' };
  const { mentions, notices, kept } = answer.value;
  return { state: 'read', text, mentions, kept, notices: text.cut ? [...notices, 'page-cut'] : notices };
}
