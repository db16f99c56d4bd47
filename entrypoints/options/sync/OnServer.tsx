// What whoever runs the server can see, with the figures of this very vault.
import { wordSize } from '../import-words.ts';
import { type SetUp, there, wordTime } from './status-words.ts';

export function OnServer({ status, now }: { readonly status: SetUp; readonly now: number }) {
  const { onServer, place } = status;
  const isFolder = place.kind === 'folder';
  return (
    <details class="fold">
      <summary>{isFolder ? 'What is in the folder' : 'What is on the server'}</summary>
      {onServer ? (
        <dl class="sync-figures">
          <Figure name="Devices" value={onServer.devices.toLocaleString('en-GB')} />
          <Figure name="Files" value={onServer.files.toLocaleString('en-GB')} />
          <Figure
            name="Size, rounded up"
            value={wordSize(onServer.bytes) + (onServer.unknownSizes > 0 ? ' at least' : '')}
          />
          <Figure name="Looked at" value={wordTime(onServer.at, now)} />
        </dl>
      ) : (
        <p class="hint">It was not looked at yet.</p>
      )}
      <p>
        That, and when each file was written and fetched, is what can be seen {there(place.kind)}: not a word,
        not a title, not an address, and sizes only roughly.
        {!isFolder && ' As with any visit, the server learns your network address.'} Each file is written by
        one device and never changed; a device removes only its own, once their content lies in a newer one.
      </p>
    </details>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
