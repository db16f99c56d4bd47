// One key for all addresses under which an article is read: shared with a tracking parameter, on a telephone, as AMP.
// The rule, with the cases that decided it, stands in this room's README; a key, read as an address, gives itself again.
import { longSum } from '../../text/index.ts';
import { foldHost } from './host.ts';
import { saysNothing } from './parameters.ts';
import { PageKey } from './passage.ts';

/** Longer ones end in a sum of all of it. */
const LONGEST = 1_000;
const MOST_KEPT_OF_LONG = 300;

export interface Address {
  readonly key: PageKey;
  /** Folded host, with its port if it has one. */
  readonly site: string;
  /** Decoded, without those that say nothing. */
  readonly segments: readonly string[];
  /** Sorted. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** Null for what is no page of a site: `file:`, `about:`. */
export function readAddress(address: string): Address | null {
  const given = URL.canParse(address) ? new URL(address) : null;
  if (given && /^(?:chrome|moz)-extension:$/.test(given.protocol)) {
    // The practice article: its host differs with every installation.
    return {
      key: PageKey.parse(`extension:${given.pathname}`.slice(0, LONGEST)),
      site: 'extension:',
      segments: [],
      parameters: [],
    };
  }
  if (!given || !/^https?:$/.test(given.protocol) || given.hostname === '') return null;
  const url = unwrapped(given);
  const site = foldHost(url.hostname) + (url.port === '' ? '' : `:${url.port}`);
  const segments = segmentsOf(url.pathname);
  const parameters = parametersOf(url.search);
  const query = parameters.map(([name, value]) => encoded(name) + (value === '' ? '' : `=${encoded(value)}`));
  const path = segments.map((segment) => encoded(segment)).join('/');
  const whole = `${site}/${path}${query.length > 0 ? `?${query.join('&')}` : ''}${placeIn(url.hash)}`;
  const key = whole.length <= LONGEST ? whole : shortened(site, segments, whole);
  return { key: PageKey.parse(key), site, segments, parameters };
}

/** Google's and Bing's copies of AMP pages have the address that they copied in their own. */
function unwrapped(url: URL): URL {
  const isCache = url.hostname.endsWith('.cdn.ampproject.org');
  const isViewer = /^(?:www\.)?(?:google(?:\.[a-z]{2,3}){1,2}|bing\.com)$/.test(url.hostname);
  const [, secure, host = '', rest = ''] =
    (isCache && /^\/(?:c|v|wp|a)\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/.exec(url.pathname)) ||
    (isViewer && /^\/amp\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/.exec(url.pathname)) ||
    [];
  const inner = `http${secure ? 's' : ''}://${host}${rest}${url.search}`;
  if (host === '' || !URL.canParse(inner)) return url;
  const origin = new URL(inner);
  // The cache's own host is made of the copied one's; another would be a forgery.
  const expected = origin.hostname.replaceAll('-', '--').replaceAll('.', '-');
  return isCache && url.hostname !== `${expected}.cdn.ampproject.org` ? url : origin;
}

const INDEX = /^(?:index|default)\.(?:html?|php|aspx?|jsp|shtml)$/i;

/** A word with a hyphen or a digit in it names a story: `/guitars/amp` is a page of its own, `/2019/raid-on-base/amp` is not. */
function namesStory(segment: string | undefined): boolean {
  return segment !== undefined && /[-_\d]/.test(segment);
}

function segmentsOf(pathname: string): string[] {
  const segments = pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => decoded(segment).replace(/;jsessionid=[^;]*/i, ''))
    .filter((segment) => segment !== '');
  for (let changed = true; changed; ) {
    const before = segments.length;
    const last = segments.at(-1) ?? '';
    if (INDEX.test(last)) segments.pop();
    else if (/^amp(?:\.html?)?$/i.test(last) && namesStory(segments.at(-2))) segments.pop();
    else if (/^amp$/i.test(segments[0] ?? '') && segments.slice(1).some(namesStory)) segments.shift();
    changed = segments.length !== before;
  }
  const last = segments.at(-1);
  const plain = last?.replace(/[.-]amp(?=(?:\.html?)?$)/i, '');
  if (plain && namesStory(plain.replace(/\.html?$/i, ''))) segments.splice(-1, 1, plain);
  return segments;
}

function parametersOf(search: string): [string, string][] {
  const pairs = [...new URLSearchParams(search)].filter(
    ([name, value]) => name !== '' && !saysNothing(name, value),
  );
  const sorted = pairs.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return sorted.filter(([name, value], n) => name !== sorted[n - 1]?.[0] || value !== sorted[n - 1]?.[1]);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What stands behind `#` is a place in the page, unless the site keeps its paths there. */
function placeIn(hash: string): string {
  const path = /^#!?\/./.test(hash) ? hash.replace(/\/+$/, '') : '';
  return /^#!?$/.test(path) ? '' : path;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text;
  }
}

/** Everything that an address would take for a sign of its own, and what cannot be seen. */
function encoded(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}%?#/\\"'<>`{}^|&=+;]/gu, (sign) =>
    encodeURIComponent(sign).replace("'", '%27'),
  );
}

/** As many whole segments as there is room for, and a sum of the whole. */
function shortened(site: string, segments: readonly string[], whole: string): string {
  let path = site;
  for (const segment of segments.map(encoded)) {
    if (path.length + segment.length > MOST_KEPT_OF_LONG) break;
    path += `/${segment}`;
  }
  return `${path}/~${longSum(whole)}`;
}
