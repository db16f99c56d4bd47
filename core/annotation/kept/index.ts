export { Selectors } from '../selectors.ts';
export { readAddress } from './address.ts';
export { titleKey, type Whereabouts, whereabouts } from './canonical.ts';
export { COLOURS, Colour, ColourNames, FIRST_NAMES, MOST_COLOUR_NAME } from './colours.ts';
export { isSameSite } from './host.ts';
export { newPassageId } from './ids.ts';
export {
  EntityNote,
  KeptNames,
  KeptPage,
  MOST_ALIASES,
  MOST_CONFIRMED,
  MOST_NAMES,
  MOST_NOTE,
  MOST_NOTE_KEPT,
  MOST_ON_PAGE,
  MOST_TAGS,
  Moment,
  PageKey,
  PageLook,
  Passage,
  PassageBefore,
  PassageDraft,
  PassageId,
  Quote,
  Tag,
} from './passage.ts';
