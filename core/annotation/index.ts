export { type Anchored, anchor } from './anchor.ts';
export { describe } from './describe.ts';
export { Page } from './page.ts';
export { Selectors } from './selectors.ts';
export { similar } from './similar.ts';
export { linkTo } from './text-fragment.ts';
