// One line on somebody of whom only offices are known. It says what they are and never which office they held: it
// is read beside articles of any year, and the roles beside it have dates.
import { type Entity, labelOf } from '../../../core/knowledge/entity.ts';
import { fold } from '../../../core/text/index.ts';

const MONARCH =
  /\b(?:king|queen|emir|amir|emperor|sultan|grand duke|grand duchess|prince of|princess of|co-prince|yang di-pertuan agong|monarch|ruler of)\b/i;
const POPE = /\b(?:pope|vatican|holy see)\b/i;
const ARTICLE =
  /^(?:united|netherlands|gambia|bahamas|philippines|maldives|comoros|seychelles|central african|dominican republic|czech republic|democratic republic|republic of|marshall islands|solomon islands|vatican)/i;

/** The one adjective of each country that no other shares: Congolese and Dominican would say half of it. */
export function ownAdjectives(countries: readonly Entity[]): Map<string, string> {
  const bearers = new Map<string, string[]>();
  for (const { id, names } of countries)
    for (const { text, type } of names)
      if (type === 'adjective') bearers.set(fold(text), [...(bearers.get(fold(text)) ?? []), id]);
  return new Map(
    countries.flatMap(({ id, names }) => {
      const own = names.find(
        ({ text, type }) => type === 'adjective' && bearers.get(fold(text))?.length === 1,
      );
      return own === undefined ? [] : [[id, own.text] as const];
    }),
  );
}

/**
 * Generals, judges and bankers lead governments too: nobody is called a politician by their office alone, and who only stood
 * in for somebody may have been none before or after.
 *
 * @param roles as the tables word them
 * @param stoodIn in all of them
 */
export function describeLeader(
  country: Entity,
  adjective: string | undefined,
  roles: readonly string[],
  stoodIn: boolean,
): string {
  const of = (what: string) =>
    adjective === undefined ? `${capital(what)} of ${withArticle(labelOf(country))}` : `${adjective} ${what}`;
  if (roles.some((role) => POPE.test(role))) return 'Churchman of the Catholic Church';
  if (roles.some((role) => MONARCH.test(role))) return `Member of ${possessive(country)} ruling house`;
  return of(stoodIn ? 'public figure' : 'political figure');
}

function withArticle(name: string): string {
  return ARTICLE.test(name) ? `the ${name}` : name;
}

function possessive(country: Entity): string {
  const name = withArticle(labelOf(country));
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
