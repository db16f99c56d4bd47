// The names of somebody who is only known from a table. What news uses alone is the last word in most of the world,
// the first where the family's name comes first; where there are no family names, or half of one is left after a
// particle, only a person can say, and nothing is guessed.
import type { Name } from '../../../core/knowledge/entity.ts';
import { namesOf } from '../../../core/knowledge/sources/own-yaml/parts.ts';
import { fold } from '../../../core/text/index.ts';
import type { Problem } from '../problem.ts';
import type { Holder, LeaderTable } from './form.ts';

type Named = Pick<Holder, 'name' | 'surname'>;

const NUMERAL = /^[IVX]+$/;
const SUFFIX = /^(?:Jr|Sr)\.?$/;
/** What belongs to the name that follows: whether news drops it is for a person to say. */
const PARTICLE =
  /^(?:al|el|ibn|bin|bint|ould|abu|de|da|dos|del|della|di|van|von|der|den|ter|la|le|du|ben|san)$/i;
/** China, Taiwan, South and North Korea. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(['Q148', 'Q865', 'Q884', 'Q423']);
/** Cambodia, Laos, Thailand, Vietnam, Myanmar, Malaysia, Brunei, Indonesia, Bhutan, Mongolia, Ethiopia, Eritrea. */
const NO_FAMILY_NAME: ReadonlySet<string> = new Set(
  'Q424 Q819 Q869 Q881 Q836 Q833 Q921 Q252 Q917 Q711 Q115 Q986'.split(' '),
);

/** Letters and digits of the name as English writes them, joined by hyphens: `Muqtada al-Sadr` → `muqtada-al-sadr`. */
export function slug(name: string): string {
  return name
    .split(/[\s\u2010-\u2015-]+/)
    .map((word) => fold(word).replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .join('-');
}

const isDoubtful = ({ name }: Named, country: string) =>
  NO_FAMILY_NAME.has(country) || PARTICLE.test(name.split(' ').at(-2) ?? '');

/** None for a name of one word, of a monarch (Felipe VI, Salman of Saudi Arabia), or where it would be a guess. */
export function surnameOf({ name, surname }: Named, country: string): string | undefined {
  if (surname !== undefined) return surname === name ? undefined : surname;
  const words = name.split(' ').filter((word) => !SUFFIX.test(word));
  const hasNone = words.length < 2 || words.includes('of') || NUMERAL.test(words.at(-1) ?? '');
  return hasNone || isDoubtful({ name }, country) ? undefined : words.at(FAMILY_FIRST.has(country) ? 0 : -1);
}

export function namesOfHolder(holder: Holder, country: string): Name[] {
  const surname = surnameOf(holder, country);
  const written = (holder.names ?? []).flatMap(namesOf);
  // The name itself has no room for a rule; whoever has one for it writes it among the names.
  const ruled = written.find(({ text, lang }) => text === holder.name && lang === 'en');
  return [
    { match: 'any-case', ...ruled, text: holder.name, lang: 'en', type: 'label' },
    ...written.filter((name) => name !== ruled),
    ...(surname === undefined ? [] : namesOf({ surname })),
  ];
}

/** Those whom the pack would not know by one word: the table ought to say what news uses alone. */
export function doubtfulSurnames(tables: readonly LeaderTable[]): Problem[] {
  return tables.flatMap(({ country, role, holders }) =>
    holders.flatMap((holder): Problem[] => {
      const { id, name, surname } = holder;
      if (id !== undefined || surname !== undefined || !isDoubtful(holder, country)) return [];
      const what = `${name} has no surname here: the table has to say which word news uses alone`;
      return [{ level: 'warning', rule: 'leaders', record: `${country}, ${role}`, what }];
    }),
  );
}
