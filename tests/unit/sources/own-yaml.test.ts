import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Entity } from '../../../core/knowledge/entity.ts';
import { SourceError } from '../../../core/knowledge/sources/open/source-error.ts';
import { ownYaml } from '../../../core/knowledge/sources/own-yaml.ts';
import type { Found, Line } from '../../../core/knowledge/sources/source.ts';

async function* linesOf(text: string): AsyncGenerator<Line> {
  for (const [index, line] of text.split('\n').entries()) yield { number: index + 1, text: line };
}

async function read(text: string): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of ownYaml.read(linesOf(text), { pack: 'desk', languages: ['en'] })) found.push(one);
  return found;
}

const rejections = async (text: string) =>
  (await read(text)).flatMap((found) =>
    found.kind === 'rejected' ? [[found.line, found.reason] as const] : [],
  );

const detect = (text: string) => ownYaml.detect({ text, fileName: 'x.yaml' });

describe('a file is known by its sections', () => {
  test('after comments, and with either section first', () => {
    expect(detect('# Our desk\n---\n\nevents:\n  - id: x\n')).toEqual({
      what: 'Backstory’s own knowledge, YAML',
    });
    expect(detect('sources: {}\nentities: []\n')).not.toBeNull();
  });

  test.each([
    ['Wikidata’s JSON', '{"entities":{"Q796":{}}}'],
    ['a sheet', 'kind,name\ncity,Baghdad'],
    ['other YAML', 'version: 2\nentities: []'],
    ['nothing', ''],
  ])('not %s', (_, text) => {
    expect(detect(text)).toBeNull();
  });
});

describe('knowledge written by hand', () => {
  const text = `
sources:
  reuters: { publisher: Reuters, url: "https://example.org/a", published: 2019 }
entities:
  - id: desk:kh
    kind: armed_group
    label: KH
    names: [Kataib|Kataeb Hezbollah]
    description: Iraqi armed group
    background: { text: Founded about 2007., asOf: 2019-12, sources: [reuters] }
    led_by: starter:muhandis until 2020-01-03
events:
  - id: 2019-12-27-rockets
    title: Rockets on a base near Kirkuk
    type: ASSAULT
    date: 2019-12-27
    weight: 0.7
    places: [Q796]
    actors: { alleged_actor: [desk:kh], recipient: [American soldiers, Q30] }
    summary: Thirty rockets.
    sources: [reuters]
`;

  test('becomes entities in the form of the starter pack', async () => {
    const [found] = await read(text);
    expect(found).toMatchObject({
      kind: 'entity',
      entity: {
        id: 'desk:kh',
        facets: ['actor'],
        names: [
          { text: 'KH', type: 'label', match: 'exact-case' },
          { text: 'Kataib Hezbollah', type: 'alias' },
          { text: 'Kataeb Hezbollah', type: 'alias' },
        ],
        background: { sources: [{ publisher: 'Reuters', published: '2019' }] },
        relations: [{ type: 'led_by', to: 'starter:muhandis', until: '2020-01-03' }],
        pack: 'desk',
      },
    });
    expect(found?.kind === 'entity' && z.safeParse(Entity, found.entity).success).toBe(true);
  });

  test('has a label with the rule that is written for it among the names', async () => {
    const text = [
      'entities:',
      '  - id: desk:gardens',
      '    kind: facility',
      '    label: Tivoli Gardens',
      '    description: Part of Kingston',
      '    names: [{ alias: Tivoli Gardens, match: needs-context, not: [Tivoli Gardens Copenhagen] }, Tivoli]',
    ].join('\n');
    const [found] = await read(text);
    expect(found).toMatchObject({
      entity: {
        names: [
          {
            text: 'Tivoli Gardens',
            type: 'label',
            match: 'needs-context',
            not: ['Tivoli Gardens Copenhagen'],
          },
          { text: 'Tivoli', match: 'any-case' },
        ],
      },
    });
  });

  test('becomes events that name whom they mean by id, and by a name to show', async () => {
    const [, found] = await read(text);
    expect(found).toMatchObject({
      kind: 'event',
      event: {
        id: 'desk:2019-12-27-rockets',
        places: [{ id: 'Q796', wikidata: 'Q796' }],
        actors: [
          { name: 'American soldiers', role: 'recipient' },
          { id: 'Q30', role: 'recipient' },
          { id: 'desk:kh', name: 'KH', role: 'alleged_actor' },
        ],
      },
    });
  });

  test('of the starter pack itself is read without a complaint', async () => {
    const directory = new URL('../../../packs/starter/', import.meta.url);
    const sources = readFileSync(new URL('sources.yaml', directory), 'utf8');
    const groups = readFileSync(new URL('iran-iraq-us-groups.yaml', directory), 'utf8');
    const found = await read(`${sources}\n${groups}`);
    // What lies over a generated record says no kind; here nothing lies beneath.
    expect(found.filter(({ kind }) => kind === 'entity').length).toBeGreaterThan(10);
    expect(
      found.flatMap((one) =>
        one.kind === 'rejected' && !one.reason.includes('kind: is missing') ? one.reason : [],
      ),
    ).toEqual([]);
  });
});

