export { isSiteOn, sitesOff, switchSite } from './settings.ts';
