// One pack: what is in it, from when, by whom, on what terms; and the way to be rid of it. The second press lies
// on the same button, so that the keyboard stays where it is; Escape, or the button beside it, takes it back.
import { WebLink } from '../../components/WebLink.tsx';
import { wordDate } from '../../core/knowledge/dates.ts';
import type { PackInfo } from '../../messaging/pack-requests.ts';
import { wordSize } from './import-words.ts';
import { PackOrigin } from './PackOrigin.tsx';
import { notesOf } from './pack-notes.ts';
import type { OptionsActions, Removal } from './state.ts';

/** The pack that comes with the extension: without it nothing would be known at all. */
const STARTER = 'starter';

interface PackProps {
  readonly pack: PackInfo;
  readonly removal: Removal | null;
  readonly actions: Pick<OptionsActions, 'onRemove' | 'onKeep' | 'onLookAgain' | 'onSchedule'>;
}

export function Pack({ pack, removal, actions }: PackProps) {
  const { counts } = pack;
  const count = (value: number, what: string) => `${value.toLocaleString('en-GB')} ${what}`;
  // `built` may be a day or an instant; the day is what matters to a person.
  const built = /^\d{4}-\d{2}-\d{2}/.test(pack.built) ? wordDate(pack.built.slice(0, 10)) : pack.built;
  const { machineCoded, ownUse } = notesOf(pack);
  return (
    <article class="pack">
      <h3 dir="auto">{pack.title}</h3>
      <p>
        {count(counts.entities, 'actors and places')}, {count(counts.names, 'names')},{' '}
        {count(counts.events, 'events')}
      </p>
      <p class="hint">
        Version {pack.version}, built {built}, {wordSize(pack.bytes)}. Licence: {pack.licence}.
      </p>
      {machineCoded && (
        <p class="pack-note">
          Found by a program that reads the news, not by people: it is often wrong in who, where and how
          often.
        </p>
      )}
      {ownUse && <p class="pack-note">For your own use: its licence does not let you pass this pack on.</p>}
      <details class="fold">
        <summary>Whose work it rests on ({pack.attribution.length})</summary>
        <ul class="attribution">
          {pack.attribution.map(({ text, url, licence }) => (
            <li key={text} dir="auto">
              <WebLink url={url}>{text}</WebLink> <span class="hint">({licence})</span>
            </li>
          ))}
        </ul>
      </details>
      {pack.id === STARTER ? (
        <p class="hint">It comes with Backstory, is updated with it and cannot be removed.</p>
      ) : (
        <>
          <PackOrigin pack={pack} {...actions} />
          <Remove pack={pack} step={removal?.pack === pack.id ? removal.step : null} {...actions} />
        </>
      )}
    </article>
  );
}

interface RemoveProps extends Pick<OptionsActions, 'onRemove' | 'onKeep'> {
  readonly pack: PackInfo;
  readonly step: Removal['step'] | null;
}

function Remove({ pack, step, onRemove, onKeep }: RemoveProps) {
  const name = <span class="unseen"> {pack.title}</span>;
  return (
    <p
      class="remove"
      onKeyDown={({ key }) => {
        if (key === 'Escape' && step === 'asked') onKeep();
      }}
    >
      <button
        type="button"
        class={step === null ? 'button' : 'button grave'}
        aria-disabled={step === 'removing'}
        onClick={() => step !== 'removing' && onRemove(pack.id)}
      >
        {step === null ? 'Remove' : step === 'asked' ? 'Yes, remove' : 'Removing…'}
        {name}
      </button>
      {step === 'asked' && (
        <button type="button" class="button" onClick={onKeep}>
          Keep it
        </button>
      )}
      <span class="hint" role="status">
        {step === 'asked' && 'Its names will no longer be marked. Your own notes stay.'}
      </span>
    </p>
  );
}