describe('a slip costs one record and is told with its line', () => {
  const good = '  - { id: desk:b, kind: city, label: B, description: b }';
  const entity = (fields: string) => `entities:\n  - id: desk:a\n${fields}\n${good}`;
  const person = '    kind: person\n    label: A\n    description: a';

  test.each([
    [
      'a field that nobody knows',
      `${person}\n    labl: A`,
      6,
      /labl: there is no such field here; did you mean “label”\?/,
    ],
    [
      'a kind that is none',
      '    kind: armed group\n    label: A\n    description: a',
      3,
      /“armed group” is not one of person, country/,
    ],
    [
      'no kind',
      '    label: A\n    description: a',
      2,
      /^column 5: desk:a: kind: is missing; one of person, [^;]*$/,
    ],
    ['no name', '    kind: city\n    description: a', 2, /label: is missing/],
    [
      'a long line',
      `    kind: city\n    label: A\n    description: ${'long '.repeat(40)}`,
      5,
      /description: at most 160 characters; here are 199/,
    ],
    [
      'a date of two readings',
      `${person}\n    born: 03/04/1960`,
      6,
      /born: “03\/04\/1960” .*write 1960-04-03 or 1960-03-04/,
    ],
    [
      'a source that is not listed',
      `${person}\n    background: { text: t, asOf: 2019, sources: [ap] }`,
      2,
      /no source is called "ap"/,
    ],
    [
      'a relation with a word too many',
      `${person}\n    led_by: Q1 since 2019`,
      2,
      /“Q1 since 2019” is not of the form/,
    ],
    [
      'names without end',
      `${person}\n    names: [${'a|b '.repeat(20).trim()}]`,
      2,
      /more than 400 spellings/,
    ],
  ])('%s', async (_, fields, line, reason) => {
    const found = await read(entity(fields));
    expect(found.filter(({ kind }) => kind === 'rejected')).toEqual([
      { kind: 'rejected', line, reason: expect.stringMatching(reason) },
    ]);
    expect(found.at(-1)).toMatchObject({ kind: 'entity', entity: { id: 'desk:b' } });
  });

  test('two in one record are told together', async () => {
    expect(await rejections(entity('    kind: town\n    labl: A'))).toEqual([
      [3, expect.stringMatching(/kind: “town”.*; line 4, column 5: labl: there is no such field/)],
    ]);
  });

  test('an id that is there twice', async () => {
    expect(await rejections(`entities:\n${good}\n${good}`)).toEqual([
      [3, expect.stringContaining('there already')],
    ]);
  });

  test('an event of a type that is none', async () => {
    const event =
      'id: x, title: t, type: ATTACK, date: 2019, weight: 0, places: [], actors: {}, summary: s, sources: [{ publisher: AP }]';
    expect(await rejections(`events:\n  - { ${event} }`)).toEqual([
      [2, expect.stringMatching(/“ATTACK” is not one of AGREE/)],
    ]);
  });

  test('a section that is none', async () => {
    expect(await rejections(`entities:\n${good}\nevent: []`)).toEqual([
      [3, expect.stringContaining('“event”')],
    ]);
  });
});

describe('a file that cannot be read as a whole says where and why', () => {
  test.each([
    ['tabs', 'entities:\n\t- id: a', 'damaged', /line 2, column 1: indent with spaces/],
    [
      'a colon in a text',
      'entities:\n  - id: a\n    description: He said: no',
      'damaged',
      /line 3, column 18: .*quotation marks/,
    ],
    ['a list', '- a', 'foreign', /neither “entities:” nor “events:”/],
    ['nothing', '', 'foreign', /neither/],
    [
      'a bomb of aliases',
      `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: &c [${'*b,'.repeat(9)}*b]\nentities: [*c,*c,*c]`,
      'too-long',
      /aliases/,
    ],
    ['a book', `entities:\n${'# word\n'.repeat(600_000)}`, 'too-long', /4 million/],
  ])('%s', async (_, text, code, words) => {
    const error: unknown = await read(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(words) });
  });
});

test('the example in docs/own-knowledge.md is read as it stands', async () => {
  const text = readFileSync(new URL('../../../docs/own-knowledge.md', import.meta.url), 'utf8');
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  expect(detect(example)).not.toBeNull();
  expect((await read(example)).map(({ kind }) => kind)).toEqual(['entity']);
});

test('whatever stands in a file, it is read, or refused in words', async () => {
  const scrap = fc.constantFrom(
    'entities:',
    'events:',
    '  - id: desk:a',
    '    kind: city',
    '    names: [',
    ']',
    '&a',
    '*a',
    ': ',
    '{',
    '"',
    '|',
    'label: x',
    '- ',
    '<<: *a',
    '!!js x',
    '\t',
    '1e999',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(scrap, fc.string({ maxLength: 8 })), { maxLength: 14 }),
      async (parts) => {
        const found = await read(parts.join('\n')).catch((error: unknown) => {
          expect(error).toBeInstanceOf(SourceError);
          return [];
        });
        for (const one of found)
          if (one.kind === 'entity') expect(z.safeParse(Entity, one.entity).success).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
