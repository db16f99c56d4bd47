// An empty list says why, and what to do.
import type { LibraryActions, LibraryState } from './state.ts';
import { filtersSet } from './view.ts';

interface NothingProps {
  readonly state: LibraryState;
  readonly actions: LibraryActions;
}

export function Nothing({ state, actions }: NothingProps) {
  const { view, size } = state;
  if (size === 0)
    return (
      <div class="nothing">
        <h2>Nothing is kept yet</h2>
        <p>
          Select a sentence in an article and choose a colour in the bar that appears beside it, or open the
          context menu and choose <i>Keep this passage</i>. It is kept here, with your note, its tags and the
          people and places it names, and marked again whenever you come back to the article.
        </p>
        <p class="hint">Only you can read it, on this device and on those with which you share your notes.</p>
      </div>
    );
  const asked = view.words.trim() !== '';
  const set = filtersSet(view.filters);
  if (!asked && set === 0)
    return (
      <div class="nothing">
        {view.filters.state === 'kept' ? (
          <p>Everything that you kept is in the bin.</p>
        ) : (
          <p>The bin is empty. What you delete waits here until you empty it.</p>
        )}
      </div>
    );
  return (
    <div class="nothing">
      <h2>Nothing found</h2>
      {asked && (
        <p>
          No passage has all of these words{set > 0 && ' and passes the filters'}. Fewer words find more; the
          beginning of a word is enough.
        </p>
      )}
      {!asked && <p>No passage passes all of these filters.</p>}
      <p class="confirm">
        {set > 0 && (
          <button type="button" class="button" onClick={actions.onClearFilters}>
            Clear the filters
          </button>
        )}
        {asked && (
          <button type="button" class="button" onClick={() => actions.onWords('')}>
            Clear the search
          </button>
        )}
      </p>
    </div>
  );
}
