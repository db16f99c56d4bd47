// Own entries, one under the other, each with what can be done to it.
import { wordKind } from '../../components/words.ts';
import type { OwnListed } from '../../messaging/own-requests.ts';

interface OwnRowsProps {
  readonly entries: readonly OwnListed[];
  readonly onEdit?: (entry: OwnListed) => void;
  readonly onDelete?: (entry: OwnListed) => void;
  readonly onRestore?: (entry: OwnListed) => void;
}

export function OwnRows({ entries, onEdit, onDelete, onRestore }: OwnRowsProps) {
  return (
    <ul class="rows own-rows">
      {entries.map((entry) => (
        <li key={entry.id}>
          <span>
            <strong dir="auto">{entry.name}</strong>{' '}
            <span class="hint">{entry.extends ? 'your addition' : wordKind(entry.kind)}</span>
            {entry.line !== '' && (
              <span class="own-line hint" dir="auto">
                {entry.line}
              </span>
            )}
          </span>
          <span class="own-buttons">
            {onEdit && <Do what="Change" entry={entry} on={onEdit} />}
            {onDelete && <Do what="Delete" entry={entry} on={onDelete} />}
            {onRestore && <Do what="Bring back" entry={entry} on={onRestore} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface DoProps {
  readonly what: string;
  readonly entry: OwnListed;
  readonly on: (entry: OwnListed) => void;
}

function Do({ what, entry, on }: DoProps) {
  return (
    <button type="button" class="button" onClick={() => on(entry)}>
      {what}
      <span class="unseen"> {entry.name}</span>
    </button>
  );
}
