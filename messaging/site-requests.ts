// What the extension's own pages ask about the switch for a site. Apart, so that a page's script carries none of it.
import * as z from 'zod/mini';
import { Site } from './requests.ts';

export const siteRequests = {
  site: {
    from: 'extension',
    ask: z.object({ site: Site }),
    answer: z.object({ on: z.boolean() }),
  },
  switchSite: {
    from: 'extension',
    ask: z.object({ site: Site, on: z.boolean() }),
    answer: z.object({ on: z.boolean() }),
  },
  sitesOff: {
    from: 'extension',
    ask: z.object({}),
    answer: z.object({ sites: z.array(Site) }),
  },
} as const;
export type SiteRequests = typeof siteRequests;
