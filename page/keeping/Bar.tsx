// The bar beside what is selected: colours, note, tags; and in its place, after a deed, what was done and the way back.
// Only buttons: nothing is typed here, since the page would hear it.
import { BAR, wordColourNamed } from '../../components/keeping-words.ts';
import type { Colour, ColourNames } from '../../core/annotation/kept/index.ts';
import { HUED, HUES } from './hues.ts';

export interface BarProps {
  readonly colours: ColourNames;
  /** The last one used. */
  readonly colour: Colour;
  readonly onKeep: (colour: Colour, open: 'note' | 'tags' | null) => void;
}

export function Bar({ colours, colour, onKeep }: BarProps) {
  return (
    <div class="bar" role="toolbar" aria-label={BAR.label}>
      {HUED.map((each) => {
        const name = wordColourNamed(each, colours[each]);
        return (
          <button
            key={each}
            type="button"
            class="swatch"
            aria-label={`${BAR.keepIn} ${name}`}
            title={name}
            aria-current={each === colour}
            onClick={() => onKeep(each, null)}
          >
            <i style={{ '--hue': HUES[each] }} />
          </button>
        );
      })}
      <i class="rule" aria-hidden="true" />
      <button type="button" class="text" title={BAR.noteHint} onClick={() => onKeep(colour, 'note')}>
        {BAR.note}
      </button>
      <button type="button" class="text" title={BAR.tagsHint} onClick={() => onKeep(colour, 'tags')}>
        {BAR.tags}
      </button>
    </div>
  );
}

export interface Deed {
  readonly words: string;
  readonly onPress: () => void;
}

/** A line or two, and what can be done about it. */
export function Said({
  lines,
  deeds,
}: {
  readonly lines: readonly string[];
  readonly deeds: readonly Deed[];
}) {
  return (
    <div class="bar">
      <div role="status">
        {lines.map((line) => (
          <p key={line} class="said">
            {line}
          </p>
        ))}
      </div>
      {deeds.map(({ words, onPress }) => (
        <button key={words} type="button" class="text" onClick={onPress}>
          {words}
        </button>
      ))}
    </div>
  );
}
