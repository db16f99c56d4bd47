// The scorer itself, on documents made by hand: a measure that flatters is worse than none.
import { describe, expect, test } from 'vitest';
import { commonest } from '../../quality/errors.ts';
import type { Found } from '../../quality/found.ts';
import { type GoldDocument, goldDocuments } from '../../quality/gold.ts';
import type { Link } from '../../quality/link.ts';
import { isSame, knownAmong } from '../../quality/same.ts';
import { f1, wilson } from '../../quality/score/counts.ts';
import { scoreLinking } from '../../quality/score/linking.ts';
import { kilometres, scorePlaces } from '../../quality/score/places.ts';
import { ndcg, recallAt } from '../../quality/score/ranking.ts';
import { scoreRecognition } from '../../quality/score/recognition.ts';

const TEXT = 'Talks between Fuad Masum and Acme Airlines were held near Alexandria on Monday.';

/** Gold of one document; a mention is its letters and what the corpus says of them. */
function gold(mentions: readonly [text: string, fields: object][], fields: object = {}): GoldDocument {
  const line = {
    id: 'made up',
    text: TEXT,
    mentions: mentions.map(([text, more]) => ({ ...spanOf(text), text, ...more })),
    ...fields,
  };
  const [document] = goldDocuments(JSON.stringify(line));
  if (!document) throw new Error('a line is a document');
  return document;
}

function spanOf(text: string) {
  const start = TEXT.indexOf(text);
  if (start < 0) throw new Error(`the text has no “${text}”`);
  return { start, end: start + text.length };
}

const link = (fields: Partial<Link>): Link => ({
  id: 'test:it',
  label: 'It',
  names: ['It'],
  within: [],
  ...fields,
});

const found = (text: string, type: Found['type'], to: Partial<Link> | null = null, shown = true): Found => ({
  ...spanOf(text),
  text,
  type,
  shown,
  confidence: 0.9,
  link: to && link(to),
});

describe('recognition', () => {
  const typed = { type: 'PER' };
  const one = (document: GoldDocument, ...all: Found[]) => scoreRecognition(document, all);

  test('counts a name of the right type that overlaps, and only the same letters as exact', () => {
    const { overlapping, exact, errors } = one(gold([['Fuad Masum', typed]]), found('Masum', 'PER'));
    expect(overlapping).toEqual({ right: 1, given: 1, met: 1, gold: 1 });
    expect(exact).toEqual({ right: 0, given: 1, met: 0, gold: 1 });
    expect(errors.map(({ sort }) => sort)).toEqual(['span']);
  });

  test('counts the wrong type as wrong and as missed', () => {
    const { overlapping, errors } = one(gold([['Acme Airlines', { type: 'ORG' }]]), found('Acme', 'PER'));
    expect(overlapping).toEqual({ right: 0, given: 1, met: 0, gold: 1 });
    expect(errors.map(({ sort }) => sort)).toEqual(['type']);
  });

  test('counts what nobody marked as spurious, and a name without a mark as missed', () => {
    const { errors } = one(gold([['Fuad Masum', typed]]), found('Talks', 'ORG'));
    expect(errors.map(({ sort }) => sort).sort()).toEqual(['missed', 'spurious']);
  });

  test.each(['coref', 'desc', 'nominal', 'discontinuous', 'projected', 'optional'])(
    'asks for nothing where the gold is flagged %s',
    (flag) => {
      expect(one(gold([['Fuad Masum', { ...typed, [flag]: true }]])).overlapping.gold).toBe(0);
    },
  );

  test.each<[string, object]>([
    ['may be left out', { ...typed, optional: true }],
    ['lies within another', { ...typed, parent: 3 }],
    ['is in pieces', { ...typed, discontinuous: true }],
    ['is a name of no stated kind', { nil: true }],
  ])('does not judge what is found where the gold %s', (_, fields) => {
    expect(one(gold([['Fuad Masum', fields]]), found('Masum', 'ORG')).overlapping.given).toBe(0);
  });

  test('asks for no pronoun, whatever it is called', () => {
    const [document] = goldDocuments(
      JSON.stringify({
        text: 'We met.',
        mentions: [{ start: 0, end: 2, text: 'We', type: 'ORG', named: true }],
      }),
    );
    expect(document && one(document).overlapping.gold).toBe(0);
  });

  test('takes the core of a long phrase', () => {
    const { start, end } = spanOf('Masum');
    const document = gold([
      ['Fuad Masum and Acme', { ...typed, named: true, nameStart: start, nameEnd: end }],
    ]);
    expect(one(document, found('Acme', 'PER')).overlapping).toMatchObject({ right: 0, met: 0, gold: 1 });
    expect(one(document, found('Masum', 'PER')).exact).toMatchObject({ right: 1, met: 1 });
  });

  test('looks only at the part that was annotated', () => {
    const document = gold([['Fuad Masum', typed]], { evalSpan: [0, 30] });
    expect(one(document, found('Alexandria', 'LOC')).overlapping).toMatchObject({ given: 0, gold: 1 });
  });
});

