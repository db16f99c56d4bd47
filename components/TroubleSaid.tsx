// An error as a person can use it: what happened, what was kept, what to do, and a button where doing it
// again can help.
import type { ErrorWords } from './card-error-words.ts';

export interface TroubleSaidProps {
  readonly code: string;
  readonly words: ErrorWords;
  readonly onRetry: () => void;
}

export function TroubleSaid({ code, words: { what, kept, todo }, onRetry }: TroubleSaidProps) {
  return (
    <div class="trouble">
      <p>{what}</p>
      <p>
        {kept} {todo}
      </p>
      {/* Only a reload of the page helps a script that has lost its extension. */}
      {code !== 'extension-gone' && (
        <button type="button" class="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
