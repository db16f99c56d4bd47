// PLOVER 0.8, the sixteen types of events, as far as importers need it: which modes a type has, which contexts
// there are, and how a title names each in plain, neutral words of our own. A machine that misread a report is
// quoted here, so no word says more than the code does.
import { PloverType } from '../../terms.ts';

export interface Plover {
  readonly plover: PloverType;
  readonly mode: readonly string[];
  readonly context: readonly string[];
}

const MODES: Readonly<Record<PloverType, string>> = {
  AGREE: '',
  CONSULT: 'visit third-party multilateral phone',
  SUPPORT: '',
  COOPERATE: '',
  AID: '',
  CONCEDE: '',
  RETREAT: 'withdraw release disarm ceasefire access resign',
  REQUEST: 'assist change yield meet',
  ACCUSE: 'disapprove investigate allege',
  REJECT: 'assist change yield meet',
  THREATEN: 'restrict arrest relations expel territory violence',
  PROTEST: 'demo riot strike hunger boycott obstruct vandalize',
  SANCTION: 'convict expel withdraw discontinue',
  MOBILIZE: 'troops weapons police militia',
  COERCE: 'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber',
  ASSAULT:
    'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional',
  OTHER: '',
};

const CONTEXTS = new Set(
  (
    'military intelligence executive legislative election political_institutions pro_democracy pro_autocracy ' +
    'economic legal reparations human_rights rights_freedoms repression human_security gender lgbt ' +
    'religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters ' +
    'natural_resource environment technology terrorism cbrn cyber misinformation crime corruption ' +
    'illegal_drugs trafficking'
  ).split(' '),
);

/** A noun, and the word that leads to whom it was done to. By type, and closer by type and mode. */
const WORDS: Readonly<Record<string, readonly [noun: string, link: string]>> = {
  AGREE: ['offer or agreement to cooperate', 'with'],
  CONSULT: ['talks', 'with'],
  'CONSULT visit': ['visit and talks', 'with'],
  'CONSULT phone': ['talks by telephone', 'with'],
  SUPPORT: ['support', 'for'],
  COOPERATE: ['cooperation', 'with'],
  AID: ['aid', 'to'],
  CONCEDE: ['concession', 'to'],
  RETREAT: ['step back', 'towards'],
  'RETREAT withdraw': ['withdrawal', 'before'],
  'RETREAT release': ['release', 'of'],
  'RETREAT disarm': ['disarmament', 'before'],
  'RETREAT ceasefire': ['ceasefire', 'with'],
  'RETREAT access': ['access granted', 'to'],
  'RETREAT resign': ['resignation or change of leaders', 'before'],
  REQUEST: ['demand or appeal', 'to'],
  ACCUSE: ['criticism', 'of'],
  'ACCUSE investigate': ['investigation', 'of'],
  'ACCUSE allege': ['accusation', 'against'],
  REJECT: ['refusal', 'towards'],
  THREATEN: ['threat', 'against'],
  PROTEST: ['protest', 'against'],
  'PROTEST riot': ['violent protest', 'against'],
  'PROTEST strike': ['strike or boycott', 'against'],
  'PROTEST hunger': ['hunger strike', 'against'],
  'PROTEST obstruct': ['blockade in protest', 'against'],
  SANCTION: ['cutting of relations', 'with'],
  'SANCTION discontinue': ['sanctions or ended support', 'against'],
  'SANCTION withdraw': ['withdrawal from relations or talks', 'with'],
  'SANCTION expel': ['expulsion or withdrawal', 'of'],
  'SANCTION convict': ['conviction', 'of'],
  MOBILIZE: ['show of force', 'towards'],
  COERCE: ['coercion', 'against'],
  'COERCE seize': ['seizure', 'from'],
  'COERCE restrict': ['restrictions', 'on'],
  'COERCE arrest': ['arrest or charges', 'against'],
  'COERCE deport': ['deportation', 'of'],
  'COERCE cyber': ['cyber attack', 'on'],
  ASSAULT: ['use of force', 'against'],
  'ASSAULT abduct': ['abduction', 'of'],
  'ASSAULT targeted': ['targeted killing or attempt', 'against'],
  'ASSAULT destroy': ['destruction of property', 'of'],
  'ASSAULT firearms': ['armed fighting', 'with'],
  'ASSAULT explosives': ['bombing', 'against'],
  'ASSAULT suicide-attack': ['suicide attack', 'on'],
  'ASSAULT aerial': ['air attack', 'on'],
  'ASSAULT drone': ['drone attack', 'on'],
  'ASSAULT heavy-weapons': ['shelling or missile attack', 'on'],
  'ASSAULT crowd-control': ['force against a crowd', 'of'],
  'ASSAULT unconventional': ['attack with unconventional weapons', 'on'],
  OTHER: ['event', 'involving'],
};

/**
 * A type with those of the modes and contexts that PLOVER knows, in small letters and without doubles; `null`
 * where the type is none of PLOVER's.
 */
export function ploverOf(type: string, modes: readonly string[], contexts: readonly string[]): Plover | null {
  const plover = PloverType.safeParse(type.toUpperCase());
  if (!plover.success) return null;
  const valid = MODES[plover.data].split(' ');
  const mode = modes.map((text) => text.trim().toLowerCase()).filter((text) => text && valid.includes(text));
  const context = contexts
    .map((text) => text.trim().toLowerCase().replace(/[ -]/g, '_'))
    .filter((text) => CONTEXTS.has(text));
  return { plover: plover.data, mode: [...new Set(mode)], context: [...new Set(context)] };
}

/**
 * “Iran: accusation against Saudi Arabia”; who is not named is left out, and with nobody named it is
 * “Accusation”.
 */
export function sentenceOf(type: Plover, actor: string | undefined, recipient: string | undefined): string {
  const closer = type.mode.map((mode) => WORDS[`${type.plover} ${mode}`]).find((words) => words);
  const [noun, link] = closer ?? WORDS[type.plover] ?? ['event', 'involving'];
  const done = recipient === undefined ? noun : `${noun} ${link} ${recipient}`;
  const sentence = actor === undefined ? done : `${actor}: ${done}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