describe('linking', () => {
  const masum = { type: 'PER', wikidata: 'Q1', name: 'Fuad Masum' };
  const known = () => true;
  const sorts = (document: GoldDocument, ...all: Found[]) =>
    scoreLinking(document, all, known).errors.map(({ sort }) => sort);

  test.each<[string, Partial<Link>, boolean]>([
    ['the same id', { wikidata: 'Q1' }, true],
    ['another id, whatever the name', { wikidata: 'Q2', names: ['Fuad Masum'] }, false],
    ['no id, but the name', { names: ['Fouad Massoum', 'Fuad MASUM'] }, true],
    ['no id and another name', { names: ['Barham Salih'] }, false],
  ])('by %s', (_, to, right) => {
    const { all } = scoreLinking(gold([['Fuad Masum', masum]]), [found('Masum', 'PER', to)], known);
    expect(all).toEqual({ right: right ? 1 : 0, given: 1, met: right ? 1 : 0, gold: 1 });
  });

  test('a title with what the place lies in is that place there', () => {
    const to = { names: ['Mobile'], within: ['Alabama', 'United States'] };
    const titled = (title: string) => ({ titles: [title] });
    expect(isSame(link(to), titled('Mobile, Alabama'))).toBe(true);
    expect(isSame(link(to), titled('Mobile, Arizona'))).toBe(false);
  });

  test('a link on a name that is in no knowledge base is wrong', () => {
    const document = gold([['Acme Airlines', { nil: true }]]);
    expect(sorts(document, found('Acme', 'ORG', { wikidata: 'Q5' }))).toEqual(['nil']);
    expect(scoreLinking(document, [found('Acme', 'ORG', {})], known).all).toMatchObject({
      right: 0,
      given: 1,
      gold: 0,
    });
  });

  test('a link on a part of a longer name is wrong', () => {
    const airline = { type: 'ORG', wikidata: 'Q7', name: 'Acme Airlines' };
    expect(sorts(gold([['Acme Airlines', airline]]), found('Acme', 'ORG', { wikidata: 'Q5' }))).toContain(
      'within',
    );
  });

  test('a link where nobody marked a name is counted apart', () => {
    const { all, apart } = scoreLinking(gold([]), [found('Alexandria', 'LOC', {})], known);
    expect([all.given, apart]).toEqual([0, 1]);
  });

  test('a right link on a description is right, another one is not judged', () => {
    const document = gold([['Talks', { ...masum, desc: true }]]);
    expect(scoreLinking(document, [found('Talks', 'PER', { wikidata: 'Q1' })], known).all.right).toBe(1);
    expect(scoreLinking(document, [found('Talks', 'PER', { wikidata: 'Q2' })], known)).toMatchObject({
      apart: 1,
    });
  });

  test('what is not shown is no link, and says why it is missed', () => {
    const { errors } = scoreLinking(
      gold([['Fuad Masum', masum]]),
      [found('Fuad Masum', 'PER', { wikidata: 'Q1' }, false)],
      known,
    );
    expect(errors).toEqual([
      { sort: 'missed', text: 'Fuad Masum', detail: 'Fuad Masum: known, but not sure enough (0.9)' },
    ]);
  });

  test('an id that cannot be compared with a name decides nothing', () => {
    const document = gold([['Alexandria', { wikidata: 'Q87' }]]);
    expect(scoreLinking(document, [found('Alexandria', 'LOC', { geonames: '1' })], known)).toMatchObject({
      apart: 1,
    });
  });

  test('known are the gold’s id, and its name where ids do not say otherwise', () => {
    const isKnown = knownAmong([
      link({ wikidata: 'Q1' }),
      link({ names: ['Acme Airlines'], wikidata: 'Q7' }),
    ]);
    const name = { type: 'ORG', name: 'Acme Airlines' };
    const other = { ...name, wikidata: 'Q8' };
    const of = (fields: object) => gold([['Acme Airlines', fields]]).mentions.map(isKnown)[0];
    expect([of(masum), of(name), of(other)]).toEqual([true, true, false]);
  });
});

