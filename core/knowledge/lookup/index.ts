export { type Ask, type ClientPorts, wikidataClient } from './client.ts';
export { languagesOf } from './languages.ts';
export { type LookUp, lookUpIn } from './look-up.ts';
export { type Candidate, candidatesFor } from './search.ts';
export { type Progress, type Taken, takeOver } from './take-over.ts';
export type { Outcome, Trouble } from './trouble.ts';
