// Between the keeper and the frame in which notes are typed (entrypoints/panel). The frame is of the extension's own
// origin, so that the page hears no key (docs/decisions); the two talk over a MessagePort that the page never holds.
// No schemas here: what the keeper says needs none, and the frame would carry them; `from-panel.ts` parses what it answers.
import type { Colour, ColourNames, KeptNames } from '../../core/annotation/kept/index.ts';
import type { SaveState } from './saving.ts';

/** What the panel shows. */
export interface PanelShown {
  /** A passage, or an actor that it names, whose note is written in its place. */
  readonly about: 'passage' | 'actor';
  /** Of an actor: there is a passage to go back to. */
  readonly back: boolean;
  /** What the reader's own entry on the actor says; empty where there is none. */
  readonly own: string;
  /** Another number: another passage, so what the fields hold is no longer of interest. */
  readonly subject: string;
  readonly quote: string;
  readonly colour: Colour;
  readonly note: string;
  readonly tags: readonly string[];
  readonly names: KeptNames;
  /** Characters of a note; tags. */
  readonly most: { readonly note: number; readonly tags: number };
  /** Tags of this page, to be offered. */
  readonly known: readonly string[];
  readonly colours: ColourNames;
  readonly link: string;
  readonly asks: boolean;
  readonly deleted: boolean;
  readonly saved: SaveState['is'];
  /** Why something is not kept, in words; empty where all is. */
  readonly trouble: string;
  /** The last `write` that this takes into account. */
  readonly seen: number;
  readonly undo: boolean;
  readonly redo: boolean;
  /** Said by a screen reader, and shown for a while. */
  readonly said: string;
}

/** Where the focus is to go; each count is another wish. */
export interface Focus {
  readonly to: 'note' | 'tags' | 'first';
  readonly count: number;
}

export interface ToPanel {
  readonly shown: PanelShown;
  readonly focus: Focus | null;
}

/** What the frame waits for, with the port: a number that only its own address and the keeper hold. */
export interface Greeting {
  readonly backstoryPanel: string;
}

export function isGreeting(said: unknown, number: string): boolean {
  return (
    number.length > 15 &&
    typeof said === 'object' &&
    said !== null &&
    'backstoryPanel' in said &&
    said.backstoryPanel === number
  );
}
