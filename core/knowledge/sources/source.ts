// What every importer of a public data set is: it knows its format when it sees it, streams, and gives records
// or says which rows it refused and why. It knows nothing of the packs that are installed: an event's people
// and places leave it as hints, and `tie.ts` finds whom they mean.
import type { Entity, Name } from '../entity.ts';
import type { Event } from '../event.ts';
import type { ActorRole, EntityId } from '../terms.ts';

/** The first bytes of a file, inflated and decoded: 64 kB of text at most. */
export interface Sample {
  readonly text: string;
  /** The file's name as the reader gave it; a hint, never proof. */
  readonly fileName: string;
}

/** Somebody in an event, as a source names them. */
export interface ActorHint {
  readonly name: string;
  readonly role: ActorRole;
  /** ISO 3166-1 alpha-3, where the source gives the actor's country. */
  readonly country?: string;
  /** The actor is that country's government or army itself. */
  readonly isState?: boolean;
  readonly wikidata?: string;
  /** The very entity, where its author named it by id (own knowledge): nothing is left to find out. */
  readonly id?: EntityId;
}

/** Where an event happened, as a source says it. */
export interface PlaceHint {
  readonly name?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly geonames?: string;
  readonly wikidata?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** As in `ActorHint`. */
  readonly id?: EntityId;
}

/** An event before its people and places are known. `pack` and the ids of entities come later. */
export interface EventDraft extends Omit<Event, 'actors' | 'places' | 'pack'> {
  readonly actors: readonly ActorHint[];
  readonly places: readonly PlaceHint[];
}

/** Further names of an entity that another file of the same import holds (GeoNames' alternateNamesV2). */
export interface FurtherNames {
  readonly id: EntityId;
  readonly names: readonly Name[];
  readonly ids?: NonNullable<Entity['ids']>;
}

export type Found =
  | { readonly kind: 'entity'; readonly entity: Entity }
  /** United with the entity of that id; dropped and counted where no file read before has it. */
  | { readonly kind: 'names'; readonly further: FurtherNames }
  | { readonly kind: 'event'; readonly event: EventDraft }
  /** `line`: 1-based line of the inflated file, where the row begins. Importing goes on. */
  | { readonly kind: 'rejected'; readonly line: number; readonly reason: string }
  /** Rows that are rightly left out (a disambiguation page, a retracted event), counted by their reason. */
  | { readonly kind: 'skipped'; readonly reason: string };

export interface ReadOptions {
  /** The pack that the records will belong to. */
  readonly pack: string;
  /** BCP 47 tags of the names to keep, first the most wanted; `en` if none. */
  readonly languages: readonly string[];
  /** Countries by ISO 3166-1 alpha-2, from the packs that are installed; what is not there is not referred to. */
  readonly countries?: ReadonlyMap<string, { readonly id: EntityId; readonly name: string }>;
  readonly signal?: AbortSignal;
}

export interface Source {
  /** `wikidata`, `geonames`, …: also its name on the command line. */
  readonly id: string;
  readonly title: string;
  readonly licence: string;
  /** What has to be said wherever its data are shown. */
  readonly attribution: string;
  /** Where it comes from; none where somebody wrote it themselves. */
  readonly url?: string;
  /**
   * What the sample is, in words for the reader (“UCDP GED, 49 columns, no header”), `null` when it is not
   * this source's, or `refused`: this source's, but in a form that must not be imported, and why.
   */
  detect(sample: Sample): { readonly what: string } | { readonly refused: string } | null;
  /** Records in the order of the file. Throws only when the file as a whole cannot be read. */
  read(lines: AsyncIterable<Line>, options: ReadOptions): AsyncGenerator<Found, void>;
}

/** A line of the inflated, decoded file, without its line break. */
export interface Line {
  readonly number: number;
  readonly text: string;
}
