import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detect, SOURCES } from '../../../core/knowledge/sources/all.ts';
import { collect } from '../../../core/knowledge/sources/collect.ts';
import { linesOf, SourceError, sampleOf } from '../../../core/knowledge/sources/open.ts';
import type { Source } from '../../../core/knowledge/sources/source.ts';
import { hasShared, sharedBytes } from '../../shared.ts';
import { streamOf, utf8 } from './open-streams.ts';

const options = { pack: 'test', languages: ['en'] };

/** Why rows were refused, or the file as a whole. */
async function refusalsOf(source: Source, text: string): Promise<string[]> {
  try {
    const lines = linesOf(streamOf(utf8(text)).stream);
    const { report } = await collect(source, lines, options, { knowledge: null });
    return [...report.rejectedFor.keys()];
  } catch (error) {
    if (error instanceof SourceError) return [error.message];
    throw error;
  }
}

test('every source has a name of its own, and says whose work it is', () => {
  expect(new Set(SOURCES.map(({ id }) => id)).size).toBe(SOURCES.length);
  for (const source of SOURCES) {
    expect(source.id).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    expect(source.attribution).not.toBe('');
    expect(source.licence).not.toBe('');
    expect(source.url ?? 'https://none').toMatch(/^https:\/\//);
  }
});

describe.skipIf(!hasShared)('real files are known for what they are, whatever they are called', () => {
  test.each<[string, string, number]>([
    ['gdelt/gdelt_v2_export_20151027_me.CSV', 'gdelt', 30],
    ['icews/events.2018.sample.full.tab', 'icews', 2000],
    ['ucdp/ucdp_ged_3rows_49cols.csv', 'ucdp', 3],
    ['geonames/cities500_IQ_LB_SY.txt', 'geonames', 400],
    ['wikidata/Q801.json', 'wikidata', 1],
    ['wikidata/sample_wikidata_items_100.json.bz2', 'wikidata', 90],
    ['wikidata/sparql_results_5rows.json', 'wikidata', 1],
  ])('%s is of %s, and nothing of it is refused', async (path, id, least) => {
    const bytes = sharedBytes(`samples/${path}`);
    const found = detect(await sampleOf(streamOf(bytes).stream, 'download'));
    expect(found?.source.id).toBe(id);
    if (!found) return;
    const { entities, events, report } = await collect(
      found.source,
      linesOf(streamOf(bytes).stream),
      options,
      { knowledge: null },
    );
    expect(entities.length + events.length).toBeGreaterThanOrEqual(least);
    expect(report.rejections).toEqual([]);
  });

  test.each(['spreadsheet-damaged.CSV', 'gdelt_v2_export_20190121_me.CSV'])(
    '%s, which a spreadsheet has spoilt, is refused',
    async (name) => {
      const sample = await sampleOf(streamOf(sharedBytes(`samples/gdelt/${name}`)).stream, 'x');
      expect(detect(sample)).toMatchObject({ refused: expect.stringContaining('spreadsheet') });
    },
  );

  test('a country profile and a readme are nobody’s', async () => {
    for (const path of ['samples/factbook/iz.json', 'samples/README.md'])
      expect(detect(await sampleOf(streamOf(sharedBytes(path)).stream, 'x'))).toBeNull();
  });
});

describe('whatever a file holds', () => {
  /** Looks enough like data to get somewhere. */
  const cell = fc.oneof(
    fc.constantFrom(
      '"',
      '',
      '2020-01-01',
      '20180601',
      'IRQ',
      'Q42',
      '1',
      '-1',
      '{',
      '}',
      '[',
      'NA',
      'id',
      'actors: -',
    ),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const text = fc
    .tuple(
      fc.constantFrom('\t', ',', ';', ': ', '":"'),
      fc.array(fc.array(cell, { maxLength: 62 }), { maxLength: 12 }),
    )
    .map(([delimiter, table]) => table.map((row) => row.join(delimiter)).join('\n'));

  test('detection answers', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ maxLength: 300 })), (any) => {
        detect({ text: any, fileName: 'any.csv' });
      }),
      { numRuns: 500 },
    );
  });

  test.each(SOURCES.map((source) => [source.id, source] as const))(
    '%s reads it to the end and gives only what fits the schemas',
    async (_, source) => {
      await fc.assert(
        fc.asyncProperty(text, async (any) => {
          const refused = await refusalsOf(source, any);
          // An importer's own mistakes show as what the schemas refuse.
          expect(refused.filter((reason) => reason.includes('is not as it must be'))).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );
});
