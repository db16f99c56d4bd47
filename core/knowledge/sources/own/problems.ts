// What a schema says of a record that a person wrote, in words that help that person: what is wrong and what would
// be right. `zod/mini` itself only says "Invalid input".
import type * as z from 'zod/mini';
import { isOneEditAway } from '../geonames/names.ts';
import { dateProblem } from './dates.ts';

type Issue = z.core.$ZodIssue;

export interface Problem {
  /** From the record inwards. */
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

const ID_FORM =
  'a Wikidata item such as Q796, or a pack and a name such as desk:wagner-group, in small letters';
const DATE_FIELD = /^(?:date|edtf|from|to|until|asOf|born|died|founded|dissolved|published)$/;

/** @param fields those that a record of this kind may have: an unknown one may be a slip of one of them. */
export function explain(error: z.core.$ZodError, record: unknown, fields: readonly string[]): Problem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, record, fields));
}

function problemsOf(issue: Issue, record: unknown, fields: readonly string[]): Problem[] {
  const { path } = issue;
  const value = valueAt(record, path);
  if (issue.code === 'invalid_union') return [{ path, text: unionText(issue, value) }];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      text: `there is no such field here${path.length === 0 ? similar(key, fields) : ''}`,
    }));
  return [{ path, text: textOf(issue, value) }];
}

/** For what a field may be in several forms: the complaint of the form that came closest. */
function unionText(issue: Issue & { code: 'invalid_union' }, value: unknown): string {
  const isObject = typeof value === 'object' && value !== null;
  const [closest] = issue.errors
    .map((branch) =>
      branch.filter(({ path, code }) => !isObject || path.length > 0 || code !== 'invalid_type'),
    )
    .filter((branch) => branch.length > 0)
    .map((branch) => branch[0]);
  if (closest?.code === 'unrecognized_keys') return `there is no field “${closest.keys.join('”, “')}” here`;
  if (closest && isObject)
    return `${closest.path.join('.')}: ${textOf(closest, valueAt(value, closest.path))}`;
  return value === undefined ? 'is missing' : `${shown(value)} is not understood here`;
}

function textOf(issue: Issue, value: unknown): string {
  const field = String(issue.path.at(-1) ?? '');
  if (value === undefined && issue.code !== 'custom')
    return issue.code === 'invalid_value' ? `is missing; one of ${issue.values.join(', ')}` : 'is missing';
  switch (issue.code) {
    case 'invalid_value':
      return `${shown(value)} is not one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `${shown(value)} is not ${ARTICLES[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return issue.origin === 'number'
        ? `${shown(value)} is more than ${issue.maximum}`
        : `at most ${issue.maximum} ${issue.origin === 'string' ? `characters; here are ${lengthOf(value)}` : 'of them'}`;
    case 'too_small':
      return issue.origin === 'number'
        ? `${shown(value)} is less than ${issue.minimum}`
        : 'must not be empty';
    case 'invalid_format':
      return field === 'url'
        ? `${shown(value)} is no address that begins with https://`
        : `${shown(value)} is no id: ${ID_FORM}`;
    case 'custom':
      return (
        (DATE_FIELD.test(field) && dateProblem(String(value), field === 'edtf')) || (issue.message ?? '')
      );
    default:
      return `${shown(value)} is not understood here`;
  }
}

const ARTICLES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  array: 'a list',
  tuple: 'a list of two',
  object: 'a group of fields',
  record: 'a group of fields',
};

/** `; did you mean “label”?` where one letter is wrong, or the words stand otherwise (`othernames`). */
export function similar(word: string, fields: readonly string[]): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const near = fields.find(
    (field) => plain(field) === plain(word) || isOneEditAway(plain(field), plain(word)),
  );
  return near === undefined ? '' : `; did you mean “${near}”?`;
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    record,
  );
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

function shown(value: unknown): string {
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a group of fields';
  return `“${String(value).slice(0, 60)}”`;
}
