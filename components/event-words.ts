// What is said of an event: its type, who did it, how far it lies from the article, and why it is shown.
import type { EventReason, EventTold } from '../core/knowledge/backstory.ts';
import { daysBetween, firstDay, lastDay } from '../core/knowledge/dates.ts';
import { PloverType } from '../core/knowledge/terms.ts';

/** PLOVER's types, as a reader of news would call what happened. */
const EVENT_TYPES: Record<PloverType, string> = {
  AGREE: 'agreement',
  CONSULT: 'talks',
  SUPPORT: 'support',
  COOPERATE: 'cooperation',
  AID: 'aid',
  CONCEDE: 'concession',
  RETREAT: 'withdrawal',
  REQUEST: 'demand',
  ACCUSE: 'accusation',
  REJECT: 'refusal',
  THREATEN: 'threat',
  PROTEST: 'protest',
  SANCTION: 'sanction',
  MOBILIZE: 'mobilisation',
  COERCE: 'coercion',
  ASSAULT: 'attack',
  OTHER: 'event',
};

export function wordEventType(type: string): string {
  const known = PloverType.safeParse(type);
  return EVENT_TYPES[known.success ? known.data : 'OTHER'];
}

export type PartyRole = EventTold['actors'][number]['role'];

/** What stands before the names of those who had this part in an event. */
const PARTS: Record<PartyRole, string> = {
  actor: 'by',
  recipient: 'towards',
  third_party: 'also involved',
  alleged_actor: 'alleged',
  host: 'host',
};

export function wordPart(role: PartyRole): string {
  return PARTS[role];
}

/** `24 to 27 people killed`; empty for none. */
export function wordDeaths(deaths: EventTold['deaths']): string {
  if (!deaths) return '';
  const { low, best, high } = deaths;
  const people = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`;
  if (best === undefined && high === undefined) return low > 0 ? `at least ${people(low)} killed` : '';
  const top = high ?? best ?? low;
  if (top === 0) return '';
  if (low === top) return `${people(top)} killed`;
  const range = `${low.toLocaleString('en-GB')} to ${people(top)} killed`;
  return best === undefined || best === low || best === top ? range : `${range}, most likely ${best}`;
}

/** What a reader must know before believing an event; shown beside its title. */
export function wordFlags({ status, confidence }: EventTold): string[] {
  const flags: string[] = [];
  if (status === 'disputed') flags.push('disputed');
  if (status === 'retracted') flags.push('retracted');
  if (confidence !== undefined) flags.push(`coded by machine, ${Math.round(confidence * 100)} % sure`);
  return flags;
}

/** A distance in time that a person would say: `4 days`, `5 weeks`, `19 months`, `10 years`. */
export function wordSpan(days: number): string {
  const size = Math.abs(days);
  const [count, unit] =
    size < 14
      ? [size, 'day']
      : size < 70
        ? [Math.round(size / 7), 'week']
        : size < 730
          ? [Math.round(size / 30.44), 'month']
          : [Math.round(size / 365.25), 'year'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** How far an event lies from the article's day: `4 days before`. */
export function wordDistance(edtf: string, asOf: string): string {
  const [first, last] = [firstDay(edtf), lastDay(edtf)];
  if (first <= asOf && asOf <= last) return 'the same day';
  return last < asOf
    ? `${wordSpan(daysBetween(last, asOf))} before`
    : `${wordSpan(daysBetween(asOf, first))} after`;
}

/** `a`, `a and b`, `a, b and c`. */
function wordList(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const MOST_NAMES = 3;

/**
 * Why an event is shown, in one line: `also names the United States and Iran; in Baghdad; 4 days before`.
 * `subject` is the entity whose card this is: that its own events name it goes without saying.
 */
export function wordEventReasons(event: EventTold, asOf: string, subject?: string): string {
  const told = event.reasons.filter((reason) => !('id' in reason) || reason.id !== subject);
  const names = (code: 'actor' | 'place') =>
    told.flatMap((reason) => (reason.code === code ? [reason.name] : [])).slice(0, MOST_NAMES);
  const [actors, places] = [names('actor'), names('place')];
  const parts: string[] = [];
  if (actors.length > 0) parts.push(`${subject ? 'also names' : 'names'} ${wordList(actors)}`);
  if (places.length > 0) parts.push(`in ${wordList(places)}`);
  for (const reason of told) parts.push(...wordOther(reason, event, asOf));
  return parts.join('; ');
}

function wordOther(reason: EventReason, event: EventTold, asOf: string): string[] {
  if (reason.code === 'near-in-time') return [wordDistance(event.date.edtf, asOf)];
  if (reason.code === 'belongs') return [`touches ${reason.name} through ${reason.through}`];
  if (reason.code === 'turning-point') return ['a turning point'];
  return reason.code === 'linked' ? [`linked to “${reason.title}”`] : [];
}
