// By which names an item is looked for in a text. Labels are trusted; aliases are anybody's, so that a single word
// or an acronym must be written as it stands, and a person's single name must follow the whole one.
import type { MatchRule } from '../../entity.ts';
import type { EntityKind, NameType } from '../../terms.ts';
import { bestStatements, type Item, itemIdIn, type Statement, statements, textIn } from './item.ts';
import { plainText } from './text.ts';
import { spanOf } from './time.ts';

export interface NameDraft {
  text: string;
  lang: string;
  type: NameType;
  match: MatchRule;
  from?: string;
  to?: string;
}

const MOST_NAMES = 400;
const LONGEST_NAME = 200;
/** At least two letters of a script: no flags, no signs, no initials. */
const NAME = /\p{L}[^\p{L}]*\p{L}/u;
/** `PKK`, `U.N.`, `M23`; five letters at most, or any long word in capitals would count. */
const ACRONYM = /^(?=(?:[^\p{L}]*\p{L}){1,5}[^\p{L}]*$)(?=(?:.*[\p{Lu}\d]){2})\p{Lu}[\p{Lu}\d.&-]*$/u;
/** With points, digits and an ampersand; also what keeps the expression from long texts. */
const LONGEST_ACRONYM = 16;
const LATIN = /^[\p{Script=Latin}\p{M}\p{Zs}'’‘ʻʼ.-]+$/u;

/** One word, all small (`be`, `il`: country codes among Belgium's and Israel's aliases): a word, no name. */
const SMALL_WORD = /^[\p{Ll}\p{M}'’.-]+$/u;

function isAcronym(text: string): boolean {
  return text.length <= LONGEST_ACRONYM && ACRONYM.test(text);
}

/** The label: any case, but for an acronym (`WHO`), which would be found in every “who”. */
export function labelName(text: string, lang: string): NameDraft {
  return { text, lang, type: 'label', match: isAcronym(text) ? 'exact-case' : 'any-case' };
}

export function aliasName(text: string, lang: string, kind: EntityKind): NameDraft {
  if (isAcronym(text)) return { text, lang, type: 'acronym', match: 'exact-case' };
  const single = !/[\s-]/.test(text) && LATIN.test(text);
  const match = !single ? 'any-case' : kind === 'person' ? 'needs-full-name-first' : 'exact-case';
  return { text, lang, type: 'alias', match };
}

const SUFFIX = /^(?:jr|sr|[ivx]+)\.?$/i;
/** China, Taiwan, both Koreas, Hong Kong, Macau: the family's name stands first. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(['Q148', 'Q865', 'Q884', 'Q423', 'Q8646', 'Q14773']);
/** Vietnam: people go by the last, given name, which is no surname. */
const NO_SURNAME: ReadonlySet<string> = new Set(['Q881']);

/** `Ursula von der Leyen` → `von der Leyen`; nothing for a single name, a monarch, or another script. */
export function surnameOf(label: string, citizenships: readonly string[] = []): string | undefined {
  if (!LATIN.test(label) || citizenships.some((id) => NO_SURNAME.has(id))) return undefined;
  const words = label.split(/\s+/).map((word) => word.replace(/,$/, ''));
  if (SUFFIX.test(words.at(-1) ?? '')) words.pop();
  if (words.length < 2) return undefined;
  if (citizenships.some((id) => FAMILY_FIRST.has(id))) return longEnough(words[0] ?? '');
  let begin = words.length - 1;
  while (begin > 1 && /^\p{Ll}/u.test(words[begin - 1] ?? '')) begin--;
  return longEnough(words.slice(begin).join(' '));
}

const longEnough = (name: string) => (/\p{L}.*\p{L}/u.test(name) && !name.endsWith('.') ? name : undefined);

/** Each name once, those that come first winning; what is too long or no name is left out. */
export function distinctNames(names: readonly NameDraft[]): NameDraft[] {
  const seen = new Set<string>();
  return names
    .map((name) => ({ ...name, text: plainText(name.text) }))
    .filter(
      ({ text }) =>
        NAME.test(text) &&
        !SMALL_WORD.test(text) &&
        text.length <= LONGEST_NAME &&
        !seen.has(text) &&
        seen.add(text),
    )
    .slice(0, MOST_NAMES);
}

/** The kinds whose people and things are called by P1549, “demonym”. */
const WITH_DEMONYM: ReadonlySet<EntityKind> = new Set(['country', 'territory', 'union', 'region', 'city']);

/** Names of an item in the languages asked for, the label first; empty where it has no label in any of them. */
export function namesOfItem(item: Item, kind: EntityKind, languages: readonly string[]): NameDraft[] {
  const labels = languages.flatMap((lang) => {
    // `mul`: one label for all languages, written since 2024 instead of a hundred equal ones.
    const term = item.labels[lang] ?? item.labels['mul'];
    return term ? [labelName(term.value, lang)] : [];
  });
  if (labels.length === 0) return [];
  const citizenships = statements(item, 'P27').flatMap(({ mainsnak }) => itemIdIn(mainsnak) ?? []);
  const surnames = labels.flatMap(({ text, lang }): NameDraft[] => {
    const surname = kind === 'person' ? surnameOf(text, citizenships) : undefined;
    return surname ? [{ text: surname, lang, type: 'surname', match: 'needs-full-name-first' }] : [];
  });
  const aliases = languages.flatMap((lang) =>
    [...(item.aliases[lang] ?? []), ...(item.aliases['mul'] ?? [])].map(({ value }) =>
      aliasName(plainText(value), lang, kind),
    ),
  );
  return distinctNames([
    ...labels,
    ...surnames,
    ...stated(item, 'P1813', languages, (text, lang) => ({ ...aliasName(text, lang, kind), type: 'short' })),
    ...stated(item, 'P1448', languages, (text, lang) => aliasName(text, lang, kind)),
    ...(WITH_DEMONYM.has(kind) ? demonyms(item, languages) : []),
    ...aliases,
  ]);
}

/** Names that are statements, in a language of their own and often of a period: what ended is a former name. */
function stated(
  item: Item,
  property: string,
  languages: readonly string[],
  name: (text: string, lang: string) => NameDraft,
): NameDraft[] {
  return inLanguages(statements(item, property), languages).flatMap(({ text, language, statement }) => {
    const { from, to, endUnknown } = spanOf(statement);
    const draft = name(text, language);
    const type = isAcronym(text) ? 'acronym' : draft.type;
    if (to === undefined && !endUnknown) return [{ ...draft, type, ...(from === undefined ? {} : { from }) }];
    return [
      {
        ...draft,
        type: 'former',
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    ];
  });
}

/** Exact case: `Polish` and `polish`, `Turkey` and `turkey` differ by nothing else. */
function demonyms(item: Item, languages: readonly string[]): NameDraft[] {
  return inLanguages(bestStatements(item, 'P1549'), languages).map(({ text, language }) => ({
    text,
    lang: language,
    type: 'demonym',
    match: 'exact-case',
  }));
}

function inLanguages(found: readonly Statement[], languages: readonly string[]) {
  return found.flatMap((statement) => {
    const value = textIn(statement.mainsnak);
    return value && languages.includes(value.language)
      ? [{ text: plainText(value.text), language: value.language, statement }]
      : [];
  });
}
