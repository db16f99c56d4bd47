// Own entries for tests: one from what matters to a test, and any that a form could make.
import fc from 'fast-check';
import { OwnEntry } from '../../../core/knowledge/own/index.ts';
import { EntityKind } from '../../../core/knowledge/terms.ts';

export function ownEntry(name: string, rest: Record<string, unknown> = {}): OwnEntry {
  return OwnEntry.parse({
    id: `own:${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    kind: 'person',
    name,
    names: [],
    surname: '',
    line: '',
    note: '',
    geo: null,
    changed: '2026-11-22T10:00:00.000Z',
    deleted: null,
    record: null,
    ...rest,
  });
}

/** One line without spaces at its ends, of any letters: as the form leaves a text. */
const words = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength })
    .map((text) => text.replaceAll(/[\s|\p{Cc}]+/gu, ' ').trim())
    .filter((text) => text !== '' && text.length <= 200);

const degrees = (most: number) =>
  fc.integer({ min: -most * 1000, max: most * 1000 }).map((n) => n / 1000 || 0);

export const anyEntry: fc.Arbitrary<OwnEntry> = fc
  .record({
    number: fc.nat(1_000_000),
    kind: fc.constantFrom(...EntityKind.options),
    name: words(40),
    names: fc.uniqueArray(fc.record({ text: words(30), lang: fc.constantFrom('en', 'ar', 'zh-Hant') }), {
      maxLength: 5,
      selector: ({ text }) => text,
    }),
    surname: fc.oneof(fc.constant(''), words(20)),
    line: fc.oneof(fc.constant(''), words(40)),
    note: fc.string({ unit: 'binary', maxLength: 300 }).map((note) => note.trim()),
    geo: fc.option(fc.record({ lat: degrees(90), lon: degrees(180) })),
  })
  .map(({ number, ...fields }) =>
    OwnEntry.parse({
      ...fields,
      id: `own:entry-${number}`,
      changed: '2026-11-22T10:00:00.000Z',
      deleted: null,
      record: null,
    }),
  );
