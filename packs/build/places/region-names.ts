// “Najaf Governorate” is Najaf, and a governorate: news say either, and the first alone where the city is meant.
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';

const KINDS =
  'Autonomous Oblast|Autonomous Okrug|Autonomous Region|Autonomous Province|Autonomous Community|Federal District|Federal Territory|Union Territory|Regional State|Metropolitan Region|Metropolitan City|Capital Region|Oblast|Province|Provinc|Governorate|State|Region|District|County|Department|Krai|Kray|Prefecture|Republic|Municipality|Parish|Canton|Voivodeship|Division|Emirate|Territory|Wilayah|Community|City|Commune|Rayon|Raion|Pradesh|Atoll';
const KIND_LAST = new RegExp(`[ -](?:${KINDS})$`, 'iu');
const KIND_FIRST =
  /^(?:State|Province|Republic|Region|Emirate|Governorate|Department|Canton|City|Municipality|Parish|Commune|District|County) of (?:the )?/iu;
const NATIVE_FIRST =
  /^(?:Provincia de|Departamento de|Estado de|Région d[eu]|Muhafazat|Wilaya de|Gorod|Respublika|Provincia di|Provincie) /iu;
const AFTERTHOUGHT = /, .*$| \(.*\)$/u;
/** “North Province” without its kind is a direction. */
const NO_NAME = /^(?:the )?(?:north|south|east|west|central|centre|northern|southern|eastern|western)?$/iu;

/** The name without what it is a name of; as it is where nothing would be left. */
export function baseOf(name: string): string {
  const whole = name.replace(AFTERTHOUGHT, '').trim();
  // “Uttar Pradesh” is the name; “Gandaki Pradesh” too.
  if (/ Pradesh$/u.test(whole)) return whole;
  const base = whole.replace(KIND_FIRST, '').replace(NATIVE_FIRST, '').replace(KIND_LAST, '').trim();
  return NO_NAME.test(base) ? whole : base;
}

/** Whether it says only where in a country it lies: Central, Eastern Province, Sud-Est. Every country has one. */
export function isDirection(name: string): boolean {
  return DIRECTION.test(foldName(name.replace(KIND_LAST, '')));
}

const DIRECTION =
  /^(?:(?:the )?(?:north|south|east|west|central|centre|center|northern|southern|eastern|western|upper|lower|middle|midlands?|capital|islands?|littoral|nord|sud|est|ouest|norte|sur|este|oeste|interior|coast|coastal|metropolitan|federal|national|highlands?|plateau|lakes|rivers|delta|unity|territory|northeast|northwest|southeast|southwest)[ -]?)+$/;

export function hasKind(name: string): boolean {
  return baseOf(name) !== name.replace(AFTERTHOUGHT, '').trim();
}

/** Countries whose regions are called so although their names do not say it. */
const KIND_OF: Readonly<Record<string, string>> = {
  US: 'State',
  IN: 'State',
  BR: 'State',
  MX: 'State',
  AU: 'State',
  NG: 'State',
  DE: 'State',
  AT: 'State',
  MY: 'State',
  VE: 'State',
  SD: 'State',
  SS: 'State',
  SO: 'Region',
  CN: 'Province',
  CA: 'Province',
  PK: 'Province',
  AF: 'Province',
  IR: 'Province',
  TR: 'Province',
  AR: 'Province',
  ID: 'Province',
  KR: 'Province',
  VN: 'Province',
  NL: 'Province',
  ZA: 'Province',
  CD: 'Province',
  CO: 'Department',
  JP: 'Prefecture',
  CH: 'Canton',
  ES: 'Autonomous community',
  PL: 'Voivodeship',
  AE: 'Emirate',
  IQ: 'Governorate',
  SY: 'Governorate',
  YE: 'Governorate',
  LB: 'Governorate',
  EG: 'Governorate',
  JO: 'Governorate',
  UA: 'Oblast',
};
const SAID =
  /\b(Oblast|Krai|Province|Governorate|State|Department|County|District|Prefecture|Canton|Voivodeship|Emirate|Municipality|Republic|Territory|Parish|Autonomous Okrug|Autonomous Region)\b/u;

/** What a card calls it: `Oblast`, `State`. */
export function kindWord(names: readonly string[], iso2: string): string {
  const said = names.map((name) => SAID.exec(name)?.[1]).find((kind) => kind !== undefined);
  // The Free State is a province.
  const word = (said === 'State' ? KIND_OF[iso2] : said) ?? said ?? KIND_OF[iso2] ?? 'Region';
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}
