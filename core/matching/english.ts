// What English tells about a name by the words beside it. Another language gets a file of its own; without
// one, context decides nothing and the other evidence stands alone.

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
  'president vice prime minister premier chancellor king queen prince princess emir sheikh sultan pope ayatollah imam mullah sayyid mr mrs ms dr sir lord lady general gen colonel col lt lieutenant major maj brigadier admiral adm captain capt commander cmdr marshal secretary senator sen representative rep congressman congresswoman governor gov mayor ambassador foreign defence defense interior finance chief justice judge speaker leader chairman professor prof comrade grand supreme deputy former then acting',
);
/** A word that announces a person (“President Trump”), or an office beside a country (“Iran President”). */
export function isTitle(folded: string): boolean {
  return TITLES.has(folded);
}

/** Capitalised only because a sentence begins: no part of a name. */
const OPENERS = words(
  'a an the in on at by for from to with without of as but and or if when while after before since until although though however meanwhile yet both even only this that these those its it he she they we you i his her their our my there here where what who why how not no nor so then than also amid among against despite during under over between into about because once now all some many most few several other another such each every more less last next earlier later today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december consequent domestically similarly following including according northern southern eastern western central downtown greater upper lower north south east west',
);
export function isOpener(folded: string): boolean {
  return OPENERS.has(folded);
}

const PLACE_BEFORE = words(
  'in near at outside inside across around into throughout within downtown central northern southern eastern western north south east west',
);
const PLACE_OF = words(
  'city town village province governorate region capital streets outskirts suburb suburbs district north south east west centre center port mayor residents people island university airport',
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
