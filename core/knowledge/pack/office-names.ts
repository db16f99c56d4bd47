// Names that an office gives its holder for a time: “the Iranian president”, “Iraq’s prime minister”, “the pope”. They are
// rows of the names table like any other, each with the days between which it surely held, so that a page's one
// batch of look-ups finds them. Written for offices that only one holds at a time, whose beginning and end (or the
// day when they were last seen held) are told; on the days of a change, and where two held it at once, nobody is named.
import { firstDay, lastDay } from '../dates.ts';
import type { Entity, Name } from '../entity.ts';
import type { EntityId } from '../terms.ts';

interface OfficeName extends Held {
  readonly text: string;
}

/** Offices of a state, as news write them small: “the Iranian foreign minister”. */
const OFFICES: ReadonlyMap<string, readonly string[]> = new Map([
  ['President', ['president']],
  ['Prime Minister', ['prime minister', 'premier']],
  ['Chancellor', ['chancellor']],
  ['Supreme Leader', ['supreme leader']],
  ['King', ['king']],
  ['Queen', ['queen']],
  ['Emir', ['emir']],
  ['Sultan', ['sultan']],
  ['Taoiseach', ['taoiseach', 'prime minister']],
  ['Vice President', ['vice president']],
  ['Minister of Foreign Affairs', ['foreign minister']],
  ['Minister for Foreign Affairs', ['foreign minister']],
  ['Foreign Minister', ['foreign minister']],
  ['Minister of Defence', ['defence minister', 'defense minister']],
  ['Minister of Defense', ['defence minister', 'defense minister']],
]);

/** Words of a name by which a country is called before its office. */
const CALLED = new Set(['label', 'short', 'acronym', 'adjective']);

interface Held {
  readonly id: EntityId;
  readonly salience: number;
  readonly from: string;
  readonly to: string;
}

export function officeNames(entities: readonly Entity[]): OfficeName[] {
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  const names: OfficeName[] = [];
  for (const [text, held] of officesOf(entities, known))
    for (const one of unlike(held))
      if (!held.some((other) => overlaps(one, other))) names.push({ ...one, text });
  return names;
}

/** By the name of an office, who held it and when. */
function officesOf(entities: readonly Entity[], known: ReadonlyMap<EntityId, Entity>): Map<string, Held[]> {
  const offices = new Map<string, Held[]>();
  for (const { id, kind, salience, roles = [], died } of entities) {
    if (kind !== 'person') continue;
    for (const { role, org, from, to, asOf } of roles) {
      const end = to ?? asOf ?? died;
      if (from === undefined || end === undefined) continue;
      // Sure only from the day after the last on which it may have begun, and until the day before it may have ended.
      const held: Held = {
        id,
        salience,
        from: lastDay(from),
        to: to === undefined ? lastDay(end) : firstDay(end),
      };
      if (held.from >= held.to) continue;
      for (const text of textsOf(role, org === undefined ? undefined : known.get(org)))
        offices.set(text, [...(offices.get(text) ?? []), held]);
    }
  }
  return offices;
}

function textsOf(role: string, org: Entity | undefined): string[] {
  if (role === 'Pope') return ['pope', 'pontiff'];
  const [, office = ''] = /^(\p{L}[\p{L} ]+?) of (?:the )?\p{Lu}[^(]*$/u.exec(role) ?? [];
  const written = OFFICES.get(office);
  if (!written || !org || (org.kind !== 'country' && org.kind !== 'territory')) return [];
  const countries = org.names.filter(
    ({ type, lang, match }: Name) => lang === 'en' && CALLED.has(type) && match !== 'never-alone',
  );
  return written.flatMap((word) => [
    ...countries.map(({ text }) => `${text} ${word}`),
    ...countries
      .filter(({ type }) => type !== 'adjective')
      .flatMap(({ text }) => [`${word} of ${text}`, `${word} of the ${text}`]),
  ]);
}

/** “Premier” and “prime minister” may both be written of one person: once is enough. */
function unlike(held: readonly Held[]): Held[] {
  return held.filter(
    (one, index) => held.findIndex(({ id, from }) => id === one.id && from === one.from) === index,
  );
}

/** Somebody else's time in the office, or another row of the same one's that says something else. */
function overlaps(one: Held, other: Held): boolean {
  return other.id !== one.id && other.from < one.to && one.from < other.to;
}
