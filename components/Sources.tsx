// Where a statement comes from, as one line of small print. The title of what was cited is heard but not
// seen: it tells two links to the same publisher apart without filling the card.
import { wordDate } from '../core/knowledge/dates.ts';
import type { Source } from '../core/knowledge/terms.ts';
import { WebLink } from './WebLink.tsx';

export function Sources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <p class="sources">
      {sources.length === 1 ? 'Source: ' : 'Sources: '}
      {sources.map(({ publisher, title, url, published }, index) => (
        <span key={index}>
          {index > 0 && '; '}
          <WebLink url={url}>
            <span dir="auto" title={title}>
              {publisher}
              {title && <span class="unseen">: {title}</span>}
            </span>
          </WebLink>
          {published && `, ${wordDate(published)}`}
        </span>
      ))}
    </p>
  );
}
