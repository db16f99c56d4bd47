import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { moveToBin, presenceOf, takeFromBin } from '../../../tools/sim/merge/deletion.ts';
import { fieldsOf, highlightsIn, noteOf, tagsOf } from '../../../tools/sim/merge/layout.ts';

function exchange(...documents: Y.Doc[]): void {
  for (const from of documents)
    for (const to of documents) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

function pair(): [Y.Doc, Y.Doc] {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  fieldsOf(one, 'a').set('quote', 'the passage');
  noteOf(one, 'a').insert(0, 'first');
  exchange(one, other);
  return [one, other];
}

describe('a highlight on two devices', () => {
  it('made at the same time under one id keeps fields, note and tags of both', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    fieldsOf(one, 'a').set('quote', 'q');
    fieldsOf(other, 'a').set('colour', 'green');
    noteOf(one, 'a').insert(0, 'left');
    noteOf(other, 'a').insert(0, 'right');
    tagsOf(one, 'a').set('war', true);
    tagsOf(other, 'a').set('peace', true);
    exchange(one, other);
    for (const document of [one, other]) {
      expect(fieldsOf(document, 'a').toJSON()).toEqual({ quote: 'q', colour: 'green' });
      expect(noteOf(document, 'a').toString()).toMatch(/^(leftright|rightleft)$/);
      expect([...tagsOf(document, 'a').keys()].sort()).toEqual(['peace', 'war']);
      expect(highlightsIn(document)).toEqual(['a']);
    }
  });

  it('stays in the bin when nobody wrote on', () => {
    const [one, other] = pair();
    moveToBin(one, 'a', '2026-01-01T00:00:00Z');
    exchange(one, other);
    expect(presenceOf(other, 'a')).toBe('in the bin');
    takeFromBin(other, 'a');
    exchange(one, other);
    expect(presenceOf(one, 'a')).toBe('kept');
  });

  it.each([
    ['note', (document: Y.Doc) => noteOf(document, 'a').insert(0, 'more ')],
    ['colour', (document: Y.Doc) => fieldsOf(document, 'a').set('colour', 'blue')],
    ['tag', (document: Y.Doc) => tagsOf(document, 'a').set('read', true)],
  ])('is marked in the bin when its %s was changed elsewhere meanwhile', (_what, edit) => {
    const [one, other] = pair();
    moveToBin(one, 'a', '2026-01-01T00:00:00Z');
    edit(other);
    exchange(one, other);
    for (const document of [one, other]) expect(presenceOf(document, 'a')).toBe('in the bin, changed since');
  });
});

describe('updates', () => {
  it('come to the same text in whatever order and however often they arrive, put together or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (edits, order) => {
          const author = new Y.Doc();
          const updates: Uint8Array[] = [];
          author.on('update', (update: Uint8Array) => updates.push(update));
          for (const at of edits)
            noteOf(author, 'a').insert(Math.min(at, noteOf(author, 'a').length), `${at},`);
          const shuffled = [...updates, ...updates]
            .map((update) => ({ update, place: order.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ update }) => update);
          const [single, joined] = [new Y.Doc(), new Y.Doc()];
          for (const update of shuffled) Y.applyUpdate(single, update);
          Y.applyUpdate(joined, Y.mergeUpdates(shuffled));
          expect(noteOf(single, 'a').toString()).toBe(noteOf(author, 'a').toString());
          expect(noteOf(joined, 'a').toString()).toBe(noteOf(author, 'a').toString());
        },
      ),
    );
  });
});
