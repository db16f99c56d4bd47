// Which of a city's other names are kept. GeoNames lists them without a language, among them airport codes, romanised
// Chinese and what people type into search engines. Kept are its own name in other spellings, its name in the
// country's own script, and, of cities the world speaks of, names in the scripts that news are most written in; what
// Latin letters call them elsewhere is written by hand.
import { closeSpellings, plainName } from '../../../core/knowledge/sources/geonames/names.ts';
import { nameKey, tokenize } from '../../../core/text/index.ts';
import type { City } from '../geonames.ts';
import { EXONYMS } from './exonyms.ts';

const SCRIPTS = {
  Arab: /^[\p{Script=Arabic}\p{M}\s\u200c-]+$/u,
  Cyrl: /^[\p{Script=Cyrillic}\p{M}\s'’-]+$/u,
  Hebr: /^[\p{Script=Hebrew}\p{M}\s'’"״-]+$/u,
  Grek: /^[\p{Script=Greek}\p{M}\s-]+$/u,
  Hani: /^\p{Script=Han}+$/u,
  Kana: /^[\p{Script=Katakana}\p{Script=Hiragana}ー]+$/u,
  Hang: /^[\p{Script=Hangul}\s]+$/u,
  Deva: /^[\p{Script=Devanagari}\p{M}\s]+$/u,
  Beng: /^[\p{Script=Bengali}\p{M}\s]+$/u,
  Thai: /^[\p{Script=Thai}\p{M}]+$/u,
  Geor: /^[\p{Script=Georgian}\s-]+$/u,
  Armn: /^[\p{Script=Armenian}\s-]+$/u,
  Ethi: /^[\p{Script=Ethiopic}\s]+$/u,
} as const;
type Script = keyof typeof SCRIPTS;

const HOME: Readonly<Partial<Record<Script, string>>> = {
  Arab: 'AE AF BH DJ DZ EG EH IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE',
  Cyrl: 'BA BG BY KG KZ ME MK MN RS RU TJ UA UZ TM MD GE AM AZ',
  Hebr: 'IL PS',
  Grek: 'GR CY',
  Hani: 'CN HK MO TW JP SG',
  Kana: 'JP',
  Hang: 'KR KP',
  Deva: 'IN NP',
  Beng: 'BD',
  Thai: 'TH',
  Geor: 'GE',
  Armn: 'AM',
  Ethi: 'ET ER',
};
/** What news of the world is written in beside Latin letters. */
const WORLD: readonly Script[] = ['Arab', 'Cyrl', 'Hebr', 'Hani', 'Kana', 'Hang', 'Deva'];
const WORLD_CITY = 1_000_000;
/** Only the larger city of a name has exonyms: Paris in France. */
const KNOWN_ABROAD = 50_000;
/** Spellings of one name in one script. */
const MOST = 3;
const LONGEST = 8;
const SHORTEST = 3;

export interface Alternate {
  readonly text: string;
  /** BCP 47: the language is not known, the script is. */
  readonly lang: string;
  /** A person wrote it. */
  readonly written?: true;
}

/** What is written by hand for this city: Paris in France, not the village in Ain. */
export function exonymsOf(
  city: City,
  label: string,
): readonly { readonly text: string; readonly lang: string }[] {
  const isKnown = city.code === 'PPLC' || city.population >= KNOWN_ABROAD;
  return isKnown ? (EXONYMS.get(`${city.iso2} ${label}`) ?? []) : [];
}

/** Without the label; each once, however its letters are marked. */
export function alternatesOf(city: City, label: string): Alternate[] {
  const isFamous = city.code === 'PPLC' || city.population >= WORLD_CITY;
  const known = new Set([keyOf(label)]);
  const kept: Alternate[] = [];
  const add = (text: string, lang: string, written?: true): boolean => {
    const key = keyOf(text);
    if (key === '' || known.has(key) || key.split(' ').length > LONGEST) return false;
    known.add(key);
    kept.push({ text: text.replace(/\s+/gu, ' ').trim(), lang, ...(written && { written }) });
    return true;
  };
  for (const { text, lang } of exonymsOf(city, label)) add(text, lang, true);
  for (const text of [plainName(city), ...closeSpellings(city)]) add(text, 'en');
  for (const script of scriptsOf(city, isFamous)) {
    let left = MOST;
    for (const text of city.alternates) {
      if (left > 0 && isWritten(text, script) && add(text, `und-${script}`)) left--;
    }
  }
  return kept;
}

const keyOf = (text: string) => nameKey(tokenize(text));

function scriptsOf({ iso2 }: City, isFamous: boolean): Script[] {
  const home = (Object.keys(SCRIPTS) as Script[]).filter((script) => HOME[script]?.split(' ').includes(iso2));
  return isFamous ? [...new Set([...home, ...WORLD])] : home;
}

function isWritten(text: string, script: Script): boolean {
  const least = script === 'Hani' || script === 'Hang' ? 2 : SHORTEST;
  return text.length >= least && SCRIPTS[script].test(text);
}
