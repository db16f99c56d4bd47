// Lives through the seeds that it is given, one after another. A planted bug is put into the code before any of it
// is loaded, which is why the world is imported late.
import { parentPort, workerData } from 'node:worker_threads';
import { plant } from './sim/plant.ts';

interface Work {
  readonly seeds: readonly number[];
  readonly mutant: string | null;
}

const { seeds, mutant } = workerData as Work;
if (mutant !== null) plant(mutant);
const { World } = await import('./sim/world.ts');
const { simulatedVault } = await import('./sim/vault.ts');
const vault = await simulatedVault();
for (const seed of seeds) parentPort?.postMessage(await new World(seed, vault).live());
