// ICEWS events: news of 1995 to 2023, coded by a machine in CAMEO. An Event ID is used again on other days, so the
// day is part of ours. Talks stand twice, once from either side; a leading zero of the code may be lost (`42` is
// 042, never the root 42, which there is not); `NA` is an empty cell.

import { defined } from './defined.ts';
import { isNobody, isStateName } from './plover/actors.ts';
import { ploverOfCameo } from './plover/cameo.ts';
import { type Cells, columnName, eventsOf, firstCells, type Outcome } from './plover/cells.ts';
import { americanDayOf } from './plover/dates.ts';
import { clean, countOf, draftOf, pointOf } from './plover/draft.ts';
import { type Country, countryOfName } from './plover/fips.ts';
import { isSameState, machineSummary, repeats } from './plover/machine.ts';
import { sentenceOf } from './plover/terms.ts';
import { confidenceOf, weightOf } from './plover/weight.ts';
import type { ActorHint, PlaceHint, ReadOptions, Source } from './source.ts';

const COLUMNS = [
  'Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name',
  'Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country',
  'Latitude,Longitude',
].flatMap((names) => names.split(',').map(columnName));

const isHeader = (names: readonly string[]) => names.includes('cameo_code') && names.includes('event_date');
const ROW = /^\d+\t(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4})[^\t]*\t/;

export const icews: Source = {
  id: 'icews',
  title: 'ICEWS coded event data',
  licence: 'The terms of its page on the Harvard Dataverse, doi:10.7910/DVN/28075; name the authors',
  attribution: 'Boschee et al., ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075',
  url: 'https://doi.org/10.7910/DVN/28075',
  detect({ text }) {
    const cells = firstCells(text, '\t');
    if (isHeader(cells.map(columnName))) return { what: `ICEWS events, ${cells.length} columns` };
    if (cells.length === COLUMNS.length && ROW.test(text))
      return { what: `ICEWS events, ${COLUMNS.length} columns, no header` };
    return null;
  },
  read(lines, options) {
    const isRepeat = repeats();
    return eventsOf(
      {
        form: () => ({ delimiter: '\t', quotes: false }),
        columns: COLUMNS,
        isHeader,
        eventOf: (cell, given) => eventOf((column) => known(cell(column)), given, isRepeat),
      },
      lines,
      options,
    );
  },
};

const known = (cell: string) => (/^(?:NA|NULL|NaN)$/.test(cell) ? '' : clean(cell));

/** `14` is 014 here; CAMEO's roots do not occur as codes of events. */
const codeOf = (cell: string) => (/^\d{1,2}$/.test(cell) ? cell.padStart(2, '0').padStart(3, '0') : cell);

function eventOf(cell: Cells, options: ReadOptions, isRepeat: (key: readonly string[]) => boolean): Outcome {
  const id = cell('event_id');
  if (!/^\d+$/.test(id)) return { rejected: 'Event ID is not a number' };
  const day = americanDayOf(cell('event_date'));
  if (!day) return { rejected: 'Event Date is not a date' };
  const type = ploverOfCameo(codeOf(cell('cameo_code')));
  if (!type) return { rejected: 'CAMEO Code is no code of CAMEO' };
  if (type.plover === 'OTHER') return { skipped: 'only something said (CAMEO 01)' };

  const actor = hintOf(cell, 'source', 'actor');
  const recipient = hintOf(cell, 'target', 'recipient');
  if (!actor && !recipient) return { skipped: 'nobody is named' };
  if (isSameState(actor, recipient)) return { skipped: 'a state with itself' };
  const sides = [cell('source_name'), cell('target_name')];
  const sentenceId = [cell('story_id'), cell('sentence_number')];
  if (sentenceId[0] !== '' && isRepeat([type.plover, day, ...sides, type.mode.join(), ...sentenceId]))
    return { skipped: 'the same act from the same sentence' };

  const sentence = sentenceOf(type, called(cell('source_name')), called(cell('target_name')));
  const intensity = cell('intensity');
  const publisher = cell('publisher');
  return {
    event: draftOf(
      {
        key: ['icews', `${day}-${id}`],
        edtf: day,
        title: sentence,
        type,
        weight: weightOf(type.plover),
        confidence: confidenceOf({
          isLead: (countOf(cell('sentence_number')) ?? 9) <= 2,
          // The coder of ICEWS is told apart from GDELT's by its care: it is believed as two publishers are.
          publishers: 2,
          isOneSided: !actor || !recipient,
        }),
        places: [placeOf(cell)],
        actors: [actor, recipient].filter((hint) => hint !== undefined),
        summary: machineSummary(sentence, {
          place: [cell('city') || cell('province'), cell('country')].filter((part) => part !== '').join(', '),
          edtf: day,
          basis: `from a report of ${publisher || 'an unnamed publisher'}${intensity === '' ? '' : `; intensity ${intensity} of −10 to 10`}`,
        }),
        sources: [
          ...(publisher === '' ? [] : [{ publisher }]),
          { publisher: 'ICEWS', title: `Event ${id} of ${day}`, url: icews.url },
        ],
        status: 'reported',
      },
      options,
    ),
  };
}

/** `Unspecified Actor` is nobody, and is not called anything either. */
const called = (name: string) => (name === '' || /^unspecified actor$/i.test(name) ? undefined : name);

function hintOf(cell: Cells, side: 'source' | 'target', role: 'actor' | 'recipient'): ActorHint | undefined {
  const name = cell(`${side}_name`);
  if (isNobody(name)) return undefined;
  const country: Country | undefined = countryOfName(cell(`${side}_country`));
  return {
    name,
    role,
    ...defined({ country: country?.iso3, isState: isStateName(name, country) || undefined }),
  };
}

/** The coordinates are the city's; without a city they are the middle of a province or country, which is nowhere. */
function placeOf(cell: Cells): PlaceHint {
  const name = cell('city') || cell('district') || cell('province');
  return {
    ...defined({ country: countryOfName(cell('country'))?.iso2, name: name === '' ? undefined : name }),
    ...(cell('city') === '' ? {} : pointOf(cell('latitude'), cell('longitude'))),
  };
}
