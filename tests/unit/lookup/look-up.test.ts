import { describe, expect, test } from 'vitest';
import { Entity, labelOf } from '../../../core/knowledge/entity.ts';
import { candidatesFor, type Progress, takeOver } from '../../../core/knowledge/lookup/index.ts';
import type { EntityId } from '../../../core/knowledge/terms.ts';
import { hasShared, shared } from '../../shared.ts';
import { item, someValue, text, time, to } from '../sources/wikidata-rows.ts';
import { answerFrom, found, json, type Reply, Wikidata } from './wikidata-server.ts';

const search = (...candidates: object[]) =>
  json({ searchinfo: { search: 'x' }, search: candidates, success: 1 });
const since = (id: string, from: string) => ({ snak: to(id), qualifiers: { P580: time(from, 11) } });

const HUMAN = { P31: [to('Q5')] };
const quist = item('Q900001', {
  label: 'Zebulon Quist',
  labels: { en: 'Zebulon Quist', de: 'Zebulon Quist' },
  aliases: { en: ['Zeb Quist'] },
  description: 'politician from Exampleland',
  claims: {
    ...HUMAN,
    P27: [to('Q900010')],
    P102: [to('Q900011'), to('Q900012')],
    P39: [since('Q900020', '+2018-03-01T00:00:00Z'), since('Q900021', '+2012-01-01T00:00:00Z')],
    P569: [time('+1961-05-04T00:00:00Z', 11)],
  },
});
const world = new Map<string, object>([
  ['Q900001', quist],
  ['Q900010', item('Q900010', { label: 'Exampleland', claims: { P31: [to('Q6256')] } })],
  ['Q900011', item('Q900011', { label: 'Canal Party', claims: { P31: [to('Q7278')] } })],
  [
    'Q900020',
    item('Q900020', {
      label: 'Minister of Canals',
      claims: { P31: [to('Q294414')], P2389: [to('Q900030')] },
    }),
  ],
  ['Q900021', item('Q900021', { label: 'harbour master', claims: { P31: [to('Q4164871')] } })],
  ['Q900030', item('Q900030', { label: 'Ministry of Canals', claims: { P31: [to('Q192350')] } })],
  ['Q900040', item('Q900040', { label: 'Quist', claims: { P31: [to('Q4167410')] } })],
]);

async function taking(
  id: string,
  { reply, known = [] }: { reply?: (address: URL) => Reply; known?: string[] } = {},
) {
  const wikidata = new Wikidata(reply ?? ((address) => answerFrom(world, address)));
  const progress: Progress[] = [];
  const outcome = await takeOver(id, {
    ask: wikidata.client(),
    languages: ['en'],
    today: '2026-11-22',
    known: async (ids: readonly EntityId[]) => new Set(ids.filter((one) => known.includes(one))),
    onProgress: (step) => progress.push(step),
  });
  return { wikidata, progress, outcome };
}

describe('candidates', () => {
  test('come with what they say of themselves; those that are nobody are left out', async () => {
    const wikidata = new Wikidata(() =>
      search(
        found('Q1', 'Quist', 'politician from Exampleland'),
        found('Q2', 'Quist', 'Wikimedia disambiguation page'),
        found('Q3', 'On Quist', 'scientific article published in 2014'),
        found('Q4', 'Quist', 'family name'),
        found('Q5', 'Quist', 'Wikimedia-Begriffsklärungsseite'),
        found('Q6', 'Quist'),
        found('Q1', 'Quist', 'politician from Exampleland'),
      ),
    );
    const outcome = await candidatesFor(' Quist\n', ['en', 'de'], wikidata.client());
    expect(outcome).toEqual({
      ok: true,
      value: [
        { id: 'Q1', label: 'Quist', description: 'politician from Exampleland' },
        { id: 'Q6', label: 'Quist', description: '' },
      ],
    });
    expect(Object.fromEntries(wikidata.asked[0]?.address.searchParams ?? [])).toMatchObject({
      search: 'Quist',
      language: 'de',
      uselang: 'de',
      limit: '7',
    });
  });

  test('who only has to do with articles and names stays', async () => {
    const described = ['Norwegian newspaper', 'author of an article of faith', 'Given politician'];
    const wikidata = new Wikidata(() =>
      search(...described.map((words, n) => found(`Q${n + 1}`, 'x', words))),
    );
    expect(await candidatesFor('x', ['en'], wikidata.client())).toMatchObject({
      value: [{ id: 'Q1' }, { id: 'Q2' }, { id: 'Q3' }],
    });
  });

  test('an answer of another shape is said to be one', async () => {
    const wikidata = new Wikidata(() => json({ batchcomplete: true }));
    expect(await candidatesFor('x', ['en'], wikidata.client())).toMatchObject({
      trouble: { code: 'unexpected' },
    });
  });

  test('long and odd texts are cut to a line', async () => {
    const wikidata = new Wikidata(() =>
      search(found('Q1', 'x\u0000\ny'.repeat(500), 'long '.repeat(500)), { id: 'javascript:1' }),
    );
    const outcome = await candidatesFor('x', ['en'], wikidata.client());
    const [only] = outcome.ok ? outcome.value : [];
    expect(only?.label.length).toBeLessThanOrEqual(160);
    expect(only?.description.length).toBeLessThanOrEqual(160);
    expect(outcome).toMatchObject({ value: { length: 1 } });
  });
});

