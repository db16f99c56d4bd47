// The note of one kept passage, while its panel is open: what the panel shows, and what becomes of what is written and
// pressed in it. Nothing waits for a button: what is written is kept as it is written.

import { wordDone } from '../../components/keeping-words.ts';
import { describe } from '../../core/annotation/index.ts';
import { MOST_NOTE, type PassageDraft, type PassageId } from '../../core/annotation/kept/index.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';
import { type Actor, type ActorNote, isActor, openActorNote } from './actor-note.ts';
import type { Placed } from './anchoring.ts';
import type { BarHost } from './bar-host.tsx';
import { copyText } from './copy.ts';
import type { Deeds } from './deeds.ts';
import type { FromPanel } from './from-panel.ts';
import type { KeepingWorker } from './keeping-worker.ts';
import type { LastColour } from './last-colour.ts';
import { sayUnkept } from './left-unkept.ts';
import type { Paint } from './paint.ts';
import { createPanel, type Panel } from './panel.tsx';
import type { Focus } from './panel-messages.ts';
import { draftOf, type PassageNote, savingOf } from './passage-note.ts';
import { rootOf } from './roots.ts';
import type { Saving } from './saving.ts';
import type { Session } from './session.ts';
import { shownActor, shownPassage } from './shown.ts';

export interface NotePorts {
  readonly session: Session;
  readonly worker: KeepingWorker;
  readonly paint: Paint;
  readonly bar: BarHost;
  readonly lastColour: LastColour;
  readonly deeds: () => Deeds;
  readonly frameAddress: string;
  readonly isAlive: () => boolean;
  /** The reader has opened one on purpose: a notebook beside the page follows. */
  readonly onOpened?: (id: PassageId) => void;
}

export interface Notes {
  readonly panel: Panel;
  /** `stays`: opened on purpose. */
  open(placed: Placed, focus: Focus['to'] | null, stays: boolean): void;
  /** Which passage is shown. */
  about(): PassageId | null;
  /** What is kept has changed. */
  refresh(): void;
  /** At once: the page is going. */
  flush(): void;
  confirm(id: PassageId, range: AbstractRange): Promise<boolean>;
  /** The note on an actor or a place, beside where it is named. */
  openActor(about: Actor, beside: StaticRange): Promise<void>;
}

