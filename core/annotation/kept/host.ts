// Which site an address belongs to, whatever variant of it served the page. There is no list of public suffixes here
// (it weighs more than all of this); what is not surely the same site is another.

/** Labels under which a site keeps the same pages for another device. */
const VARIANT = /^(?:www\d{0,2}|m|mobile|amp|touch|wap)$/;
/** `m` and the like in the middle: `en.m.wikipedia.org`. */
const INNER_VARIANT = /^(?:m|mobile|amp)$/;
/** Second levels of countries that sell names below them: `co.uk`, `com.br`, `gob.mx`. */
const SECOND_LEVEL = /^(?:ac|co|com|edu|gob|gov|gouv|govt|net|ne|nom|nhs|or|org|go|in|id|web)$/;

function isSuffix(labels: readonly string[]): boolean {
  const [second = '', top = ''] = labels;
  return labels.length < 2 || (labels.length === 2 && top.length === 2 && SECOND_LEVEL.test(second));
}

/** `WWW.M.News.Example.` → `news.example`. */
export function foldHost(host: string): string {
  let labels = host.toLowerCase().replace(/\.+$/, '').split('.');
  while (VARIANT.test(labels[0] ?? '') && !isSuffix(labels.slice(1))) labels = labels.slice(1);
  if (labels.length >= 4 && INNER_VARIANT.test(labels[1] ?? '') && !isSuffix(labels.slice(2)))
    labels.splice(1, 1);
  return labels.join('.');
}

/**
 * Two folded hosts, of which one is the other or lies below it (`edition.news.example` and `news.example`). Two that lie
 * beside each other may belong to strangers (`a.pages.example`, `b.pages.example`).
 */
export function isSameSite(a: string, b: string): boolean {
  if (a === b) return true;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return !isSuffix(shorter.split('.')) && longer.endsWith(`.${shorter}`);
}
