// Which kind of thing a class of Wikidata makes its items. A stream cannot follow “subclass of” up to the root, so
// the classes that news are made of are listed, each known by name; what is not listed is judged by its claims.
import type { EntityKind } from '../../terms.ts';
import { bestStatements, hasClaim, type Item, itemIdIn, placeIn, qualifier, statements } from './item.ts';

/** Earlier wins where an item has several classes: Singapore is a country before it is a city. */
const CLASSES: readonly (readonly [EntityKind, Readonly<Record<string, string>>])[] = [
  ['person', { Q5: 'human' }],
  ['union', { Q1335818: 'supranational union', Q3623811: 'economic union' }],
  [
    'country',
    {
      Q3624078: 'sovereign state',
      Q6256: 'country',
      Q10711424: 'state with limited recognition',
      Q15634554: 'state with limited recognition',
      Q3024240: 'historical country',
      Q112099: 'island country',
      Q123480: 'landlocked country',
    },
  ],
  [
    'territory',
    {
      Q161243: 'dependent territory',
      Q46395: 'British overseas territory',
      Q185086: 'Crown dependency',
      Q15239622: 'disputed territory',
    },
  ],
  [
    'party',
    {
      Q7278: 'political party',
      Q6138528: 'political coalition',
      Q233591: 'communist party',
      Q24649: 'European party',
    },
  ],
  [
    'armed_group',
    {
      Q17127659: 'terrorist organisation',
      Q4456236: 'terrorist group',
      Q17149090: 'armed organisation',
      Q1788992: 'criminal organisation',
      Q1260006: 'drug cartel',
      Q138796: 'resistance movement',
    },
  ],
  [
    'armed_force',
    {
      Q772547: 'armed forces',
      Q37726: 'army',
      Q4508: 'navy',
      Q61883: 'air force',
      Q781132: 'military branch',
      Q176799: 'military unit',
      Q1353040: 'coast guard',
    },
  ],
  [
    'government_body',
    {
      Q327333: 'government agency',
      Q2659904: 'government organisation',
      Q192350: 'ministry',
      Q7188: 'government',
      Q35798: 'executive branch',
      Q11204: 'legislature',
      Q35749: 'parliament',
      Q47913: 'intelligence agency',
      Q732717: 'law enforcement agency',
      Q41487: 'court',
      Q190752: 'supreme court',
      Q66344: 'central bank',
      Q20857065: 'agency of the United States federal government',
    },
  ],
  [
    'media',
    {
      Q11032: 'newspaper',
      Q1110794: 'daily newspaper',
      Q2305295: 'weekly newspaper',
      Q1153191: 'online newspaper',
      Q17232649: 'news website',
      Q192283: 'news agency',
      Q1684600: 'news magazine',
      Q41298: 'magazine',
      Q15265344: 'broadcaster',
      Q1126006: 'public broadcaster',
      Q1616075: 'television station',
      Q2001305: 'television channel',
      Q14350: 'radio station',
    },
  ],
  [
    'company',
    {
      Q783794: 'company',
      Q4830453: 'business',
      Q6881511: 'enterprise',
      Q891723: 'public company',
      Q270791: 'state-owned enterprise',
      Q22687: 'bank',
      Q46970: 'airline',
      Q219577: 'holding company',
    },
  ],
  [
    'facility',
    {
      Q3917681: 'embassy',
      Q5244910: 'de facto embassy',
      Q7843791: 'consulate',
      Q372690: 'consulate general',
      Q1248784: 'airport',
      Q644371: 'international airport',
      Q62447: 'aerodrome',
      Q695850: 'air base',
      Q245016: 'military base',
      Q18691599: 'military facility',
      Q1324633: 'naval base',
      Q134447: 'nuclear power plant',
      Q159719: 'power station',
      Q44782: 'port',
      Q12353044: 'oil refinery',
      Q12323: 'dam',
      Q12280: 'bridge',
      Q40357: 'prison',
      Q16917: 'hospital',
      Q622499: 'refugee camp',
      Q16560: 'palace',
      Q32815: 'mosque',
      Q2977: 'cathedral',
      Q483110: 'stadium',
      Q174782: 'square',
    },
  ],
  [
    'city',
    {
      Q515: 'city',
      Q5119: 'capital',
      Q1549591: 'big city',
      Q1637706: 'city of millions',
      Q200250: 'metropolis',
      Q174844: 'megacity',
      Q3957: 'town',
      Q532: 'village',
      Q486972: 'human settlement',
      Q15284: 'municipality',
      Q1093829: 'city in the United States',
      Q484170: 'commune of France',
      Q747074: 'comune of Italy',
      Q262166: 'municipality of Germany',
      Q42744322: 'urban municipality in Germany',
      Q22865: 'independent city of Germany',
      Q755707: 'municipality of Norway',
      Q70208: 'municipality of Switzerland',
      Q1840161: 'commune of Chile',
    },
  ],
  [
    'water',
    {
      Q4022: 'river',
      Q165: 'sea',
      Q204894: 'marginal sea',
      Q2578218: 'inland sea',
      Q9430: 'ocean',
      Q23397: 'lake',
      Q131681: 'reservoir',
      Q37901: 'strait',
      Q39594: 'bay',
      Q1322134: 'gulf',
      Q12284: 'canal',
      Q355304: 'watercourse',
    },
  ],
  [
    'region',
    {
      Q5107: 'continent',
      Q82794: 'geographic region',
      Q10864048: 'first-level administrative division',
      Q56061: 'administrative territorial entity',
      Q107390: 'federated state',
      Q35657: 'state of the United States',
      Q1221156: 'state of Germany',
      Q13390680: 'state of India',
      Q34876: 'province',
      Q36784: 'region of France',
      Q28575: 'county',
      Q149621: 'district',
      Q835714: 'oblast of Russia',
      Q831740: 'krai of Russia',
      Q41162: 'republic of Russia',
      Q1620908: 'historical region',
      Q8502: 'mountain',
      Q46831: 'mountain range',
      Q8072: 'volcano',
      Q23442: 'island',
      Q33837: 'archipelago',
      Q34763: 'peninsula',
      Q8514: 'desert',
      Q39816: 'valley',
    },
  ],
  ['agreement', { Q131569: 'treaty', Q625298: 'peace treaty', Q252550: 'trade agreement' }],
  ['collective', { Q41710: 'ethnic group', Q133311: 'tribe', Q13414953: 'religious denomination' }],
  [
    'organisation',
    {
      Q484652: 'international organisation',
      Q245065: 'intergovernmental organisation',
      Q4120211: 'regional organisation',
      Q1127126: 'military alliance',
      Q15925165: 'specialised agency',
      Q79913: 'non-governmental organisation',
      Q163740: 'non-profit organisation',
      Q43229: 'organisation',
      Q7210356: 'political organisation',
      Q2738074: 'political movement',
      Q49773: 'social movement',
      Q1530022: 'religious organisation',
      Q31855: 'research institute',
      Q3918: 'university',
      Q157031: 'foundation',
      Q476028: 'football club',
    },
  ],
];
const KIND = new Map(
  CLASSES.flatMap(([kind, classes]) => Object.keys(classes).map((id) => [id, kind] as const)),
);
const ORDER = CLASSES.map(([kind]) => kind);

