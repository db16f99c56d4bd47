// Sources' records → what a pack is made of. Each record is checked here as if an enemy had written it, since
// importers are many and the schemas are one; entities that a file tells of twice become one; events wait until
// all entities are known, and are then tied to these and to the installed packs.
import { Entity } from '../entity.ts';
import { Event } from '../event.ts';
import type { EntityId, EventId } from '../terms.ts';
import { adoptedIds, renamed, withRenamedHints } from './collect/adopt.ts';
import { merged, withFurther } from './collect/merge.ts';
import { withOwn } from './collect/own-names.ts';
import { type Report, Tally } from './collect/tally.ts';
import { SourceError } from './open.ts';
import type { EventDraft, Found, FurtherNames, Line, ReadOptions, Source } from './source.ts';
import { countriesOf, type LookUp, tieAll } from './tie.ts';

export type { Report } from './collect/tally.ts';

/**
 * A pack is sorted before it is written, so that its records are in memory together: about 5 kB each (measured
 * with ICEWS: 60,000 events in a heap of 300 MB), and a browser gives a worker up to 4 GB. UCDP's whole GED
 * (some 390,000 events) still fits. Larger packs are built in parts.
 */
const MOST_RECORDS = 400_000;
/** Lines between two breaths, in which an abort, a message or a paint gets its turn. */
const BREATH = 2_000;
const BATCH = 500;

export interface Progress {
  readonly phase: 'reading' | 'tying';
  /** Which of the files, counted from 0. */
  readonly file: number;
  readonly lines: number;
  readonly entities: number;
  readonly events: number;
  readonly rejected: number;
}

interface Surroundings {
  /** The installed packs; without them, names stay names. */
  readonly knowledge: LookUp | null;
  readonly onProgress?: (progress: Progress) => void;
  /** Records that may be held at once. */
  readonly mostRecords?: number;
}

/** One file of an import. */
export interface Part {
  readonly source: Pick<Source, 'read'>;
  readonly lines: AsyncIterable<Line>;
}

export interface Collected {
  readonly entities: Entity[];
  readonly events: Event[];
  readonly report: Report;
}

/** One file. Throws SourceError where it cannot be imported as a whole, and the signal's reason. */
export function collect(
  source: Pick<Source, 'read'>,
  lines: AsyncIterable<Line>,
  options: ReadOptions,
  surroundings: Surroundings,
): Promise<Collected> {
  return collectAll([{ source, lines }], options, surroundings);
}

/** Several files as one, in their order: GeoNames' places, then their names. Throws as `collect` does. */
export async function collectAll(
  parts: Iterable<Part>,
  options: ReadOptions,
  surroundings: Surroundings,
): Promise<Collected> {
  const { knowledge } = surroundings;
  const collection = new Collection(options, surroundings);
  const reading = knowledge ? { ...options, countries: await countriesByIso2(knowledge, options) } : options;
  for (const part of parts) await collection.read(part, reading);
  return collection.tied();
}

async function countriesByIso2(
  knowledge: LookUp,
  { countries }: ReadOptions,
): Promise<NonNullable<ReadOptions['countries']>> {
  return countries ?? new Map([...(await countriesOf(knowledge))].filter(([code]) => code.length === 2));
}

interface Waiting {
  readonly file: number;
  readonly line: number;
  readonly draft: EventDraft;
}

class Collection {
  readonly #options: ReadOptions;
  readonly #around: Surroundings;
  readonly #tally = new Tally();
  readonly #entities = new Map<EntityId, Entity>();
  readonly #drafts = new Map<EventId, Waiting>();
  readonly #events: Event[] = [];
  #file = -1;
  #line = 0;
  /** Of the files before. */
  #lines = 0;

  constructor(options: ReadOptions, around: Surroundings) {
    this.#options = options;
    this.#around = around;
  }

