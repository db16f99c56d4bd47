// A row of somebody's sheet of people, groups and places → an entity, by way of the form that YAML has.
import { type Entity, RelationType } from '../../entity.ts';
import { EntityId, EntityKind } from '../../terms.ts';
import { defined } from '../defined.ts';
import { dateProblem } from '../own/dates.ts';
import { ACRONYM, entityOf } from '../own-yaml/entity.ts';
import type { EntitySource, NameSource } from '../own-yaml/form.ts';
import type { Cells } from './cells.ts';
import type { EntityColumn } from './header.ts';
import { idIn, slugOf } from './ids.ts';

type EntityCells = Cells<EntityColumn>;

const NO_SOURCES = { sources: new Map() };

/** `null` when the row is refused: `cells.problems` says why. Throws RecordError where a text is too long. */
export function entityIn(cells: EntityCells, pack: string): Entity | null {
  const label = cells.needed('name', 'the name by which it is shown');
  const kind = cells.choice('kind', EntityKind.options);
  if (cells.text('kind') === '')
    cells.wrong('kind', `is empty; it needs one of ${EntityKind.options.join(', ')}`);
  const wikidata = wikidataOf(cells);
  const id = entityId(cells, pack, wikidata, label);
  const parts = {
    ...background(cells),
    ...lifeOf(cells, kind),
    ...relationsOf(cells, pack),
    ...defined({
      roles: rolesOf(cells),
      geo: geoOf(cells),
      ids: wikidata === undefined ? undefined : { wikidata },
    }),
  };
  if (cells.problems.length > 0 || id === null || kind === undefined) return null;
  const names = namesOf(cells);
  const description = cells.text('description').replace(/\.$/, '');
  const source: EntitySource = { id, kind, label, names, description, ...parts };
  return entityOf(source, undefined, NO_SOURCES, pack);
}

function wikidataOf(cells: EntityCells): string | undefined {
  const text = cells.text('wikidata') || (/^Q\d+$/.test(cells.text('id')) ? cells.text('id') : '');
  if (text === '') return undefined;
  const [item] = /Q[1-9]\d{0,11}$/.exec(text) ?? [];
  if (item === undefined) cells.wrong('wikidata', `“${text.slice(0, 60)}” is no Wikidata item such as Q796`);
  return item;
}

function entityId(
  cells: EntityCells,
  pack: string,
  wikidata: string | undefined,
  label: string,
): EntityId | null {
  const text = cells.text('id');
  const id = EntityId.safeParse(text === '' ? (wikidata ?? `${pack}:${slugOf(label)}`) : idIn(pack, text));
  if (id.success) return id.data;
  cells.wrong(
    'id',
    `“${text.slice(0, 60)}” is no id: leave it empty, or write small letters, digits and hyphens`,
  );
  return null;
}

const LANGUAGE = /^(.+)@([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/;

/** `العراق@ar` is a name in Arabic, `IRGC` an acronym; two letters alone name too many things. */
function namesOf(cells: EntityCells): NameSource[] {
  const others = cells.list('other_names').map((text): NameSource => {
    const [, name = text, lang = 'en'] = LANGUAGE.exec(text) ?? [];
    if (ACRONYM.test(name))
      return {
        acronym: name,
        lang,
        ...(name.replaceAll('.', '').length < 3 ? { match: 'needs-context' } : {}),
      };
    return { alias: name.trim(), lang };
  });
  return [...others, ...cells.list('surname').map((surname): NameSource => ({ surname }))];
}

function background(cells: EntityCells): Pick<EntitySource, 'background' | 'facts'> {
  const text = cells.text('background');
  const sources = cells.sources('source');
  if (text === '')
    return sources.length === 0
      ? {}
      : { facts: sources.map((source) => ({ label: 'Source', value: source.publisher, source })) };
  if (sources.length === 0) cells.wrong('source', 'is empty; a background says where it comes from');
  const asOf = cells.date('as_of');
  if (asOf === undefined)
    cells.wrong('as_of', 'is empty; a background says as of when it holds, such as 2024-05');
  return { background: { text, asOf: asOf ?? '', sources } };
}

const PERIOD = /^(.+?)(?:,? (?:from|since) (\d\S*))?(?:,? (?:until|till|to) (\d\S*))?$/;

function rolesOf(cells: EntityCells): EntitySource['roles'] {
  const roles = cells.list('roles').map((text) => {
    const [, role = text, from, to] = PERIOD.exec(text) ?? [];
    if (/\b(?:from|since|until|till)\b.*\d{4}$/i.test(role))
      cells.wrong(
        'roles',
        `“${text.slice(0, 80)}”: write it as “Minister of oil from 2018-10-25 until 2020-05”`,
      );
    for (const date of [from, to]) datesIn(cells, 'roles', date);
    return { role, ...defined({ from, to }) };
  });
  return roles.length > 0 ? roles : undefined;
}

function datesIn(cells: EntityCells, column: EntityColumn, date: string | undefined): void {
  const problem = date === undefined ? null : dateProblem(date);
  if (problem !== null) cells.wrong(column, problem);
}

function geoOf(cells: EntityCells): [number, number] | undefined {
  const position = cells.position('lat', 'lon');
  return position && [position.lat, position.lon];
}

function lifeOf(cells: EntityCells, kind: EntityKind | undefined): Partial<EntitySource> {
  const [from, to] = [cells.date('from'), cells.date('to')];
  return kind === 'person' ? defined({ born: from, died: to }) : defined({ founded: from, dissolved: to });
}

const RELATION = /^(\S+)((?: from \d\S*)?(?: until \d\S*)?)$/;

function relationsOf(cells: EntityCells, pack: string): Partial<EntitySource> {
  return Object.fromEntries(
    RelationType.options.flatMap((type) => {
      const lines = cells.list(type).map((text) => {
        const [, who = '', period = ''] = RELATION.exec(text) ?? [];
        const id = idIn(pack, who);
        for (const date of period.match(/\d\S*/g) ?? []) datesIn(cells, type, date);
        if (id === null)
          cells.wrong(
            type,
            `“${text.slice(0, 60)}”: it needs an id, such as Q796 or Q796 from 2018 until 2020-05`,
          );
        return `${id}${period}`;
      });
      return lines.length > 0 ? [[type, lines]] : [];
    }),
  );
}
