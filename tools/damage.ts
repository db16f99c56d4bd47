// `npm run sim:damage -- [--segments N] [--write]`
// Every truncation of a segment, and every single changed byte of N segments, each as a history of its own: refused,
// reported, healed by its owner? Its last line is JSON.
import { parseArgs } from 'node:util';
import { cut, flipped, type Healing, healing, type Written, written } from './sim/damage.ts';
import { Random } from './sim/random.ts';
import { writeDamage } from './sim/reliability.ts';

const { values } = parseArgs({
  options: { segments: { type: 'string', default: '50' }, write: { type: 'boolean', default: false } },
});

const sum = { histories: 0, refused: 0, reported: 0, healed: 0 };

function count({ refused, reported, healed }: Healing): void {
  sum.histories += 1;
  sum.refused += Number(refused);
  sum.reported += Number(reported);
  sum.healed += Number(healed);
}

async function everyTruncation(one: Written): Promise<number> {
  for (let length = 0; length < one.file.length; length++) count(await healing(one, cut(one.file, length)));
  return one.file.length;
}

async function everyFlip(one: Written, random: Random): Promise<number> {
  for (let at = 0; at < one.file.length; at++) count(await healing(one, flipped(one.file, at, random)));
  return one.file.length;
}

const began = performance.now();
const segments = Number(values.segments);
const truncations = await everyTruncation(await written(1));
let flips = 0;
for (let seed = 1; seed <= segments; seed++) {
  flips += await everyFlip(await written(seed), new Random(seed, 3));
  if (seed % 10 === 0) console.log(`${seed} of ${segments} segments`);
}
console.log(`${Math.round((performance.now() - began) / 1000)} s`);
if (values.write) writeDamage({ ...sum, truncations, flips, segments });
console.log(JSON.stringify(sum));
process.exitCode = sum.healed === sum.histories && sum.reported === sum.histories ? 0 : 1;
