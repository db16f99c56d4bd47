// Where an article says itself in what land a town lies: “Huntsville, Texas”, “Paris (Texas)”, “Mosul in Iraq”. Said once,
// it holds for the whole article, unless two towns of one name are told apart in it.
import type { NameRow } from '../knowledge/index.ts';
import type { Span } from './candidates.ts';
import { isPlaceKind, nameOf } from './clues.ts';
import type { Ties } from './evidence.ts';

type SpansAt = (at: Span['at'], token: number) => readonly Span[] | undefined;

/** Answers, for a span, in what land the article says that it lies. */
export function landsSaid(
  spans: readonly Span[],
  spansAt: SpansAt,
  ties: Ties,
): (span: Span) => NameRow | undefined {
  const bySpan = new Map<Span, NameRow>();
  const byName = new Map<string, NameRow | null>();
  for (const span of spans) {
    const land = landBehind(span, spansAt, ties);
    if (!land) continue;
    bySpan.set(span, land);
    const name = nameOf(span);
    const before = byName.get(name);
    byName.set(name, before === undefined || before?.id === land.id ? land : null);
  }
  return (span) => bySpan.get(span) ?? byName.get(nameOf(span)) ?? undefined;
}

function landBehind(span: Span, spansAt: SpansAt, ties: Ties): NameRow | undefined {
  if (!span.rows.some(({ kind }) => kind === 'city' || kind === 'region' || kind === 'facility'))
    return undefined;
  const { at, to, end } = span;
  const next = at.tokens[to];
  if (!next) return undefined;
  const between = at.block.text.slice(end, next.start);
  const isIn = between === ' ' && next.folded === 'in';
  const land = isIn || between === ', ' || between === ' (' || between === ' ' ? (isIn ? to + 1 : to) : null;
  const [whole] = land === null ? [] : (spansAt(at, land) ?? []);
  if (!whole) return undefined;
  const kin = whole.rows.find(
    (row) => isLand(row) && span.rows.some(({ id }) => id !== row.id && ties.of(id).has(row.id)),
  );
  if (kin || between !== ', ') return kin;
  // “Kabul, Helmand and Herat” is a list; “Huntsville, Texas.” is not.
  const after = at.tokens[whole.to];
  const isList = after?.folded === 'and' || (after?.gap === 'comma' && spansAt(at, whole.to) !== undefined);
  return isList ? undefined : whole.rows.find(({ kind, type }) => kind === 'region' && type === 'label');
}

/** A place that others lie in, by its own name. */
function isLand({ kind, type }: NameRow): boolean {
  return (
    isPlaceKind(kind) &&
    kind !== 'facility' &&
    type !== 'adjective' &&
    type !== 'demonym' &&
    type !== 'metonym'
  );
}
