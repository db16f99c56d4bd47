// The English words that build names: what ends the name of an organisation or a place, what stands before a person.
// Only words that tell by themselves are here; a word that tells in company only is weighed where it is used.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** A run of capitalised words that ends with one of these, or goes on with “of”, names an organisation. */
const ORGANISATION_HEADS = words(`
academy administration advisors agency airline airlines airways alliance ambulance army artillery assembly associates association authority bank banks battalion bbc board brigade brigades brotherhood bureau
cabinet cartel caucus center centre central chamber charity church cia circle clinic club co coalition college command commission committee communications company conference confederation congress consortium constabulary corp corporation corps council court crescent
daily delegation department dept diocese directorate division electric electronics energy enterprise enterprises entertainment exchange federation films fighters financial fm force forces forum foundation front fund fusiliers gang gazette gmbh group guard guardian guards guerrillas
headquarters herald holding holdings hospital house inc incorporated industries infirmary initiative inspectorate institute institution insurance intelligence international journal junta jury laboratories laboratory labs league legion legislature library limited llc lobby ltd magazine media militia militias ministry mission mobilisation mobilization motors movement museum
navy network news newspaper nhs office ombudsman orchestra organisation organization parish parliament partners partnership party pharmaceuticals plc police post press productions programme project radio railway railways rangers rebels records red regiment registry research resistance revue secretariat senate service services society solutions squad squadron staff studios symphony synod
syndicate systems taskforce team technologies telecom telegraph television theatre times trades tribunal tribune trust tv union unions unit united university ventures watch watchdog weekly works yard zeitung
`);
/** Of those, the ones that are something else without a word before or “of” behind. */
const WEAK_HEADS = words(
  'bbc central circle daily electric energy financial fighters guardian house international mission project red research resistance staff team united unit works yard gang lobby parish programme center centre court conference forum house office',
);
export function isOrganisationHead(folded: string): boolean {
  return ORGANISATION_HEADS.has(folded);
}
export function isStrongHead(folded: string): boolean {
  return ORGANISATION_HEADS.has(folded) && !WEAK_HEADS.has(folded);
}

/** Behind a name and “of”, or before it: `Ministry of`, `University of`, `Party for`. */
const JOINED_BY_OF = words(`
academy administration agency alliance army assembly association authority bank battle co services trust hospital foundation club friends board bureau cabinet centre center chamber church coalition college commission committee company confederation congress corps council court department dept diocese directorate district duchy
emirate faculty federation front fund government governorate group guild gulf house institute institution isle isles island islands kingdom league legion ministry mount movement museum museums office order organisation organization parliament party people port province republic road rock
school secretary secretariat senate service society sons speaker state strait straits sultanate supreme synod temple territory tower town tribunal union university valley village voice port cape bay sea bishop archbishop duke duchess earl prince princess city county region daughters soldiers partisans lions wall treaty declaration convention charter battle siege
`);
export function isJoinedByOf(folded: string): boolean {
  return JOINED_BY_OF.has(folded);
}

const PLACE_HEADS = words(`
province county counties state states district districts governorate region prefecture oblast territory territories city town village township municipality borough valley river rivers creek lake lakes sea bay gulf strait straits ocean island islands isle isles peninsula archipelago mountain mountains mount hills
hill heights desert plateau coast beach beaches cape forest falls basin canyon plain plains delta road street avenue boulevard highway lane drive square park garden gardens bridge tunnel airport airfield airbase port harbour harbor terminal station canal dam reservoir stadium arena palace castle fortress tower towers
building hall hotel camp camps prison jail base cathedral basilica mosque temple shrine abbey mall plaza cemetery crossing checkpoint zone strip suburb neighbourhood neighborhood quarter subdistrict wilaya canton parish peninsula springs junction ward
`);
const FACILITIES = words(`
airport airfield airbase terminal station stadium arena palace castle fortress tower towers building hall hotel camp camps prison jail base cathedral basilica mosque temple shrine abbey mall plaza cemetery crossing checkpoint bridge tunnel dam square road street avenue boulevard highway lane drive park garden gardens
`);
const WATERS = words('river rivers creek lake lakes sea bay gulf strait straits ocean falls canal reservoir');
export function isPlaceHead(folded: string): boolean {
  return PLACE_HEADS.has(folded);
}
export function placeKind(head: string): 'facility' | 'water' | 'region' {
  if (FACILITIES.has(head)) return 'facility';
  return WATERS.has(head) ? 'water' : 'region';
}

