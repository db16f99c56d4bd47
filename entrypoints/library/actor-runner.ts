// Somebody's time line: asks the packs what happened, the reader's database what was kept of them and what was noted, and
// keeps the note as it is written. Either half may fail: the other is still worth reading.
import type { Backstory } from '../../core/knowledge/backstory.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';
import type { KeepingRequests } from '../../messaging/keeping-requests.ts';
import type { LibraryRequests } from '../../messaging/library-requests.ts';
import type { Answer, Ask } from '../../messaging/requests.ts';
import type { ErrorCode, Result } from '../../messaging/result.ts';
import { PAUSE, type Saving, startSaving } from '../../page/keeping/saving.ts';
import type { AskLibrary } from './holdings.ts';

type Kept = Answer<LibraryRequests, 'keptOf'>;
type NoteAnswer = Answer<KeepingRequests, 'keepEntityNote'>;

export interface ActorState {
  readonly entity: EntityId;
  readonly told: Backstory | { readonly failed: ErrorCode } | null;
  readonly kept: Kept | { readonly failed: ErrorCode } | null;
  /** Null until it is known what stands there. */
  readonly note: Saving<string> | null;
}

export interface ActorPorts {
  readonly ask: AskLibrary;
  readonly tell: (entity: EntityId) => Promise<Result<Backstory>>;
  readonly keepNote: (body: Ask<KeepingRequests, 'keepEntityNote'>) => Promise<Result<NoteAnswer>>;
  readonly show: () => void;
}

const MOST = 500;

export function actorRunner({ ask, tell, keepNote, show }: ActorPorts) {
  let state: ActorState | null = null;

  function change(entity: EntityId, part: Partial<ActorState>): void {
    if (state?.entity !== entity) return;
    state = { ...state, ...part };
    show();
  }

  /** As the packs call them, else as a passage does. */
  function called(entity: EntityId) {
    const told = state?.told && 'entities' in state.told ? state.told.entities[0] : undefined;
    if (told) return { name: told.name, kind: told.kind };
    const passages = state?.kept && 'passages' in state.kept ? state.kept.passages : [];
    const named = passages.flatMap(({ names }) => names).find((one) => one.entity === entity);
    return { name: named?.text ?? entity, kind: named?.kind ?? ('thing' as const) };
  }

  function writing(entity: EntityId, first: string): Saving<string> {
    return startSaving<string>(first, {
      same: (a, b) => a === b,
      wait: (then) => {
        const timer = setTimeout(then, PAUSE);
        return () => clearTimeout(timer);
      },
      save: async (was, is) => {
        const answer = await keepNote({ entity, ...called(entity), was, is });
        return answer.ok ? { ok: true, value: answer.value.note?.note ?? '' } : answer;
      },
      onChange: show,
    });
  }

  async function readKept(entity: EntityId): Promise<void> {
    const answer = await ask('keptOf', { entity, most: MOST });
    if (!answer.ok) return change(entity, { kept: { failed: answer.error.code } });
    const { note } = answer.value;
    const text = note && note.deleted === null ? note.note : '';
    const open = state?.entity === entity ? state.note : null;
    if (open && open.draft() !== text) open.changedElsewhere(text);
    change(entity, { kept: answer.value, note: open ?? writing(entity, text) });
  }

  async function readTold(entity: EntityId): Promise<void> {
    const answer = await tell(entity);
    change(entity, { told: answer.ok ? answer.value : { failed: answer.error.code } });
  }

  return {
    state: () => state,
    called,
    about: (entity: EntityId | null) => {
      if (entity === (state?.entity ?? null)) return;
      void state?.note?.flush();
      state = entity === null ? null : { entity, told: null, kept: null, note: null };
      if (entity === null) return;
      void readTold(entity);
      void readKept(entity);
    },
    retry: () => {
      if (!state) return;
      void readTold(state.entity);
      void readKept(state.entity);
    },
    changed: () => {
      if (state) void readKept(state.entity);
    },
    flush: () => void state?.note?.flush(),
  };
}
export type ActorRunner = ReturnType<typeof actorRunner>;
