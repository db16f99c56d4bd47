// What the reader says of a passage (its note, its colour, its tags), while the panel is open on it and until all of it is
// kept: one that could not be kept outlives its panel, and is there when it is opened again.
import type { Passage, PassageDraft } from '../../core/annotation/kept/index.ts';
import type { KeepingWorker } from './keeping-worker.ts';
import { PAUSE, type Saving, startSaving } from './saving.ts';
import type { Session } from './session.ts';

export interface PassageNote {
  /** As it is kept. */
  passage: Passage;
  readonly saving: Saving<PassageDraft>;
  deleted: boolean;
  /** What was done last, in words. */
  said: string;
  /** The last write of the panel's that this takes into account. */
  seen: number;
}

export const draftOf = ({ colour, note, tags }: Passage): PassageDraft => ({ colour, note, tags });

const sameDraft = (a: PassageDraft, b: PassageDraft): boolean =>
  a.colour === b.colour &&
  a.note === b.note &&
  a.tags.length === b.tags.length &&
  a.tags.every((tag) => b.tags.includes(tag));

export function savingOf(
  passage: Passage,
  session: Session,
  worker: KeepingWorker,
  onChange: (saving: Saving<PassageDraft>) => void,
): Saving<PassageDraft> {
  const { id } = passage;
  const saving = startSaving<PassageDraft>(draftOf(passage), {
    same: sameDraft,
    wait: (then) => {
      const timer = setTimeout(then, PAUSE);
      return () => clearTimeout(timer);
    },
    save: async (was, is) => {
      const answer = await worker('changePassage', { look: session.look(), id, was, is });
      if (!answer.ok) return answer;
      const { passage: changed } = answer.value;
      if (changed && !changed.deleted) await session.put(changed);
      return { ok: true, value: changed && draftOf(changed) };
    },
    onChange: () => onChange(saving),
  });
  return saving;
}
