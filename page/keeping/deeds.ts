// What the reader does: keep what is selected, take it back, and hear of it. Every deed ends in words, also one that
// did not succeed; and the text that could not be kept can be copied.

import {
  BAR,
  type Cannot,
  type Turn,
  wordCannot,
  wordColourNamed,
  wordDone,
  wordKept,
  wordTooMany,
  wordTurned,
} from '../../components/keeping-words.ts';
import { wordKeptError } from '../../components/kept-words.ts';
import { anchor } from '../../core/annotation/index.ts';
import { type Colour, newPassageId, type Passage, type PassageId } from '../../core/annotation/kept/index.ts';
import type { ErrorCode } from '../../messaging/result.ts';
import { type Placed, textIn } from './anchoring.ts';
import type { Deed } from './Bar.tsx';
import type { BarHost, Beside } from './bar-host.tsx';
import { copyText } from './copy.ts';
import type { KeepingWorker } from './keeping-worker.ts';
import type { LastColour } from './last-colour.ts';
import { type Named, namesWithin } from './names-within.ts';
import { type Chosen, readSelection } from './selected.ts';
import type { Session } from './session.ts';

export type Open = 'note' | 'tags' | null;

export interface DeedPorts {
  readonly session: Session;
  readonly worker: KeepingWorker;
  readonly bar: BarHost;
  readonly lastColour: LastColour;
  readonly named: () => readonly Named[];
  readonly openNote: (placed: Placed, focus: 'note' | 'tags' | 'first') => void;
  readonly random: () => number;
}

export interface Deeds {
  /** Stands beside what is selected, if it can be kept. */
  offer(touched: boolean): Promise<void>;
  /** What is selected, in the colour last used; pressed again, it opens the note. False where nothing is selected. */
  keepSelection(): Promise<boolean>;
  say(line: string): void;
  trouble(code: ErrorCode, retry: (() => void) | null, text: string, beside: Beside | null): void;
  drop(id: PassageId): Promise<boolean>;
  bringBack(id: PassageId): Promise<boolean>;
  /** What it did, in words. */
  turn(by: Turn): Promise<string>;
}

const overlaps = (a: StaticRange, b: StaticRange): boolean => {
  try {
    const range = new Range();
    range.setStart(a.startContainer, a.startOffset);
    range.setEnd(a.endContainer, a.endOffset);
    return range.intersectsNode(b.startContainer);
  } catch {
    return false;
  }
};

