// The places of the starter pack on sentences of the news: which Paris, which Georgia, and where none is meant.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../../core/article/article.ts';
import { Entity, labelOf } from '../../../core/knowledge/entity.ts';
import { Knowledge } from '../../../core/knowledge/index.ts';
import { readWritten } from '../../../core/knowledge/sources/own-yaml/form.ts';
import { annotate } from '../../../core/matching/index.ts';
import { nameKey, tokenize } from '../../../core/text/index.ts';
import { cities } from '../../../packs/build/cities.ts';
import { overlay } from '../../../packs/build/overlay.ts';
import { allPlaces } from '../../../packs/build/places/all.ts';
import { readWorld, type World } from '../../../packs/build/places.ts';
import { packOf } from '../small-world.ts';

const folder = new URL('../../../packs/starter/', import.meta.url);
let world: World;
let places: Entity[];
let knowledge: Knowledge;
let byId: Map<string, Entity>;

beforeAll(async () => {
  world = readWorld(folder);
  const generated = [
    ...world.countries,
    ...world.regions,
    ...cities({ ...world.given, cities: world.chosen }),
  ];
  const written = readWritten(new Map([['world.yaml', readFileSync(new URL('world.yaml', folder), 'utf8')]]));
  places = overlay(generated, written, 'starter').entities;
  byId = new Map(places.map((place) => [place.id, place]));
  knowledge = new Knowledge([await packOf(places, [], 'starter')]);
}, 120_000);

/** What is marked in a text, as `Paris → Q90`-like lines with labels and countries. */
async function marks(text: string, language = 'en', packs = knowledge): Promise<string[]> {
  const article: Article = {
    url: '',
    title: '',
    published: { day: '2024-05-01' },
    language,
    blocks: [{ id: 0, kind: 'text', text }],
  };
  const found = await annotate(article, packs, '2024-05-01');
  return found
    .filter(({ shown }) => shown)
    .map(
      ({ start, end, name, kind, entity }) =>
        `${text.slice(start, end)} = ${name} ${kind} ${countryOf(entity)}`,
    );
}

function countryOf(id: string | null): string {
  const seen = [id ?? ''];
  for (const place of seen) {
    const { relations = [], ids } = byId.get(place) ?? {};
    if (ids?.iso2 !== undefined) return ids.iso2;
    seen.push(...relations.filter(({ type }) => type === 'located_in').map(({ to }) => to));
  }
  return '';
}

describe('a reader meets', () => {
  test.each([
    ['Protesters marched in Paris on Monday.', 'Paris = Paris city FR'],
    ['The fire began in Paris, Texas, a town in the north of the state.', 'Texas = Texas region US'],
    ['Crowds gathered in Kyiv.', 'Kyiv = Kyiv city UA'],
    ['Crowds gathered in Kiev.', 'Kiev = Kyiv city UA'],
    ['Crowds gathered in Mumbai.', 'Mumbai = Mumbai city IN'],
    ['An election was held in Turkey.', 'Turkey = Turkey country TR'],
    ['An election was held in Türkiye.', 'Türkiye = Turkey country TR'],
    ['An election was held in Ivory Coast.', 'Ivory Coast = Ivory Coast country CI'],
    ['An election was held in Cote d’Ivoire.', 'Cote d’Ivoire = Ivory Coast country CI'],
    ['An election was held in Myanmar.', 'Myanmar = Myanmar country MM'],
    ['An election was held in Burma.', 'Burma = Myanmar country MM'],
    ['Police in Tbilisi, the capital of Georgia, used tear gas.', 'Georgia = Georgia country GE'],
    ['Voters in Atlanta and all over Georgia, a US state, went to the polls.', 'Georgia = Georgia region US'],
    ['A storm hit Nice, in the south of France.', 'Nice = Nice city FR'],
    ['A storm hit Mobile, on the coast of Alabama.', 'Mobile = Mobile city US'],
    ['The suspect lived in Springfield, Illinois.', 'Springfield = Springfield city US'],
    ['Shelling of Idlib went on.', 'Idlib = Idlib city SY'],
    ['Fighting in Anbar went on.', 'Anbar = Anbar region IQ'],
    ['Police in Xinjiang held thousands.', 'Xinjiang = Xinjiang region CN'],
    ['A crowd gathered in New York on Monday.', 'New York = New York City city US'],
    ['Talks in London went on.', 'London = London city GB'],
    ['A flood in Valencia killed dozens in Spain.', 'Valencia = Valencia city ES'],
  ])('%s', async (text, mark) => {
    expect(await marks(text)).toContain(mark);
  });

  test('Springfield in the state that stands beside it, however often its country is named', async () => {
    const text =
      'American voters in Springfield, Massachusetts, and all over the United States went to the polls.';
    const springfield = (
      await annotate(
        { url: '', title: '', published: null, language: 'en', blocks: [{ id: 0, kind: 'text', text }] },
        knowledge,
        '2024-05-01',
      )
    ).find(({ name }) => name === 'Springfield');
    expect(springfield?.entity).toBe('starter:geonames-4951788');
    expect(springfield?.shown).toBe(true);
  });

  test.each([
    ['fr', 'Le président est arrivé en Allemagne.', 'Allemagne = Germany country DE'],
    ['es', 'El presidente llegó a Estados Unidos.', 'Estados Unidos = United States country US'],
    ['ru', 'Россия и Китай подписали договор.', 'Россия = Russia country RU'],
    ['uk', 'Україна та Польща', 'Україна = Ukraine country UA'],
    ['ar', 'إيران و العراق', 'إيران = Iran country IR'],
    ['fa', 'ایران و عراق', 'ایران = Iran country IR'],
    ['he', 'ישראל ואיראן', 'ישראל = Israel country IL'],
    ['zh', '中国和俄罗斯', '中国 = China country CN'],
    ['ja', 'ロシアとウクライナ', 'ウクライナ = Ukraine country UA'],
    ['tr', 'Almanya ve Fransa', 'Almanya = Germany country DE'],
    ['hi', 'भारत और चीन', 'चीन = China country CN'],
    ['ru', 'Взрывы в городе Киев', 'Киев = Kyiv city UA'],
  ])('in %s: %s', async (language, text, mark) => {
    expect(await marks(text, language)).toContain(mark);
  });
});

