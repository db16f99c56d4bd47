// Where the notes shall lie: the kind of place, its fields, and a try before anything else. The fields keep what was typed
// by themselves, so a password is never part of the page's state.
import type { TargetedSubmitEvent } from 'preact';
import { Described } from './Described.tsx';
import { Entry } from './Entry.tsx';
import {
  type Field,
  type FieldName,
  PLACE_KINDS,
  PLACES,
  type PlaceKind,
  WEBDAV_HELP,
} from './place-kinds.ts';
import type { Typed } from './read-place.ts';
import { NO_FOLDER, NOT_ALLOWED } from './step-words.ts';
import type { PlaceStep, SyncActions } from './sync-state.ts';
import { TriedPlace } from './TriedPlace.tsx';

interface PlaceFormProps {
  readonly step: PlaceStep;
  readonly actions: SyncActions;
  readonly hasFolders: boolean;
}

const NAMES: readonly FieldName[] = ['address', 'bucket', 'region', 'prefix', 'user', 'password'];

function typedIn(form: HTMLFormElement): Typed {
  const data = new FormData(form);
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = data.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

export function PlaceForm({ step, actions, hasFolders }: PlaceFormProps) {
  const { place, goal, trying } = step;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void actions.onTry(typedIn(event.currentTarget));
  };
  return (
    <div class="sync-step" aria-busy={trying}>
      <h3 id="sync-step" tabIndex={-1}>
        {goal === 'set up' ? 'Where shall they lie?' : 'Another address, password or place'}
      </h3>
      {goal === 'change place' && (
        <p class="hint">Nothing is removed, neither here nor where your notes lie now.</p>
      )}
      <form onSubmit={submit} onInput={actions.onTyped} autocomplete="off">
        <fieldset class="sync-kinds">
          <legend class="unseen">Kind of place</legend>
          {PLACE_KINDS.map((kind) => (
            <Kind
              key={kind}
              kind={kind}
              checked={kind === place}
              disabled={kind === 'folder' && !hasFolders}
              onChoose={() => actions.onPlace(kind)}
            />
          ))}
        </fieldset>
        {place === 'webdav' && <WebdavHelp />}
        {PLACES[place].fields.map((field) => (
          <FieldShown
            key={`${place}-${field.name}`}
            field={field}
            value={step.before[field.name]}
            error={step.errors[field.name]}
          />
        ))}
        {step.wrongFolder && (
          <p class="notice">
            Look at the settings of the device that has your notes: the address stands there, letter by
            letter. Capital letters matter.
          </p>
        )}
        <p class="own-buttons">
          <button type="submit" class="button sync-main" aria-disabled={trying}>
            {place === 'folder' ? 'Choose a folder…' : 'Try it'}
          </button>
          <button type="button" class="button" onClick={actions.onLeaveStep}>
            Cancel
          </button>
        </p>
      </form>
      <div role="status">
        {trying && (
          <p class="hint">
            A test file is written there, read back and removed. On a slow server that takes some seconds.
          </p>
        )}
        {step.refused && <p class="notice">{place === 'folder' ? NO_FOLDER : NOT_ALLOWED}</p>}
      </div>
      {step.tried && <TriedPlace tried={step.tried} goal={goal} place={place} actions={actions} />}
    </div>
  );
}

interface KindProps {
  readonly kind: PlaceKind;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

function Kind({ kind, checked, disabled, onChoose }: KindProps) {
  const { title, line } = PLACES[kind];
  return (
    <label class="sync-kind">
      <input
        type="radio"
        name="kind"
        value={kind}
        checked={checked}
        disabled={disabled}
        aria-labelledby={`sync-kind-${kind}`}
        aria-describedby={`sync-kind-${kind}-for`}
        onChange={onChoose}
      />
      <span>
        <strong id={`sync-kind-${kind}`}>{title}</strong>
        <span class="own-line hint" id={`sync-kind-${kind}-for`}>
          {disabled
            ? 'This browser lets no page write in a folder. An encrypted file, under “Your passages and notes”, does the same by hand.'
            : line}
        </span>
      </span>
    </label>
  );
}

interface FieldShownProps {
  readonly field: Field;
  readonly value: string | undefined;
  readonly error: string | undefined;
}

function FieldShown({ field: { name, label, hint, example, isSecret }, value, error }: FieldShownProps) {
  const id = `sync-${name}`;
  return (
    <Described id={id} label={label} hint={hint} error={error}>
      <Entry
        id={id}
        name={name}
        isSecret={isSecret === true}
        // A password manager would offer that of another site, and keep this one under our name.
        autocomplete={isSecret ? 'new-password' : 'off'}
        inputMode={name === 'address' ? 'url' : undefined}
        dir={name === 'address' ? 'ltr' : 'auto'}
        longest={2_000}
        example={example}
        value={value}
        invalid={error !== undefined}
      />
    </Described>
  );
}

function WebdavHelp() {
  return (
    <details class="fold">
      <summary>Where do I find the address?</summary>
      <dl class="sync-help">
        {WEBDAV_HELP.map(({ product, help, address }) => (
          <div key={product}>
            <dt>{product}</dt>
            <dd>
              {help} It looks like <code dir="ltr">{address}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
