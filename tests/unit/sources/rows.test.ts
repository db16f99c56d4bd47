import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Row, type RowForm, rowsOf } from '../../../core/knowledge/sources/rows.ts';

async function* linesIn(text: string) {
  for (const [index, line] of text.split('\n').entries()) yield { number: index + 1, text: line };
}

async function rows(text: string, form: Partial<RowForm> = {}): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rowsOf(linesIn(text), { delimiter: ',', quotes: true, ...form })) found.push(row);
  return found;
}

describe('rows', () => {
  test('are split at commas, tabs or semicolons', async () => {
    expect(await rows('a,b\n1,2')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ]);
    expect(await rows('a\tb,c', { delimiter: '\t' })).toEqual([{ line: 1, cells: ['a', 'b,c'] }]);
    expect(await rows('"a;b";c', { delimiter: ';' })).toEqual([{ line: 1, cells: ['a;b', 'c'] }]);
  });

  test('may hold the delimiter, quotes and line breaks in quotes; the line is the one where the row begins', async () => {
    expect(await rows('1,"Mosul, ""old city""\nand\n\nsuburbs",x\n\n2,y,z')).toEqual([
      { line: 1, cells: ['1', 'Mosul, "old city"\nand\n\nsuburbs', 'x'] },
      { line: 6, cells: ['2', 'y', 'z'] },
    ]);
  });

  test('take a quote for a letter where the source has no quotes', async () => {
    expect(await rows('"a,b', { quotes: false })).toEqual([{ line: 1, cells: ['"a', 'b'] }]);
  });

  test('keep a quote in the middle of a cell', async () => {
    expect(await rows('1,the "old" city,2\n3,"the "old" city",4')).toEqual([
      { line: 1, cells: ['1', 'the "old" city', '2'] },
      { line: 2, cells: ['3', 'the "old" city', '4'] },
    ]);
  });
});

describe('a quote that never closes', () => {
  const after = ['2,"fine",b', '3,plain,c'];

  test('spoils its own line alone, and says so', async () => {
    expect(await rows(['1,"broken,a', ...after].join('\n'))).toEqual([
      { line: 1, cells: ['1', '"broken', 'a'], problem: 'a quote is not closed' },
      { line: 2, cells: ['2', 'fine', 'b'] },
      { line: 3, cells: ['3', 'plain', 'c'] },
    ]);
  });

  test('spoils nothing either where no quote follows for long', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `${index},x`);
    const found = await rows(['1,"broken', ...many].join('\n'));
    expect(found.length).toBe(501);
    expect(found.filter((row) => row.problem)).toHaveLength(1);
    expect(found[500]).toEqual({ line: 501, cells: ['499', 'x'] });
  });

  test('at the end of the file is reported with the lines behind it', async () => {
    expect(await rows('1,"a\n2,b')).toEqual([
      { line: 1, cells: ['1', '"a'], problem: 'a quote is not closed' },
      { line: 2, cells: ['2', 'b'] },
    ]);
  });
});

test('what is written as CSV is read as it was', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', ';'), maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
      async (table) => {
        const text = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect((await rows(text)).map((row) => row.cells)).toEqual(table);
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever the lines hold, rows begin one behind the other and reading ends', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '""', '","'), maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(text, async (any) => {
      const begins = (await rows(any)).map(({ line }) => line);
      expect(begins).toEqual([...new Set(begins)].sort((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

test('a hundred thousand broken lines are read in seconds', async () => {
  const found = await rows('1,"broken ""x\n'.repeat(100_000));
  expect(found).toHaveLength(100_000);
}, 20_000);
