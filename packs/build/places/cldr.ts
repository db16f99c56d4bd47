// Names of countries, territories and the UN's regions in the languages of CLDR (Unicode licence): the plain name,
// the short one and the variant (Türkiye and Turkey; Côte d’Ivoire and Ivory Coast).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

/** The languages most read in news, as CLDR calls them. */
const LANGUAGES = [
  'en',
  'ar',
  'de',
  'el',
  'es',
  'fa',
  'fr',
  'he',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ru',
  'sv',
  'tr',
  'uk',
  'ur',
  'zh',
  'zh-Hant',
] as const;

export interface Territory {
  readonly lang: string;
  readonly text: string;
  readonly form: 'plain' | 'short' | 'variant';
}

const File = z.object({
  main: z.record(
    z.string(),
    z.object({ localeDisplayNames: z.object({ territories: z.record(z.string(), z.string()) }) }),
  ),
});

/** By the code that CLDR has: an ISO code, `EU`, `UN`, or the UN's number of a region. */
export type Territories = ReadonlyMap<string, readonly Territory[]>;

export function readTerritories(): Territories {
  const found = new Map<string, Territory[]>();
  for (const lang of LANGUAGES) {
    const path = new URL(
      `main/${lang}/territories.json`,
      import.meta.resolve('cldr-localenames-full/package.json'),
    );
    const { main } = z.parse(File, JSON.parse(readFileSync(fileURLToPath(path), 'utf8')));
    const territories = main[lang]?.localeDisplayNames.territories ?? {};
    for (const [key, text] of Object.entries(territories)) {
      const [code = '', alt] = key.split('-alt-');
      const form = alt === 'short' || alt === 'variant' ? alt : 'plain';
      if (form === 'plain' && SHORT_ONLY.has(code) && `${code}-alt-short` in territories) continue;
      const others = found.get(code) ?? [];
      found.set(code, others);
      others.push(
        ...spellings(text, lang, code).map((spelling): Territory => ({ lang, text: spelling, form })),
      );
    }
  }
  return found;
}

/** “Myanmar (Burma)” are two names; any other bracket says whose it is, or what it is. */
const TWO_NAMES = 'MM';
/** Their plain names say what they are to China; the short ones are the ones in use. */
const SHORT_ONLY = new Set(['HK', 'MO']);

/** What a text of CLDR gives to look for: “St. Lucia” is Saint Lucia as well. */
export function spellings(text: string, lang: string, code: string): string[] {
  const [outer = '', inner = ''] = text.split(/\s*[(（]|[)）]/);
  return (code === TWO_NAMES ? [outer, inner] : [outer])
    .map((part) =>
      part
        .replace(/\s+-\s+/, '-')
        .replace(/,.*$/, '')
        .trim(),
    )
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (lang !== 'en') return part.includes('&') ? [] : [part];
      const plain = part.replace(' & ', ' and ');
      return plain.startsWith('St. ') ? [plain, plain.replace('St. ', 'Saint ')] : [plain];
    });
}
