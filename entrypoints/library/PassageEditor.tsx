// A passage's note, tags and colour, open for writing. Nothing waits for a button: what is written is kept as it is
// written, and the note is shown as it will be read as soon as something in it is more than plain text.
import { useEffect, useRef } from 'preact/hooks';
import { wordKeptError } from '../../components/kept-words.ts';
import { NoteText } from '../../components/NoteText.tsx';
import { Tags } from '../../components/Tags.tsx';
import {
  COLOURS,
  type ColourNames,
  MOST_NOTE,
  MOST_TAGS,
  type PassageDraft,
} from '../../core/annotation/kept/index.ts';
import { HUES } from '../../page/keeping/hues.ts';
import type { SaveState } from '../../page/keeping/saving.ts';

export interface PassageEditorProps {
  readonly id: string;
  readonly draft: PassageDraft;
  readonly state: SaveState;
  readonly colours: ColourNames;
  readonly tags: readonly string[];
  readonly onWrite: (change: Partial<PassageDraft>) => void;
  readonly onRetry: () => void;
  readonly onDone: () => void;
}

/** Signs that Markdown may read as something. */
const MORE_THAN_PLAIN = /[*_`[\]#>~]|^\s*(?:[-+]|\d+[.)])\s/m;

export function PassageEditor(props: PassageEditorProps) {
  const { id, draft, state, colours, tags, onWrite, onDone } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  // Who opens an editor means to write.
  useEffect(() => field.current?.focus(), [id]);
  return (
    <section
      class="editor"
      aria-label="Your note on this passage"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <textarea
        ref={field}
        dir="auto"
        rows={3}
        maxLength={MOST_NOTE}
        aria-label="Your note"
        placeholder="Write a note…"
        value={draft.note}
        onInput={({ currentTarget }) => onWrite({ note: currentTarget.value })}
      />
      {MORE_THAN_PLAIN.test(draft.note) && (
        <section class="preview" aria-label="As it will be read">
          <NoteText note={draft.note} />
        </section>
      )}
      <Tags
        key={id}
        tags={draft.tags}
        known={tags.slice(0, 200)}
        most={MOST_TAGS}
        onChange={(changed) => onWrite({ tags: changed })}
      />
      <div class="editor-foot">
        <fieldset class="hues">
          <legend class="unseen">Colour</legend>
          {COLOURS.map((colour) => (
            <label key={colour} class="hue-button" title={colours[colour]} style={{ '--hue': HUES[colour] }}>
              <input
                type="radio"
                name={`colour-${id}`}
                aria-label={colours[colour]}
                checked={draft.colour === colour}
                onChange={() => onWrite({ colour })}
              />
              <i class="hue" />
            </label>
          ))}
          <span class="hint">{colours[draft.colour]}</span>
        </fieldset>
        <Saved state={state} onRetry={props.onRetry} />
        <button type="button" class="button" onClick={onDone}>
          Done
        </button>
      </div>
    </section>
  );
}

function Saved({ state, onRetry }: { readonly state: SaveState; readonly onRetry: () => void }) {
  if (state.is === 'kept' || state.is === 'saving')
    return (
      <p class="hint saved" role="status">
        {state.is === 'kept' ? 'Kept' : 'Keeping…'}
      </p>
    );
  if (state.is === 'gone')
    return (
      <p class="notice" role="alert">
        This passage was deleted for good in another window. Copy what you wrote if you need it.
      </p>
    );
  return (
    <div class="notice" role="alert">
      <p>Not kept yet; what you wrote is still here. {Object.values(wordKeptError(state.code)).join(' ')}</p>
      <button type="button" class="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
