// Wikidata: items of an entity file or a dump, and results of its query service, in whichever of their forms.
import * as z from 'zod/mini';
import type { Found, Line, ReadOptions, Sample, Source } from './source.ts';
import { rowOf } from './wikidata/columns.ts';
import { foundInItem } from './wikidata/entity.ts';
import { type Form, formOf, valuesOf } from './wikidata/form.ts';
import { itemOf } from './wikidata/item.ts';
import { Results } from './wikidata/results.ts';
import { Positions } from './wikidata/roles.ts';

const OTHERS = z.object({ id: z.string().check(z.regex(/^[PLM]\d+/)) });

const WORDS: Readonly<Record<Form['what'], string>> = {
  item: 'one item',
  items: 'a dump, an item a line',
  list: 'a list',
  entities: 'entity data',
  results: 'results of a query',
};

function detect({ text }: Sample): ReturnType<Source['detect']> {
  const form = formOf(
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, 2),
  );
  if (form === null) return null;
  if (
    form.what === 'results' ||
    /^\s*\[\s*\{\s*"\w+"\s*:\s*(?:"|\{\s*"type"\s*:\s*"uri")[^}]*wikidata\.org\/entity\/Q/.test(text)
  )
    return detectResults(text);
  const items =
    /"type"\s*:\s*"(?:item|property|lexeme)"/.test(text) || /"entity-type"\s*:\s*"item"/.test(text);
  const isItem = items && /"(?:labels|claims|descriptions|aliases)"\s*:/.test(text);
  return isItem ? { what: `Wikidata, ${WORDS[form.what]}` } : null;
}

function detectResults(text: string): ReturnType<Source['detect']> {
  const vars = /"vars"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1];
  const columns =
    vars?.match(/(?<=")\w+(?=")/g) ?? [...new Set(text.match(/(?<=")\w+(?="\s*:)/g))].slice(0, 20);
  if (columns.includes('item')) return { what: `Wikidata, results of a query (${columns.join(', ')})` };
  return vars === undefined
    ? null
    : {
        refused: 'These are results of a query without a column “item”. Name the column of the items ?item.',
      };
}

async function* read(lines: AsyncIterable<Line>, options: ReadOptions): AsyncGenerator<Found, void> {
  const positions = new Positions();
  const results = new Results(options);
  for await (const found of valuesOf(lines)) {
    options.signal?.throwIfAborted();
    if ('problem' in found) {
      yield { kind: 'rejected', line: found.line, reason: found.problem };
      continue;
    }
    const row = rowOf(found.value);
    if (row) {
      yield* results.add(row, found.line);
      continue;
    }
    const item = itemOf(found.value);
    if (item) yield* foundInItem(item, found.line, options, positions);
    else yield noItem(found.value, found.line);
  }
  yield* results.rest();
}

function noItem(value: unknown, line: number): Found {
  if (z.safeParse(OTHERS, value).success) return { kind: 'skipped', reason: 'a property or a word, no item' };
  return { kind: 'rejected', line, reason: 'neither an item of Wikidata nor a row with a column “item”' };
}

export const wikidata: Source = {
  id: 'wikidata',
  title: 'Wikidata',
  licence: 'CC0 1.0',
  attribution: 'Wikidata contributors',
  url: 'https://www.wikidata.org/',
  detect,
  read,
};
