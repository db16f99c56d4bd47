// YAML text → plain values, with the line of each: a complaint without a line is a riddle in a file of a thousand.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import { SourceError } from '../open/source-error.ts';

/** Both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface YamlFile {
  readonly data: Readonly<Record<string, unknown>>;
  /** Where a key or a value stands; where the path leads nowhere, the last that is there. */
  placeOf(path: readonly PropertyKey[]): Place;
}

const MOST_ERRORS = 5;

/** What to do about the mistakes that people make most. */
const ADVICE: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  BAD_INDENT: 'lines of one group begin at the same column',
  BLOCK_AS_IMPLICIT_KEY: 'a text with a colon and a space in it stands in quotation marks',
  MULTILINE_IMPLICIT_KEY: 'a key and its colon stand on one line',
  MISSING_CHAR: 'a quotation mark, a comma or a closing bracket is missing',
  DUPLICATE_KEY: 'a field stands once in a record',
  BAD_ALIAS: 'a text that begins with * or & stands in quotation marks',
  UNEXPECTED_TOKEN: 'a text that begins with a special sign, or has a colon in it, stands in quotation marks',
  MULTIPLE_DOCS: 'one file holds one document: no line of three hyphens within it',
};

/** Throws SourceError where the text is no YAML, with the first places that are wrong. */
export function openYaml(text: string): YamlFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    const errors = document.errors.slice(0, MOST_ERRORS).map(({ code, message, pos: [at] }) => {
      const { line, column } = placeAt(at);
      return `line ${line}, column ${column}: ${ADVICE[code] ?? ''}${ADVICE[code] ? ' ' : ''}(${message})`;
    });
    throw new SourceError('damaged', `The file is no YAML that can be read. ${errors.join('; ')}`);
  }
  return {
    data: valuesOf(document),
    placeOf: (path) => placeAt(offsetOf(document.contents, path)),
  };
}

function valuesOf(document: ReturnType<typeof parseDocument>): Readonly<Record<string, unknown>> {
  let data: unknown;
  try {
    data = document.toJS();
  } catch {
    // The package counts what aliases would unfold to.
    throw new SourceError(
      'too-long',
      'The file repeats itself by aliases (*name) more often than can be read.',
    );
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new SourceError('foreign', 'The file holds neither “entities:” nor “events:”.');
  return Object.fromEntries(Object.entries(data));
}

function offsetOf(contents: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  for (const key of path) {
    const [next, at] = step(node, key);
    if (at === undefined) break;
    offset = at;
    node = next;
  }
  return offset;
}

/** The value under a key, and where the key (in a list: the value) begins. */
function step(node: unknown, key: PropertyKey): [unknown, number | undefined] {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return [pair?.value, isScalar(pair?.key) ? pair.key.range?.[0] : undefined];
  }
  if (isSeq(node)) {
    const item: unknown = node.items[Number(key)];
    const range = isMap(item) || isSeq(item) || isScalar(item) ? item.range : undefined;
    return [item, range?.[0]];
  }
  return [undefined, undefined];
}
