// Clues that a known name is a part of something else that is meant: of an office, of one year's cup, of half a land,
// of some people of a country. The name itself is right, and a mark on it would still be about another thing.
import { type Clue, isPlaceKind, NOTHING, type Reading, type Surroundings } from './clues.ts';
import { isCounting, isDirection, isTeamRole, isTitle } from './english.ts';
import type { Reason } from './mention.ts';

type Doubt = Extract<Reason, { code: 'doubt' }>['why'];

const doubt = (odds: number, why: Doubt, detail: string): Clue => ({
  odds,
  reasons: [{ code: 'doubt', why, detail }],
});

/** Surely something else than its bearer. */
const ELSE = -7;

/** “French President Emmanuel Macron”: an office, and one who is known and whose card says whose office it is. */
export function office({ row, span: { at, to } }: Reading, { spansAt }: Surroundings): Clue {
  if (row.type !== 'adjective' && row.type !== 'acronym') return NOTHING;
  if (row.kind !== 'country' && row.kind !== 'union') return NOTHING;
  let end = to;
  while (isCapitalised(at.tokens[end]) && isTitle(at.tokens[end]?.folded ?? '')) end++;
  if (end === to || !isCapitalised(at.tokens[end])) return NOTHING;
  if (!spansAt(at, end)?.some(({ rows }) => rows.some(({ kind }) => kind === 'person'))) return NOTHING;
  return doubt(ELSE, 'office', at.block.text.slice(at.tokens[to]?.start, at.tokens[end - 1]?.end));
}

function isCapitalised(token: Reading['span']['at']['tokens'][number] | undefined): boolean {
  return token?.gap === 'space' && (token.shape === 'title' || token.shape === 'upper');
}

/** “Most Britons”, “100,000 Greeks”, “a Frenchman”: some people, not their country. “The Saudis” may be either. */
export function people({ row, span: { at, from } }: Reading): Clue {
  if (row.type !== 'demonym' || row.kind === 'collective') return NOTHING;
  const before = at.tokens[from]?.gap === 'space' ? at.tokens[from - 1] : undefined;
  if (!before) return NOTHING;
  const counts = before.shape === 'number' || isCounting(before.folded);
  return counts ? doubt(ELSE, 'people', before.text) : NOTHING;
}

/** “the 1999 World Cup”, “FIFA World Cup 2018”: one of many, and each is told of by itself. */
export function edition({ row, span: { at, from, to } }: Reading): Clue {
  if (row.kind !== 'thing' && row.kind !== 'organisation') return NOTHING;
  const before = at.tokens[from]?.gap === 'space' ? at.tokens[from - 1] : undefined;
  const after = at.tokens[to]?.gap === 'space' ? at.tokens[to] : undefined;
  const year = [before, after].find((token) => token && YEAR.test(token.text));
  return year ? doubt(ELSE, 'edition', year.text) : NOTHING;
}

const YEAR = /^(?:19|20)\d\d$/;

/** “Southern California” is a part of it with a name of its own; “southern California” is only a direction. */
export function part({ row, span: { at, from } }: Reading): Clue {
  if ((row.kind !== 'region' && row.kind !== 'country') || row.type !== 'label') return NOTHING;
  const before = at.tokens[from]?.gap === 'space' ? at.tokens[from - 1] : undefined;
  if (before?.shape !== 'title' || before.gap === 'stop' || !isDirection(before.folded)) return NOTHING;
  return at.titled || at.shouted ? NOTHING : doubt(ELSE, 'part', before.text);
}

/** “England captain Andrew Strauss”: whoever has a captain or a coach is a team. */
export function players({ row, span: { at, to } }: Reading, { isSport }: Surroundings): Clue {
  if (isSport || !isPlaceKind(row.kind)) return NOTHING;
  const next = at.tokens[to];
  if (next?.gap !== 'space' || next.shape !== 'lower' || !isTeamRole(next.folded)) return NOTHING;
  return doubt(ELSE, 'team', next.text);
}
