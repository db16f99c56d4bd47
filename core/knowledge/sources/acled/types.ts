// ACLED's event and sub-event types, told in PLOVER. A sub-event decides; an event type that stands alone, or with
// a sub-event that is newer than this table, gives the type without a mode.
import { type Plover, ploverOf } from '../plover/terms.ts';

/** `name = TYPE modes contexts`, `-` for none. */
const TYPES = `
battles = ASSAULT - military
armed clash = ASSAULT - military
government regains territory = ASSAULT - military,territory
non-state actor overtakes territory = ASSAULT - military,territory
explosions/remote violence = ASSAULT - military
air/drone strike = ASSAULT aerial military
chemical weapon = ASSAULT unconventional cbrn
grenade = ASSAULT explosives -
remote explosive/landmine/ied = ASSAULT explosives -
shelling/artillery/missile attack = ASSAULT heavy-weapons military
suicide bomb = ASSAULT suicide-attack -
violence against civilians = ASSAULT - human_security
abduction/forced disappearance = ASSAULT abduct human_security
attack = ASSAULT - human_security
sexual violence = ASSAULT sexual human_security
protests = PROTEST demo -
peaceful protest = PROTEST demo -
protest with intervention = PROTEST demo repression
excessive force against protesters = ASSAULT crowd-control repression
riots = PROTEST riot -
mob violence = PROTEST riot -
violent demonstration = PROTEST riot -
strategic developments = OTHER - -
agreement = AGREE - -
arrests = COERCE arrest legal
change to group/activity = OTHER - -
disrupted weapons use = COERCE seize military
headquarters or base established = MOBILIZE troops military
looting/property destruction = ASSAULT destroy -
non-violent transfer of territory = RETREAT withdraw territory
`;

const byName = new Map<string, Plover>();
for (const line of TYPES.trim().split('\n')) {
  const [name, type = '', modes = '', contexts = ''] = line.split(/ = | (?=\S+(?: \S+)?$)/);
  const plover = ploverOf(type, modes.split(','), contexts.split(','));
  if (name && plover) byName.set(name, plover);
}

/** `null` where ACLED has a type that this table does not know. */
export function ploverOfAcled(event: string, subEvent: string): Plover | null {
  // Older releases spell “protestors”.
  const plain = (name: string) => name.trim().toLowerCase().replace('protestors', 'protesters');
  return byName.get(plain(subEvent)) ?? byName.get(plain(event)) ?? null;
}
