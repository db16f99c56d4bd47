// Who a source's actor is. A government or an army is its country's; a class of people (“Civilians”,
// “Protesters (Iraq)”, “Citizen (India)”, “COMPANY”) is nobody whom a card could tell about, so it stays in an
// event's words and does not become one of its actors.
import type { ActorRole } from '../../terms.ts';
import { defined } from '../defined.ts';
import type { ActorHint } from '../source.ts';
import { type Country, countryOfName } from './fips.ts';

/** In the singular; a plural's `s` is allowed for. */
const CLASSES = new Set(
  (
    'activist,actor,aid worker,archbishop,armed band,armed gang,armed group,armed rebel,' +
    'armed separatist,army,army personnel,assailant,attacker,authority,bishop,boy,bus,business,' +
    'businessperson,catholic bishop,child,children,christian group,citizen,civic group,' +
    'civil servant,civil society,civilian,combatant,commando,community,company,' +
    'company - owner or operator,corporation,court,court judge,criminal,customs official,' +
    'demonstrator,detainee,dissident,doctor,drug dealer,economist,education,employee,engineer,' +
    'envoy,ethnic group,expatriate,expert,extremist,farm worker,farmer,federal judge,fighter,' +
    'fisher,fisherman,fishermen,foreign minist,foreign minister,gang,girl,government,' +
    'government official,group,gunman,gunmen,health worker,high ranking military personnel,hindu,' +
    'imam,immigrant,indigenous group,indigenous people,industry,inmate,insurgent,journalist,' +
    'judge,kidnapper,king,labor activist,labor group,labor union,labour group,lawmaker,lawyer,' +
    'lawyer/attorney,leader,lgbt,man,media,media personnel,medical personnel,member,' +
    'member of parliament,member of the judiciary,men,men (generic),migrant,militant,military,' +
    'military personnel,military personnel - special,militia,minister,ministry,mob,murderer,' +
    'muslim,muslim group,naxalite,ngo,nurse,opposition activist,opposition supporter,other,' +
    'other authorities / officials,party member,people,people associated with the opposition,person,' +
    'police,political group,population,president,priest,prisoner,private security force,professor,' +
    'protester,protestor,rebel,rebel group,refugee,refugees/idp,resident,rights activist,rioter,' +
    'scholar,school,scientist,secret agent,secretary of defense,secretary of state,security force,' +
    'separatist,settler,soldier,spokesman,student,suspect,teacher,terrorist,thief,tourist,' +
    'troop,union,university,vigilante group,vigilante militia,villager,voter,woman,women,worker'
  ).split(','),
);

/** A government or an army, when a country stands behind the word. */
const STATE = /^(?:government|military(?: forces)?|armed forces|army|air force|navy|troops)$/i;
/** As ICEWS writes a body of a country: `Police (India)`. */
const BODY_OF = /^(?:court|government|military|ministry|police|university)$/i;

/** Whether a name, with a country in brackets or not, is only a class of people. */
export function isNobody(name: string): boolean {
  const [, head = '', country] = /^(.*?)(?: \((.*)\))?$/.exec(name.trim().toLowerCase()) ?? [];
  if (country !== undefined && BODY_OF.test(head)) return false;
  if (/^(?:unidentified|unspecified|unknown|unnamed)\b/.test(head)) return true;
  return head === '' || CLASSES.has(head) || CLASSES.has(head.replace(/s$/, ''));
}

interface Body {
  readonly name: string;
  readonly country?: Country;
  readonly isState?: true;
}

/**
 * `Government of Yemen (North Yemen)`, `Military Forces of Iraq (2020-)`, `Police Forces of Iraq (2020-) SWAT`:
 * the state, its police, or a branch by the branch's own name. Any other name is as it is, without its period, and
 * without the acronym before a colon (`PKK: Kurdistan Workers Party`).
 */
export function bodyOf(text: string): Body {
  const name = text.replace(/\s*\((?:19|20)\d\d-(?:(?:19|20)\d\d)?\)(?=\s|$)/g, '\u0001').trim();
  const [, body, rest = ''] = /^(Government|Military Forces|Police Forces) of (.+)$/.exec(name) ?? [];
  if (body) {
    const [land = '', branch = ''] = rest.split('\u0001').map((part) => part.replace(/^[\s:–-]+/, '').trim());
    const country = countryOfName(land) ?? countryOfName(land.replace(/ \(.*\)$/, ''));
    if (country && branch) return { name: branch, country };
    if (country)
      return {
        name: `${body} of ${country.name}`,
        country,
        ...(body === 'Police Forces' ? {} : { isState: true }),
      };
  }
  const plain = name.replaceAll('\u0001', ' ').replace(/\s+/g, ' ').trim();
  const [, long] = /^[\p{Lu}\d][\p{L}\d./-]{0,14}: (.+)$/u.exec(plain) ?? [];
  return { name: long ?? plain };
}

/** Whether a name that a source files under a country is the country itself, its government or its army. */
export function isStateName(name: string, country: Country | undefined): boolean {
  if (!country) return false;
  const [, head = '', inBrackets] = /^(.*?)(?: \((.*)\))?$/.exec(name) ?? [];
  if (inBrackets !== undefined) return STATE.test(head) && countryOfName(inBrackets)?.iso2 === country.iso2;
  return countryOfName(name)?.iso2 === country.iso2 || STATE.test(name);
}

export function actorOf(body: Body, role: ActorRole): ActorHint {
  return { name: body.name, role, ...defined({ country: body.country?.iso3, isState: body.isState }) };
}
