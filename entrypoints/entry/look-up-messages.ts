// What the entry page and the worker of its look-ups say to each other; `job` tells one question from the next.
import type { Candidate, Outcome, Progress, Taken } from '../../core/knowledge/lookup/index.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';

export type ToWorker =
  /** Who asks, and in which languages: once, before all others. */
  | { readonly kind: 'begin'; readonly agent: string; readonly languages: readonly string[] }
  | { readonly kind: 'search'; readonly job: number; readonly name: string }
  | { readonly kind: 'take'; readonly job: number; readonly id: string; readonly today: string }
  | { readonly kind: 'known'; readonly job: number; readonly known: readonly string[] }
  | { readonly kind: 'cancel'; readonly job: number };

export type FromWorker =
  | { readonly kind: 'found'; readonly job: number; readonly outcome: Outcome<Candidate[]> }
  | { readonly kind: 'progress'; readonly job: number; readonly progress: Progress }
  /** Which of these are known already? Answered by `known`. */
  | { readonly kind: 'who-are'; readonly job: number; readonly ids: readonly EntityId[] }
  | { readonly kind: 'taken'; readonly job: number; readonly outcome: Outcome<Taken> };
