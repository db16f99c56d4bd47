// Notes, tags and colours that are being written in one of our own pages: kept as they are written, each passage by
// itself. What could not be kept stays until it can, also when its editor is closed.
import type { Passage, PassageDraft } from '../../core/annotation/kept/index.ts';
import { PAUSE, type SaveState, type Saving, startSaving } from '../../page/keeping/saving.ts';
import type { AskLibrary } from './holdings.ts';

export interface Editings {
  draft(passage: Passage): PassageDraft;
  state(passage: Passage): SaveState;
  write(passage: Passage, change: Partial<PassageDraft>): void;
  /** Everything at once, without the pause: an editor closes, or the page goes. */
  flush(): void;
  /** Passages were read anew: what is not being written follows. */
  follow(passageOf: (id: string) => Passage | undefined): void;
  /** Whether something is not kept yet. */
  isUnsaved(): boolean;
}

const draftOf = ({ colour, note, tags }: Passage): PassageDraft => ({ colour, note, tags });

const same = (a: PassageDraft, b: PassageDraft) =>
  a.colour === b.colour && a.note === b.note && a.tags.join('\n') === b.tags.join('\n');

export function editings(ask: AskLibrary, onChange: () => void): Editings {
  const savings = new Map<string, Saving<PassageDraft>>();

  function start(passage: Passage): Saving<PassageDraft> {
    const { id } = passage;
    return startSaving<PassageDraft>(draftOf(passage), {
      same,
      wait: (then) => {
        const timer = setTimeout(then, PAUSE);
        return () => clearTimeout(timer);
      },
      save: async (was, is) => {
        const answer = await ask('editPassage', { id, was, is });
        return answer.ok
          ? { ok: true, value: answer.value.passage && draftOf(answer.value.passage) }
          : answer;
      },
      onChange,
    });
  }

  return {
    draft: (passage) => savings.get(passage.id)?.draft() ?? draftOf(passage),
    state: (passage) => savings.get(passage.id)?.state() ?? { is: 'kept' },
    write: (passage, change) => {
      const saving = savings.get(passage.id) ?? start(passage);
      savings.set(passage.id, saving);
      saving.write({ ...saving.draft(), ...change });
    },
    flush: () => {
      for (const saving of savings.values()) void saving.flush();
    },
    follow: (passageOf) => {
      for (const [id, saving] of savings) {
        const passage = passageOf(id);
        if (passage && !same(saving.draft(), draftOf(passage))) saving.changedElsewhere(draftOf(passage));
      }
    },
    isUnsaved: () => [...savings.values()].some((saving) => saving.state().is !== 'kept'),
  };
}