const PLACE_BEGINNINGS = words(
  'lake mount cape fort port camp isle gulf strait river saint san santa el bay',
);
export function isPlaceBeginning(folded: string): boolean {
  return PLACE_BEGINNINGS.has(folded);
}

/** Neither somebody nor somewhere: a law, a war, a prize. Their parts mean nothing alone either (“Vietnam War”). */
const THING_HEADS = words(`
act accord accords agreement treaty pact convention protocol declaration charter constitution amendment bill law resolution war wars revolution uprising intifada massacre genocide holocaust crisis conflict spring
cup championship championships olympics paralympics games tournament series prix open masters marathon derby bowl grammy oscar award awards prize medal cross festival fair expo summit day week month year night eve christmas holiday
plan deal initiative project scandal affair syndrome disease virus flu fever rules rule report review index survey study studies times bible dream story movie album song show edition app store tv phone watch airbus jet dreamliner
bonds dollars dollar pound pounds shepherd terrier bulldog salad wine cheese fries
`);
export function isThingHead(folded: string): boolean {
  return THING_HEADS.has(folded);
}

const ABBREVIATED_COMPANY = words('inc corp ltd llc plc co gmbh ag sa nv spa llp incorporated limited');
export function isCompanyEnding(folded: string): boolean {
  return ABBREVIATED_COMPANY.has(folded);
}

const MEDIA_HEADS = words(
  'times post journal tribune herald gazette telegraph news magazine television tv radio daily weekly newspaper',
);
const FORCE_HEADS = words(
  'army navy force forces guard guards corps brigade brigades battalion regiment militia militias command fighters rebels',
);
const GOVERNMENT_HEADS = words(
  'ministry department dept agency commission senate parliament assembly congress court police bureau authority directorate secretariat legislature cabinet administration council',
);
export function organisationKind(
  head: string,
): 'company' | 'media' | 'armed_force' | 'government_body' | 'party' | 'organisation' {
  if (head === 'party') return 'party';
  if (MEDIA_HEADS.has(head)) return 'media';
  if (FORCE_HEADS.has(head)) return 'armed_force';
  if (GOVERNMENT_HEADS.has(head)) return 'government_body';
  return isCompanyEnding(head) || COMPANY_HEADS.has(head) ? 'company' : 'organisation';
}
const COMPANY_HEADS = words(
  'airlines airways airline company corporation motors industries holdings pharmaceuticals electronics systems technologies ventures enterprises telecom bank insurance',
);

/** In small letters before a name: it is a person’s (“analyst Paris Malik”). */
const ROLE_NOUNS = words(`
activist actor actress adviser advisor aide ally ambassador analyst architect artist astronaut astronomer athlete attorney author banker biologist blogger boss boxer boy brother businessman businesswoman candidate captain cardinal chairman chairwoman champion chef chemist chief cleric coach colleague columnist comedian commander comedienne
commissioner composer conductor congressman congresswoman contestant coordinator correspondent counsel counselor critic dancer daughter dean dentist deputy designer detective dictator diplomat director dissident doctor driver economist editor engineer entrepreneur envoy executive expert father fiance fiancee filmmaker footballer founder friend fugitive
girl girlfriend boyfriend goalkeeper golfer governor guard guitarist historian husband inmate inspector instructor investigator inventor investor jeweller jockey journalist judge killer king lawmaker lawyer leader lecturer legend lieutenant magician magistrate manager mathematician mayor medalist midfielder militant minister model mother musician
negotiator neighbor neighbour novelist nurse officer official opponent organiser organizer owner painter partner pastor patient philosopher photographer physician physicist pianist pilot player playwright poet policeman politician pope prosecutor president priest prince princess principal producer professor psychologist publisher quarterback queen rapper realtor
rebel representative reporter researcher resident rival sailor scholar scientist screenwriter sculptor secretary senator sergeant sheriff singer sister skipper soldier solicitor son songwriter spokesman spokesperson spokeswoman star striker student sultan superintendent surgeon suspect teacher teammate teenager trainer treasurer veteran victim
violinist warlord widow wife winger winner woman worker writer named called
`);
export function isRoleNoun(folded: string): boolean {
  return ROLE_NOUNS.has(folded);
}

