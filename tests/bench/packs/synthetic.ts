// Packs of any size, made up: three names an entity, words shared as in real names (a few first words begin
// very many names), prominence by Zipf's law, an event for every fifth entity, and one country with 100,000.
// The same seed gives the same pack and the same articles.
import type { Article } from '../../../core/article/article.ts';
import { Entity } from '../../../core/knowledge/entity.ts';
import { Event } from '../../../core/knowledge/event.ts';

/** Mulberry32: small, fast, and good enough to draw names with. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ONSETS = 'b d f g h j k l m n p r s t v w z br dr kr sh th kh gh ch st tr al'.split(' ');
const RHYMES = 'a e i o u an ar al en er in ir on or un ul am im ash eb id ov esh ani'.split(' ');

/** The nth word of an endless vocabulary; all different. */
function word(n: number): string {
  let rest = n + ONSETS.length * RHYMES.length;
  let text = '';
  while (rest > 0) {
    text +=
      (ONSETS[rest % ONSETS.length] ?? '') + (RHYMES[Math.floor(rest / ONSETS.length) % RHYMES.length] ?? '');
    rest = Math.floor(rest / (ONSETS.length * RHYMES.length));
  }
  return (text[0] ?? '').toUpperCase() + text.slice(1);
}

/** Rank 0 is drawn most often: Zipf's law with exponent 1, by inversion. */
function zipf(next: () => number, size: number): number {
  return Math.min(size - 1, Math.floor(size ** next()) - 1);
}

/** First words are few and shared, last words many: as in the names of a telephone book. */
function nameOf(index: number, variant: number, next: () => number): string {
  const first = word(zipf(next, 4_000));
  const last = word(10_000 + index);
  return variant === 0
    ? `${first} ${last}`
    : variant === 1
      ? `${first} ${word(zipf(next, 4_000))} ${last}`
      : `${last} ${first}`;
}

export function* entities(count: number): Generator<Entity> {
  const next = random(count);
  for (let index = 0; index < count; index++) {
    yield Entity.parse({
      id: `bench:e-${index}`,
      kind: 'person',
      facets: ['actor'],
      names: [0, 1, 2].map((variant) => ({
        text: nameOf(index, variant, next),
        lang: 'en',
        type: variant === 0 ? 'label' : 'alias',
        match: 'any-case',
      })),
      description: 'Somebody who was made up for a measurement',
      relations: [{ type: 'member_of', to: `bench:e-${Math.floor(index / 20)}` }],
      salience: Math.round(1_000 / (1 + index)) / 1_000,
      pack: 'bench',
    });
  }
}

const DAY = 86_400_000;

/** An event for every fifth entity, and `crowded` for entity 0, spread over fifty years. */
export function* events(count: number, crowded: number): Generator<Event> {
  const next = random(count + 1);
  for (let index = 0; index < Math.floor(count / 5) + crowded; index++) {
    const actor = index < crowded ? 0 : Math.floor(next() * count);
    yield Event.parse({
      id: `bench:v-${index}`,
      title: `What happened to number ${index}`,
      type: { plover: 'ASSAULT', mode: [], context: [] },
      date: {
        edtf: new Date(Date.UTC(1975, 0, 1) + Math.floor(next() * 18_000) * DAY).toISOString().slice(0, 10),
      },
      weight: next(),
      places: [],
      actors: [{ id: `bench:e-${actor}`, role: 'actor' }],
      summary: 'A sentence or two would stand here and say what happened, to whom, and where it was.',
      sources: [{ publisher: 'A generator' }],
      status: 'reported',
      pack: 'bench',
    });
  }
}

const FILLER =
  'the a of to and in that it was for on with as by at from said had been who after before their were would over about into than'.split(
    ' ',
  );

/** An article of about a thousand words with sixty mentions, prominent entities more often; none seen before. */
export function article(seed: number, count: number, mentions = 60): Article {
  const next = random(seed * 7_919 + count);
  // Names depend on the order in which they were drawn, so the generator is run up to what is needed.
  const names = labels(count);
  const words: string[] = [];
  for (let index = 0; index < 1_000; index++) words.push(FILLER[Math.floor(next() * FILLER.length)] ?? 'the');
  for (let index = 0; index < mentions; index++)
    words[Math.floor(next() * 1_000)] = names[zipf(next, count)] ?? '';
  for (let index = 0; index < 40; index++)
    words[Math.floor(next() * 1_000)] = `${word(5_000 + Math.floor(next() * 4_000))}`;
  const blocks = Array.from({ length: 20 }, (_, id) => ({
    id,
    kind: 'text' as const,
    text: `${words.slice(id * 50, id * 50 + 50).join(' ')}.`,
  }));
  return {
    url: 'https://bench.example/',
    title: '',
    published: { day: '2019-12-31' },
    language: 'en',
    blocks,
  };
}

const known = new Map<number, string[]>();
function labels(count: number): string[] {
  const made = known.get(count);
  if (made) return made;
  const next = random(count);
  const names = Array.from(
    { length: count },
    (_, index) => [0, 1, 2].map((variant) => nameOf(index, variant, next))[0] ?? '',
  );
  known.set(count, names);
  return names;
}
