// One office has one holder at a time, unless somebody acts in another's place or the office is in dispute. A day
// on which it changes hands belongs to both. Offices are told apart by their words and by whose they are.
import { firstDay, lastDay } from '../../../core/knowledge/dates.ts';
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';
import type { Role } from '../../../core/knowledge/terms.ts';
import type { Problem } from '../problem.ts';
import { type CheckedPack, finding, type Rule, shared } from './pack.ts';

const EXEMPT = /\b(?:acting|interim|caretaker|disputed|claimant|rival)\b/i;
/** Reviewed: offices that several hold at one time by their nature. */
const SEVERAL =
  /\b(?:members?|deputy|vice|assistant|co-\w+|captains? regent|advis[eo]r|senator|judge|justice|spokes\w+|minister of state|without portfolio|lawmaker|MP|envoy|director|commander|general|cleric|co-founder|founder|marja)\b/i;
const EVER = '9999-12-31';
const DAY = 86_400_000;
/** Days; more than that and the pack does not tell of all who held the office. */
const LONGEST_GAP = 1000;

interface Term extends Role {
  readonly person: string;
}

export const offices: Rule = (pack) => [...shared(held(pack), office).values()].flatMap(clashes);

/** Between two holders nobody is known: said, but no mistake, since offices do stay empty. */
export const gaps: Rule = (pack) => [...shared(held(pack), office).values()].flatMap(between);

function held({ entities }: CheckedPack): Term[] {
  return entities
    .filter(({ kind }) => kind === 'person')
    .flatMap(({ id, roles = [] }) => roles.map((role) => ({ ...role, person: id })));
}

const office = ({ org, role }: Term) =>
  org === undefined || SEVERAL.test(role)
    ? undefined
    : `${org} ${foldName(role.replace(/^(?:Acting|Interim|Caretaker) | \(disputed\)$/gi, ''))}`;

function clashes(terms: readonly Term[]): Problem[] {
  return terms.flatMap((one, index) =>
    terms.slice(index + 1).flatMap((other): Problem[] => {
      if (!together(one, other)) return [];
      if (one.person === other.person)
        return [
          finding('offices')(one.person, `${one.role}: two terms at one time (${told(one)}; ${told(other)})`),
        ];
      if (EXEMPT.test(one.role) || EXEMPT.test(other.role)) return [];
      const what = `${one.role}: at one time with ${other.person} (${told(one)}; ${told(other)})`;
      return [finding('offices')(one.person, what)];
    }),
  );
}

/** By all that the dates say, however inexact: a doubt is no clash. */
function together(one: Term, other: Term): boolean {
  const begin = [start(one), start(other)].sort().at(-1) ?? EVER;
  const end = [certainUntil(one), certainUntil(other)].sort()[0] ?? '';
  return begin < end;
}

const start = ({ from, to, asOf }: Role) => lastDay(from ?? to ?? asOf ?? EVER);
const certainUntil = ({ to, asOf }: Role) => (to ? firstDay(to) : asOf ? firstDay(asOf) : EVER);
const told = ({ from = '', to, asOf }: Role) => `${from} to ${to ?? (asOf ? `at least ${asOf}` : 'now')}`;

function between(terms: readonly Term[]): Problem[] {
  const order = terms
    .filter(({ from }) => from !== undefined)
    .sort((one, other) => (firstDay(one.from ?? '') < firstDay(other.from ?? '') ? -1 : 1));
  return order.slice(1).flatMap(({ from = '', person }, index): Problem[] => {
    const ends = order.slice(0, index + 1).map(({ to }) => (to ? lastDay(to) : EVER));
    const last = ends.sort().at(-1) ?? EVER;
    const days = (Date.parse(firstDay(from)) - Date.parse(last)) / DAY;
    if (days <= 1 || days > LONGEST_GAP) return [];
    return [finding('gaps', 'note')(person, `${order[0]?.role}: nobody from ${last} to ${from}`)];
  });
}
