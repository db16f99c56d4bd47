// The note of one kept passage, while its panel is open: what the panel shows, and what becomes of what is written and
// pressed in it. Nothing waits for a button: what is written is kept as it is written.

import { BAR, COPY_NOTE, GONE_FROM_BIN, UNSAVED, wordDone } from '../../components/keeping-words.ts';
import { wordKeptError } from '../../components/kept-words.ts';
import { describe, linkTo } from '../../core/annotation/index.ts';
import {
  MOST_NOTE,
  MOST_TAGS,
  type Passage,
  type PassageDraft,
  type PassageId,
} from '../../core/annotation/kept/index.ts';

import type { EntityId } from '../../core/knowledge/terms.ts';
import { type Actor, type ActorNote, isActor, openActorNote } from './actor-note.ts';
import type { Placed } from './anchoring.ts';
import type { BarHost } from './bar-host.tsx';
import { copyText } from './copy.ts';
import type { Deeds } from './deeds.ts';
import type { FromPanel } from './from-panel.ts';
import type { KeepingWorker } from './keeping-worker.ts';
import type { LastColour } from './last-colour.ts';
import type { Paint } from './paint.ts';
import { createPanel, type Panel } from './panel.tsx';
import type { Focus, PanelShown } from './panel-messages.ts';
import { rootOf } from './roots.ts';
import { PAUSE, type SaveState, type Saving, startSaving } from './saving.ts';
import type { Session } from './session.ts';

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

const draftOf = ({ colour, note, tags }: Passage): PassageDraft => ({ colour, note, tags });

const sameDraft = (a: PassageDraft, b: PassageDraft): boolean =>
  a.colour === b.colour &&
  a.note === b.note &&
  a.tags.length === b.tags.length &&
  a.tags.every((tag) => b.tags.includes(tag));

/** In words here, so that the frame carries none that it seldom needs. */
function savedOf(state: SaveState): Pick<PanelShown, 'saved' | 'trouble'> {
  if (state.is === 'failed')
    return { saved: 'failed', trouble: Object.values(wordKeptError(state.code)).join(' ') };
  return { saved: state.is, trouble: state.is === 'gone' ? GONE_FROM_BIN : '' };
}

export function createNotes(ports: NotePorts, signal: AbortSignal): Notes {
  const { session, worker, paint, bar } = ports;
  let open: {
    passage: Passage;
    saving: Saving<PassageDraft>;
    deleted: boolean;
    said: string;
    seen: number;
  } | null = null;
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

  function shownOf(one: NonNullable<typeof open>): PanelShown {
    const { passage, saving, deleted, said, seen } = one;
    const placed = session.find(passage.id);
    const kept = session.kept();
    return {
      about: 'passage',
      own: '',
      subject: passage.id,
      quote: passage.quote.slice(0, 400),
      ...saving.draft(),
      names: passage.names,
      most: { note: MOST_NOTE, tags: MOST_TAGS },
      known: [...new Set(kept.placed.flatMap((other) => other.passage.tags))].slice(0, 50),
      colours: kept.colours,
      link: linkTo(session.look().canonical ?? session.look().url, passage.selectors),
      asks: placed !== undefined && session.asks(placed),
      deleted,
      ...savedOf(saving.state()),
      seen,
      undo: kept.undo,
      redo: kept.redo,
      said,
    };
  }

  function actorShown({ entity, name, own, saving, seen }: ActorNote): PanelShown {
    const nothing = { tags: [], names: [], known: [], link: '', asks: false, deleted: false };
    return {
      ...nothing,
      about: 'actor',
      subject: entity,
      quote: name,
      own,
      colour: 'yellow',
      note: saving.draft(),
      colours: session.kept().colours,
      most: { note: MOST_NOTE, tags: 0 },
      ...savedOf(saving.state()),
      seen,
      undo: false,
      redo: false,
      said: '',
    };
  }

  async function openActor(about: Actor, beside: StaticRange) {
    const from = open;
    const opened = await openActorNote(about, beside, worker, onActorSaving);
    if (open !== from || signal.aborted) return;
    if (typeof opened === 'string') return ports.deeds().trouble(opened, null, '', null);
    leaveActor();
    actor = opened;
    bar.hide();
    panel.open(beside, actorShown(opened), 'note', true);
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

  function startFor(passage: Passage): Saving<PassageDraft> {
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
      onChange: () => onSaving(id, saving),
    });
    return saving;
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
    if (actor) return panel.update(actorShown(actor));
    if (!open) return;
    const placed = session.find(open.passage.id);
    if (placed && placed.passage !== open.passage) {
      open.passage = placed.passage;
      open.saving.changedElsewhere(draftOf(placed.passage));
    }
    panel.update(shownOf(open));
  }

  function openAt(placed: Placed, focus: Focus['to'] | null, stays: boolean) {
    const { passage } = placed;
    const { range } = placed;
    if (!range) return;
    leaveActor();
    if (open?.passage.id !== passage.id) {
      if (open) void open.saving.flush();
      const saving = unsaved.get(passage.id) ?? startFor(passage);
      open = { passage, saving, deleted: false, said: '', seen: 0 };
    }
    paint.point(range);
    panel.open(range, shownOf(open), focus, stays);
    if (stays) ports.onOpened?.(passage.id);
  }

  /** A panel that closes on what could not be kept says so: it is still here, and can be copied. */
  async function onClosed() {
    const closed = open;
    const written = actor;
    leaveActor();
    open = null;
    paint.point(null);
    if (written) void tellActor(written);
    if (!closed) return;
    const state = await closed.saving.flush();
    if (state.is === 'kept' || state.is === 'saving' || signal.aborted) return;
    const { note } = closed.saving.draft();
    const words =
      state.is === 'gone'
        ? [GONE_FROM_BIN]
        : [UNSAVED, wordKeptError(state.code).what, wordKeptError(state.code).todo];
    const retry = { words: BAR.again, onPress: () => void reopen(closed.passage.id) };
    const copy = { words: COPY_NOTE, onPress: () => void copyText(note) };
    const close = { words: BAR.close, onPress: () => bar.hide() };
    bar.say(words, [...(state.is === 'gone' ? [] : [retry]), copy, close], null, true);
  }

  async function tellActor({ saving }: Pick<ActorNote, 'saving'>) {
    const state = await saving.flush();
    if (state.is !== 'failed' || signal.aborted) return;
    const again = { words: BAR.again, onPress: () => void tellActor({ saving }) };
    const copy = { words: COPY_NOTE, onPress: () => void copyText(saving.draft()) };
    bar.say(
      [UNSAVED, wordKeptError(state.code).what, wordKeptError(state.code).todo],
      [again, copy],
      null,
      true,
    );
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
