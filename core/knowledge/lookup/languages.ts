// In which languages Wikidata is asked: the reader's, and English, in which Backstory speaks. A code that Wikidata
// does not know would be an error, so only those of the large languages are passed on.

const SPOKEN: ReadonlySet<string> = new Set(
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  ),
);

/** @param wanted BCP 47 tags, as a browser has them @returns at most three, English among them */
export function languagesOf(wanted: readonly string[]): string[] {
  const known = wanted
    .map((tag) => tag.split('-')[0]?.toLowerCase() ?? '')
    .map((language) => (language === 'no' || language === 'nn' ? 'nb' : language))
    .filter((language) => SPOKEN.has(language) && language !== 'en');
  return ['en', ...new Set(known)].slice(0, 3);
}
