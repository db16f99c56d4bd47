// Who GDELT's actors are. A code begins with the country, if there is one, and ends in roles (`IRNGOV`); the name
// is the report's word for it, in capitals: `IRANIAN`, `TEHRAN`, `VIENNA`. Where the code is a country alone, or a
// country's word with a role, the country is what GDELT means, and its name is what a reader understands. Without
// country and group, `COMPANY` or `SECRETARY OF STATE` is nobody.
import { defined } from '../defined.ts';
import { isNobody, isStateName } from '../plover/actors.ts';
import type { Cells } from '../plover/cells.ts';
import { clean } from '../plover/draft.ts';
import { type Country, countryOfCode } from '../plover/fips.ts';
import type { ActorHint } from '../source.ts';

const ROLES: Readonly<Record<string, string>> = {
  GOV: 'government',
  MIL: 'military',
  COP: 'police',
  SPY: 'intelligence',
  LEG: 'parliament',
  JUD: 'judiciary',
  OPP: 'opposition',
  REB: 'rebels',
  INS: 'insurgents',
  SEP: 'separatists',
  UAF: 'armed group',
};

export interface GdeltActor {
  /** How a sentence calls it; absent where the row has no actor. */
  readonly words?: string;
  /** Absent where it is nobody whom a card could tell about. */
  readonly hint?: Omit<ActorHint, 'role'>;
}

export function gdeltActor(cell: Cells, column: 'actor1' | 'actor2'): GdeltActor {
  const code = cell(`${column}code`);
  const name = titled(clean(cell(`${column}name`)));
  if (code === '' && name === '') return {};
  const country = countryOfCode(cell(`${column}countrycode`));
  const role = cell(`${column}type1code`);
  const isGroup = cell(`${column}knowngroupcode`) !== '';

  if (country && code === cell(`${column}countrycode`))
    return {
      words: country.name,
      hint: { name: country.name, country: country.iso3, isState: true },
    };
  if (country && isWordFor(country, name)) return bodyOf(country, role);
  if (name === '') return { words: code };
  if (!isGroup && (isNobody(name) || (!country && (role !== '' || cell(`${column}ethniccode`) === ''))))
    return { words: name.toLowerCase() };
  const isState = /^(?:GOV|MIL)$/.test(role) && isStateName(name, country);
  return {
    words: name,
    hint: { name, ...defined({ country: country?.iso3, isState: isState || undefined }) },
  };
}

/** `IRAQI`, `IRAQ` with a role: “Iraq (police)”; civilians, students and their like are nobody in particular. */
function bodyOf(country: Country, role: string): GdeltActor {
  const word = ROLES[role];
  const words = word ? `${country.name} (${word})` : `people of ${country.name}`;
  if (!word) return { words };
  const isState = role === 'GOV' || role === 'MIL';
  return {
    words,
    hint: { name: words, country: country.iso3, ...defined({ isState: isState || undefined }) },
  };
}

/** The country's name or its adjective: what begins as the name does (`Iraqi`, `Syrian`, `Lebanese`). */
function isWordFor(country: Country, name: string): boolean {
  return isStateName(name, country) || (!name.includes(' ') && name.startsWith(country.name.slice(0, 4)));
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to']);

/** `SAUDI ARABIA` → “Saudi Arabia”. */
function titled(name: string): string {
  return name
    .toLowerCase()
    .split(' ')
    .map((word, index) => (index > 0 && SMALL.has(word) ? word : word.replace(/^\p{L}|(?<=-)\p{L}/gu, upper)))
    .join(' ');
}

const upper = (letter: string) => letter.toUpperCase();