describe('a reader does not meet', () => {
  test.each([
    'Reading the letter, she said it was a Nice try, and the Mobile phone rang.',
    'Split from her husband, Victoria met Charlotte and Lincoln at the Bath.',
    'Jackson said that Clinton and Bush had spoken to Madison.',
    'Of the Man who had the Same idea, nothing was heard. Battle was joined.',
    'Central banks met. Orange was the new black.',
    'He grew up in Springfield.',
    'Fighting in the Sahel, in Kurdistan and in Kashmir went on; ships crossed the Red Sea.',
  ])('a place in: %s', async (text) => {
    expect((await marks(text)).filter((mark) => / (?:city|region) /.test(mark))).toEqual([]);
  });

  test('the state of an American abbreviation that is a word', async () => {
    expect(await marks('Miss America fell Ill in the United States.')).not.toContainEqual(
      expect.stringMatching(/^(?:Miss|Ill) = /),
    );
  });
});

describe('the table', () => {
  test('has every place once, and refers to nothing that is not there', () => {
    const numbers = places.flatMap(({ ids }) => ids?.geonames ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(byId.size).toBe(places.length);
    const lost = places.flatMap(({ id, relations = [] }) =>
      relations.filter(({ to }) => !byId.has(to)).map(({ to }) => `${id} ${to}`),
    );
    expect(lost).toEqual([]);
  });

  test('is of the form that packs have, and no entity has two names that are looked up alike', () => {
    for (const place of places) {
      const parsed = Entity.safeParse(place);
      if (!parsed.success) throw new Error(`${place.id} ${parsed.error.message}`);
    }
    const twice = places
      .filter(({ id }) => id.startsWith('starter:geonames-'))
      .flatMap((place) => {
        const keys = place.names.map(({ text }) => nameKey(tokenize(text)));
        return new Set(keys).size === keys.length ? [] : [`${labelOf(place)} ${place.id}`];
      });
    expect(twice).toEqual([]);
  });

  test('has every capital, and the seats of regions', () => {
    for (const [name, iso2] of [
      ['Funafuti', 'TV'],
      ['Ngerulmud', 'PW'],
      ['Sirte', 'LY'],
      ['Vaduz', 'LI'],
    ])
      expect(
        places.some((place) => labelOf(place) === name && countryOf(place.id) === iso2),
        name,
      ).toBe(true);
  });
});

describe('the pack of all places', () => {
  const districts = [{ key: 'US.TX.277', name: 'Lamar County' }];
  /** Of two countries, for all of them take their time. */
  const build = () =>
    allPlaces(
      { ...world, rows: world.rows.filter(({ iso2 }) => iso2 === 'UA' || iso2 === 'US') },
      districts,
      places,
    );

  test('has what the starter lacks, and refers to the starter’s regions', () => {
    const all = build();
    const known = new Set(places.flatMap(({ ids }) => ids?.geonames ?? []));
    expect(all.length).toBeGreaterThan(10_000);
    expect(all.filter(({ ids }) => known.has(ids?.geonames ?? ''))).toEqual([]);
    const ids = new Set<string>([...places, ...all].map(({ id }) => id));
    expect(ids.size).toBe(places.length + all.length);
    expect(all.flatMap(({ relations = [] }) => relations.filter(({ to }) => !ids.has(to)))).toEqual([]);
    expect(
      all
        .filter(({ names }) => names.some(({ match }) => match === 'any-case'))
        .map((place) => labelOf(place)),
    ).toEqual([]);
  }, 60_000);

  test('beside the starter leaves Paris in France, and finds a village where its region is named', async () => {
    const all = build();
    const both = new Knowledge([await packOf(places, [], 'starter'), await packOf(all, [], 'places')]);
    expect(await marks('Protesters marched in Paris on Monday.', 'en', both)).toEqual([
      'Paris = Paris city FR',
    ]);
    const found = await marks('Shells fell on Chasiv Yar in Donetsk Oblast, Ukraine.', 'en', both);
    expect(found).toContainEqual(expect.stringMatching(/^Chasiv Yar = /));
  }, 60_000);
});
