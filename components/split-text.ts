// A background may have 2,000 letters; a footnote shows a few lines and folds the rest, cut between sentences.

/** About five lines of a card. */
const LEAD = 300;

/** Whole sentences of at most about `LEAD` letters, at least one; and what follows, empty where all fits. */
export function splitText(text: string): [lead: string, rest: string] {
  if (text.length <= LEAD * 1.3) return [text, ''];
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    if (end > 0 && index + segment.length > LEAD) break;
    end = index + segment.length;
  }
  return [text.slice(0, end).trim(), text.slice(end).trim()];
}
