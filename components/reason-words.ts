// Why a name was linked, in words. A reader who can read the reason can also see when it is wrong, so each says
// what was found, never just that something was.
import type { NameType } from '../core/knowledge/terms.ts';
import type { Reason } from '../core/matching/mention.ts';

/** What a name is to the entity called `label`. */
const NAMES: Record<NameType, (label: string) => string> = {
  label: (label) => `the name of ${label}`,
  alias: (label) => `another name of ${label}`,
  short: (label) => `short for ${label}`,
  acronym: (label) => `an abbreviation of ${label}`,
  surname: (label) => `the surname of ${label}`,
  adjective: (label) => `the adjective for ${label}`,
  demonym: (label) => `what people from ${label} are called`,
  metonym: (label) => `often used for ${label}`,
  description: (label) => `a description of ${label}`,
  former: (label) => `an earlier name of ${label}`,
};

const DOUBTS: Record<Extract<Reason, { code: 'doubt' }>['why'], string> = {
  'longer-name': 'it may be part of a longer name',
  ambiguous: 'the name has other meanings',
  'no-context': 'nothing related is named in this article',
  'not-introduced': 'no full name or title came first',
  phrase: 'it may be part of a set phrase',
  case: 'capital letters differ from the usual',
  date: 'it may be a date',
  team: 'it may be a team',
  language: 'it may be the language',
  describes: 'it only describes what follows',
  otherwise: 'the article says what it stands for',
  elsewhere: 'another place is meant',
  office: 'it only says whose office this is',
  people: 'some of its people are meant',
  edition: 'only that of one year is meant',
  part: 'a part of it with a name of its own is meant',
};

/** The type arrives as a plain string, so it may be anything. */
function wordNameType(type: string): (label: string) => string {
  return Object.hasOwn(NAMES, type) ? NAMES[type as NameType] : NAMES.alias;
}

/** One reason of a link, as a sentence without its full stop. */
export function wordReason(reason: Reason, label: string): string {
  switch (reason.code) {
    case 'name':
      return reason.name === label
        ? `“${reason.name}” is its name`
        : `“${reason.name}” is ${wordNameType(reason.type)(label)}`;
    case 'context':
      return `“${reason.word}” beside it asks for ${reason.asks === 'place' ? 'a place' : 'somebody who acts'}`;
    case 'near':
      return `${reason.name}, which is related, is named ${reason.sentence ? 'in the same sentence' : 'in this article'}`;
    case 'introduced':
      return `It was introduced before as “${reason.by}”`;
    case 'usual':
      return `Of 100 times that the name is used, ${Math.min(99, Math.round(reason.share * 100))} mean this`;
    case 'period':
      return reason.valid
        ? 'In office on the article’s date'
        : 'Against it: the name is of another time than the article';
    case 'corrected':
      return 'You said so';
    case 'home':
      return `Other places in this article lie there too (${reason.others})`;
    case 'unknown':
      return `No pack knows it; ${reason.word ? `“${reason.word}” tells` : 'capital letters tell'} what it is`;
    case 'doubt':
      return `Against it: ${DOUBTS[reason.why]}${reason.detail ? ` (${reason.detail})` : ''}`;
  }
}