export function createNotes(ports: NotePorts, signal: AbortSignal): Notes {
  const { session, worker, paint, bar } = ports;
  let open: PassageNote | null = null;
  /** Whose note is open in the place of the passage's. */
  let actor: ActorNote | null = null;
  /** What was written and is not kept yet, by passage: a panel that is opened again has it. */
  const unsaved = new Map<string, Saving<PassageDraft>>();

  const panel = createPanel(
    {
      frameAddress: ports.frameAddress,
      onMessage,
      onClosed,
      copy: copyText,
      isAlive: ports.isAlive,
      unsaved: () => {
        if (actor && actor.saving.state().is !== 'kept') return actor.saving.draft();
        return open && open.saving.state().is !== 'kept' ? open.saving.draft().note : '';
      },
    },
    signal,
  );

  async function openActor(about: Actor, beside: StaticRange) {
    const from = open;
    const opened = await openActorNote(about, beside, worker, onActorSaving);
    if (open !== from || signal.aborted) return;
    if (typeof opened === 'string') return ports.deeds().trouble(opened, null, '', null);
    leaveActor();
    actor = opened;
    bar.hide();
    panel.open(beside, shownActor(opened, session, open !== null), 'note', true);
  }

  /** One that the passage names. */
  function openNamed(entity: EntityId) {
    const named = open?.passage.names.find((name) => name.entity === entity);
    const beside = open && session.find(open.passage.id)?.range;
    if (named && beside && isActor(named)) void openActor(named, beside);
  }

  function onActorSaving() {
    const state = actor?.saving.state();
    if (actor && state?.is === 'failed' && state.code === 'extension-gone')
      panel.fail(state.code, actor.saving.draft());
    else refresh();
  }

  function leaveActor() {
    void actor?.saving.flush();
    actor = null;
  }

  function onSaving(id: PassageId, saving: Saving<PassageDraft>) {
    const state = saving.state();
    if (state.is === 'kept') unsaved.delete(id);
    else unsaved.set(id, saving);
    if (open?.saving !== saving) return;
    if (state.is === 'failed' && state.code === 'extension-gone') panel.fail(state.code, saving.draft().note);
    else refresh();
  }

  function refresh() {
    if (actor) return panel.update(shownActor(actor, session, open !== null));
    if (!open) return;
    const placed = session.find(open.passage.id);
    if (placed && placed.passage !== open.passage) {
      open.passage = placed.passage;
      open.saving.changedElsewhere(draftOf(placed.passage));
    }
    panel.update(shownPassage(open, session));
  }

  function openAt(placed: Placed, focus: Focus['to'] | null, stays: boolean) {
    const { passage } = placed;
    const { range } = placed;
    if (!range) return;
    leaveActor();
    if (open?.passage.id !== passage.id) {
      if (open) void open.saving.flush();
      const saving =
        unsaved.get(passage.id) ?? savingOf(passage, session, worker, (own) => onSaving(passage.id, own));
      open = { passage, saving, deleted: false, said: '', seen: 0 };
    }
    paint.point(range);
    panel.open(range, shownPassage(open, session), focus, stays);
    if (stays) ports.onOpened?.(passage.id);
  }

  async function onClosed() {
    const closed = open;
    const written = actor;
    leaveActor();
    open = null;
    paint.point(null);
    if (written) void leave(written.saving);
    if (!closed) return;
    const state = await closed.saving.flush();
    if (!signal.aborted)
      sayUnkept(bar, state, closed.saving.draft().note, () => void reopen(closed.passage.id));
  }

  /** There is no place on the page to open it again at. */
  async function leave(saving: Saving<string>) {
    const state = await saving.flush();
    if (!signal.aborted) sayUnkept(bar, state, saving.draft(), () => void leave(saving));
  }

  async function reopen(id: PassageId) {
    const saving = unsaved.get(id);
    const placed = session.find(id);
    bar.hide();
    const state = await saving?.flush();
    if (placed?.range && state?.is === 'failed') openAt(placed, 'note', true);
  }

  function tell(said: string) {
    if (!open) return;
    open.said = said;
    refresh();
  }

  function write(draft: PassageDraft) {
    if (!open) return;
    panel.stay();
    if (draft.colour !== open.saving.draft().colour) ports.lastColour.set(draft.colour);
    open.said = '';
    open.saving.write({ ...draft, note: draft.note.slice(0, MOST_NOTE) });
  }

  async function confirm(id: PassageId, range: AbstractRange): Promise<boolean> {
    const selectors = describe(rootOf(range.startContainer), range);
    if (!selectors) return false;
    const answer = await worker('confirmPassage', { look: session.look(), id, selectors });
    if (!answer.ok) {
      ports.deeds().trouble(answer.error.code, () => void confirm(id, range), '', null);
      return false;
    }
    if (answer.value.passage) await session.put(answer.value.passage);
    return true;
  }

  async function setDeleted(id: PassageId, deleted: boolean) {
    if (!open) return;
    const about = open;
    await about.saving.flush();
    const deeds = ports.deeds();
    const done = deleted ? await deeds.drop(id) : await deeds.bringBack(id);
    if (!done || open !== about) return;
    open.deleted = deleted;
    tell(deleted ? wordDone('dropped') : '');
  }

  async function turn(by: 'undo' | 'redo') {
    if (!open) return;
    const about = open;
    await about.saving.flush();
    const said = await ports.deeds().turn(by);
    if (open !== about) return;
    const placed = session.find(about.passage.id);
    open.deleted = placed === undefined;
    tell(said);
  }

  /** What is said while an actor's note is open; false: it is about the passage. */
  function onActorMessage(about: ActorNote, message: FromPanel): boolean {
    if (message.do === 'write' && message.subject === about.entity) {
      about.seen = message.count;
      panel.stay();
      about.saving.write(message.draft.note);
    } else if (message.do === 'retry') void about.saving.flush();
    else if (message.do === 'back') {
      leaveActor();
      if (open) refresh();
      else panel.close();
    } else return false;
    return true;
  }

  function onMessage(message: FromPanel) {
    if (actor && onActorMessage(actor, message)) return;
    if (!open) return;
    const { id } = open.passage;
    const found = session.find(id)?.range ?? null;
    switch (message.do) {
      case 'write':
        // A late word from the panel of another passage must not land on this one.
        if (message.subject !== id) return;
        open.seen = message.count;
        write(message.draft);
        return;
      case 'drop':
        return void setDeleted(id, true);
      case 'bring-back':
        return void setDeleted(id, false);
      case 'yes':
        if (found) void confirm(id, found).then((done) => done && tell(wordDone('confirmed')));
        return;
      case 'no':
        session.setAside(id);
        panel.close();
        return ports.deeds().say(wordDone('aside'));
      case 'later':
        return session.askLater(id);
      case 'undo':
      case 'redo':
        return void turn(message.do);
      case 'retry':
        return void open.saving.flush();
      case 'actor':
        return openNamed(message.entity);
    }
  }

  return {
    panel,
    open: openAt,
    about: () => open?.passage.id ?? null,
    refresh,
    flush: () => {
      void actor?.saving.flush();
      void open?.saving.flush();
    },
    confirm,
    openActor,
  };
}
