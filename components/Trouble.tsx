// An error on a page of our own, by its code.
import { wordError } from './error-words.ts';
import { TroubleSaid } from './TroubleSaid.tsx';

export function Trouble({ code, onRetry }: { readonly code: string; readonly onRetry: () => void }) {
  return <TroubleSaid code={code} words={wordError(code)} onRetry={onRetry} />;
}
