// The reader's note on an actor or a place that a passage names: it comes back in every later card of it.
import type { KeptNames } from '../../core/annotation/kept/index.ts';
import type { EntityId, EntityKind } from '../../core/knowledge/terms.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import type { KeepingWorker } from './keeping-worker.ts';
import { PAUSE, type Saving, startSaving } from './saving.ts';

export interface ActorNote {
  readonly entity: EntityId;
  readonly beside: StaticRange;
  readonly name: string;
  /** In the reader's own entry on it, which is changed there. */
  readonly own: string;
  readonly saving: Saving<string>;
  /** The last write of the panel's that this takes into account. */
  seen: number;
}

type Named = KeptNames[number];
export type Actor = Named & { entity: EntityId; kind: EntityKind };

/** Who can be written about: a name that nobody knows is nobody yet. */
export function isActor(name: Named): name is Actor {
  return name.entity !== null && name.kind !== null;
}

export async function openActorNote(
  { entity, text: name, kind }: Actor,
  beside: StaticRange,
  worker: KeepingWorker,
  onChange: () => void,
): Promise<ActorNote | ErrorCode> {
  const answer = await worker('entityNote', { entity });
  if (!answer.ok) return answer.error.code;
  const saving = startSaving(answer.value.note?.note ?? '', {
    same: (a, b) => a === b,
    wait: (then) => {
      const timer = setTimeout(then, PAUSE);
      return () => clearTimeout(timer);
    },
    save: async (was, is) => {
      const kept = await worker('keepEntityNote', { entity, name, kind, was, is });
      return kept.ok ? { ok: true, value: kept.value.note?.note ?? '' } : kept;
    },
    onChange,
  });
  return { entity, beside, name, own: answer.value.own, saving, seen: 0 };
}
