// Which parts of an address's query say where the reader came from, and not what they read. A parameter that is not
// surely of that kind stays: to keep two addresses of one article apart costs a look at its title, to take two
// articles for one would mix their passages.

const PREFIX = /^(?:utm|mtm|pk|piwik|matomo|hsa|ns|at|fb|guce|amp|__hs|_hs|oly|wt)_/i;
const TRACKING = new Set(
  [
    // Advertisers' and networks' click ids
    '_branch_match_id _bta_c _bta_tid _ga _gac _gl _ke dclid ef_id epik fbclid gad_source gbraid gclid gclsrc igsh igshid',
    'irclickid li_fat_id mkwid msclkid rdt_cid s_kwcid sccid sfnsn soc_src soc_trk srsltid ttclid twclid vmcid wbraid yclid ysclid zanpid',
    // Mailings
    '__s _kx ck_subscriber_id dm_i ml_subscriber ml_subscriber_hash mc_cid mc_eid mkt_tok sc_customer sc_eh sc_uid trk_contact trk_msg trk_module trk_sid vero_conv vero_id',
    // Publishers' own
    '__twitter_impression at_campaign at_medium campaign_id cmp cmpid cmpredirect cn-reloaded ftcamp ftag gift giftcopy guccounter icid icmp ito leadsource',
    'linkcode mbid mod ncid ocid partner rasn ref_src ref_url referer referrer referringsource reflink rss sc_channel sc_cid sharetoken sharetype sh_kit smid smtyp spm sref taid traffic_source unlocked_article_code wprov xtor',
    // Sessions
    'jsessionid phpsessid',
    // Google's viewer of AMP pages
    'aoh usqp',
  ].flatMap((line) => line.split(' ')),
);
/** They name a source often enough, and a chapter or a branch now and then. */
const AMBIGUOUS = new Set(['from', 'ref', 'share', 'source', 'src', 'via']);
const A_SOURCE =
  /^(?:android|app|apple|email|facebook|fb|feed|google|hn|home(?:page)?|hp|instagram|ios|linkedin|mail|newsletter|nl|push|reddit|rss|share|social|telegram|tw|twitter|web|whatsapp|x|[a-z0-9-]+\.(?:com|net|org))$/i;
/** The same text in another dress. */
const DRESS: Readonly<Record<string, RegExp>> = {
  amp: /^(?:1|true|yes|)$/i,
  output: /^amp$/i,
  outputtype: /^amp$/i,
  print: /^(?:1|true|yes|)$/i,
  mobile: /^(?:1|true|yes|)$/i,
};

export function saysNothing(name: string, value: string): boolean {
  const key = name.toLowerCase();
  if (PREFIX.test(key) || TRACKING.has(key)) return true;
  if (AMBIGUOUS.has(key)) return A_SOURCE.test(value);
  return Object.hasOwn(DRESS, key) && (DRESS[key]?.test(value) ?? false);
}
