import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entity } from '../../../core/knowledge/entity.ts';
import { toYaml } from '../../../core/knowledge/own/index.ts';
import { exported } from '../../../core/knowledge/own/to-yaml.ts';
import { ownYaml } from '../../../core/knowledge/sources/own-yaml.ts';
import type { Found } from '../../../core/knowledge/sources/source.ts';
import { entity, world } from '../small-world.ts';
import { anyEntry, ownEntry } from './entries.ts';

async function* linesOf(text: string) {
  for (const [index, line] of text.split('\n').entries()) yield { number: index + 1, text: line };
}

async function imported(yaml: string): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of ownYaml.read(linesOf(yaml), { pack: 'own', languages: ['en'] })) found.push(one);
  return found;
}

/** Names that mean the same in the same language are one. */
function asRead(written: Entity): Entity {
  const seen = new Set<string>();
  const names = written.names.filter(({ text, lang }) => {
    const key = `${text}|${lang}`;
    return !seen.has(key) && seen.add(key);
  });
  return { ...written, names };
}

test('any entries, exported and imported, are the same again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyEntry, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
      async (entries) => {
        const yaml = toYaml(entries);
        expect(ownYaml.detect({ text: yaml, fileName: 'own.yaml' })).not.toBeNull();
        const found = await imported(yaml);
        expect(found).toEqual(entries.map((one) => ({ kind: 'entity', entity: asRead(exported(one)) })));
      },
    ),
    { numRuns: 300 },
  );
});

test('records from other sources keep their roles, relations, dates and facts', async () => {
  const rich = entity('Q4115189', 'person', ['Ada Marrow', { text: 'Marrow', type: 'surname' }], {
    roles: [{ role: 'Minister: water', org: 'Q796', from: '2019-05', to: '2022' }],
    relations: [
      // In the order in which a file is read: by their types.
      { type: 'member_of', to: 'test:kataib', from: '2014', until: '2019-03' },
      { type: 'member_of', to: 'Q41053' },
      { type: 'citizen_of', to: 'Q796' },
    ],
    facts: [
      { label: 'Height', value: '1.80 m', source: { publisher: 'A paper', url: 'https://example.org/#a' } },
    ],
    background: { text: 'She wrote: "the law".', asOf: '2022-06', sources: [{ publisher: 'Example Times' }] },
    born: '1970',
    ids: { wikidata: 'Q4115189', geonames: '123' },
    pack: 'own',
  });
  const entries = [rich, ...world.slice(0, 6)].map((record) =>
    ownEntry(record.names[0]?.text ?? '', {
      id: record.id,
      kind: record.kind,
      record: { ...record, pack: 'own' },
    }),
  );
  const found = await imported(toYaml(entries));
  expect(found).toEqual(entries.map((one) => ({ kind: 'entity', entity: exported(one) })));
});

test('a note becomes the background, before what a source says', async () => {
  const record = entity('Q1', 'person', ['A B'], {
    background: { text: 'Of a source.', asOf: '2020', sources: [{ publisher: 'S' }] },
    pack: 'own',
  });
  expect(exported(ownEntry('A B', { id: 'Q1', record, note: 'Of mine.' })).background).toEqual({
    text: 'Of mine.\n\nOf a source.',
    asOf: '2026-11-22',
    sources: [{ publisher: 'Your own note' }, { publisher: 'S' }],
  });
});

test('deleted entries are not exported, and a file without entries can be read', async () => {
  const yaml = toYaml([ownEntry('Gone', { deleted: '2026-11-22T10:00:00Z' })]);
  expect(yaml).not.toContain('Gone');
  expect(await imported(yaml)).toEqual([]);
});
