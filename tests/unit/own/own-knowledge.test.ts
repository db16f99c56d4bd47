// What the reader wrote beside what packs know: it comes first, lies over, and takes nothing away.
import { expect, test } from 'vitest';
import type { Article } from '../../../core/article/article.ts';
import { Knowledge, tell } from '../../../core/knowledge/index.ts';
import { type OwnEntry, OwnKnowledge, shelved } from '../../../core/knowledge/own/index.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';
import { annotate } from '../../../core/matching/index.ts';
import { entity, event, packOf, world } from '../small-world.ts';
import { ownEntry } from './entries.ts';

const own = (...entries: OwnEntry[]) => new OwnKnowledge(entries.map(shelved));

async function knowledgeWith(...entries: OwnEntry[]): Promise<Knowledge> {
  const pack = await packOf(world, [event('talks', '2019-12-01', ['Q796'])]);
  return new Knowledge([pack], own(...entries));
}

function articleOf(text: string): Article {
  return {
    url: 'https://a.example/',
    title: '',
    published: null,
    language: 'en',
    blocks: [{ id: 0, text }],
  } as never;
}

const shown = async (text: string, knowledge: Knowledge) =>
  (await annotate(articleOf(text), knowledge, '2020-01-01'))
    .filter((mention) => mention.shown)
    .map(({ name, entity: id }) => [name, id]);

const toldOf = async (id: string, knowledge: Knowledge) => {
  const about = [EntityId.parse(id)];
  const answer = await tell(
    { about, published: { day: '2020-01-01' }, among: [], limit: { before: 3, since: 3 } },
    knowledge,
    '2026-01-01',
  );
  return { told: answer.entities[0], before: answer.before };
};

test('a name that no pack knows is marked, by all its names, the surname once the full name was said', async () => {
  const quist = ownEntry('Zebulon Quist', { names: [{ text: 'ZQ', lang: 'en' }], surname: 'Quist' });
  const knowledge = await knowledgeWith(quist);
  expect(await shown('Then Zebulon Quist spoke. Around Quist they nodded, and ZQ left.', knowledge)).toEqual([
    ['Zebulon Quist', 'own:zebulon-quist'],
    ['Zebulon Quist', 'own:zebulon-quist'],
    ['Zebulon Quist', 'own:zebulon-quist'],
  ]);
  expect(await shown('Around Quist they nodded; zq left.', knowledge)).toEqual([]);
});

test('the reader’s own entry is believed before a pack’s of the same name, which is offered beside it', async () => {
  const knowledge = await knowledgeWith(ownEntry('Hezbollah', { kind: 'media' }));
  const [mention] = await annotate(articleOf('They read Hezbollah every day.'), knowledge, '2020-01-01');
  expect(mention?.entity).toBe('own:hezbollah');
  expect(mention?.shown).toBe(true);
  expect(mention?.alternatives.map((other) => other.entity)).toEqual(['Q41053']);
});

test('a deleted entry is not marked, told or counted', async () => {
  const knowledge = await knowledgeWith(ownEntry('Zebulon Quist', { deleted: '2026-11-22T10:00:00Z' }));
  expect(await shown('Then Zebulon Quist spoke.', knowledge)).toEqual([]);
  expect((await toldOf('own:zebulon-quist', knowledge)).told).toBeUndefined();
});

test('a card tells the reader’s line and note', async () => {
  const knowledge = await knowledgeWith(ownEntry('Zebulon Quist', { line: 'An envoy', note: 'Ask Ada.' }));
  expect((await toldOf('own:zebulon-quist', knowledge)).told).toMatchObject({
    name: 'Zebulon Quist',
    description: 'An envoy',
    note: 'Ask Ada.',
    own: true,
    packs: ['Your own knowledge'],
  });
});

test('what is added to a known name lies over it: another name and a note, and all that was known', async () => {
  const added = ownEntry('Iraq', {
    id: 'Q796',
    kind: 'country',
    names: [{ text: 'Mesopotopia', lang: 'en' }],
    note: 'See the file.',
  });
  const knowledge = await knowledgeWith(added);
  expect(await shown('Nobody in Mesopotopia spoke.', knowledge)).toEqual([['Iraq', 'Q796']]);
  const { told, before } = await toldOf('Q796', knowledge);
  expect(told).toMatchObject({
    description: 'country for tests',
    note: 'See the file.',
    packs: ['Pack test'],
  });
  expect(before.map(({ title }) => title)).toEqual(['talks']);
});

test('an addition says nothing of its own about the known name itself', async () => {
  const jordan = ownEntry('Jordan', { id: 'Q810', kind: 'country', note: 'Mine.' });
  expect(await shown('Jordan spoke.', await knowledgeWith(jordan))).toEqual([]);
});

test('an addition stays when the pack of the known one is gone', async () => {
  const added = ownEntry('Iraq', {
    id: 'Q796',
    kind: 'country',
    names: [{ text: 'Mesopotopia', lang: 'en' }],
  });
  const knowledge = new Knowledge([], own(added));
  expect(await shown('Nobody in Mesopotopia spoke.', knowledge)).toEqual([['Iraq', 'Q796']]);
});

test('an imported record is matched by its names, and the reader’s fields lie over it', async () => {
  const record = entity(
    'Q4115189',
    'person',
    ['Ada Marrow', { text: 'Marrow', type: 'surname', match: 'needs-full-name-first' }],
    {
      roles: [{ role: 'Minister', from: '2019' }],
      pack: 'own',
    },
  );
  const plain = ownEntry('Ada Marrow', { id: 'Q4115189', record });
  const knowledge = await knowledgeWith(plain);
  expect(await shown('Then Ada Marrow spoke. Marrow left.', knowledge)).toHaveLength(2);
  const changed = ownEntry('Ada B. Marrow', { id: 'Q4115189', record, line: 'My teacher', note: 'N' });
  const { told } = await toldOf('Q4115189', await knowledgeWith(changed));
  expect(told).toMatchObject({ name: 'Ada B. Marrow', description: 'My teacher', note: 'N' });
  expect(told?.rolesThen).toHaveLength(1);
  expect(await shown('Then Ada Marrow spoke.', await knowledgeWith(changed))).toEqual([
    ['Ada B. Marrow', 'Q4115189'],
  ]);
});

test('an entry that this version cannot read is left out, and all others answer', () => {
  const knowledge = new OwnKnowledge([
    { id: 'own:x', keys: ['zebulon quist'], entry: '{"id":"own:x","kind":"of-tomorrow"}' },
    { id: 'own:y', keys: ['zebulon quist'], entry: '{' },
    shelved(ownEntry('Zebulon Quist')),
  ]);
  expect(
    knowledge
      .names(['zebulon quist'])
      .get('zebulon quist')
      ?.map(({ id }) => id),
  ).toEqual(['own:zebulon-quist']);
  expect(knowledge.all()).toHaveLength(1);
});
