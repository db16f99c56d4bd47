// A text in which the words that were searched for are marked.
import { partsOf } from '../core/annotation/search/index.ts';

export interface FoundTextProps {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  /** Characters; a longer text is cut around the first that was found. */
  readonly most: number;
}

export function FoundText({ text, terms, most }: FoundTextProps) {
  return (
    <>
      {partsOf(text, terms, most).map((part, index) =>
        part.found ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
      )}
    </>
  );
}
