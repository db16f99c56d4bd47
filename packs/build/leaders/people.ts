// Tables of office holders → people, with their roles, and who led each country when. Somebody who has a record of
// their own keeps it and is given the roles; who stands in several tables is one person.
import * as z from 'zod/mini';
import { Entity, type Relation } from '../../../core/knowledge/entity.ts';
import { defined } from '../../../core/knowledge/sources/defined.ts';
import type { Problem } from '../problem.ts';
import { ownAdjectives } from './describe.ts';
import type { Holder, LeaderTable } from './form.ts';
import { doubtfulSurnames } from './names.ts';
import { idOfHolder, personOf, type Term, withTerms } from './person.ts';
import { agree } from './terms.ts';

interface Led {
  readonly entities: Entity[];
  readonly problems: readonly Problem[];
}

/** The entities with the people of the tables among them; what cannot be made is among the problems. */
export function withLeaders(entities: readonly Entity[], tables: readonly LeaderTable[]): Led {
  const byId = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const adjectives = ownAdjectives(entities.filter(({ kind }) => kind === 'country'));
  const problems = doubtfulSurnames(tables);
  const tell = (level: Problem['level'], record: string, what: string) => {
    problems.push({ level, rule: 'leaders', record, what });
  };
  const keep = (record: unknown, id: string) => {
    const parsed = z.safeParse(Entity, record);
    if (parsed.success) byId.set(id, parsed.data);
    else tell('error', id, z.prettifyError(parsed.error));
  };

  for (const [id, terms] of byPerson(tables)) {
    const { table, holder } = terms[0];
    const country = byId.get(table.country);
    const own = byId.get(id);
    const where = `stands in the table of “${table.role}”`;
    if (country === undefined) {
      tell('error', id, `${where}, of ${table.country}, which is not there`);
      continue;
    }
    if (own && own.kind !== 'person') {
      tell('error', id, `${where}, but is of kind ${own.kind}`);
      continue;
    }
    if (own === undefined && holder.id !== undefined)
      tell('warning', id, `${where} by this id, but has no record of its own`);
    try {
      keep(own ? withTerms(own, terms) : personOf(id, terms, country, adjectives.get(country.id)), id);
    } catch (error) {
      tell('error', id, error instanceof Error ? error.message : String(error));
    }
  }
  for (const [id, holders] of byCountry(tables)) {
    const country = byId.get(id);
    if (country)
      keep({ ...country, relations: [...(country.relations ?? []), ...newLeaders(country, holders)] }, id);
  }
  return { entities: [...byId.values()], problems };
}

function byPerson(tables: readonly LeaderTable[]): Map<string, [Term, ...Term[]]> {
  const people = new Map<string, [Term, ...Term[]]>();
  for (const table of tables)
    for (const holder of table.holders) {
      const [id, term] = [idOfHolder(holder), { table, holder }];
      const terms = people.get(id);
      if (terms) terms.push(term);
      else people.set(id, [term]);
    }
  return people;
}

function byCountry(tables: readonly LeaderTable[]): Map<string, Holder[]> {
  const countries = new Map<string, Holder[]>();
  for (const { country, holders } of tables)
    countries.set(country, [...(countries.get(country) ?? []), ...holders]);
  return countries;
}

/**
 * Who led the country, where it does not say so itself. A disputed holder did so only in the eyes of some, which a
 * bare relation cannot say.
 */
function newLeaders(country: Entity, holders: readonly Holder[]): Relation[] {
  const known = (country.relations ?? []).filter(({ type }) => type === 'led_by');
  const found: Relation[] = [];
  for (const holder of holders.filter(({ disputed }) => !disputed)) {
    const { from, to: until } = holder;
    const to = idOfHolder(holder) as Relation['to'];
    const isTold = [...known, ...found].some(
      (other) => other.to === to && agree(other.from, from) && agree(other.until, until),
    );
    if (!isTold) found.push({ type: 'led_by', to, ...defined({ from, until }) });
  }
  return found;
}
