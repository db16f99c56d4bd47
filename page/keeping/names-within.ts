// The actors and places that a passage names, as the reader of the page found them.
import { KeptNames, MOST_NAMES } from '../../core/annotation/kept/index.ts';
import type { Names } from '../keeper-handle.ts';

/** A name, and where it stands. */
export interface Named {
  readonly mention: Names['mentions'][number];
  readonly range: StaticRange | null;
}

export function namedIn({ mentions, text }: Names): Named[] {
  return mentions.map((mention) => ({
    mention,
    range: text.map.rangeOf(mention.block, mention.start, mention.end),
  }));
}

function live({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range | null {
  const range = new Range();
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range;
  } catch {
    // The page has cut the text short since.
    return null;
  }
}

/** Those that lie in it as a whole, each once. */
export function namesWithin(passage: AbstractRange, named: readonly Named[]): KeptNames {
  const whole = live(passage);
  if (!whole) return [];
  const found = new Map<string, { entity: unknown; text: string; kind: unknown }>();
  for (const { mention, range } of named) {
    const one = range && live(range);
    if (!one || found.size >= MOST_NAMES) continue;
    const isWithin =
      one.startContainer.getRootNode() === whole.startContainer.getRootNode() &&
      whole.compareBoundaryPoints(Range.START_TO_START, one) <= 0 &&
      whole.compareBoundaryPoints(Range.END_TO_END, one) >= 0;
    // What is not surely one is not kept as one.
    if (!mention.shown && mention.entity !== null) continue;
    const text = mention.entity === null ? one.toString().replace(/\s+/g, ' ').trim() : mention.name;
    if (!isWithin || text === '') continue;
    const key = mention.entity ?? `"${text}"`;
    if (!found.has(key)) found.set(key, { entity: mention.entity, text, kind: mention.kind });
  }
  const names = KeptNames.safeParse([...found.values()]);
  return names.success ? names.data : [];
}