export function createDeeds(ports: DeedPorts): Deeds {
  const { session, worker, bar, lastColour } = ports;

  function say(line: string, deeds: readonly Deed[] = [], beside: Beside | null = null) {
    bar.say([line], deeds, beside);
  }

  const copying = (text: string): Deed[] =>
    text === ''
      ? []
      : [{ words: BAR.copy, onPress: () => void copyText(text).then((done) => done && say(BAR.copied)) }];
  const closing: Deed = { words: BAR.close, onPress: () => bar.hide() };

  function trouble(code: ErrorCode, retry: (() => void) | null, text: string, beside: Beside | null) {
    const { what, kept, todo } = wordKeptError(code);
    const again = retry && code !== 'extension-gone' ? [{ words: BAR.again, onPress: retry }] : [];
    bar.say([what, `${kept} ${todo}`], [...again, ...copying(text), closing], beside, true);
  }

  function cannot(why: Cannot, text = '', beside: Beside | null = null) {
    if (text === '') say(wordCannot(why), [], beside);
    else bar.say([wordCannot(why)], [...copying(text), closing], beside, true);
  }

  /** The page may have drawn the same words anew since they were selected. */
  function whereNow(chosen: Chosen): Chosen | null {
    const letters = (text: string) => text.replace(/\s+/g, '');
    if (letters(textIn(chosen.range)).includes(letters(chosen.selectors.quote.exact).slice(0, 40)))
      return chosen;
    const found = anchor(chosen.root, chosen.selectors);
    if (found.state !== 'anchored') return null;
    const { startContainer, startOffset, endContainer, endOffset } = found.range;
    return { ...chosen, range: new StaticRange({ startContainer, startOffset, endContainer, endOffset }) };
  }

  const nameOf = (colour: Colour) => wordColourNamed(colour, session.kept().colours[colour]);

  function tellKept(passage: Passage, beside: Beside) {
    const undo: Deed = { words: BAR.undo, onPress: () => void undoKeeping(passage.id) };
    const note: Deed = { words: BAR.addNote, onPress: () => open(passage.id, 'note') };
    say(wordKept(nameOf(passage.colour)), [undo, note], beside);
  }

  async function undoKeeping(id: PassageId) {
    if (await drop(id)) say(wordDone('dropped'));
  }

  function open(id: string, focus: 'note' | 'tags' | 'first') {
    const placed = session.find(id);
    if (!placed?.range) return;
    bar.hide();
    ports.openNote(placed, focus);
  }

  async function keep(before: Chosen, colour: Colour, opens: Open, touched: boolean, id: PassageId) {
    const chosen = whereNow(before);
    if (!chosen) return cannot('gone', before.quote);
    const { range, selectors, quote } = chosen;
    const beside = { range, touched };
    const look = session.look();
    const answer = await worker('keep', {
      look,
      id,
      colour,
      note: '',
      tags: [],
      selectors,
      quote,
      names: namesWithin(range, ports.named()),
      ...(session.isApart() && { apart: true as const }),
    });
    // Asked again with the same id: kept once, should the answer alone have been lost.
    const again = () => void keep(chosen, colour, opens, touched, id);
    if (!answer.ok) return trouble(answer.error.code, again, quote, beside);
    if (answer.value.state === 'too-many')
      return bar.say([wordTooMany(answer.value.most)], [closing], beside, true);
    lastColour.set(colour);
    // Meanwhile the site has gone to another article, whose passage this is not.
    if (session.look().url !== look.url) return say(wordKept(nameOf(colour)));
    // Or drawn the words anew; where they have gone they are looked for as on any visit.
    await session.put(answer.value.passage, whereNow(chosen)?.range);
    if (opens) open(id, opens);
    else tellKept(answer.value.passage, beside);
  }

  const newId = () => newPassageId(ports.random);

  function sameAs({ quote, range }: Chosen): Placed | undefined {
    return session
      .inOrder()
      .find((placed) => placed.passage.quote === quote && placed.range && overlaps(placed.range, range));
  }

  async function offer(touched: boolean) {
    if (!session.kept().bar) return;
    const selected = readSelection();
    if (!('chosen' in selected)) return;
    const { chosen } = selected;
    const colour = await lastColour.get();
    // It has just been kept by other means, and what is said of that stands there; or the bar was switched off.
    if (sameAs(chosen) || !session.kept().bar) return;
    bar.offer(
      { range: chosen.range, touched },
      {
        colours: session.kept().colours,
        colour,
        onKeep: (picked, opens) => void keep(chosen, picked, opens, touched, newId()),
      },
    );
  }

  async function keepSelection(): Promise<boolean> {
    const selected = readSelection();
    if (!('chosen' in selected)) {
      if (selected.cannot === 'nothing') return false;
      cannot(selected.cannot);
      return true;
    }
    const { chosen } = selected;
    const same = sameAs(chosen);
    if (same) open(same.passage.id, 'note');
    else await keep(chosen, await lastColour.get(), null, false, newId());
    return true;
  }

  async function setDeleted(id: PassageId, deleted: boolean): Promise<boolean> {
    const answer = await worker('dropPassage', { look: session.look(), id, deleted });
    if (!answer.ok) {
      trouble(answer.error.code, () => void setDeleted(id, deleted), '', null);
      return false;
    }
    if (deleted) session.drop(id);
    else if (answer.value.passage) await session.put(answer.value.passage);
    return true;
  }
  const drop = (id: PassageId) => setDeleted(id, true);

  async function turn(by: Turn): Promise<string> {
    const answer = await worker(by, { look: session.look() });
    if (!answer.ok) {
      const { what, todo } = wordKeptError(answer.error.code);
      return `${what} ${todo}`;
    }
    const { undone } = answer.value;
    await session.load();
    return wordTurned(by, undone?.did ?? 'nothing');
  }

  return {
    offer,
    keepSelection,
    say: (line) => say(line),
    trouble,
    drop,
    bringBack: (id) => setDeleted(id, false),
    turn,
  };
}
