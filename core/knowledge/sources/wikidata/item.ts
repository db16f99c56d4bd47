// An item of Wikidata as its JSON says it, parsed where it comes in, and the ways to ask it: ranks and the two
// kinds of “no value” are honoured here, once, so that nothing else can forget them.
import * as z from 'zod/mini';

const Term = z.object({ language: z.string(), value: z.string() });
/** Wikidata writes an empty map as `[]`; whatever is no map counts as empty. */
const Terms = z.catch(z.record(z.string(), Term), {});

const Item = z.object({
  id: z.string().check(z.regex(/^Q[1-9]\d{0,11}$/)),
  labels: Terms,
  descriptions: Terms,
  aliases: z.catch(z.record(z.string(), z.array(Term)), {}),
  claims: z.catch(z.record(z.string(), z.array(z.unknown())), {}),
  sitelinks: z.catch(z.record(z.string(), z.unknown()), {}),
});
export type Item = z.infer<typeof Item>;

const Snak = z.object({
  snaktype: z.enum(['value', 'somevalue', 'novalue']),
  datavalue: z.optional(z.object({ value: z.unknown() })),
});
export type Snak = z.infer<typeof Snak>;

const Statement = z.object({
  mainsnak: Snak,
  rank: z.enum(['preferred', 'normal', 'deprecated']),
  qualifiers: z.catch(z.optional(z.record(z.string(), z.array(Snak))), undefined),
});
export type Statement = z.infer<typeof Statement>;

const ItemValue = z.object({ id: z.string().check(z.regex(/^Q[1-9]\d{0,11}$/)) });
/** Dumps before 2017 give the number alone. */
const NumberedItem = z.object({ 'entity-type': z.literal('item'), 'numeric-id': z.int().check(z.gte(1)) });
const Monolingual = z.object({ text: z.string(), language: z.string() });
const Coordinate = z.object({ latitude: z.number(), longitude: z.number(), globe: z.string() });
const Quantity = z.object({ amount: z.string() });

/** The item, or `null` when the value is none (a property, a lexeme, something else). */
export function itemOf(value: unknown): Item | null {
  const result = z.safeParse(Item, value);
  return result.success ? result.data : null;
}

/** Statements that are not deprecated, in the order of the file. */
export function statements({ claims }: Pick<Item, 'claims'>, property: string): Statement[] {
  return (claims[property] ?? []).flatMap((claim) => {
    const result = z.safeParse(Statement, claim);
    return result.success && result.data.rank !== 'deprecated' ? [result.data] : [];
  });
}

/** The preferred statements if there are any, else the normal ones. */
export function bestStatements(item: Pick<Item, 'claims'>, property: string): readonly Statement[] {
  return preferredOf(statements(item, property));
}

export function preferredOf(all: readonly Statement[]): readonly Statement[] {
  const preferred = all.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 ? preferred : all;
}

export function hasClaim(item: Pick<Item, 'claims'>, property: string): boolean {
  return statements(item, property).some(({ mainsnak }) => mainsnak.snaktype !== 'novalue');
}

export function qualifier(statement: Statement, property: string): Snak | undefined {
  return statement.qualifiers?.[property]?.[0];
}

function valueIn(snak: Snak | undefined): unknown {
  return snak?.snaktype === 'value' ? snak.datavalue?.value : undefined;
}

export function itemIdIn(snak: Snak | undefined): string | undefined {
  const value = valueIn(snak);
  const named = z.safeParse(ItemValue, value);
  if (named.success) return named.data.id;
  const numbered = z.safeParse(NumberedItem, value);
  return numbered.success ? `Q${numbered.data['numeric-id']}` : undefined;
}

export function stringIn(snak: Snak | undefined): string | undefined {
  const value = valueIn(snak);
  return typeof value === 'string' ? value : undefined;
}

export function textIn(snak: Snak | undefined): { text: string; language: string } | undefined {
  const result = z.safeParse(Monolingual, valueIn(snak));
  return result.success ? result.data : undefined;
}

export function timeIn(snak: Snak | undefined): unknown {
  return valueIn(snak);
}

export function amountIn(snak: Snak | undefined): number | undefined {
  const result = z.safeParse(Quantity, valueIn(snak));
  const amount = result.success ? Number(result.data.amount) : Number.NaN;
  return Number.isFinite(amount) ? amount : undefined;
}

/** On Earth alone: a crater of the Moon has coordinates too. */
export function placeIn(snak: Snak | undefined): { lat: number; lon: number } | undefined {
  const result = z.safeParse(Coordinate, valueIn(snak));
  if (!result.success || !/\/Q2$/.test(result.data.globe)) return undefined;
  const { latitude: lat, longitude: lon } = result.data;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}
