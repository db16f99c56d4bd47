// The check as a person runs it: reads, asks the rules, prints.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Day } from '../../../core/knowledge/dates.ts';
import { labelOf } from '../../../core/knowledge/entity.ts';
import { idOfHolder } from '../leaders/person.ts';
import { inWords, type Problem } from '../problem.ts';
import { type Draft, draftStarter, PLACES } from '../starter.ts';
import { sharedNames, sharedNamesInWords } from './ambiguous.ts';
import { type Table, tables } from './counts.ts';
import { staleParts, type Written, writtenParts } from './generated-files.ts';
import { located, placesOf } from './located.ts';
import type { CheckedPack } from './pack.ts';
import { problemsOf } from './rules.ts';
import { draw, readable } from './sample.ts';

export interface CheckOptions {
  readonly only?: string | undefined;
  readonly notes: boolean;
  readonly names: boolean;
  readonly sample?: string | undefined;
  readonly seed: string;
  readonly today: Day;
  readonly write: boolean;
  readonly print: (line: string) => void;
}

/** Names that are printed where not all are asked for. */
const SOME_NAMES = 25;

export function checkedPack(
  { entities, events, sources, generated, problems }: Draft,
  today: Day,
): CheckedPack {
  // Of a record that could not be read there may be another of the same name, made of a table.
  const broken = new Set(problems.map(({ record }) => record));
  const written = new Set<string>(
    sources.entities.filter(({ id, kind }) => kind !== undefined && !broken.has(id)).map(({ id }) => id),
  );
  return { entities, events, written, generated, today };
}

/** Whether the starter pack is sound. */
export function checkStarter(options: CheckOptions): boolean {
  const draft = draftStarter();
  if (options.sample !== undefined) {
    sample(draft, Number(options.sample), Number(options.seed), options.print);
    return true;
  }
  const { print, only } = options;
  const pack = checkedPack(draft, options.today);
  const hasPlaces = draft.problems.every(({ rule }) => rule !== PLACES);
  const found = [...draft.problems, ...(hasPlaces ? problemsOf(pack) : [])];
  const problems = located(found, draft.sources.origins).filter(
    ({ at = '', rule }) =>
      only === undefined || rule === PLACES || at.split(', ').some((place) => place.startsWith(only)),
  );
  if (only === undefined && hasPlaces) {
    for (const table of tables(pack)) printTable(table, print);
    printNames(pack, options, print);
  }
  const errors = problems.filter(({ level }) => level === 'error');
  printProblems(
    'To look at again',
    problems.filter(({ level }) => level === 'warning'),
    print,
  );
  if (options.notes)
    printProblems(
      'Gaps',
      problems.filter(({ level }) => level === 'note'),
      print,
    );
  printProblems('Wrong', errors, print);
  const isFresh = only !== undefined || !hasPlaces || upToDate(writtenParts(pack), options);
  print(summary(problems, options));
  return errors.length === 0 && isFresh;
}

function upToDate(files: readonly Written[], { write, print }: CheckOptions): boolean {
  const stale = staleParts(files, (path) => readFileSync(path, 'utf8'));
  if (write) for (const { path, text } of stale) writeFileSync(path, text);
  for (const { name } of stale)
    print(write ? `${name}: brought up to date.` : `${name} is out of date: npm run packs:check -- --write`);
  return write || stale.length === 0;
}

function summary(problems: readonly Problem[], { only, notes }: CheckOptions): string {
  const count = (level: Problem['level']) => problems.filter((problem) => problem.level === level).length;
  const [wrong, warnings, gaps] = [count('error'), count('warning'), count('note')];
  const what = only === undefined ? 'The starter pack' : only;
  const state = wrong === 0 ? `${what} is sound` : `${what}: ${wrong} things are wrong`;
  return `${state}; ${warnings} to look at again; ${gaps} gaps in offices${notes || gaps === 0 ? '' : ' (--notes lists them)'}.`;
}

function printProblems(title: string, problems: readonly Problem[], print: (line: string) => void) {
  if (problems.length === 0) return;
  print(`\n${title}:`);
  for (const problem of problems) print(`  [${problem.rule}] ${inWords(problem)}`);
}

function printTable({ title, columns, rows }: Table, print: (line: string) => void) {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => String(row[index]).length)),
  );
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, index) =>
        index === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[index] ?? 0),
      )
      .join('  ');
  print(`\n${title}\n${line(columns)}`);
  for (const row of rows) print(line(row));
}

function printNames(
  { entities, generated }: CheckedPack,
  { names }: CheckOptions,
  print: (line: string) => void,
) {
  const shared = sharedNames(entities, generated);
  const listed = sharedNamesInWords(shared);
  print(
    `\nNames that several entities share: ${shared.length}, of which ${listed.length} are not of places alone:`,
  );
  for (const line of names ? listed : listed.slice(0, SOME_NAMES)) print(`  ${line}`);
  if (!names && listed.length > SOME_NAMES) print(`  … and ${listed.length - SOME_NAMES} more (--names)`);
}

function sample(
  { entities, events, sources }: Draft,
  size: number,
  seed: number,
  print: (line: string) => void,
) {
  const labels = new Map<string, string>(entities.map((entity) => [entity.id, labelOf(entity)]));
  const hand = new Set<string>([
    ...sources.entities.map(({ id }) => id),
    ...sources.leaders.flatMap(({ holders }) => holders.map(idOfHolder)),
  ]);
  const records = [...entities.filter(({ id }) => hand.has(id)), ...events];
  const drawn = draw(records, size, seed);
  print(`${drawn.length} of ${records.length} records, drawn by the seed ${seed}\n`);
  for (const record of drawn)
    print(`${readable(record, labels, placesOf(record.id, sources.origins).join(', '))}\n`);
}
