// “The Iranian president”: whoever held the office on the article's day, and nobody where that is not sure. Packs write such a
// name with the days between which it surely held; here it is asked whether the article means the holder of its own day.
import type { NameRow } from '../knowledge/index.ts';
import type { Span } from './candidates.ts';

/** A name that an office gave its holder for a time. */
export function isOffice({ type, kind, from, to }: NameRow): boolean {
  return type === 'description' && kind === 'person' && from !== undefined && to !== undefined;
}

/** @param day the article's own; `null`: it says none, and nobody can be named */
export function isHolder({ from, to }: NameRow, span: Span, day: string | null): boolean {
  if (day === null || from === undefined || to === undefined) return false;
  return from < day && day < to && isOfNow(span, day);
}

/** “was the French president”, “as Iraq’s prime minister”: what somebody became or had been, whoever is it now. */
const BECOMES = new Set(
  'as become becomes became becoming was were been be being is named elected appointed sworn makes made a an or former ex then next future late deputy acting first new previous outgoing incoming current any every no another'.split(
    ' ',
  ),
);

function isOfNow({ at, from, to }: Span, day: string): boolean {
  const { tokens } = at;
  const next = tokens[to];
  // A name follows, which is marked itself; or “president-elect”.
  if (
    next &&
    (next.gap === 'hyphen' || (next.gap === 'space' && next.shape !== 'lower' && next.shape !== 'number'))
  )
    return false;
  const before = tokens[from - 1];
  const article = before?.folded === 'the' && tokens[from]?.gap === 'space';
  const owned = tokens.slice(from, to - 1).some(({ possessive }) => possessive);
  if (!article && !owned && !at.titled) return false;
  const word = article ? tokens[from - 2] : before;
  const runsOn = (article ? before : tokens[from])?.gap === 'space';
  if (word && runsOn && BECOMES.has(word.folded)) return false;
  return !tellsOfAnotherYear(at, from, day);
}

/** “In 1979 the Iranian president …” */
function tellsOfAnotherYear({ tokens, sentences }: Span['at'], token: number, day: string): boolean {
  const sentence = sentences[token];
  for (const step of [-1, 1])
    for (let index = token; sentences[index] === sentence && tokens[index]; index += step) {
      const text = tokens[index]?.text ?? '';
      if (/^(?:1[89]|20)\d\d$/.test(text) && text !== day.slice(0, 4)) return true;
    }
  return false;
}
