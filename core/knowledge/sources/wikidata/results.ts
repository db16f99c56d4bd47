// Results of the query service: a table in which an item has as many rows as it has terms, aliases, classes. Rows of
// an item are gathered, wherever they stand, and told as one record at the end, or earlier when there are too many.
import { EntityKind } from '../../terms.ts';
import type { Found, ReadOptions } from '../source.ts';
import { kindOfClasses } from './classes.ts';
import { cell, langOf, qidIn, type Row, spanIn, wordsIn } from './columns.ts';
import { isEventClass } from './events.ts';
import type { Gathered } from './gathered.ts';
import { resultAsEntity } from './result-entity.ts';
import { resultAsEvent } from './result-event.ts';
import { NO_DATES, NO_WORDS, roleOf } from './roles.ts';
import { oneLine } from './text.ts';

/** Some 2 kB each: the service's longest answers stay below it. */
const MOST_ITEMS = 50_000;
const MOST_ROWS_OF_AN_ITEM = 200;
const MOST_ALIASES = 100;

export class Results {
  readonly #options: ReadOptions;
  readonly #gathered = new Map<string, Gathered>();
  readonly #told = new Set<string>();

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  *add(row: Row, line: number): Generator<Found, void> {
    const id = qidIn(row, 'item');
    if (id === undefined) {
      yield { kind: 'rejected', line, reason: 'its column “item” is no item of Wikidata' };
      return;
    }
    if (this.#told.has(id)) {
      yield {
        kind: 'rejected',
        line,
        reason: `${id}: its rows lie too far apart; let the query ORDER BY ?item`,
      };
      return;
    }
    const known = this.#gathered.get(id);
    const label = wordsIn(row, 'itemLabel');
    if (!known && label === undefined) {
      yield { kind: 'skipped', reason: 'without a name in the languages asked for' };
      return;
    }
    const item = known ?? this.#begin(id, line, row, label ?? id);
    yield* gather(item, row);
    if (this.#gathered.size <= MOST_ITEMS) return;
    const [oldest] = this.#gathered.values();
    if (oldest) yield* this.#tell(oldest);
  }

  /** What is left when the file has ended. */
  *rest(): Generator<Found, void> {
    for (const item of [...this.#gathered.values()]) yield* this.#tell(item);
  }

  #begin(id: string, line: number, row: Row, label: string): Gathered {
    const lang = langOf(row, 'itemLabel', this.#options.languages[0] ?? 'en');
    const sets = { kinds: new Set<string>(), classes: new Set<string>(), aliases: new Set<string>() };
    const item: Gathered = { id, line, row, label, lang, ...sets, roles: new Map(), rows: [] };
    this.#gathered.set(id, item);
    return item;
  }

  *#tell(item: Gathered): Generator<Found, void> {
    this.#gathered.delete(item.id);
    this.#told.add(item.id);
    const isEvent =
      item.kinds.has('event') || (item.kinds.size === 0 && [...item.classes].some(isEventClass));
    yield isEvent
      ? resultAsEvent(item, this.#options.pack)
      : resultAsEntity(item, kindOf(item), this.#options.pack);
  }
}

function* gather(item: Gathered, row: Row): Generator<Found, void> {
  const kind = cell(row, 'kind');
  if (kind !== undefined) item.kinds.add(kind);
  const of = qidIn(row, 'class');
  if (of !== undefined) item.classes.add(of);
  // Aliases come in one cell, with commas between them; one that has a comma itself falls apart.
  for (const alias of (cell(row, 'itemAltLabel') ?? '').split(/,\s+/))
    if (item.aliases.size < MOST_ALIASES && alias.trim() !== '') item.aliases.add(alias.trim());
  if (item.rows.length < MOST_ROWS_OF_AN_ITEM) item.rows.push(row);
  if (qidIn(row, 'position') !== undefined || cell(row, 'positionLabel') !== undefined)
    yield* addRole(item, row);
}

function* addRole(item: Gathered, row: Row): Generator<Found, void> {
  const words = wordsIn(row, 'positionLabel');
  const role = words === undefined ? undefined : roleOf(oneLine(words), spanIn(row));
  if (role) item.roles.set(JSON.stringify(role), role);
  else yield { kind: 'skipped', reason: words === undefined ? NO_WORDS : NO_DATES };
}

/**
 * What the query says itself (`?kind`), then the class, then what only people have. Somebody asked for exactly these
 * items, so that those of no known kind are taken as well, as things.
 */
function kindOf({ kinds, classes, roles, row }: Gathered): EntityKind {
  const stated = EntityKind.options.find((kind) => kinds.has(kind));
  const person = roles.size > 0 || cell(row, 'birth') !== undefined || cell(row, 'position') !== undefined;
  return stated ?? kindOfClasses([...classes]) ?? (person ? 'person' : 'thing');
}
