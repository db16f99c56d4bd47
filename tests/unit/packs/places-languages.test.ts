// Countries under the names that other languages have for them.
import { describe, expect, test } from 'vitest';
import { readTerritories, spellings } from '../../../packs/build/places/cldr.ts';
import { inLanguages } from '../../../packs/build/places/languages.ts';
import { wordsOf } from '../../../packs/build/places/words.ts';
import { entity } from '../small-world.ts';

const country = (id: string, iso2: string, label: string) =>
  entity(id, 'country', [label], { ids: { iso2 } });
const given = {
  words: wordsOf([{ word: 'island', count: 1000 }]),
  bearers: new Set<string>(['giorgia']),
  cities: new Set(['granada']),
};
const named = (lang: string, text: string, form: 'plain' | 'short' | 'variant' = 'plain') => ({
  lang,
  text,
  form,
});

function namesOf(
  territories: Record<string, ReturnType<typeof named>[]>,
  ...states: ReturnType<typeof country>[]
) {
  return inLanguages(states, { ...given, territories: new Map(Object.entries(territories)) }).map(
    ({ names }) => names.slice(1).map(({ text, lang, type, match }) => [text, lang, type, match].join(' ')),
  );
}

describe('a country', () => {
  test('is known by its name in another language, its short form, its variant', () => {
    expect(
      namesOf(
        { DE: [named('fr', 'Allemagne'), named('ru', 'Германия'), named('es', 'Alemania', 'variant')] },
        country('Q183', 'DE', 'Germany'),
      ),
    ).toEqual([['Allemagne fr label any-case', 'Германия ru label any-case', 'Alemania es alias any-case']]);
  });

  test('has each spelling once, however its letters are marked', () => {
    expect(
      namesOf({ PE: [named('es', 'Perú'), named('fr', 'Pérou')] }, country('Q419', 'PE', 'Peru')),
    ).toEqual([['Pérou fr label any-case']]);
  });

  test('is not found in every island, nor in a city of Spain', () => {
    expect(
      namesOf(
        { IS: [named('de', 'Island')], GD: [named('es', 'Granada')] },
        country('Q189', 'IS', 'Iceland'),
        country('Q769', 'GD', 'Grenada'),
      ),
    ).toEqual([[], []]);
  });

  test('whose name people bear, or is a word of its language, must be in company', () => {
    expect(
      namesOf(
        { GE: [named('it', 'Giorgia')], ML: [named('ar', 'مالي'), named('ja', 'マリ')] },
        country('Q230', 'GE', 'Georgia'),
        country('Q912', 'ML', 'Mali'),
      ),
    ).toEqual([
      ['Giorgia it label needs-context'],
      ['مالي ar label needs-context', 'マリ ja label needs-context'],
    ]);
  });

  test('that shares a foreign name with another has half of it; an English name is never another’s', () => {
    const [drc, congo] = inLanguages(
      [country('Q974', 'CD', 'DR Congo'), country('Q971', 'CG', 'Republic of the Congo')],
      {
        ...given,
        territories: new Map([
          ['CD', [named('ru', 'Конго')]],
          ['CG', [named('ru', 'Конго'), named('de', 'DR Congo')]],
        ]),
      },
    ).map(({ names }) => names.slice(1));
    expect(drc).toMatchObject([{ text: 'Конго', prior: 0.5, match: 'needs-context' }]);
    expect(congo?.map(({ text }) => text)).toEqual(['Конго']);
  });

  test('with a very short name must be written just so', () => {
    expect(namesOf({ TD: [named('tr', 'Çad')] }, country('Q657', 'TD', 'Chad'))).toEqual([
      ['Çad tr label exact-case'],
    ]);
  });
});

describe('what CLDR writes', () => {
  test.each([
    ['Myanmar (Birmanie)', 'fr', 'MM', ['Myanmar', 'Birmanie']],
    ['Congo (RDC)', 'fr', 'CD', ['Congo']],
    ['Congo - Kinshasa', 'en', 'CD', ['Congo-Kinshasa']],
    ['St. Lucia', 'en', 'LC', ['St. Lucia', 'Saint Lucia']],
    ['Trinidad & Tobago', 'en', 'TT', ['Trinidad and Tobago']],
  ])('as “%s” in %s stands for names that people write', (text, lang, code, names) => {
    expect(spellings(text, lang, code)).toEqual(names);
  });

  test('is there in more than twelve languages', () => {
    const languages = new Set(
      readTerritories()
        .get('UA')
        ?.map(({ lang }) => lang),
    );
    expect(languages.size).toBeGreaterThan(12);
    for (const lang of [
      'ar',
      'de',
      'en',
      'es',
      'fa',
      'fr',
      'he',
      'hi',
      'it',
      'ja',
      'ko',
      'pt',
      'ru',
      'tr',
      'uk',
      'zh',
    ])
      expect(languages).toContain(lang);
  });
});
