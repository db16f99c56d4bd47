// An error as a person can use it: what happened, what was kept, what to do, and a button where doing it
// again can help.
import { wordError } from './error-words.ts';

export function Trouble({ code, onRetry }: { readonly code: string; readonly onRetry: () => void }) {
  const { what, kept, todo } = wordError(code);
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
