// The two things that a reader asks of Wikidata, as whoever shows them sees them: here, or in a worker.
import type { Ask } from './client.ts';
import { type Candidate, candidatesFor } from './search.ts';
import { type Taken, type TakeOverPorts, takeOver } from './take-over.ts';
import type { Outcome } from './trouble.ts';

export interface LookUp {
  readonly search: (name: string, signal: AbortSignal) => Promise<Outcome<Candidate[]>>;
  /** Rejects only with what `known` rejects with. */
  readonly take: (id: string, ports: TakePorts) => Promise<Outcome<Taken>>;
}
type TakePorts = Omit<TakeOverPorts, 'ask' | 'languages' | 'signal'> & {
  readonly signal: AbortSignal;
};

export function lookUpIn(ask: Ask, languages: readonly string[]): LookUp {
  return {
    search: (name, signal) => candidatesFor(name, languages, ask, signal),
    take: (id, ports) => takeOver(id, { ...ports, ask, languages }),
  };
}
