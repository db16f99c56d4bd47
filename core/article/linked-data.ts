// What a page says of itself in JSON-LD. It is written by the page: of any size, of any shape, often broken.
// So: bounded, never trusted to be what it should, and where it cannot be parsed, searched for the little
// that is needed. No schema library here, since this runs on every page.

/** One thing that the page is about, at the top level of a script, of an `@graph`, or a page's `mainEntity`. */
export interface LinkedThing {
  readonly types: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
}

const SCRIPTS = 30;
const THINGS = 200;
/** Characters. The longest on a real article page seen is 60,000. */
const LONGEST = 500_000;
/** How far into an unreadable script its first type is looked for. */
const SEARCHED = 20_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The last part of a type's name: `http://schema.org/NewsArticle`, `schema:NewsArticle` are both NewsArticle. */
export function typeNames(types: unknown): string[] {
  const list: unknown[] = Array.isArray(types) ? types.slice(0, 10) : [types];
  return list.flatMap((type) =>
    typeof type === 'string' ? [type.slice(0, 200).split(/[/:#]/).at(-1) ?? ''] : [],
  );
}

function parse(text: string): unknown {
  // Comment and CDATA marks around it, and raw line feeds in strings, are the most frequent faults.
  const bare = text.replace(/<!\[CDATA\[|\]\]>|<!--|-->/g, '').replace(/\s+/g, ' ');
  try {
    return JSON.parse(
      bare.slice(bare.search(/[[{]/), Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']')) + 1),
    );
  } catch {
    return search(bare.slice(0, SEARCHED));
  }
}

/** The first type, date and headline of a script that is no JSON. */
function search(text: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const key of ['@type', 'datePublished', 'dateModified', 'headline']) {
    const value = new RegExp(`"${key}"\\s*:\\s*\\[?\\s*"([^"\\\\]{1,300})"`).exec(text)?.[1];
    if (value !== undefined) found[key] = value;
  }
  return found;
}

/** The things that JSON-LD scripts describe, in their order. */
export function linkedThings(scripts: readonly Element[]): LinkedThing[] {
  const things: LinkedThing[] = [];
  const add = (value: unknown, depth: number): void => {
    if (things.length >= THINGS || depth > 4) return;
    if (Array.isArray(value)) for (const item of value.slice(0, THINGS)) add(item, depth + 1);
    if (!isRecord(value)) return;
    const types = typeNames(value['@type']);
    if (types.length > 0) things.push({ types, value });
    add(value['@graph'], depth + 1);
    add(value['mainEntity'], depth + 1);
  };
  for (const script of scripts.slice(0, SCRIPTS)) {
    const text = script.textContent ?? '';
    add(text.length > LONGEST ? search(text.slice(0, SEARCHED)) : parse(text), 0);
  }
  return things;
}