/** Pages of the wikis, and things that only look like somebody. */
const NEVER: Readonly<Record<string, string>> = {
  Q4167410: 'a page of several meanings',
  Q13406463: 'a list',
  Q4167836: 'a category',
  Q11266439: 'a template',
  Q17633526: 'a news article',
  Q13442814: 'a scholarly article',
  Q15632617: 'fictional',
  Q95074: 'fictional',
  Q202444: 'a first name',
  Q101352: 'a surname',
};
const POSITIONS: ReadonlySet<string> = new Set(['Q4164871', 'Q294414']);

/** The first kind, in the order of the table, that one of the classes gives. */
export function kindOfClasses(classes: readonly string[]): EntityKind | undefined {
  const kinds = new Set(classes.map((id) => KIND.get(id)));
  return ORDER.find((kind) => kinds.has(kind));
}

/** Present classes; past ones (with an end) only where nothing else is left. */
export function classesOf(item: Pick<Item, 'claims'>): string[] {
  const best = bestStatements(item, 'P31');
  const present = best.filter(
    (statement) => (qualifier(statement, 'P582')?.snaktype ?? 'novalue') === 'novalue',
  );
  return (present.length > 0 ? present : best).flatMap(({ mainsnak }) => itemIdIn(mainsnak) ?? []);
}

/** A post that somebody holds: what roles are called by. */
export function isPosition(item: Pick<Item, 'claims'>): boolean {
  return (
    classesOf(item).some((id) => POSITIONS.has(id)) || hasClaim(item, 'P1308') || hasClaim(item, 'P2389')
  );
}

/** Headquarters, founder, director, chair, parent organisation, members, number of staff. */
const OF_AN_ACTOR = ['P159', 'P112', 'P1037', 'P488', 'P169', 'P749', 'P2124', 'P1128'];

/** The kind of an item, or why it is none of ours. */
export function kindOfItem(item: Pick<Item, 'claims'>): { kind: EntityKind } | { skip: string } {
  const classes = classesOf(item);
  const never = classes.map((id) => NEVER[id]).find((reason) => reason !== undefined);
  if (never !== undefined) return { skip: never };
  const kind = kindOfClasses(classes) ?? kindOfClasses(allClasses(item));
  if (kind !== undefined) return { kind };
  if (isPosition(item)) return { skip: 'a position: its name serves the roles of those who hold it' };
  if (OF_AN_ACTOR.some((property) => hasClaim(item, property))) return { kind: 'organisation' };
  if (bestStatements(item, 'P625').some(({ mainsnak }) => placeIn(mainsnak))) return { kind: 'thing' };
  return { skip: 'neither an actor nor a place' };
}

/** Of lower rank too: Bonn is preferably a “college town”, and a city all the same. */
function allClasses(item: Pick<Item, 'claims'>): string[] {
  return statements(item, 'P31').flatMap(({ mainsnak }) => itemIdIn(mainsnak) ?? []);
}

const PLACE: ReadonlySet<EntityKind> = new Set(['city', 'facility', 'water', 'region']);
const BOTH: ReadonlySet<EntityKind> = new Set(['country', 'territory', 'union']);

/** `located`: it has coordinates; of the kinds that may be anything, such a one is a place. */
export function facetsOf(kind: EntityKind, located: boolean): ('actor' | 'place')[] {
  if (BOTH.has(kind)) return ['actor', 'place'];
  return PLACE.has(kind) || (kind === 'thing' && located) ? ['place'] : ['actor'];
}