  async read({ source, lines }: Part, options: ReadOptions): Promise<void> {
    this.#file++;
    this.#lines += this.#line;
    this.#line = 0;
    for await (const found of source.read(this.#watched(lines), options)) {
      this.#add(found);
      this.#checkSize();
    }
  }

  /** The records, the events tied to entities. */
  async tied(): Promise<Collected> {
    const { knowledge } = this.#around;
    if (knowledge) await this.#adopt(knowledge);
    const isOwn = this.#entities.size > 0 && this.#drafts.size > 0;
    const lookUp = isOwn ? withOwn(this.#entities, knowledge) : knowledge;
    const waiting = [...this.#drafts.values()];
    for (let from = 0; from < waiting.length; from += BATCH) {
      await this.#breathe('tying');
      await this.#tie(waiting.slice(from, from + BATCH), lookUp);
    }
    await this.#breathe('tying');
    return {
      entities: [...this.#entities.values()],
      events: this.#events,
      report: this.#tally.report(this.#entities.size, this.#events.length, this.#lines + this.#line),
    };
  }

  /** What an installed pack has already is the same thing here. */
  async #adopt(knowledge: LookUp): Promise<void> {
    const own = [...this.#entities.values()];
    const adopted = await adoptedIds(own, knowledge);
    if (adopted.size === 0) return;
    this.#entities.clear();
    for (const entity of own) this.#addEntity(renamed(entity, adopted));
    for (const [id, waiting] of this.#drafts)
      this.#drafts.set(id, { ...waiting, draft: withRenamedHints(waiting.draft, adopted) });
  }

  async *#watched(lines: AsyncIterable<Line>): AsyncGenerator<Line, void> {
    for await (const line of lines) {
      this.#line = line.number;
      yield line;
      if (line.number % BREATH === 0) await this.#breathe('reading');
    }
  }

  async #breathe(phase: Progress['phase']): Promise<void> {
    this.#around.onProgress?.({
      phase,
      file: Math.max(this.#file, 0),
      lines: this.#lines + this.#line,
      entities: this.#entities.size,
      events: phase === 'reading' ? this.#drafts.size : this.#events.length,
      rejected: this.#tally.rejected,
    });
    await new Promise((resolve) => setTimeout(resolve));
    this.#options.signal?.throwIfAborted();
  }

  #add(found: Found): void {
    if (found.kind === 'rejected')
      this.#tally.reject({ file: this.#file, line: found.line, reason: found.reason });
    else if (found.kind === 'skipped') this.#tally.skip(found.reason);
    else if (found.kind === 'entity') this.#addEntity(found.entity);
    else if (found.kind === 'names') this.#addNames(found.further);
    else if (this.#drafts.has(found.event.id)) this.#tally.skip('the same event again');
    else this.#drafts.set(found.event.id, { file: this.#file, line: this.#line, draft: found.event });
  }

  #addEntity(entity: Entity): void {
    const before = this.#entities.get(entity.id);
    this.#replace(before ? merged(before, entity) : entity);
  }

  #addNames(further: FurtherNames): void {
    const entity = this.#entities.get(further.id);
    if (entity) this.#replace(withFurther(entity, further));
    else this.#tally.skip('names of a place that was not taken');
  }

  #replace(entity: Entity): void {
    const parsed = Entity.safeParse(entity);
    if (parsed.success) this.#entities.set(parsed.data.id, parsed.data);
    else this.#tally.reject({ file: this.#file, line: this.#line, reason: problemOf(parsed.error) });
  }

  #checkSize(): void {
    const most = this.#around.mostRecords ?? MOST_RECORDS;
    if (this.#entities.size + this.#drafts.size > most)
      throw new SourceError(
        'too-long',
        `There are more than ${most.toLocaleString('en')} records, which is more than one pack can be built from. Split the file, or leave out what you do not need.`,
      );
  }

  async #tie(waiting: readonly Waiting[], knowledge: LookUp | null): Promise<void> {
    const drafts = waiting.map(({ draft }) => draft);
    const events = await tieAll(drafts, this.#options.pack, knowledge);
    for (const [index, { file, line }] of waiting.entries()) {
      const parsed = Event.safeParse(events[index]);
      if (parsed.success) this.#events.push(parsed.data);
      else this.#tally.reject({ file, line, reason: problemOf(parsed.error) });
    }
  }
}

interface Problem {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/** The first thing that is wrong with a record. */
function problemOf({ issues: [issue] }: Problem): string {
  return `“${issue?.path.map(String).join('.') ?? ''}” is not as it must be: ${issue?.message ?? ''}`;
}