describe('taking over', () => {
  test('brings the item whole, its posts by name and organisation, and those it is tied to', async () => {
    const { outcome, progress, wikidata } = await taking('Q900001', { known: ['Q900010'] });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    const { entity, relatives, known } = outcome.value;
    expect(Entity.parse(entity)).toMatchObject({
      id: 'Q900001',
      kind: 'person',
      pack: 'own',
      description: 'politician from Exampleland',
      born: '1961-05-04',
      roles: [
        { role: 'Minister of Canals', from: '2018-03-01', org: 'Q900030' },
        { role: 'harbour master', from: '2012-01-01' },
      ],
      facts: [
        {
          label: 'Taken from',
          value: 'Wikidata (CC0), looked up on 22 November 2026',
          source: { publisher: 'Wikidata', url: 'https://www.wikidata.org/wiki/Q900001' },
        },
      ],
    });
    expect(relatives.map((one) => one.names[0]?.text)).toEqual(['Ministry of Canals', 'Canal Party']);
    expect(known).toBe(1);
    expect(wikidata.items).toEqual([['Q900001'], ['Q900020', 'Q900021'], ['Q900030', 'Q900011', 'Q900012']]);
    expect(progress).toEqual([
      { done: 0, of: 2 },
      { done: 1, of: 3 },
      { done: 2, of: 3 },
    ]);
  });

  test('at most 25 come with it, ten to a request, what lasts before what is over', async () => {
    const ended = (id: string) => ({ snak: to(id), qualifiers: { P582: time('+2001-01-01T00:00:00Z', 11) } });
    const past = Array.from({ length: 20 }, (_, n) => `Q8001${n + 10}`);
    const present = Array.from({ length: 20 }, (_, n) => `Q8002${n + 10}`);
    const claims = { P31: [to('Q43229')], P463: [...past.map(ended), ...present.map((id) => to(id))] };
    const items = new Map([['Q800001', item('Q800001', { label: 'Canal League', claims })]]);
    for (const id of [...past, ...present])
      items.set(id, item(id, { label: `Body ${id}`, claims: { P31: [to('Q43229')] } }));
    const { outcome, wikidata } = await taking('Q800001', { reply: (address) => answerFrom(items, address) });
    const ids = outcome.ok ? outcome.value.relatives.map(({ id }) => id) : [];
    expect(ids).toHaveLength(25);
    expect(ids.slice(0, 20)).toEqual(present);
    expect(wikidata.items.map(({ length }) => length)).toEqual([1, 10, 10, 5]);
  });

  test('items that together are too much are asked for in halves, and one that alone is too much is left out', async () => {
    const reply = (address: URL): Reply => {
      const ids = (address.searchParams.get('ids') ?? '').split('|');
      return ids.includes('Q900012') ? new Response('x'.repeat(4_000_001)) : answerFrom(world, address);
    };
    const { outcome } = await taking('Q900001', { reply });
    expect(outcome).toMatchObject({ ok: true });
    expect(outcome.ok && outcome.value.relatives.map(({ id }) => id)).toEqual([
      'Q900010',
      'Q900030',
      'Q900011',
    ]);
  });

  test.each([
    ['a page of several meanings', 'Q900040', 'a page of several meanings'],
    ['an item that is not there', 'Q999999', 'its item is not there, or is too large'],
  ])('%s is refused with the reason', async (_, id, why) => {
    expect((await taking(id)).outcome).toEqual({ ok: false, trouble: { code: 'not-usable', why } });
  });

  test('trouble in the middle takes nothing over', async () => {
    let requests = 0;
    const reply = (address: URL): Reply =>
      ++requests < 3 ? answerFrom(world, address) : new Response('', { status: 429 });
    expect((await taking('Q900001', { reply })).outcome).toMatchObject({
      ok: false,
      trouble: { code: 'rate-limited' },
    });
  });

  test('a tie to somebody unknown is no tie, and an item without any comes alone', async () => {
    const alone = item('Q900050', {
      label: 'Hermit Hill',
      claims: { P31: [to('Q8502')], P17: [someValue], P18: [text('x')] },
    });
    const { outcome, wikidata } = await taking('Q900050', {
      reply: (address) => answerFrom(new Map([['Q900050', alone]]), address),
    });
    expect(outcome).toMatchObject({ ok: true, value: { relatives: [], known: 0 } });
    expect(wikidata.asked).toHaveLength(1);
  });
});

test.skipIf(!hasShared)('a real item of Wikidata comes with its names and ties', async () => {
  const chicago: object = JSON.parse(shared('samples/wikidata/Q1297.json'));
  const { outcome, wikidata } = await taking('Q1297', {
    reply: (address) => answerFrom(new Map([['Q1297', chicago]]), address),
    known: ['Q30'],
  });
  expect(outcome).toMatchObject({
    ok: true,
    value: { entity: { id: 'Q1297', kind: 'city' }, known: 1 },
  });
  expect(outcome.ok && labelOf(outcome.value.entity)).toBe('Chicago');
  expect(wikidata.items.slice(1).flat()).not.toContain('Q30');
});
