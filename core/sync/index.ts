export type { Answer, Report, Step, Surroundings } from './engine/round.ts';
export { usualLimits } from './engine/round.ts';
export { sync } from './engine/run.ts';
export type { Held, Lost, SyncState } from './engine/state.ts';
export type { DeviceId } from './format/name.ts';
export type { DocumentUpdate } from './format/segment.ts';
export type { Judge, LocalStore, Losses, Origin, WaitingUpdate } from './store/store.ts';
