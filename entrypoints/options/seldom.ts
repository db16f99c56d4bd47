// Progress is told ten times a second, not for each of ten thousand batches: more is neither seen nor free. What
// begins a step, and what ends it, is always told.
import type { ImportNews } from './import-job.ts';

/** Milliseconds. */
const PAUSE = 100;

export function seldom(tell: (news: ImportNews) => void, now: () => number): (news: ImportNews) => void {
  let last: ImportNews['kind'] | null = null;
  let at = 0;
  return (news) => {
    const progress = news.kind === 'importing' || news.kind === 'storing';
    if (progress && news.kind === last && news.bytes !== news.of && now() - at < PAUSE) return;
    last = news.kind;
    at = now();
    tell(news);
  };
}
