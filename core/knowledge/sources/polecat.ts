// POLECAT, which took over from ICEWS in 2018: news in seven languages, coded by a machine in PLOVER itself. It has
// GeoNames' numbers for places. Some of its weekly files are malformed: the first line names columns that the rows
// do not have (`Headline`), or rows end in empty cells; where the order is the published one, it is held to.
import { defined } from './defined.ts';
import { isNobody, isStateName } from './plover/actors.ts';
import { type Cells, columnName, eventsOf, firstCells, type Outcome } from './plover/cells.ts';
import { americanDayOf } from './plover/dates.ts';
import { clean, draftOf, pointOf } from './plover/draft.ts';
import { type Country, countryOfCode, countryOfName } from './plover/fips.ts';
import { isSameState, machineSummary, repeats } from './plover/machine.ts';
import { ploverOf, sentenceOf } from './plover/terms.ts';
import { confidenceOf, weightOf } from './plover/weight.ts';
import type { ActorHint, PlaceHint, ReadOptions, Source } from './source.ts';

const COLUMNS = [
  'Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW',
  'Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name',
  'Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title',
  'Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude',
  'GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,Story People,Story Organizations',
  'Story Locations,Language,Version',
].flatMap((names) => names.split(',').map(columnName));

const isHeader = (names: readonly string[]) =>
  ['event_id', 'event_date', 'event_type', 'event_mode'].every((name) => names.includes(name));

export const polecat: Source = {
  id: 'polecat',
  title: 'POLECAT political events',
  licence: 'The terms of its page on the Harvard Dataverse, doi:10.7910/DVN/AJGVIT; name the authors',
  attribution: 'Scarborough et al., POLECAT Weekly Data, Harvard Dataverse, doi:10.7910/DVN/AJGVIT',
  url: 'https://doi.org/10.7910/DVN/AJGVIT',
  detect({ text }) {
    const cells = firstCells(text, '\t').map(columnName);
    return isHeader(cells) ? { what: `POLECAT, ${cells.length} columns` } : null;
  },
  read(lines, options) {
    const isRepeat = repeats();
    return eventsOf(
      {
        form: () => ({ delimiter: '\t', quotes: false }),
        columns: COLUMNS,
        isHeader,
        mend,
        eventOf: (cell, given) => eventOf((column) => known(cell(column)), given, isRepeat),
      },
      lines,
      options,
    );
  },
};

/** Empty cells too many are dropped; 40 cells under another heading stand in the published order. */
function mend(cells: readonly string[], columns: readonly string[]): readonly string[] | null {
  const isPadded = cells.slice(COLUMNS.length).every((cell) => cell.trim() === '');
  if (cells.length < COLUMNS.length || !isPadded) return null;
  return columns.map((name) => cells[COLUMNS.indexOf(name)] ?? '');
}

const known = (cell: string) => (/^(?:NA|None|NULL|NaN|-)$/i.test(cell) ? '' : clean(cell));
const several = (cell: string) => cell.split(/[;,|]/);

function eventOf(cell: Cells, options: ReadOptions, isRepeat: (key: readonly string[]) => boolean): Outcome {
  const id = cell('event_id');
  if (!/[A-Za-z0-9]/.test(id)) return { rejected: 'the event has no id' };
  const day = americanDayOf(cell('event_date'));
  if (!day) return { rejected: 'Event Date is not a date' };
  const type = ploverOf(cell('event_type'), several(cell('event_mode')), several(cell('contexts')));
  if (!type) return { rejected: 'Event Type is none of PLOVER’s' };

  const actor = hintOf(cell, 'actor', 'actor');
  const recipient = hintOf(cell, 'recipient', 'recipient');
  if (!actor && !recipient) return { skipped: 'nobody is named' };
  if (isSameState(actor, recipient)) return { skipped: 'a state with itself' };
  const [one, other] = [nameOf(cell, 'actor'), nameOf(cell, 'recipient')];
  if (isRepeat([type.plover, day, one, other, type.mode.join(), cell('placename'), cell('source')]))
    return { skipped: 'the same act from the same publisher' };

  const sentence = sentenceOf(type, one || undefined, other || undefined);
  const publisher = cell('source');
  return {
    event: draftOf(
      {
        key: ['polecat', `${day}-${id}`],
        edtf: day,
        title: sentence,
        type,
        weight: weightOf(type.plover),
        confidence: confidenceOf({ isLead: true, isOneSided: !actor || !recipient }),
        places: [placeOf(cell)],
        actors: [actor, recipient].filter((hint) => hint !== undefined),
        summary: machineSummary(sentence, {
          place: [cell('placename') || cell('city') || cell('province'), placeCountry(cell)?.name ?? '']
            .filter((part) => part !== '')
            .join(', '),
          edtf: day,
          basis: `from a report of ${publisher || 'an unnamed publisher'}`,
        }),
        sources: [
          ...(publisher === ''
            ? []
            : [{ publisher, ...defined({ published: americanDayOf(cell('publication_date')) }) }]),
          { publisher: 'POLECAT', title: `Event ${id}`, url: polecat.url },
        ],
        status: 'reported',
      },
      options,
    ),
  };
}

type Side = 'actor' | 'recipient';

/**
 * Wikipedia's id, where it is a title, is the surest name; then the name that the coder settled on; then the
 * report's. A number of Wikipedia's says nothing here.
 */
function nameOf(cell: Cells, side: Side): string {
  const title = cell(`wikipedia_${side}_id`)
    .replaceAll('_', ' ')
    .replace(/ \([^)]*\)$/, '');
  const isTitle = title !== '' && !/^(?:Q?\d+|https?:.*)$/.test(title);
  return isTitle ? title : cell(`${side}_name`) || cell(`${side}_name_raw`);
}

function hintOf(cell: Cells, side: Side, role: Side): ActorHint | undefined {
  const name = nameOf(cell, side);
  if (isNobody(name)) return undefined;
  const country = countryOf(cell(`${side}_country`));
  const wikidata = /^Q[1-9]\d{0,11}$/.test(cell(`wikipedia_${side}_id`))
    ? cell(`wikipedia_${side}_id`)
    : undefined;
  return {
    name,
    role,
    ...defined({ country: country?.iso3, isState: isStateName(name, country) || undefined, wikidata }),
  };
}

/** Some releases write ISO codes, some names. */
const countryOf = (cell: string): Country | undefined =>
  (/^[A-Z]{2,3}$/.test(cell) ? countryOfCode(cell) : undefined) ?? countryOfName(cell);

const placeCountry = (cell: Cells) => countryOf(cell('country'));

/** GeoNames' feature codes: PPL… are places where people live; of provinces and countries the middle says nothing. */
function placeOf(cell: Cells): PlaceHint {
  const name = cell('placename') || cell('city') || cell('district') || cell('province');
  const isPlace =
    /^(?:PPL|S\.|BLDG|AIR)/.test(cell('feature_type')) ||
    (cell('feature_type') === '' && cell('city') !== '');
  return {
    ...defined({
      country: placeCountry(cell)?.iso2,
      name: name === '' ? undefined : name,
      geonames: /^[1-9]\d{0,11}$/.test(cell('geonames_id')) ? cell('geonames_id') : undefined,
    }),
    ...(isPlace ? pointOf(cell('latitude'), cell('longitude')) : {}),
  };
}
