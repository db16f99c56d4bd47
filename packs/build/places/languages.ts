// Countries, territories and regions of the world by the names that other languages have for them. Names of many
// languages meet in one table, so that each is believed only as far as it is nobody else's word: German calls
// Iceland “Island”, French calls Mauritius “Maurice”.
import { borders } from '@rapideditor/country-coder';
import type { Entity, MatchRule, Name } from '../../../core/knowledge/entity.ts';
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';
import { nameKey, tokenize } from '../../../core/text/index.ts';
import type { Territories, Territory } from './cldr.ts';
import type { Words } from './words.ts';

export interface LanguageInput {
  readonly territories: Territories;
  readonly words: Words;
  readonly bearers: ReadonlySet<string>;
  /** Folded names of cities that are believed by themselves: Granada is not Grenada. */
  readonly cities: ReadonlySet<string>;
}

/** Longest name that an article is searched for, in tokens. */
const LONGEST = 8;
/** In German and Dutch “Amerika” is the United States. */
const MISLEADING_CODES = new Set(['019']);
/** Two countries that share a foreign name share it evenly. */
const SHARED = 0.5;
/** A name that a person may bear, or that films say so often, is not the country's alone. */
const SPOKEN = 50;
/** Common words or first names of the language (Sudan: means; Mali: financial; Togo: of that), or the beginning of others. */
const HOMOGRAPHS = new Set(
  'Maurice,Dominique,수단,인도,오만,가나,Того,Мали,Чад,مالي,قطر,بنين,المغرب,مالی,چاد,קטר,הודו,ירדן,מאלי,פרו,माली,पेरू,苏丹,蘇丹,马里,馬里,マルタ'.split(
    ',',
  ),
);

const M49 = new Map(borders.features.map(({ properties }) => [properties.wikidata, properties.id]));

function codeOf({ id, ids }: Entity): string | undefined {
  if (id === 'Q1065') return 'UN';
  return ids?.iso2 ?? M49.get(id);
}

/** The same countries, each with the names that are its own in any language. */
export function inLanguages(countries: readonly Entity[], given: LanguageInput): Entity[] {
  const written = new Map(countries.map((country) => [country.id, new Set(country.names.map(keyOf))]));
  const bearersOfKey = new Map<string, Set<string>>();
  const claim = (key: string, id: string) =>
    bearersOfKey.set(key, (bearersOfKey.get(key) ?? new Set()).add(id));
  for (const [id, keys] of written) for (const key of keys) claim(key, id);
  const further = countries.map((country) => {
    const code = codeOf(country);
    const names = code === undefined || MISLEADING_CODES.has(code) ? [] : (given.territories.get(code) ?? []);
    for (const name of names) claim(keyOf(name), country.id);
    return names;
  });
  const inEnglish = new Set([...written.values()].flatMap((keys) => [...keys]));
  return countries.map((country, index) => {
    const known = new Set(written.get(country.id));
    const names = (further[index] ?? []).flatMap((name): Name[] => {
      const key = keyOf(name);
      // What English calls one country is never another's name in some other language.
      if (known.has(key) || inEnglish.has(key)) return [];
      const rule = ruleOf(name, key, given);
      if (rule === undefined) return [];
      known.add(key);
      const isShared = (bearersOfKey.get(key)?.size ?? 0) > 1;
      return [
        {
          text: name.text,
          lang: name.lang,
          type: typeOf(name),
          match: isShared ? 'needs-context' : rule,
          ...(isShared ? { prior: SHARED } : {}),
        },
      ];
    });
    return { ...country, names: [...country.names, ...names] };
  });
}

function keyOf({ text }: { readonly text: string }): string {
  return nameKey(tokenize(text));
}

const isAcronym = (text: string) => /^\p{Lu}{2,6}$/u.test(text);

function typeOf({ text, lang, form }: Territory): Name['type'] {
  if (isAcronym(text)) return 'acronym';
  if (form === 'short') return 'short';
  return form === 'plain' && lang !== 'en' ? 'label' : 'alias';
}

/** How the name must stand in a text; `undefined` where it could not be found, or would be found where it is not meant. */
function ruleOf(
  { text, lang }: Territory,
  key: string,
  { words, bearers, cities }: LanguageInput,
): MatchRule | undefined {
  const tokens = key.split(' ');
  if (key === '' || tokens.length > LONGEST || text.includes('.')) return undefined;
  if (isAcronym(text)) return text.length < 3 ? undefined : 'exact-case';
  // “マリ” (Mali) begins “マリア”.
  if (HOMOGRAPHS.has(text) || /^\p{Script=Katakana}{1,2}$/u.test(text)) return 'needs-context';
  if (!/\p{Script=Latin}/u.test(text)) return 'any-case';
  const folded = foldName(text);
  const word = words.get(folded);
  // “Irã” is no Ira.
  const isMarked = /[^\p{ASCII}’]/u.test(text);
  if (lang !== 'en' && ((word?.small && !isMarked) || cities.has(folded))) return undefined;
  if (word?.small || folded.length <= 4) return 'exact-case';
  if (bearers.has(folded) || (word?.count ?? 0) >= SPOKEN) return isMarked ? 'exact-case' : 'needs-context';
  return 'any-case';
}
