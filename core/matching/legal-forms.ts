// “Lockheed Martin Corp.”, “Texaco, Inc”: a company with its legal form behind its name is that company. Agencies write it so
// at the first mention, each in its own way, and no pack lists them all.
import type { Span } from './candidates.ts';
import { isCompanyEnding } from './name-words.ts';

/** “Co Ltd”, “Holdings Co Ltd” is as long as they get. */
const MOST = 2;

/** The spans, and beside each that may be a company's and has a legal form behind it, the longer one. */
export function withLegalForms(spans: readonly Span[]): Span[] {
  const longer = spans.flatMap((span) => longerOf(span) ?? []);
  if (longer.length === 0) return [...spans];
  const byBlock = Map.groupBy(spans, ({ at }) => at);
  const isKnown = ({ at, from, to }: Span) =>
    byBlock.get(at)?.some((span) => span.from === from && span.to === to) ?? false;
  return [...spans, ...longer.filter((span) => !isKnown(span))];
}

function longerOf(span: Span): Span | null {
  const { at, from, to, start } = span;
  const rows = span.rows.filter(({ kind, type }) => kind === 'company' && type !== 'adjective');
  if (rows.length === 0) return null;
  let end = to;
  while (end < to + MOST && isLegalForm(at, end)) end++;
  const last = at.tokens[end - 1];
  if (end === to || !last) return null;
  // “Orange Co.” is a county, too.
  const isOther = rows.length < span.rows.length && at.tokens[to]?.folded === 'co';
  return isOther ? null : { at, from, to: end, start, end: last.end, rows };
}

function isLegalForm({ tokens, block }: Span['at'], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (!token || !before || before.possessive || token.shape === 'lower') return false;
  const between = block.text.slice(before.end, token.start);
  return (between === ' ' || between === ', ') && isCompanyEnding(token.folded);
}
