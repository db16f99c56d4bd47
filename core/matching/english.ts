// What English tells about a name by the words beside it. Another language gets a file of its own; without
// one, context decides nothing and the other evidence stands alone.
import type { Token } from '../text/index.ts';

/** English, or a page that does not say. */
export function isKnownLanguage(language: string): boolean {
  return language === 'und' || /^en\b/i.test(language);
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const PARTICLES = words(
  'al el as ash at an ad bin bint ibn abu abd ben van von der den de del della da di do dos du la le los las ter zu al- el-',
);
/** Lower case, yet part of a name (al-Sistani, bin Laden, van der Bellen). */
export function isParticle(folded: string): boolean {
  return PARTICLES.has(folded);
}

const SHOUTABLE = words('us it who am in is as at be or so to no do go an me may can will un pm');
/** In a headline in capitals these may be plain words, so nothing is made of them. */
export function isShoutable(folded: string): boolean {
  return SHOUTABLE.has(folded);
}

const TITLES = words(
  'president vice prime minister premier chancellor king queen prince princess emir sheikh sultan pope ayatollah imam mullah sayyid mr mrs ms dr sir lord lady general gen colonel col lt lieutenant major maj brigadier admiral adm captain capt commander cmdr marshal secretary senator sen representative rep congressman congresswoman governor gov mayor ambassador foreign defence defense interior finance chief justice judge speaker leader chairman chair chairwoman chairperson professor prof ceo cfo coo cto comrade grand supreme deputy former then acting spokesman spokeswoman spokesperson detective officer coach dj sergeant corporal cpl constable inspector superintendent attorney counsel rabbi reverend pastor bishop cardinal archbishop mufti undersecretary councillor councilman councilwoman delegate envoy mp tsar czar baroness baron dame count countess taoiseach presiding executive managing assistant senior',
);
/** A word that announces a person (“President Trump”), or an office beside a country (“Iran President”). */
export function isTitle(folded: string): boolean {
  return TITLES.has(folded);
}

/** Capitalised only because a sentence begins: no part of a name. */
const OPENERS = words(
  'around along behind beneath beside besides beyond above below off out up down upon onto toward towards throughout except like unlike plus past whether whose whom which unless whereas till ever never always often still just perhaps maybe indeed instead moreover furthermore nevertheless nonetheless therefore thus hence overall finally recently soon eventually suddenly clearly elsewhere otherwise afterwards officials police people residents near inside outside across additionally accordingly per via prior minutes hours days weeks months years a an the in on at by for from to with without of as but and or if when while after before since until although though however meanwhile yet both even only this that these those its it he she they we you i his her their our my there here where what who why how not no nor so then than also amid among against despite during under over between into about because once now all some many most few several other another such each every more less last next earlier later today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december one two three four five six seven eight nine ten new old first second third consequent domestically similarly following including according northern southern eastern western central downtown greater upper lower north south east west',
);
export function isOpener(folded: string): boolean {
  return OPENERS.has(folded);
}

/** Words that are a title with another behind them only: “Prime Minister”, not “Amazon Prime”. */
const HALF_TITLES = words(
  'prime vice foreign defence defense interior finance supreme grand managing assistant executive presiding count senior justice acting then',
);
export function isHalfTitle(folded: string): boolean {
  return HALF_TITLES.has(folded);
}

/** “a stake in Burlington”: what has shares acts, wherever it is. */
const HAS_SHARES = words('stake stakes interest interests shares confidence faith trust');

const PLACE_BEFORE = words(
  'in near at outside inside across around into throughout within downtown central northern southern eastern western north south east west',
);
const PLACE_OF = words(
  'city town village province governorate region capital outskirts suburb suburbs district vicinity liberation streets siege north south east west centre center port mayor residents people island university airport',
);
const ACTOR_BEFORE = words(
  'by with against accuse accuses accused accusing blame blames blamed blaming hold holds holding held urge urges urged urging warn warns warned warning press pressed pressing tell tells told ask asks asked support supports supported back backs backed between sanction sanctions punish punished pressure',
);
const ACTS = words(
  'said says warned warns denied denies accused accuses vowed vows announced announces insisted insists responded responds retaliated blamed blames agreed agrees rejected rejects refused refuses seeks sought wants wanted argues argued claims claimed maintains maintained condemned condemns hopes hoped fears feared believes believed considers considered decided offered offers pledged threatened threatens signalled signaled appears appeared faces found finds holds backs backed supports supported sees saw calls called demanded demands',
);
const MILDLY_ACTS = words('has have had will would could may might is was');

export type Asked = { readonly asks: 'place' | 'actor'; readonly word: string; readonly strength: number };

interface Neighbour {
  readonly folded: string;
  /** Whether it belongs to the same run of words (no comma, no full stop between). */
  readonly adjacent: boolean;
}

/**
 * What the words beside a name ask for. Strength is in log-odds, chosen by hand on the practice article and
 * to be fitted once there is a harness to fit with.
 *
 * @param before the two words before, the nearer one last
 */
export function asked(
  before: readonly Neighbour[],
  after: Neighbour | undefined,
  possessive: boolean,
): Asked | null {
  const near = before.at(-1);
  const second = before.at(-2);
  if (near?.adjacent) {
    if (near.folded === 'of' && second && PLACE_OF.has(second.folded))
      return { asks: 'place', word: `${second.folded} of`, strength: 2.2 };
    // “in the Lebanon”, “in Tehran”
    const locative = near.folded === 'the' ? second : near;
    if (near.folded === 'in' && second && HAS_SHARES.has(second.folded))
      return { asks: 'actor', word: second.folded, strength: 2 };
    if (locative && PLACE_BEFORE.has(locative.folded))
      return { asks: 'place', word: locative.folded, strength: 2 };
    if (near.folded === 'capital') return { asks: 'place', word: 'capital', strength: 2 };
    if (ACTOR_BEFORE.has(near.folded)) return { asks: 'actor', word: near.folded, strength: 1 };
  }
  if (possessive) return { asks: 'actor', word: '’s', strength: 0.4 };
  if (after?.adjacent && ACTS.has(after.folded)) return { asks: 'actor', word: after.folded, strength: 1.2 };
  if (after?.adjacent && MILDLY_ACTS.has(after.folded))
    return { asks: 'actor', word: after.folded, strength: 0.4 };
  return null;
}

/** The preposition that asks for a place right before a token (“in Goma”, “near the Goma”), or null. */
export function placeBefore(tokens: readonly Token[], index: number): string | null {
  const near = tokens[index]?.gap === 'space' ? tokens[index - 1] : undefined;
  if (!near) return null;
  if (near.folded === 'of') {
    const asked = tokens[index - 2];
    return asked && PLACE_OF.has(asked.folded) ? `${asked.text} of` : null;
  }
  return LOCATIVE.has(near.folded) ? near.text : null;
}

/** Whether a name ends here as a phrase: not “in Scientology jargon”, but “in Goma on Monday”. */
export function endsPhrase(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  if (!next || (next.gap !== 'space' && next.gap !== 'hyphen')) return true;
  return (
    next.gap === 'space' &&
    (NOT_DESCRIBED.has(next.folded) || next.folded === 'and' || next.shape === 'number')
  );
}
const LOCATIVE = words('in near at outside inside across around throughout downtown');

const DATED = words(
  'in on of by since until till from to through before after during last next this early late mid every each past and or between around',
);
/** Whether a month or a day is named here as such: “in May”, “16 May”, “May 16”, “May, 2008”. */
export function isDated(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (after?.shape === 'number' && after.gap !== 'stop') return true;
  return (
    before !== undefined &&
    tokens[index]?.gap !== 'stop' &&
    (before.shape === 'number' || DATED.has(before.folded))
  );
}

const SPORTS = words(
  'match goal goals goalkeeper striker midfielder defender coach penalty tournament rugby football soccer cricket hockey basketball baseball volleyball tennis golf golfer olympic olympics paralympic qualifier qualifiers semifinal semifinals semi-final quarterfinal quarterfinals innings wicket wickets batsman bowler scored halftime half-time playoff playoffs quarterback touchdown championship championships squad stadium fifa uefa teammate teammates league cup cups caps racing jockey wimbledon lap sprint footballer debutants fixture fixtures versus halfback scrum-half scrum fly-half pitch',
);
export function isOfSport(folded: string): boolean {
  return SPORTS.has(folded);
}
const NOT_DESCRIBED = words(
  'or will would is was are were to that has have had may might can could should in on at from for by with who which as but than because if when while until after before so then into',
);
const BEFORE_PEOPLE = words(
  'the and nor is are was were be being been not both many most some few between against',
);
const SPOKEN = words(
  'speak speaks speaking spoke spoken learn learns learning learned learnt teach teaches teaching taught read written write writes fluent in into translated although like language languages including',
);
/** An adjective of a country with nothing behind it to describe: “speaks English”, “written in French.” */
export function isLanguageUse(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to];
  const runsOn = next !== undefined && (next.gap === 'space' || next.gap === 'hyphen');
  if (runsOn && (next.gap === 'hyphen' || !NOT_DESCRIBED.has(next.folded)) && next.folded !== 'and')
    return false;
  const before = tokens[from]?.gap === 'space' ? tokens[from - 1] : undefined;
  if (before && SPOKEN.has(before.folded)) return true;
  if (runsOn && next.folded === 'and') return false;
  if (!runsOn && tokens[to - 1]?.possessive) return false;
  return (
    !(before && BEFORE_PEOPLE.has(before.folded)) &&
    tokens[from]?.gap !== 'hyphen' &&
    tokens[from]?.gap !== 'comma'
  );
}

