export {
  type Choice,
  type Choices,
  dayOf,
  type Filters,
  type Findable,
  type FindablePage,
  NO_FILTERS,
  type State,
} from './filters.ts';
export { Finder, type Found, type Order, type Wanted } from './finder.ts';
export { partsOf, spansOf } from './marking.ts';
