// Names of FollowTheMoney come in every script and without a language. Kept are those in the Latin script and in the
// scripts of the languages asked for; a weak alias (“Khalid”) only counts after the whole name.

import type { EntityKind } from '../../terms.ts';
import { aliasName, distinctNames, labelName, type NameDraft, surnameOf } from '../wikidata/names.ts';
import { all, one, type Record } from './record.ts';

/** BCP 47 for “nobody said which”. */
const UNKNOWN_LANGUAGE = 'und';
const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u;
const SCRIPTS: Readonly<{ [language: string]: RegExp }> = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ur: /\p{Script=Arabic}/u,
  ps: /\p{Script=Arabic}/u,
  ckb: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  be: /\p{Script=Cyrillic}/u,
  bg: /\p{Script=Cyrillic}/u,
  sr: /\p{Script=Cyrillic}/u,
  mk: /\p{Script=Cyrillic}/u,
  kk: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  he: /\p{Script=Hebrew}/u,
  hy: /\p{Script=Armenian}/u,
  ka: /\p{Script=Georgian}/u,
  hi: /\p{Script=Devanagari}/u,
  ko: /\p{Script=Hangul}/u,
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  th: /\p{Script=Thai}/u,
};

export function namesOf(record: Record, kind: EntityKind, languages: readonly string[]): NameDraft[] {
  const scripts = languages.flatMap((language) => SCRIPTS[language.split('-')[0] ?? ''] ?? []);
  const wanted = (text: string) => LATIN.test(text) || scripts.some((script) => script.test(text));
  const names = all(record, 'name');
  const label = [record.caption, ...names].find((text) => text !== undefined && wanted(text));
  if (label === undefined) return [];
  const person = kind === 'person';
  const surname = person ? (lastName(record, label) ?? surnameOf(label)) : undefined;
  const aliases = [...names, ...all(record, 'alias')].map((text) => aliasName(text, UNKNOWN_LANGUAGE, kind));
  const rest: NameDraft[] = [
    ...aliases,
    ...all(record, 'abbreviation').map((text) => aliasName(text, UNKNOWN_LANGUAGE, kind)),
    ...all(record, 'previousName').map(
      (text): NameDraft => ({ ...aliasName(text, UNKNOWN_LANGUAGE, kind), type: 'former' }),
    ),
    ...all(record, 'weakAlias').map(
      (text): NameDraft => ({ text, lang: UNKNOWN_LANGUAGE, type: 'alias', match: 'needs-full-name-first' }),
    ),
  ];
  return distinctNames([
    labelName(label, UNKNOWN_LANGUAGE),
    ...(surname === undefined ? [] : [surnameName(surname)]),
    ...rest.filter(({ text }) => wanted(text)),
  ]);
}

const surnameName = (text: string): NameDraft => ({
  text,
  lang: UNKNOWN_LANGUAGE,
  type: 'surname',
  match: 'needs-full-name-first',
});

/** The stated last name, if the label has it: some are spelt as in a passport, all in capitals. */
function lastName(record: Record, label: string): string | undefined {
  const stated = one(record, 'lastName');
  return stated !== undefined && stated !== label && label.includes(stated) ? stated : undefined;
}
