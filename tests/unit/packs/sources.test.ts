import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inWords } from '../../../packs/build/problem.ts';
import { yamlFiles } from '../../../packs/build/sources/files.ts';
import { readSources } from '../../../packs/build/sources/read.ts';
import { draftOf } from '../../../packs/build/starter.ts';
import { IRAQ } from './made-up.ts';

const draft = (files: Record<string, string>) => draftOf(readSources(new Map(Object.entries(files))), [IRAQ]);
const problems = (files: Record<string, string>) => draft(files).problems.map(inWords);

const GROUP = `
entities:
  - { id: starter:a, kind: armed_group, label: A, description: b }
`;

test('files are found in folders of folders, and only those that are YAML', () => {
  const root = mkdtempSync(join(tmpdir(), 'starter-'));
  try {
    mkdirSync(join(root, 'mena', 'iraq'), { recursive: true });
    for (const path of ['world.yaml', 'mena/people.yaml', 'mena/iraq/events.yaml', 'mena/notes.md'])
      writeFileSync(join(root, path), path);
    expect([...yamlFiles(pathToFileURL(`${root}/`))]).toEqual([
      ['mena/iraq/events.yaml', 'mena/iraq/events.yaml'],
      ['mena/people.yaml', 'mena/people.yaml'],
      ['world.yaml', 'world.yaml'],
    ]);
  } finally {
    rmSync(root, { recursive: true });
  }
});

describe('a mistake in a file', () => {
  test('costs its record and is told with file, line and name; the others are built', () => {
    const { entities, problems: told } = draft({
      'mena/people.yaml': `
entities:
  - { id: starter:a, kind: person, labl: A }
  - { id: starter:b, kind: person, label: B, description: c }`,
      'asia/people.yaml': GROUP.replace('starter:a', 'starter:c'),
    });
    expect(told.map(inWords)).toEqual([
      'mena/people.yaml:3: starter:a: labl: there is no such field here; did you mean “label”?',
    ]);
    expect(entities.map(({ id }) => id)).toEqual(['Q796', 'starter:b', 'starter:c']);
  });

  test('that makes it no YAML costs the file', () => {
    const { entities, problems: told } = draft({ 'a.yaml': 'entities: [', 'b.yaml': GROUP });
    expect(told.map(inWords)).toEqual([expect.stringMatching(/^a\.yaml: The file is no YAML/)]);
    expect(entities).toHaveLength(2);
  });

  test.each([
    ['a section that there is not', 'enities: []', /a\.yaml:1: there is no section “enities”/],
    ['a section that is no list', 'events: { id: x }', /a\.yaml:1: “events:” is a list/],
    [
      'a table without holders',
      'leaders: [{ country: Q796, role: King, office: both }]',
      /Q796, King: holders/,
    ],
    [
      'a source that nobody listed',
      `${GROUP.slice(0, -3)}, background: { text: c, asOf: 2019, sources: [nowhere] } }`,
      /starter:a: no source is called "nowhere"/,
    ],
  ])('is told: %s', (_, text, words) => {
    expect(problems({ 'a.yaml': text })).toEqual([expect.stringMatching(words)]);
  });

  test('is none where nothing is written yet', () => {
    expect(problems({ 'a.yaml': '# people of the south\n' })).toEqual([]);
  });
});

describe('two files', () => {
  test('may not give one key to two sources', () => {
    const file = 'sources: { gazette: { publisher: The Gazette } }';
    expect(problems({ 'a.yaml': file, 'b.yaml': file })).toEqual([
      'b.yaml:1: gazette: another source of this name stands at a.yaml:1',
    ]);
  });

  test('may not both write a record', () => {
    expect(problems({ 'a.yaml': GROUP, 'b/c.yaml': GROUP })).toEqual([
      'starter:a: two records, and both say its kind (a.yaml:3 and b/c.yaml:3)',
    ]);
  });

  test('may tell different things of one, but not both describe it', () => {
    const [names, description] = ['names: [The A]', 'description: other'];
    const over = (field: string) => `entities: [{ id: starter:a, ${field} }]`;
    expect(problems({ 'a.yaml': over(names), 'b.yaml': GROUP })).toEqual([]);
    expect(problems({ 'a.yaml': over(description), 'b.yaml': GROUP })).toEqual([
      expect.stringMatching(/both say its description/),
    ]);
  });

  test('may not tell of one event', () => {
    const file = `
events:
  - { id: 2020-a, title: T, type: OTHER, date: 2020, weight: 0.5, places: [Q796], actors: {}, summary: s, sources: [{ publisher: P }] }`;
    expect(problems({ 'a.yaml': file, 'b.yaml': file })).toEqual([
      expect.stringMatching(/starter:2020-a: there twice \(a\.yaml:3 and b\.yaml:3\)/),
    ]);
  });
});
