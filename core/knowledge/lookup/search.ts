// Whom Wikidata knows by a name: a few candidates, each with what it says of itself.
import * as z from 'zod/mini';
import { oneLine, plainText } from '../sources/wikidata/text.ts';
import type { Ask } from './client.ts';
import { failed, type Outcome } from './trouble.ts';

const MOST_CANDIDATES = 7;
/** Bytes; seven candidates are some five thousand. */
const LARGEST = 200_000;
const LONGEST_NAME = 200;

export interface Candidate {
  /** Of an item of Wikidata. */
  readonly id: string;
  readonly label: string;
  /** Empty where nobody has written one. */
  readonly description: string;
}

const Found = z.object({
  id: z.string().check(z.regex(/^Q[1-9]\d{0,11}$/)),
  label: z.catch(z.optional(z.string()), undefined),
  description: z.catch(z.optional(z.string()), undefined),
});
const Answer = z.object({ search: z.array(z.unknown()) });

/**
 * Pages of the wikis, papers and family names: they bear the name of somebody in the news and are nobody. Known by
 * their descriptions, which bots have written alike in each language; what slips through is refused when its
 * item has come.
 */
const NOBODY = new RegExp(
  [
    'disambiguation page',
    'Wikimedia (?:list|category|template|project page)',
    '(?:scientific|scholarly|journal|research) article',
    '^(?:article|thesis|paper|clinical trial)\\b',
    '^(?:male |female |unisex )?(?:given|family|first) name',
    '^surname',
    'Wikimedia-(?:Begriffsklärungsseite|Liste|Kategorie)',
    'wissenschaftlicher Artikel',
    '^(?:Familien|Vor)name',
    "page d[’']homonymie",
    'article scientifique',
    '^(?:nom de famille|prénom)',
    'página de (?:desambiguación|desambiguação)',
    'artículo científico|artigo científico',
    'pagina di disambiguazione',
    'articolo scientifico',
    'doorverwijspagina',
    'wetenschappelijk artikel',
    'страница значений',
    'научная статья',
    'сторінка значень',
    'strona ujednoznaczniająca',
    'صفحة توضيح',
    'صفحهٔ ابهام‌زدایی|ابهام‌زدایی',
    'anlam ayrımı sayfası',
    '消歧义页|消歧義頁|曖昧さ回避',
  ].join('|'),
  'iu',
);

/** @param languages the reader's after English; the descriptions come in the reader's where there are any */
export async function candidatesFor(
  name: string,
  languages: readonly string[],
  ask: Ask,
  signal?: AbortSignal,
): Promise<Outcome<Candidate[]>> {
  const language = languages.find((each) => each !== 'en') ?? 'en';
  const params = {
    action: 'wbsearchentities',
    language,
    uselang: language,
    type: 'item',
    limit: String(MOST_CANDIDATES),
    search: plainText(name).slice(0, LONGEST_NAME),
  };
  const answer = await ask(params, LARGEST, signal);
  if (!answer.ok) return answer;
  const parsed = Answer.safeParse(answer.value);
  if (!parsed.success) return failed({ code: 'unexpected' });
  const found = parsed.data.search.slice(0, MOST_CANDIDATES).flatMap((one) => {
    const { id, label = '', description = '' } = Found.safeParse(one).data ?? {};
    const candidate = { id, label: oneLine(label), description: oneLine(description) };
    return id === undefined || NOBODY.test(candidate.description) ? [] : [{ ...candidate, id }];
  });
  // The same item may be found by its label and by an alias.
  return { ok: true, value: [...new Map(found.map((one) => [one.id, one])).values()] };
}
