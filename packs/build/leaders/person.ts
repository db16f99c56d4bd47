// One person of the tables: a record made of nothing but terms, or a record that somebody wrote, with the terms added.
import type { Entity } from '../../../core/knowledge/entity.ts';
import { defined } from '../../../core/knowledge/sources/defined.ts';
import { namesOf } from '../../../core/knowledge/sources/own-yaml/parts.ts';
import type { Role } from '../../../core/knowledge/terms.ts';
import { STARTER } from '../pack.ts';
import { describeLeader } from './describe.ts';
import type { Holder, LeaderTable } from './form.ts';
import { namesOfHolder, slug } from './names.ts';
import { mergeTerms, sameTerm } from './terms.ts';

export interface Term {
  readonly table: LeaderTable;
  readonly holder: Holder;
}

/** The id under which a holder is known: their own record's, or one made of the name. */
export function idOfHolder({ id, name }: Pick<Holder, 'id' | 'name'>): string {
  return id ?? `${STARTER}:${slug(name)}`;
}

/** The role in words: whether it was held in another's place, or whether others denied it, is part of them. */
function roleOf({ table, holder }: Term): Role {
  const isSaid = /\b(?:acting|interim)\b/i.test(table.role);
  const acting = holder.acting && !isSaid ? `Acting ${table.role}` : table.role;
  const role = holder.disputed ? `${acting} (disputed)` : acting;
  const { from, to, asOf } = holder;
  return { role, org: table.country, ...defined({ from, to, asOf }) };
}

/** What a person wrote stays; a term that both tell is told once. */
export function withTerms(own: Entity, terms: readonly Term[]): object {
  const roles = [...(own.roles ?? [])];
  for (const term of terms) {
    const role = roleOf(term);
    const told = roles.find((known) => sameTerm(known, role));
    if (told === undefined) roles.push(role);
    else roles[roles.indexOf(told)] = mergeTerms(told, role);
  }
  const holders = terms.map(({ holder }) => holder);
  return {
    ...own,
    ...defined({
      roles,
      born: own.born ?? holders.find(({ born }) => born)?.born,
      died: own.died ?? holders.find(({ died }) => died)?.died,
      names: unite([...own.names, ...holders.flatMap(({ names = [] }) => names.flatMap(namesOf))]),
    }),
  };
}

/** @param adjective the country's, where it has one of its own */
export function personOf(
  id: string,
  terms: readonly Term[],
  country: Entity,
  adjective: string | undefined,
): object {
  const holders = terms.map(({ holder }) => holder);
  const tables = terms.map(({ table }) => table);
  const [label, ...names] = terms.flatMap(({ table, holder }) => namesOfHolder(holder, table.country));
  const described = holders.find(({ description }) => description)?.description;
  return {
    id,
    kind: 'person',
    facets: ['actor'],
    names: unite([...(label ? [label] : []), ...names.filter(({ type }) => type !== 'label')]),
    description:
      described ??
      describeLeader(
        country,
        adjective,
        tables.map(({ role }) => role),
        holders.every(({ acting }) => acting),
      ),
    roles: terms.map(roleOf),
    relations: [...new Set(tables.map((table) => table.country))].map((to) => ({ type: 'citizen_of', to })),
    salience: salienceOf(country.salience, holders),
    pack: STARTER,
    ...defined({
      born: holders.find(({ born }) => born)?.born,
      died: holders.find(({ died }) => died)?.died,
    }),
  };
}

/** Countries have 0.5 to 0.85; a leader of whom nobody wrote more is as far from little known as the country is from small. */
function salienceOf(country: number, holders: readonly Holder[]): number {
  const share = Math.min(1, Math.max(0, (country - 0.5) / 0.35));
  const known = 0.25 + 0.2 * share;
  return Math.round(known * (holders.every(({ acting }) => acting) ? 0.8 : 1) * 100) / 100;
}

function unite(names: Entity['names']): Entity['names'] {
  const seen = new Set<string>();
  return names.filter(({ text, lang }) => {
    const key = `${text}|${lang}`;
    return !seen.has(key) && seen.add(key);
  });
}
