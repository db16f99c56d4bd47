// What a plain list of names does: the longest name from left to right, and of all who bear it the most populous, or,
// where none of them has people, the most prominent. The same packs, the same tokens; no clue, no doubt.
import type { Knowledge, Known, NameRow } from '../../../core/knowledge/index.ts';
import { nameKey, type Token, tokenize } from '../../../core/text/index.ts';
import { TYPES } from '../../../tools/annotate/types.ts';
import type { Find, Found } from '../found.ts';
import { linker, type ToLink } from '../link.ts';

const LONGEST = 8;

/** Finds names by itself. */
export function gazetteer(knowledge: Knowledge): Find {
  const toLink = linker(knowledge);
  return async ({ text }) => {
    const tokens = tokenize(text);
    const names = await knowledge.names(keysOf(tokens));
    const found: Found[] = [];
    for (let from = 0; from < tokens.length; ) {
      const to = longest(tokens, from, names);
      if (to > from) found.push(...(await meant(text, tokens.slice(from, to), names, knowledge, toLink)));
      from = Math.max(from + 1, to);
    }
    return found;
  };
}

/** Is told where the names of places stand. */
export function gazetteerOnGold(knowledge: Knowledge): Find {
  const toLink = linker(knowledge);
  return async ({ text, mentions }) => {
    const found: Found[] = [];
    for (const { start, end } of mentions.filter(({ part, kind }) => part === 'name' && kind === 'LOC')) {
      const tokens = tokenize(text.slice(start, end)).map((token) => ({
        ...token,
        start: token.start + start,
        end: token.end + start,
      }));
      found.push(...(await meant(text, tokens, await knowledge.names([nameKey(tokens)]), knowledge, toLink)));
    }
    return found;
  };
}

function keysOf(tokens: readonly Token[]): Set<string> {
  const keys = new Set<string>();
  for (const [from, token] of tokens.entries()) {
    if (token.shape === 'lower') continue;
    for (let to = from + 1; to <= Math.min(from + LONGEST, tokens.length); to++)
      keys.add(nameKey(tokens.slice(from, to)));
  }
  return keys;
}

function longest(
  tokens: readonly Token[],
  from: number,
  names: ReadonlyMap<string, readonly NameRow[]>,
): number {
  if (tokens[from]?.shape === 'lower') return from;
  for (let to = Math.min(from + LONGEST, tokens.length); to > from; to--)
    if (names.has(nameKey(tokens.slice(from, to)))) return to;
  return from;
}

async function meant(
  text: string,
  tokens: readonly Token[],
  names: ReadonlyMap<string, readonly NameRow[]>,
  knowledge: Knowledge,
  toLink: ToLink,
): Promise<Found[]> {
  const rows = names.get(nameKey(tokens)) ?? [];
  const known = [...(await knowledge.entities(new Set(rows.map(({ id }) => id)))).values()];
  const [first] = known.sort(byPeopleThenProminence);
  const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  if (!first) return [];
  const type = TYPES[first.entity.kind];
  return [
    { start, end, text: text.slice(start, end), type, shown: true, confidence: 1, link: await toLink(first) },
  ];
}

const byPeopleThenProminence = ({ entity: a }: Known, { entity: b }: Known) =>
  (b.population ?? 0) - (a.population ?? 0) || b.salience - a.salience;
