// What an element's name, role and class say of its text. Lists, since the web has no other way: the tags are
// HTML's own, the class names those that newspapers use, matched as whole words of a class so that `adapted`
// is no `ad`. A class is a hint only: what holds most of an article's text is never left out for its name, and
// boxes of links need none, since links are counted (`read-more` may hold the rest of the article).

const words = (text: string) => new Set(text.split(/\s+/));

/** Never an article's text. */
const SKIPPED = words(
  `head script style noscript template svg nav aside footer iframe frame object embed applet video audio canvas map
   select option datalist textarea input button label legend pre code kbd samp math rt rp rtc dialog menu progress meter
   backstory-card`,
);
/** Of these, the ones that stand between words as something to see. */
const OBJECTS = words('object embed select textarea input button pre code kbd samp math');

/** Of these, the ones that no sentence goes on behind; the others (a script, a drawing, a reading) may stand in one. */
const LANDMARKS = words('nav aside footer iframe video dialog menu pre');

const INLINE = words(
  `a abbr acronym b bdi bdo big cite data del dfn em font i img ins mark q rb ruby s slot small span strike strong sub sup
   time tt u var wbr nobr picture source`,
);
/** Inline by name, but often styled as a block of its own: asked of the style where there is one. */
const OFTEN_BLOCKS = words('a span small');

const HEADING = /^h[1-6]$/;
/** Elements whose text is prose by their very name; short loose text elsewhere must look like a sentence. */
const PROSE = words('p li blockquote td th dd dt figcaption h1 h2 h3 h4 h5 h6 q summary');

const SKIPPED_ROLES = words(
  `navigation complementary contentinfo search dialog alertdialog alert status menu menubar toolbar tablist tooltip
   listbox button textbox form`,
);

const NOISE = new RegExp(
  `(?:^|[\\s_-])(?:comments?|disqus\\w*|livefyre|related|recommend\\w*|newsletters?|share|sharing|shares|sharebar|social|follow|promos?|promoted|sponsor\\w*|
advert\\w*|ad|ads|adslot|sidebar|rail|nav|navigation|navbar|menu|breadcrumbs?|footer|outbrain|taboola|trending|popular|subscribe|subscription|signup|
paywall|cookies?|consent|gdpr|modal|popup|tooltip|toolbar|widgets?|tags?|taglist|topics?|keywords|byline|bylines|author|authors|bio|credit|credits|
copyright|pagination|pager|skip|teasers?|most-?(?:read|viewed|shared|popular)|read-?next|more-?(?:on|from|stories|news|like)|
up-?next|see-?also|also-?read|metadata|print|correction-form|login)(?:[\\s_-]|$)`.replace(/\n/g, ''),
  'i',
);
const CAMEL = /([a-z])([A-Z])/g;

/** Text for screen readers, moved out of sight. */
const UNSEEN =
  /(?:^|[\s_-])(?:visually-?hidden|visuallyhidden|sr-?only|screen-?reader(?:-text)?|assistive(?:-text)?|off-?screen|a11y-hidden|u-h|is-hidden)(?:[\s_-]|$)/i;

type Attribute = (name: string) => string | null;

export const isSkipped = (name: string) => SKIPPED.has(name);
export const breaksSentence = (name: string) => LANDMARKS.has(name) || !(SKIPPED.has(name) || isInline(name));
export const isObject = (name: string) => OBJECTS.has(name);
export const isInline = (name: string) => INLINE.has(name) || name.includes('-');
export const mayBeStyledAsBlock = (name: string) => OFTEN_BLOCKS.has(name) || name.includes('-');
export const isHeading = (name: string) => HEADING.test(name);
export const isProse = (name: string) => PROSE.has(name);

/** Hidden, a control or a landmark beside the article: left out whatever it holds. */
export function isOutside(attribute: Attribute): boolean {
  if (attribute('hidden') !== null) return true;
  const role = attribute('role');
  if (role !== null && SKIPPED_ROLES.has(role.trim().toLowerCase())) return true;
  const editable = attribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const style = attribute('style');
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** By its name beside the article, or hidden from screen readers: left out unless it holds the article. */
export function isDoubtful(attribute: Attribute): boolean {
  if (attribute('aria-hidden') === 'true') return true;
  const [className, id, component] = [attribute('class'), attribute('id'), attribute('data-component')];
  if (className === null && id === null && component === null) return false;
  const names = `${className ?? ''} ${id ?? ''} ${component ?? ''}`;
  if (names.length > 2_000) return false;
  const split = names.replace(CAMEL, '$1-$2');
  return NOISE.test(split) || UNSEEN.test(split);
}
