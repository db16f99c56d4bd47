// Puts a planted bug into a file while Node loads it, so that the code that ships has no switches for tests.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { mutants } from './mutants.ts';

export function plant(name: string): void {
  const mutant = mutants.find((one) => one.name === name);
  if (!mutant) throw new Error(`no mutant ${name}; there are ${mutants.map((one) => one.name).join(', ')}`);
  const place = new URL(`../../core/sync/${mutant.file}`, import.meta.url).href;
  registerHooks({
    load(url, context, next) {
      if (url !== place) return next(url, context);
      const source = readFileSync(fileURLToPath(url), 'utf8');
      if (source.split(mutant.instead).length !== 2)
        throw new Error(`the mutant ${name} does not fit ${mutant.file} any more`);
      return {
        format: 'module-typescript',
        source: source.replace(mutant.instead, () => mutant.of),
        shortCircuit: true,
      };
    },
  });
}
