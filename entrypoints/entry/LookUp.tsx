// A look-up in Wikidata, below the name: the button, who may be meant, and what came of it. Where it is switched off,
// which it is at first, one sentence and the way to the switch.
import { wordKind } from '../../components/words.ts';
import type { LookUpActions, LookUpState, Offered, TakenOver } from './look-up-state.ts';
import { wordLookUpTrouble } from './look-up-words.ts';

export interface LookUpProps {
  /** As the form has it now. */
  readonly name: string;
  /** The form is about somebody new, so that there is something to look for. */
  readonly isNew: boolean;
  readonly state: LookUpState;
  readonly actions: LookUpActions;
}

export function LookUp({ name, isNew, state, actions }: LookUpProps) {
  const { on, doing, trouble, taken, offered } = state;
  if (!(isNew || taken || trouble)) return null;
  return (
    <div class="look-up" aria-busy={doing !== null}>
      {isNew && on === false && <Off onSettings={actions.onSettings} />}
      {isNew && on === true && doing === null && (
        <p>
          <button
            type="button"
            class="button"
            id="look-up"
            aria-disabled={name.trim() === ''}
            onClick={() => name.trim() !== '' && actions.onSearch(name)}
          >
            Look it up in Wikidata
          </button>
        </p>
      )}
      <div role="status">
        <Doing state={state} />
        {trouble && <p class="notice">{wordLookUpTrouble(trouble.is, trouble.at)}</p>}
        {doing === null && offered && <Count of={offered.length} name={state.name} />}
        {taken && <Taken taken={taken} />}
      </div>
      {doing !== null && (
        <p>
          <button type="button" class="button" onClick={actions.onCancel}>
            Cancel
          </button>
        </p>
      )}
      {taken?.undo === 'possible' && (
        <p>
          <button type="button" class="button" onClick={actions.onUndo}>
            Undo
          </button>
        </p>
      )}
      {isNew && on === true && doing === null && offered && offered.length > 0 && (
        <ul>
          {offered.map((one) => (
            <Row key={one.id} offered={one} actions={actions} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Off({ onSettings }: Pick<LookUpActions, 'onSettings'>) {
  return (
    <p class="hint">
      Names can be looked up in Wikidata once you switch that on:{' '}
      <button type="button" class="inline" onClick={onSettings}>
        settings
      </button>
    </p>
  );
}

function Doing({ state: { doing, name } }: Pick<LookUpProps, 'state'>) {
  if (doing === null) return null;
  if (doing === 'searching')
    return (
      <p class="hint">
        Asking Wikidata for “<bdi>{name}</bdi>”…
      </p>
    );
  const { taking, progress } = doing;
  return (
    <p class="hint">
      <label>
        Taking over “<bdi>{taking.label || taking.id}</bdi>” and what it is tied to…{' '}
        <progress value={progress.done} max={progress.of} />
      </label>
    </p>
  );
}

function Count({ of, name }: { readonly of: number; readonly name: string }) {
  if (of === 0)
    return (
      <p class="hint">
        Wikidata knows nobody and nothing by the name “<bdi>{name}</bdi>”. Another spelling may help, or write
        the entry yourself.
      </p>
    );
  return (
    <p class="hint">
      {of === 1 ? 'One is' : `${of} are`} called “<bdi>{name}</bdi>” or alike:
    </p>
  );
}

function Row({ offered, actions }: { readonly offered: Offered; readonly actions: LookUpActions }) {
  const { id, label, description, known } = offered;
  const name = label || id;
  return (
    <li>
      <p>
        <strong dir="auto">{name}</strong>{' '}
        <span class="hint">
          {id}
          {known && `, ${wordKind(known.kind)}, known already`}
        </span>
      </p>
      <p class="hint" dir="auto">
        {description}
      </p>
      {known ? (
        <button type="button" class="button" onClick={() => actions.onJoin(known)}>
          {known.own ? 'Change this one' : 'Add to this one'}
          <Meant {...offered} />
        </button>
      ) : (
        <button type="button" class="button" onClick={() => actions.onTake(offered)}>
          Take over
          <Meant {...offered} />
        </button>
      )}
    </li>
  );
}

/** Several may bear the very same name: what they are tells the buttons apart. */
function Meant({ id, label, description }: Offered) {
  return <span class="unseen">{` ${label || id}${description === '' ? '' : `, ${description}`}`}</span>;
}

function Taken({ taken: { name, relatives, known, undo } }: { readonly taken: TakenOver }) {
  if (undo === 'undone')
    return (
      <p class="about">
        “<bdi>{name}</bdi>” and what came with it are deleted again.
      </p>
    );
  return (
    <p class="about">
      “<bdi>{name}</bdi>” is taken over from Wikidata and marked from now on.
      {relatives.length > 0 && (
        <>
          {' '}
          With it came{' '}
          {relatives.map((each, index) => (
            <span key={each}>
              {index > 0 && ', '}
              <bdi>{each}</bdi>
            </span>
          ))}
          .
        </>
      )}
      {known > 0 && ` ${known} more that it is tied to ${known === 1 ? 'was' : 'were'} known already.`}
    </p>
  );
}