describe('places', () => {
  const alexandria = { type: 'LOC', geonames: 1, lat: 31.2, lon: 29.92, name: 'Alexandria' };
  const cairo = { lat: 30.05, lon: 31.25 };
  const score = (to: Partial<Link>, shown = true) =>
    scorePlaces(gold([['Alexandria', alexandria]]), [found('Alexandria', 'LOC', to, shown)]);

  test.each<[string, Partial<Link>, number]>([
    ['by its number, wherever it is put', { geonames: '1', at: { lat: 0, lon: 0 } }, 1],
    ['within 161 kilometres', { at: { lat: 31.2, lon: 31.5 } }, 1],
    ['and not beyond', { at: cairo }, 0],
  ])('are right %s', (_, to, right) => {
    expect(score(to).given).toEqual({ gold: 1, right });
    expect(score(to).whole).toMatchObject({ right, given: 1, met: right });
  });

  test('that are not shown count where the span is given, and not from the text', () => {
    const { given, whole } = score({ geonames: '1', at: cairo }, false);
    expect([given.right, whole.given, whole.met]).toEqual([1, 0, 0]);
  });

  test('of which the gold has no coordinates are neither hit nor missed', () => {
    const document = gold([['Alexandria', { type: 'LOC' }]]);
    expect(scorePlaces(document, [found('Alexandria', 'LOC', { at: cairo })]).whole).toMatchObject({
      given: 0,
      gold: 0,
    });
  });

  test('are apart as far as the globe says', () => {
    expect(kilometres({ lat: 31.2, lon: 29.92 }, cairo)).toBeCloseTo(180, -1);
    expect(kilometres({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(111, 0);
  });
});

describe('figures', () => {
  test('Wilson’s interval is that of the textbooks', () => {
    expect(wilson(8, 10).map((share) => share.toFixed(3))).toEqual(['0.490', '0.943']);
    expect(wilson(10, 10)[1]).toBeCloseTo(1, 12);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });

  test('F is nothing where nothing is right', () => {
    expect(f1({ right: 0, given: 0, met: 0, gold: 3 })).toBe(0);
    expect(f1({ right: 1, given: 2, met: 1, gold: 2 })).toBe(0.5);
  });

  test('an order is best when the wanted come first, in order', () => {
    expect(ndcg(['a', 'b', 'x'], ['a', 'b'], 20)).toBe(1);
    expect(ndcg(['b', 'a'], ['a', 'b'], 20)).toBeLessThan(1);
    expect(ndcg(['x', 'a', 'b'], ['a', 'b'], 20)).toBeLessThan(ndcg(['b', 'a'], ['a', 'b'], 20));
    expect(recallAt(['x', 'a', 'b'], ['a', 'b'], 2)).toBe(0.5);
  });

  test('the commonest errors stand first, with an example', () => {
    const error = (text: string) => ({ sort: 'nil', text, detail: `about ${text}` });
    expect(commonest([error('May'), error('Nice'), error('Nice')])).toEqual([
      '  nil: 3',
      '    2 × Nice | about Nice',
      '    1 × May | about May',
    ]);
  });
});