const OPPONENTS = words('versus vs v');
/** “Alabama versus Florida” */
export function isAgainst(folded: string): boolean {
  return OPPONENTS.has(folded);
}

const LANDS = words(
  'province provinces state county district governorate region prefecture oblast territory',
);
const TOWNS = words('city town airport suburb suburbs');
/** What a word in small letters behind a name calls it: “Herat province”, “Gaza city”. */
export function describesPlace(folded: string): 'land' | 'city' | null {
  if (LANDS.has(folded)) return 'land';
  return TOWNS.has(folded) ? 'city' : null;
}

/** “BAGHDAD (Reuters) -”, “KYIV, Ukraine —”: what a report begins with is where it was written. */
const DATELINE = /^(?:, \p{Lu}[\p{L}. ]{1,30})?,?\s*(?:\([^)]{2,40}\)\s*)?[-–—]\s/u;
export function isDateline(text: string, from: number, behind: string): boolean {
  return text.slice(0, from).trim() === '' && DATELINE.test(behind);
}

const DIRECTIONS = words(
  'northern southern eastern western central northeastern northwestern southeastern southwestern',
);
/** Which part of a land is meant: “Southern California”. */
export function isDirection(folded: string): boolean {
  return DIRECTIONS.has(folded);
}

const COUNTING = words(
  'most many some few several other fellow both no every each a an another all any hundreds thousands millions dozens million billion dozen percent young older ordinary average individual elderly one two three four five six seven eight nine ten eleven twelve twenty',
);
/** Before the name of a people: so many of them, or one. */
export function isCounting(folded: string): boolean {
  return COUNTING.has(folded);
}

const TEAM_ROLES = words(
  'captain coach striker midfielder goalkeeper keeper winger defender skipper batsman bowler quarterback forward fullback flyhalf prop lock teammate international internationals',
);
/** What a team has, and a country has not. */
export function isTeamRole(folded: string): boolean {
  return TEAM_ROLES.has(folded);
}

const SMALL = words('a an the of in on at to for from by with and or nor but as is vs up off over into it');
/** Written small in a title too. */
export function isSmallWord(folded: string): boolean {
  return SMALL.has(folded);
}
