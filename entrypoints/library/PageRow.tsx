// The article above its passages.
import { FoundText } from '../../components/FoundText.tsx';
import { wordDate } from '../../core/knowledge/dates.ts';
import type { ListedPage } from '../../messaging/library-requests.ts';
import { PageLink } from './PageLink.tsx';

export interface PageRowProps {
  readonly page: ListedPage | undefined;
  readonly count: number;
  readonly terms: ReadonlySet<string>;
}

export function PageRow({ page, count, terms }: PageRowProps) {
  if (!page) return null;
  return (
    <div class="page">
      <h2 dir="auto">
        <PageLink url={page.url}>
          <FoundText text={page.title || page.site} terms={terms} most={200} />
        </PageLink>
      </h2>
      <p class="about">
        {page.site}
        {page.published && <> · {wordDate(page.published.day)}</>}
        {count > 1 && <> · {count} passages</>}
      </p>
    </div>
  );
}
