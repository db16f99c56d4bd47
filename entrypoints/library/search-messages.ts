// Between the library and its search worker. Both are of one build and one origin, so these are types only.
import type { PageKey, PassageId } from '../../core/annotation/kept/index.ts';
import type { Findable, FindablePage, Found, Wanted } from '../../core/annotation/search/index.ts';

export type ToSearch =
  | { readonly kind: 'pages'; readonly pages: readonly FindablePage[] }
  | { readonly kind: 'put'; readonly passages: readonly Findable[] }
  /** Only these are left, of one page or of all. */
  | { readonly kind: 'leave-only'; readonly ids: readonly PassageId[]; readonly page: PageKey | null }
  | { readonly kind: 'find'; readonly number: number; readonly wanted: Wanted };

export interface FromSearch {
  readonly number: number;
  readonly found: Found;
}
