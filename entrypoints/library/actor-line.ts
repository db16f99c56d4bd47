// What happened to somebody, and what was kept of them, on one line: events of the packs by their date, passages by the
// day of their article.
import type { PageKey, Passage } from '../../core/annotation/kept/index.ts';
import { dayOf } from '../../core/annotation/search/index.ts';
import type { EventTold } from '../../core/knowledge/backstory.ts';
import { firstDay } from '../../core/knowledge/dates.ts';
import type { ListedPage } from '../../messaging/library-requests.ts';

export type OnLine =
  | { readonly kind: 'event'; readonly day: string; readonly event: EventTold }
  | { readonly kind: 'passage'; readonly day: string; readonly passage: Passage };

/** The latest first; on one day what happened stands above what was kept of it. */
export function lineOf(
  events: readonly EventTold[],
  passages: readonly Passage[],
  pageOf: (key: PageKey) => ListedPage | undefined,
): OnLine[] {
  const told = events.map((event): OnLine => ({ kind: 'event', day: firstDay(event.date.edtf), event }));
  const kept = passages.map((passage): OnLine => {
    return { kind: 'passage', day: dayOf(passage, pageOf(passage.page), 'article'), passage };
  });
  return [...told, ...kept].sort(
    (a, b) =>
      (a.day === b.day ? 0 : a.day < b.day ? 1 : -1) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0),
  );
}
