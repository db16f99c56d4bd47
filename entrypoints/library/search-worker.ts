// Holds the words of everything that was kept. In a worker, so that neither the building of the index nor a search of
// ten thousand passages ever holds up a key press or a scroll.
import { Finder } from '../../core/annotation/search/index.ts';
import type { FromSearch, ToSearch } from './search-messages.ts';

const finder = new Finder();

self.addEventListener('message', ({ data }: MessageEvent<ToSearch>) => {
  if (data.kind === 'pages') finder.putPages(data.pages);
  else if (data.kind === 'put') finder.put(data.passages);
  else if (data.kind === 'leave-only') finder.leaveOnly(data.ids, data.page);
  else self.postMessage({ number: data.number, found: finder.find(data.wanted) } satisfies FromSearch);
});
