export type { Report, Step, Surroundings } from './engine/round.ts';
export { usualLimits } from './engine/round.ts';
export { sync } from './engine/run.ts';
