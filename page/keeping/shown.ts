// What the panel shows of a passage's note and of an actor's. In words here, so that the frame carries none that it seldom
// needs.
import { GONE_FROM_BIN } from '../../components/keeping-words.ts';
import { wordKeptError } from '../../components/kept-words.ts';
import { linkTo } from '../../core/annotation/index.ts';
import { MOST_NOTE, MOST_TAGS } from '../../core/annotation/kept/index.ts';
import type { ActorNote } from './actor-note.ts';
import type { PanelShown } from './panel-messages.ts';
import type { PassageNote } from './passage-note.ts';
import type { SaveState } from './saving.ts';
import type { Session } from './session.ts';

/** Characters of the passage itself, which stands beside the panel. */
const MOST_QUOTE = 400;
/** Tags of other passages that are proposed. */
const MOST_KNOWN = 50;

export function shownPassage(note: PassageNote, session: Session): PanelShown {
  const { passage, saving, deleted, said, seen } = note;
  const placed = session.find(passage.id);
  const { placed: all, colours, undo, redo } = session.kept();
  const { canonical, url } = session.look();
  return {
    about: 'passage',
    back: false,
    own: '',
    subject: passage.id,
    quote: passage.quote.slice(0, MOST_QUOTE),
    ...saving.draft(),
    names: passage.names,
    most: { note: MOST_NOTE, tags: MOST_TAGS },
    known: [...new Set(all.flatMap((other) => other.passage.tags))].slice(0, MOST_KNOWN),
    colours,
    link: linkTo(canonical ?? url, passage.selectors),
    asks: placed !== undefined && session.asks(placed),
    deleted,
    ...savedOf(saving.state()),
    seen,
    undo,
    redo,
    said,
  };
}

/** @param back there is a passage to go back to */
export function shownActor(note: ActorNote, session: Session, back: boolean): PanelShown {
  const { entity, name, own, saving, seen } = note;
  const nothing = { tags: [], names: [], known: [], link: '', asks: false, deleted: false, said: '' };
  return {
    ...nothing,
    about: 'actor',
    back,
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
  };
}

function savedOf(state: SaveState): Pick<PanelShown, 'saved' | 'trouble'> {
  if (state.is === 'failed')
    return { saved: 'failed', trouble: Object.values(wordKeptError(state.code)).join(' ') };
  return { saved: state.is, trouble: state.is === 'gone' ? GONE_FROM_BIN : '' };
}
