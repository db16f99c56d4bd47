// Packs that lie on some server: one whose address the reader has, or one of a catalogue. Nothing is asked of any
// server before a press on a button here.
import { wordDate } from '../../core/knowledge/dates.ts';
import type { Offered } from '../../core/knowledge/remote/catalogue.ts';
import type { PackInfo } from '../../messaging/pack-requests.ts';
import { AllowButton } from './AllowButton.tsx';
import { counted, wordImportFailure, wordSize } from './import-words.ts';
import type { OptionsActions, OptionsState } from './state.ts';

interface ElsewhereProps {
  readonly catalogue: OptionsState['catalogue'];
  readonly installed: readonly PackInfo[];
  readonly actions: Pick<OptionsActions, 'onAddress' | 'onCatalogue' | 'onOffer' | 'onAllow'>;
}

export function Elsewhere({ catalogue, installed, actions }: ElsewhereProps) {
  return (
    <details class="fold elsewhere">
      <summary>From an address, or from a catalogue</summary>
      <AddressForm label="Address of a pack" button="Add" onAddress={actions.onAddress} />
      <AddressForm
        label="Address of a catalogue"
        button="Show it"
        value={catalogue.address}
        onAddress={actions.onCatalogue}
      />
      <p class="hint">
        Each press asks that one server for that one file. It learns your network address, as from any visit,
        and nothing of what you read.
      </p>
      <div role="status">
        {catalogue.kind === 'asking' && <p class="hint">Asking for the catalogue…</p>}
        {catalogue.kind === 'failed' && (
          <p>
            <strong>No catalogue.</strong> {Object.values(wordImportFailure(catalogue.code)).join(' ')}
          </p>
        )}
      </div>
      {catalogue.kind === 'failed' && catalogue.code === 'unreachable' && (
        <AllowButton address={catalogue.address} onAllow={() => actions.onAllow(catalogue)} />
      )}
      {catalogue.kind === 'there' && (
        <>
          <h4 dir="auto">{catalogue.value.title}</h4>
          <p class="hint">As of {wordDate(catalogue.value.updated)}.</p>
          {catalogue.value.packs.length === 0 && <p>It offers no pack.</p>}
          <ul class="rows offers">
            {catalogue.value.packs.map((offered) => (
              <Offer
                key={offered.id}
                offered={offered}
                installed={installed.find(({ id }) => id === offered.id)}
                onOffer={actions.onOffer}
              />
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

interface AddressFormProps {
  readonly label: string;
  readonly button: string;
  readonly value?: string;
  readonly onAddress: (address: string) => void;
}

function AddressForm({ label, button, value, onAddress }: AddressFormProps) {
  return (
    <form
      class="address"
      onSubmit={(event) => {
        event.preventDefault();
        const address = new FormData(event.currentTarget).get('address');
        if (typeof address === 'string') onAddress(address);
      }}
    >
      <label>
        {label}
        <input
          name="address"
          type="url"
          dir="ltr"
          required
          maxLength={2000}
          defaultValue={value ?? ''}
          placeholder="https://"
        />
      </label>
      <button type="submit" class="button">
        {button}
      </button>
    </form>
  );
}

interface OfferProps {
  readonly offered: Offered;
  readonly installed: PackInfo | undefined;
  readonly onOffer: OptionsActions['onOffer'];
}

function Offer({ offered, installed, onOffer }: OfferProps) {
  const { id, title, description, version, built, bytes, licence, counts } = offered;
  const isHere = installed?.version === version;
  return (
    <li>
      <div>
        <p dir="auto">{title}</p>
        {description !== undefined && (
          <p class="hint" dir="auto">
            {description}
          </p>
        )}
        <p class="hint">
          {counted(counts.entities, 'actor or place', 'actors and places')},{' '}
          {counted(counts.events, 'event', 'events')}; version {version}, built {wordDate(built)},{' '}
          {wordSize(bytes)} to download. Licence: {licence}.
        </p>
      </div>
      {isHere ? (
        <span class="hint">installed</span>
      ) : (
        <button type="button" class="button" onClick={() => onOffer(id)}>
          {installed ? 'Update' : 'Add'}
          <span class="unseen"> {title}</span>
        </button>
      )}
    </li>
  );
}
