// Events of Wikidata: which classes are events, what PLOVER calls them, and how sure that is. Wikidata has no codes
// of its own for what somebody did, so that only classes whose act is plain get one; the rest is OTHER.
import type { PloverType } from '../../terms.ts';
import type { EventDraft } from '../source.ts';

type EventType = EventDraft['type'];

const coded = (
  plover: PloverType,
  mode: readonly string[] = [],
  context: readonly string[] = [],
): EventType => ({
  plover,
  mode: [...mode],
  context: [...context],
});
const OTHER = coded('OTHER');

const TYPES: Readonly<Record<string, EventType>> = {
  Q198: coded('ASSAULT', [], ['military']), // war
  Q8465: coded('ASSAULT', [], ['military']), // civil war
  Q350604: coded('ASSAULT', [], ['military']), // armed conflict
  Q178561: coded('ASSAULT', [], ['military']), // battle
  Q188055: coded('ASSAULT', [], ['military']), // siege
  Q645883: coded('ASSAULT', [], ['military']), // military operation
  Q2223653: coded('ASSAULT', [], ['terrorism']), // terrorist attack
  Q891854: coded('ASSAULT', ['explosives']), // bomb attack
  Q217327: coded('ASSAULT', ['suicide-attack']), // suicide attack
  Q3882219: coded('ASSAULT', ['targeted']), // assassination
  Q3199915: coded('ASSAULT'), // massacre
  Q273120: coded('PROTEST'), // protest
  Q175331: coded('PROTEST', ['demo']), // demonstration
  Q124734: OTHER, // rebellion
  Q180684: OTHER, // conflict
  Q10931: OTHER, // revolution
  Q45382: OTHER, // coup d’état
  Q40231: coded('OTHER', [], ['election']), // election
  Q13418847: OTHER, // historical event
  Q1190554: OTHER, // occurrence
  Q1656682: OTHER, // event
  Q3839081: coded('OTHER', [], ['disasters']), // disaster
  Q7944: coded('OTHER', [], ['disasters']), // earthquake
  Q744913: OTHER, // aviation accident
};

export function isEventClass(qid: string): boolean {
  return qid in TYPES;
}

/** What PLOVER calls the first of the classes that it has a word for. */
export function eventTypeOf(classes: readonly string[]): EventType {
  const known = classes.flatMap((id) => TYPES[id] ?? []);
  return known.find(({ plover }) => plover !== 'OTHER') ?? known[0] ?? OTHER;
}
