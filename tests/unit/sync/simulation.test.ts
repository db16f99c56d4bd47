// Three histories of `npm run sim`, and two of its planted bugs: that the simulation runs, finds nothing in the code as
// it is, would find something, and goes on where it was stopped. `npm test` lives through 200; all mutants: docs/reliability.md.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import { mutants } from '../../../tools/sim/mutants.ts';

const Last = z.object({ seeds: z.number(), acked: z.number(), lost: z.number(), diverged: z.number() });
const SCRIPT = fileURLToPath(new URL('../../../tools/sim.ts', import.meta.url));

async function simulate(...options: string[]) {
  const run = spawn(process.execPath, [SCRIPT, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  for await (const chunk of run.stdout) told += chunk;
  return Last.parse(JSON.parse(told.trim().split('\n').at(-1) ?? ''));
}

describe('the simulation', () => {
  it('loses no edit and ends with equal devices in three histories', async () => {
    const { seeds, acked, lost, diverged } = await simulate('--seeds', '3', '--first-seed', '92');
    expect({ seeds, lost, diverged }).toEqual({ seeds: 3, lost: 0, diverged: 0 });
    expect(acked).toBeGreaterThan(2_000);
  }, 300_000);

  it.each(['believes-put', 'snapshot-of-what-was-sent'])(
    'notices the planted bug %s',
    async (mutant) => {
      const { lost, diverged } = await simulate('--seeds', '10', '--stop', '--mutant', mutant);
      expect(lost + diverged).toBeGreaterThan(0);
    },
    300_000,
  );

  it('goes on where it was killed: what is written down counts, half a line does not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backstory-outcomes-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'outcomes.jsonl');
    const options = ['--seeds', '2', '--first-seed', '92', '--outcomes', file];
    const whole = await simulate(...options);
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    expect(lines).toHaveLength(2);
    const [first = '', other = ''] = lines;
    // Marked, so that it shows whether it was lived through again.
    const marked = JSON.stringify({ ...JSON.parse(first), acked: 0 });
    writeFileSync(file, `${marked}\n${other.slice(0, 30)}`);
    expect(await simulate(...options)).toEqual({ ...whole, acked: JSON.parse(other).acked });
    expect(readFileSync(file, 'utf8').split('\n').at(-2)).toBe(other);
  }, 300_000);

  it('has at least ten planted bugs, each with a name of its own and a line in docs/reliability.md', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThanOrEqual(10);
    const told = readFileSync(new URL('../../../docs/reliability.md', import.meta.url), 'utf8');
    for (const { name } of mutants) expect(told).toContain(`\`${name}\``);
  });

  it.each(mutants)('still knows where to plant $name', ({ file, instead }) => {
    const source = readFileSync(new URL(`../../../core/sync/${file}`, import.meta.url), 'utf8');
    expect(source.split(instead)).toHaveLength(2);
  });
});
