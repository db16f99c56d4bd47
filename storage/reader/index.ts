export { keepCorrections, readCorrections, TooManyCorrections, takeBackCorrections } from './corrections.ts';
export { changeAt, confirmAt, samePage, undoAt } from './edit-kept.ts';
export { allEntityNotes, keepNote, notesOf } from './entity-notes.ts';
export { importNotes, importOn, undoImport } from './import.ts';
export { keepPassage, TooManyPassages } from './keep.ts';
export { countAt, keptAt } from './kept.ts';
export {
  addressesOf,
  allPassages,
  changeMany,
  countKept,
  emptyBin,
  keptOf,
  keptPages,
  passageById,
  passagesById,
  passagesOf,
  undoLast,
} from './library.ts';
export { keepEntry, keepRecords, markDeleted, readOwn, TooManyEntries } from './own.ts';
export {
  colourNames,
  exportTemplate,
  isBarOn,
  isLookUpOn,
  isSiteOn,
  keepExportTemplate,
  nameColour,
  sitesOff,
  switchBar,
  switchLookUp,
  switchSite,
} from './settings.ts';
