// In which of its forms a Wikidata file comes, and one parsed value after the other out of it. A dump has an item a
// line, so that a damaged line costs one item. Every other form is one JSON document, often printed over many lines:
// it is cut at brackets of a known depth, so that a long list is never in memory as a whole.
import { SourceError } from '../open.ts';
import type { Line } from '../source.ts';

export interface Form {
  /** `line`: a value a line. A number: values are the objects that many brackets deep. */
  readonly at: 'line' | number;
  readonly what: 'item' | 'items' | 'list' | 'entities' | 'results';
}

export type Value =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly problem: string };

/** The longest items of Wikidata are some 4 MB; what is longer is damage. */
const LONGEST_VALUE = 16 * 1024 * 1024;
/** No pretty-printed file begins with a line as long as this; a dump's first item may be cut off by the sample. */
const LONG_LINE = 2000;

function isWhole(line: string | undefined): boolean {
  if (line === undefined || !line.startsWith('{')) return false;
  return line.length > LONG_LINE || (line.length > 4 && /\},?$/.test(line));
}

/** By the first lines that are not empty, two of them if there are; `null` when this is no JSON. */
export function formOf(lines: readonly string[]): Form | null {
  const [first = '', second] = lines.map((line) => line.replace(/^\uFEFF/, '').trim());
  const head = `${first}\n${second ?? ''}`;
  if (/^\{\s*"(?:head|results)"\s*:/.test(head)) return { at: 4, what: 'results' };
  if (/^\{\s*(?:"success"\s*:\s*1\s*,\s*)?"entities"\s*:/.test(head)) return { at: 3, what: 'entities' };
  if (first.startsWith('[')) {
    const rest = first.slice(1).trim();
    if (rest === '' && isWhole(second)) return { at: 'line', what: 'items' };
    if (/^\{.*\},$/.test(rest)) return { at: 'line', what: 'items' };
    return { at: 2, what: 'list' };
  }
  if (!first.startsWith('{')) return null;
  return isWhole(first) ? { at: 'line', what: second ? 'items' : 'item' } : { at: 1, what: 'item' };
}

/** The values of a file, its form found from its own first lines. Throws when it is no JSON at all. */
export async function* valuesOf(lines: AsyncIterable<Line>): AsyncGenerator<Value, void> {
  const iterator = lines[Symbol.asyncIterator]();
  try {
    const begin: Line[] = [];
    while (begin.length < 2) {
      const next = await iterator.next();
      if (next.done) break;
      if (next.value.text.trim() !== '') begin.push(next.value);
    }
    if (begin.length === 0) return;
    const form = formOf(begin.map(({ text }) => text));
    if (form === null) throw new SourceError('foreign', 'This is not a JSON file of Wikidata.');
    const all = joined(begin, iterator);
    yield* form.at === 'line' ? lineByLine(all) : cutAt(form.at, all);
  } finally {
    await iterator.return?.();
  }
}

async function* joined(begin: readonly Line[], rest: AsyncIterator<Line>): AsyncGenerator<Line, void> {
  yield* begin;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* lineByLine(lines: AsyncIterable<Line>): AsyncGenerator<Value, void> {
  for await (const { number, text } of lines) {
    const json = text
      .trim()
      .replace(/^\uFEFF?\[\s*/, '')
      .replace(/(?<=^|\})\s*[\],]+$/, '');
    if (json !== '') yield parsed(json, number);
  }
}

function parsed(json: string, line: number): Value {
  try {
    const value: unknown = JSON.parse(json);
    return { line, value };
  } catch {
    return { line, problem: 'not JSON: damaged, or cut off' };
  }
}

async function* cutAt(depth: number, lines: AsyncIterable<Line>): AsyncGenerator<Value, void> {
  let level = 0;
  let parts: string[] | undefined;
  let length = 0;
  let begin = 1;
  for await (const { number, text } of lines) {
    // JSON has no line break inside a string, so each line begins outside of one.
    let from = 0;
    for (const { bracket, index } of bracketsOf(text)) {
      if (bracket === '{' || bracket === '[') {
        level++;
        if (level === depth && bracket === '{') {
          parts = [];
          length = 0;
          from = index;
          begin = number;
        }
        continue;
      }
      if (parts && level === depth) {
        parts.push(text.slice(from, index + 1));
        yield parsed(parts.join('\n'), begin);
        parts = undefined;
      }
      level = Math.max(0, level - 1);
    }
    if (!parts) continue;
    parts.push(text.slice(from));
    length += text.length - from;
    if (length > LONGEST_VALUE) {
      parts = undefined;
      yield { line: begin, problem: 'longer than any item of Wikidata' };
    }
  }
  if (level > 0) yield { line: begin, problem: 'the file ends in the middle' };
}

function* bracketsOf(line: string): Generator<{ bracket: string; index: number }, void> {
  const marks = /["\\{}[\]]/g;
  let inString = false;
  for (let mark = marks.exec(line); mark; mark = marks.exec(line)) {
    const [bracket] = mark;
    if (bracket === '"') inString = !inString;
    else if (bracket === '\\') marks.lastIndex++;
    else if (!inString) yield { bracket, index: mark.index };
  }
}