const SPEAKS = words(
  'said says told tells asked asks added adds explained explains recalled recalls wrote writes tweeted replied noted notes testified who whose joked laughed argued insisted described',
);
export function speaks(folded: string): boolean {
  return SPEAKS.has(folded);
}

const CALENDAR = words(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun',
);
/** Month or day: a name only where nothing else of a date stands beside it. */
export function isCalendar(folded: string): boolean {
  return CALENDAR.has(folded);
}

const GENERATIONS = words('jr sr ii iii iv junior senior');
/** Another person than the one without it. */
export function isGeneration(folded: string): boolean {
  return GENERATIONS.has(folded);
}

/** Capitalised by some writers, names nothing. */
const NO_NAMES = words(`
god internet web christmas easter ramadan english french spanish arabic german latin i ii iii iv am pm ok tv dvd cd usa eu uk us mr mrs ms dr ceo cfo coo cto vp pr hr it ai id gdp hiv aids dna mp mps ngo ngos faq url html photo image video read click share comment comments editor editors
jews jewish muslim muslims christian christians islam islamic islamist catholic catholics protestant hindu buddhist western eastern northern southern north south east west democrat democrats republican republicans conservative conservatives liberal liberals labour communist communists nazi nazis internet state government
md phd dds esq mba mph jd yes no thanks please hello hi oh well mom dad covid covid-19 bible quran koran bitcoin
`);
export function isNoName(folded: string): boolean {
  return NO_NAMES.has(folded);
}

/** Heads of names that are surnames as well: behind a given name, a person’s (“Marc Lamont Hill”). */
const SURNAMES_TOO = words(
  'hill hills lane park parks rivers camp hall castle page post price banks house church prince college forest falls garden square street day night week knight bell bridge gang guard wall temple abbey brook ford field marsh lake bay mount tower ward cross bush holiday law bill grammy dream christmas story spring circle works yard parish north south east west',
);
export function isSurnameToo(folded: string): boolean {
  return SURNAMES_TOO.has(folded);
}

/** People by what they believe or vote, written large in English: “Oklahoma Republicans”, “Iraqi Shiites”. */
const FOLLOWERS = words(
  'democrats republicans conservatives liberals greens socialists communists islamists muslims christians jews hindus buddhists sikhs catholics protestants sunnis shiites shias alawites kurds arabs turks democrat republican muslim christian jew marines democratic jewish hindu catholic',
);
export function isFollower(folded: string): boolean {
  return FOLLOWERS.has(folded);
}

/** What may stand with “of” before a place that is meant all the same: “the State of Tamil Nadu”, “the city of Goma”. */
const PLACE_OF = words(
  'state republic city province county governorate region island islands kingdom town village port district federation emirate territory municipality',
);
export function isPlaceOf(folded: string): boolean {
  return PLACE_OF.has(folded);
}

/** Before the name of an undertaking: “Operation Inherent Resolve”. */
const UNDERTAKINGS = words('operation exercise project hurricane typhoon cyclone storm windows team');
export function isUndertaking(folded: string): boolean {
  return UNDERTAKINGS.has(folded);
}

/** Ends of words that no surname has: “Business Excellence”, “Top Dentists”. */
export function isPlainEnding(folded: string): boolean {
  return /(?:tion|tions|ment|ments|ence|ance|ity|ities|ism|ness|ship|ists|ers|ics|ings|ing|ies|ives|ons|ors|ents|ants|als|ates|ology|ware|book|line|ever|able|ible|ful|less|ive)$/.test(
    folded,
  );
}

const PLURAL_HEADS = words(
  'counties provinces districts rivers universities exchanges airports streets avenues ministries parishes governorates valleys',
);
/** Shared by several names before it: “Jackson and Madison counties”. */
export function isPluralHead(folded: string): boolean {
  return PLURAL_HEADS.has(folded);
}
