// Items by their numbers, as few and as little of each as is needed. How large an item is cannot be known before:
// where several together are too much, they are asked for in halves, and one that alone is too much is left out.
import * as z from 'zod/mini';
import { type Item, itemOf } from '../sources/wikidata/item.ts';
import type { Ask } from './client.ts';
import { failed, type Outcome } from './trouble.ts';

/** Bytes of an answer; the largest items, those of great powers, are some four million in all languages. */
const LARGEST = 4_000_000;
/** Of a person or a ministry: some 200 kB each in three languages. */
export const ITEMS_AT_ONCE = 10;

/** What there is none of is answered all the same. */
const Missing = z.object({ missing: z.union([z.literal(true), z.string()]) });
const Answer = z.object({ entities: z.record(z.string(), z.unknown()) });

/** What each number stands for; a merged item comes under its former number too. */
export async function itemsOf(
  ids: readonly string[],
  languages: readonly string[],
  ask: Ask,
  signal?: AbortSignal,
): Promise<Outcome<Map<string, Item>>> {
  const params = {
    action: 'wbgetentities',
    ids: ids.join('|'),
    props: 'labels|aliases|descriptions|claims|sitelinks',
    // `mul`: the label of all languages.
    languages: [...languages, 'mul'].join('|'),
  };
  const answer = await ask(params, LARGEST, signal);
  if (!answer.ok) {
    if (answer.trouble.code !== 'too-large') return answer;
    return ids.length > 1 ? inHalves(ids, languages, ask, signal) : { ok: true, value: new Map() };
  }
  const parsed = Answer.safeParse(answer.value);
  if (!parsed.success) return failed({ code: 'unexpected' });
  const wanted = new Set(ids);
  const found = Object.entries(parsed.data.entities).flatMap(([id, value]) => {
    const item = wanted.has(id) && !Missing.safeParse(value).success ? itemOf(value) : null;
    return item ? [[id, item] as const] : [];
  });
  return { ok: true, value: new Map(found) };
}

async function inHalves(
  ids: readonly string[],
  ...rest: [languages: readonly string[], ask: Ask, signal?: AbortSignal]
): Promise<Outcome<Map<string, Item>>> {
  const middle = Math.ceil(ids.length / 2);
  const first = await itemsOf(ids.slice(0, middle), ...rest);
  if (!first.ok) return first;
  const second = await itemsOf(ids.slice(middle), ...rest);
  return second.ok ? { ok: true, value: new Map([...first.value, ...second.value]) } : second;
}
