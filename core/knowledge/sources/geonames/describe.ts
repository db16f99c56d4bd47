// What a card says of a place from GeoNames, and how prominent it is: the same in the starter pack and in a file
// that a reader brings.

const THOUSAND = 1000;
const MILLION = 1_000_000;

function rounded(people: number): string {
  const thousands = Math.round(people / THOUSAND);
  return thousands >= THOUSAND ? `${(people / MILLION).toFixed(1)} million` : `${thousands},000`;
}

/**
 * `Capital of Iraq; about 7.2 million people (GeoNames, 2023)`; fewer than a thousand are not counted.
 * @param noun what it is, with its preposition where a country follows.
 * @param snapshot when the table was made, where that is known.
 */
export function describing(
  noun: string,
  country: string | undefined,
  population: number,
  snapshot?: string,
): string {
  const what = country === undefined ? noun.replace(/ (?:in|of)$/, '') : `${noun} ${withArticle(country)}`;
  const source = snapshot === undefined ? 'GeoNames' : `GeoNames, ${snapshot}`;
  return population >= THOUSAND ? `${what}; about ${rounded(population)} people (${source})` : what;
}

const PLURAL =
  /^(?:United|US Virgin|British Virgin|Netherlands$|Philippines$|Maldives$|Bahamas$|Gambia$|Isle of|Republic of|Dominican Republic|Central African|DR Congo|.* Islands$)/;

function withArticle(country: string): string {
  return PLURAL.test(country) ? `the ${country}` : country;
}

/** 0.1 at 100,000 people to 0.6 at thirty million, and more for a capital. Only breaks ties. */
export function citySalience(population: number, isCapital: boolean): number {
  const share = Math.min(1, Math.max(0, (Math.log10(population + 1) - 5) / 2.5));
  return Math.round((0.1 + 0.5 * share + (isCapital ? 0.15 : 0)) * 100) / 100;
}
