// `npm run packs:check`: what a schema cannot see, and what is in the starter pack. Without arguments it prints all
// of it and fails when anything is wrong, or when what docs/starter-pack.md says of it is out of date.
//
//   -- --only mena            only what stands in this folder (or file) of packs/starter
//   -- --notes --names        also gaps between holders of an office; all names that several entities share
//   -- --sample 60 --seed 7   no check: records drawn by this seed, to be read against other sources
//   -- --today 2026-11-22     nothing may be later than this day; the machine's day where it is left out
//   -- --write                brings docs/starter-pack.md and packs/starter.schema.json up to date
import { parseArgs } from 'node:util';
import { dayAt } from '../../core/knowledge/dates.ts';
import { checkStarter } from './check/command.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    notes: { type: 'boolean', default: false },
    names: { type: 'boolean', default: false },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    today: { type: 'string', default: dayAt(new Date()) },
    write: { type: 'boolean', default: false },
  },
});
process.exitCode = checkStarter({ ...values, print: console.log }) ? 0 : 1;
