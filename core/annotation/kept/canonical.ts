// Under which key a page is kept, and where else it may have been. What a page says of its own address is believed where
// it is plausible: many sites give their front page, a section, or, having moved on in place, still the article before.
import { tokenize } from '../../text/index.ts';
import { type Address, readAddress } from './address.ts';
import { isSameSite } from './host.ts';
import type { PageKey, PageLook } from './passage.ts';

export interface Whereabouts {
  readonly key: PageKey;
  /** All keys that are surely this page, the first being `key`. */
  readonly keys: readonly PageKey[];
  /** Stated by the page, not believed without a passage that anchors. */
  readonly link: PageKey | null;
  readonly site: string;
  /** Empty where the title is too short to tell articles apart. */
  readonly title: string;
}

/** @param url as the browser gives it; null where no page can be kept there */
export function whereabouts(url: string, look: Pick<PageLook, 'canonical' | 'title'>): Whereabouts | null {
  const own = readAddress(url);
  if (!own) return null;
  const stated = look.canonical === null ? null : readAddress(look.canonical);
  const link = stated && isSameSite(own.site, stated.site) && namesStory(stated) ? stated : null;
  const believed = link !== null && isPlausible(own, link) ? link : null;
  const key = believed?.key ?? own.key;
  return {
    key,
    keys: [...new Set([key, own.key])],
    link: link && !believed ? link.key : null,
    site: own.site,
    title: titleKey(look.title),
  };
}

/** Words of a path that many articles have in common. */
const DATE_PART = /^(?:(?:19|20)\d\d|[01]?\d|[0-3]\d)$/;
const SHARED_WORDS = 0.6;

function isSlug(segment: string): boolean {
  return segment.split(/[-_]/).filter((word) => /\p{L}{2}/u.test(word)).length >= 2;
}

function numbersIn({ segments, parameters }: Address): Set<string> {
  const texts = [
    ...segments.filter((segment) => !DATE_PART.test(segment)),
    ...parameters.map(([, value]) => value),
  ];
  return new Set(texts.flatMap((text) => text.match(/\d{5,}/g) ?? []));
}

function slugOf({ segments }: Address): string {
  return segments.findLast(isSlug) ?? '';
}

/** A front page and a section do not. */
function namesStory(address: Address): boolean {
  return (
    slugOf(address) !== '' ||
    numbersIn(address).size > 0 ||
    address.parameters.length > 0 ||
    /\d{5,}|#/.test(address.key)
  );
}

function isPlausible(own: Address, stated: Address): boolean {
  if (own.key === stated.key) return true;
  const samePath = own.segments.join('/') === stated.segments.join('/');
  if (samePath && !own.key.includes('#')) return isPartOfQuery(own, stated);
  // Page two, an entry of a live blog, an article in a section: other text than what the address above it shows.
  if (isPrefix(stated.segments, own.segments)) return false;
  const numbers = numbersIn(own);
  if ([...numbersIn(stated)].some((number) => numbers.has(number))) return true;
  return sharedWords(slugOf(own), slugOf(stated)) >= SHARED_WORDS;
}

/** `/story?id=5&lang=de` calls itself `/story?id=5`, or `/raid-on-base?x=1` calls itself `/raid-on-base`. */
function isPartOfQuery(own: Address, stated: Address): boolean {
  const has = new Set(own.parameters.map((pair) => pair.join('=')));
  if (!stated.parameters.every((pair) => has.has(pair.join('=')))) return false;
  return (
    stated.parameters.length > 0 || slugOf(stated) !== '' || numbersIn({ ...stated, parameters: [] }).size > 0
  );
}

function isPrefix(shorter: readonly string[], longer: readonly string[]): boolean {
  return shorter.length < longer.length && shorter.every((segment, at) => segment === longer[at]);
}

/** Of the words of both, how many they share. */
function sharedWords(a: string, b: string): number {
  const words = (slug: string) =>
    new Set(
      slug
        .toLowerCase()
        .replace(/\.html?$/, '')
        .split(/[-_]/)
        .filter((word) => word !== ''),
    );
  const [x, y] = [words(a), words(b)];
  const both = [...x].filter((word) => y.has(word)).length;
  return x.size + y.size === 0 ? 0 : both / (x.size + y.size - both);
}

const FEWEST_WORDS = 3;
const LONGEST_TITLE = 300;

/** A title as it is compared; empty for `Home`, `Live`, the site's name. */
export function titleKey(title: string): string {
  const words = tokenize(title).map(({ folded }) => folded);
  return words.length < FEWEST_WORDS ? '' : words.join(' ').slice(0, LONGEST_TITLE);
}
