// What can be done with the chosen passages, all at once; each is one step to undo.
import { useState } from 'preact/hooks';
import { COLOURS, type Passage, Tag } from '../../core/annotation/kept/index.ts';
import { HUES } from '../../page/keeping/hues.ts';
import { number, passages } from './library-words.ts';
import type { LibraryActions, LibraryState } from './state.ts';

interface BulkProps {
  readonly state: LibraryState;
  readonly actions: LibraryActions;
  /** Of all passages, for proposals. */
  readonly tags: readonly string[];
  readonly passageOf: (id: string) => Passage | undefined;
}

export function Bulk({ state, actions, tags, passageOf }: BulkProps) {
  const { selection, shown, view, colours, emptying } = state;
  const count = selection.chosen.size;
  const found = shown?.ids.length ?? 0;
  if (count === 0) return null;
  const inBin = view.filters.state !== 'kept';
  return (
    <section class="bulk" aria-label="What is chosen">
      <span class="count-chosen">{passages(count)} chosen</span>
      {count < found && (
        <button type="button" class="inline" onClick={actions.onAll}>
          Choose all {number(found)} found
        </button>
      )}
      <span class="bulk-deeds">
        {inBin ? (
          <>
            <button type="button" class="button" onClick={() => actions.onChange({ deleted: false })}>
              Bring back
            </button>
            {emptying === null && (
              <button type="button" class="button grave" onClick={() => actions.onEmpty('ask')}>
                Delete for good…
              </button>
            )}
          </>
        ) : (
          <>
            <AddTag tags={tags} onAdd={(add) => actions.onChange({ add })} />
            <RemoveTag
              tags={[...new Set([...selection.chosen].flatMap((id) => passageOf(id)?.tags ?? []))]}
              onRemove={(remove) => actions.onChange({ remove })}
            />
            <fieldset class="hues">
              <legend class="unseen">Colour</legend>
              {COLOURS.map((colour) => (
                <button
                  key={colour}
                  type="button"
                  class="hue-button"
                  aria-label={`Colour: ${colours[colour]}`}
                  title={colours[colour]}
                  style={{ '--hue': HUES[colour] }}
                  onClick={() => actions.onChange({ colour })}
                >
                  <i class="hue" />
                </button>
              ))}
            </fieldset>
            <button type="button" class="button" onClick={() => actions.onChange({ deleted: true })}>
              Move to bin
            </button>
          </>
        )}
        <button type="button" class="inline" onClick={actions.onNone}>
          Choose none
        </button>
      </span>
    </section>
  );
}

function AddTag({
  tags,
  onAdd,
}: {
  readonly tags: readonly string[];
  readonly onAdd: (tag: string) => void;
}) {
  const [typed, type] = useState('');
  const tag = Tag.safeParse(typed.replace(/\s+/g, ' ').trim().replace(/^#/, ''));
  return (
    <form
      class="add-tag"
      onSubmit={(event) => {
        event.preventDefault();
        if (!tag.success) return;
        onAdd(tag.data);
        type('');
      }}
    >
      <input
        type="text"
        list="all-tags"
        dir="auto"
        maxLength={50}
        aria-label="Tag to add"
        placeholder="Add a tag"
        value={typed}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <datalist id="all-tags">
        {tags.slice(0, 300).map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {tag.success && (
        <button type="submit" class="button">
          Add
        </button>
      )}
    </form>
  );
}

function RemoveTag({
  tags,
  onRemove,
}: {
  readonly tags: readonly string[];
  readonly onRemove: (tag: string) => void;
}) {
  if (tags.length === 0) return null;
  return (
    <select
      aria-label="Remove a tag"
      value=""
      onChange={({ currentTarget }) => {
        if (currentTarget.value !== '') onRemove(currentTarget.value);
        currentTarget.value = '';
      }}
    >
      <option value="">Remove a tag…</option>
      {tags
        .toSorted((a, b) => a.localeCompare(b))
        .map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
    </select>
  );
}
