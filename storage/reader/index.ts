export { keepEntry, keepRecords, markDeleted, readOwn, TooManyEntries } from './own.ts';
export { isLookUpOn, isSiteOn, sitesOff, switchLookUp, switchSite } from './settings.ts';
