// The filters: what can be chosen, how many that would leave, and what is chosen. Those that can be many show the most
// frequent, and a field that finds the others.
import { useState } from 'preact/hooks';
import { COLOURS, type Colour } from '../../core/annotation/kept/index.ts';
import type { Choice, State } from '../../core/annotation/search/index.ts';
import { HUES } from '../../page/keeping/hues.ts';
import { number, STATES } from './library-words.ts';
import type { LibraryActions, LibraryState } from './state.ts';
import { filtersSet } from './view.ts';

interface ChooseProps {
  readonly state: LibraryState;
  readonly actions: LibraryActions;
}

export function Choose({ state, actions }: ChooseProps) {
  const { view, shown } = state;
  const { filters } = view;
  const { onFilter } = actions;
  const choices = shown?.choices;
  const set = filtersSet(filters);
  return (
    <div class="choose">
      <States state={state} actions={actions} />
      <Colours state={state} actions={actions} />
      <Many
        title="Tags"
        choices={choices?.tags ?? []}
        chosen={filters.tags}
        onChoose={(tags) => onFilter({ tags })}
      />
      <Many
        title="Actors"
        choices={choices?.actors ?? []}
        chosen={filters.actors}
        onChoose={(actors) => onFilter({ actors: actors as typeof filters.actors })}
      />
      <Many
        title="Places"
        choices={choices?.places ?? []}
        chosen={filters.places}
        onChoose={(places) => onFilter({ places })}
      />
      <Time state={state} actions={actions} />
      <Many
        title="Sites"
        choices={choices?.sites ?? []}
        chosen={filters.sites}
        onChoose={(sites) => onFilter({ sites })}
      />
      {set > 0 && (
        <button type="button" class="button" onClick={actions.onClearFilters}>
          {set === 1 ? 'Clear the filter' : `Clear ${set} filters`}
        </button>
      )}
    </div>
  );
}

function States({ state: { view, shown }, actions }: ChooseProps) {
  return (
    <fieldset>
      <legend class="unseen">Which</legend>
      {(['kept', 'bin', 'changed'] as const).map((each: State) => {
        const count = shown?.choices.state.find(({ value }) => value === each)?.count ?? 0;
        if (each === 'changed' && count === 0 && view.filters.state !== each) return null;
        return (
          <label key={each} class="choice">
            <input
              type="radio"
              name="state"
              checked={view.filters.state === each}
              onChange={() => actions.onFilter({ state: each })}
            />
            <span>{STATES[each]}</span>
            <span class="count">{number(count)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

function Colours({ state: { view, shown, colours }, actions }: ChooseProps) {
  const { colours: chosen } = view.filters;
  const turn = (colour: Colour) =>
    actions.onFilter({
      colours: chosen.includes(colour) ? chosen.filter((one) => one !== colour) : [...chosen, colour],
    });
  return (
    <fieldset>
      <legend>Colours</legend>
      {COLOURS.map((colour) => (
        <label key={colour} class="choice" style={{ '--hue': HUES[colour] }}>
          <input type="checkbox" checked={chosen.includes(colour)} onChange={() => turn(colour)} />
          <i class="hue" aria-hidden="true" />
          <bdi>{colours[colour]}</bdi>
          <span class="count">
            {number(shown?.choices.colours.find(({ value }) => value === colour)?.count ?? 0)}
          </span>
        </label>
      ))}
      <ColourNames colours={colours} onName={actions.onNameColour} />
    </fieldset>
  );
}

function ColourNames({
  colours,
  onName,
}: {
  readonly colours: LibraryState['colours'];
  readonly onName: LibraryActions['onNameColour'];
}) {
  return (
    <details class="fold">
      <summary>Name the colours</summary>
      {COLOURS.map((colour) => (
        <label key={colour} class="colour-name" style={{ '--hue': HUES[colour] }}>
          <i class="hue" aria-hidden="true" />
          <span class="unseen">What {colour} means</span>
          <input
            type="text"
            dir="auto"
            maxLength={40}
            value={colours[colour]}
            onChange={({ currentTarget }) => onName(colour, currentTarget.value.trim())}
          />
        </label>
      ))}
      <p class="hint">Empty brings back the first name.</p>
    </details>
  );
}

const AT_FIRST = 6;
const MOST_SHOWN = 60;

interface ManyProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: string[]) => void;
}

/** Chosen ones are always shown, so that they can be taken back. */
function Many({ title, choices, chosen, onChoose }: ManyProps) {
  const [typed, type] = useState('');
  const [open, setOpen] = useState(false);
  if (choices.length === 0 && chosen.length === 0) return null;
  const wanted = typed.trim().toLowerCase();
  const fitting = choices.filter(({ name }) => name.toLowerCase().includes(wanted));
  const all = wanted !== '' || open;
  const some = fitting.slice(0, all ? MOST_SHOWN : AT_FIRST);
  const gone = chosen
    .filter((value) => !some.some((one) => one.value === value))
    .map((value) => choices.find((one) => one.value === value) ?? { value, name: value, count: 0 });
  const turn = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset>
      <legend>{title}</legend>
      {choices.length > AT_FIRST * 2 && (
        <input
          type="search"
          class="narrow"
          dir="auto"
          aria-label={`Find among ${title.toLowerCase()}`}
          placeholder={`Find among ${number(choices.length)}`}
          value={typed}
          onInput={({ currentTarget }) => type(currentTarget.value.slice(0, 100))}
        />
      )}
      {[...gone, ...some].map(({ value, name, count }) => (
        <label key={value} class="choice">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => turn(value)} />
          <bdi>{name}</bdi>
          <span class="count">{number(count)}</span>
        </label>
      ))}
      {wanted === '' && fitting.length > AT_FIRST && (
        <button type="button" class="inline more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Fewer' : `${number(Math.min(fitting.length, MOST_SHOWN) - AT_FIRST)} more`}
        </button>
      )}
      {wanted !== '' && fitting.length === 0 && <p class="hint">None of that name.</p>}
    </fieldset>
  );
}

function Time({ state: { view }, actions }: ChooseProps) {
  const { from, to, by } = view.filters;
  return (
    <fieldset>
      <legend>Time</legend>
      <select
        aria-label="Which time"
        value={by}
        onChange={({ currentTarget }) =>
          actions.onFilter({ by: currentTarget.value === 'kept' ? 'kept' : 'article' })
        }
      >
        <option value="article">Date of the article</option>
        <option value="kept">Day it was kept</option>
      </select>
      <label class="day">
        <span>from</span>
        <input
          type="date"
          value={from ?? ''}
          onChange={({ currentTarget }) => actions.onFilter({ from: currentTarget.value || null })}
        />
      </label>
      <label class="day">
        <span>to</span>
        <input
          type="date"
          value={to ?? ''}
          onChange={({ currentTarget }) => actions.onFilter({ to: currentTarget.value || null })}
        />
      </label>
    </fieldset>
  );
}
