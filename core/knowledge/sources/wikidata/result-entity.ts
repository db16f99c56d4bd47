// An actor or a place from the rows that a query gave of it.
import type { RelationType } from '../../entity.ts';
import type { EntityKind } from '../../terms.ts';
import { defined } from '../defined.ts';
import type { Found } from '../source.ts';
import { facetsOf } from './classes.ts';
import { type Column, cell, dateIn, pointIn, qidIn, type Row } from './columns.ts';
import { foundEntity, salienceOf } from './entity.ts';
import type { Gathered } from './gathered.ts';
import { aliasName, distinctNames, labelName, type NameDraft, surnameOf } from './names.ts';
import { distinctRelations, type RelationDraft } from './relations.ts';
import { latestRoles } from './roles.ts';
import { oneLine } from './text.ts';

/** Where the query did not count the wikis that have a page on it. */
const USUAL_SALIENCE = 0.3;

export function resultAsEntity(item: Gathered, kind: EntityKind, pack: string): Found {
  const { id, row } = item;
  const person = kind === 'person';
  const geo = person ? undefined : pointIn(row);
  const roles = latestRoles([...item.roles.values()]);
  const relations = relationsOf(item, person);
  const sitelinks = cell(row, 'sitelinks');
  const countryCode = cell(row, 'countryCode') ?? '';
  const date = (column: 'birth' | 'death' | 'inception' | 'dissolved') => dateIn(row, column);
  return foundEntity(
    {
      id,
      kind,
      facets: facetsOf(kind, geo !== undefined),
      names: namesOf(item, kind),
      description: oneLine(cell(row, 'itemDescription') ?? ''),
      salience:
        sitelinks !== undefined && /^\d+$/.test(sitelinks) ? salienceOf(Number(sitelinks)) : USUAL_SALIENCE,
      pack,
      ids: {
        wikidata: id,
        ...defined({ iso2: kind === 'country' && /^[A-Z]{2}$/.test(countryCode) ? countryCode : undefined }),
      },
      ...defined({
        geo,
        roles: roles.length > 0 ? roles : undefined,
        relations: relations.length > 0 ? relations : undefined,
      }),
      ...(person
        ? defined({ born: date('birth'), died: date('death') })
        : defined({ founded: date('inception'), dissolved: date('dissolved') })),
    },
    item.line,
  );
}

function namesOf({ label, lang, aliases, rows }: Gathered, kind: EntityKind): NameDraft[] {
  const countries = rows.flatMap((row) => qidIn(row, 'country') ?? []);
  const surname = kind === 'person' ? surnameOf(label, countries) : undefined;
  return distinctNames([
    labelName(label, lang),
    ...(surname ? [{ text: surname, lang, type: 'surname', match: 'needs-full-name-first' } as const] : []),
    ...[...aliases].map((alias) => aliasName(alias, lang, kind)),
  ]);
}

/** Without dates: `start` and `end` are those of the position. */
function relationsOf({ id, rows }: Gathered, person: boolean): RelationDraft[] {
  const ties: readonly (readonly [Column, RelationType])[] = person
    ? [
        ['party', 'member_of'],
        ['country', 'citizen_of'],
      ]
    : [
        ['country', 'located_in'],
        ['place', 'located_in'],
      ];
  const relations = rows.flatMap((row: Row) =>
    ties.flatMap(([column, type]): RelationDraft[] => {
      const to = qidIn(row, column);
      return to === undefined ? [] : [{ type, to }];
    }),
  );
  return distinctRelations(relations, id);
}
