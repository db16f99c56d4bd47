// GDELT 2.0 events: what a machine made of the world's news, every fifteen minutes. It takes Vienna for Austria and
// a film's actor for a party, codes one report several times, and dates “last year” to the day; so each record says
// how far it is to be believed, repeats and rows without a name are left out, and a vague day becomes a month or
// a year. A file that a spreadsheet has saved anew has lost numbers and code zeros for good: it is refused.
import { daysBetween } from '../dates.ts';
import { defined } from './defined.ts';
import { gdeltActor } from './gdelt/actors.ts';
import { ploverOfCameo } from './plover/cameo.ts';
import { type Cells, eventsOf, firstCells, type Outcome } from './plover/cells.ts';
import { packedDayOf } from './plover/dates.ts';
import { clean, countOf, draftOf, pointOf } from './plover/draft.ts';
import { countryOfFips } from './plover/fips.ts';
import { isSameState, machineSummary, repeats } from './plover/machine.ts';
import { sentenceOf } from './plover/terms.ts';
import { confidenceOf, weightOf } from './plover/weight.ts';
import type { ActorHint, PlaceHint, ReadOptions, Source } from './source.ts';

const ACTOR =
  'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code';
const GEO = 'Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID';
const each = (prefix: string, names: string) => names.split(' ').map((name) => `${prefix}${name}`);
const COLUMNS = [
  ...'GLOBALEVENTID SQLDATE MonthYear Year FractionDate'.split(' '),
  ...each('Actor1', ACTOR),
  ...each('Actor2', ACTOR),
  ...'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale'.split(' '),
  ...'NumMentions NumSources NumArticles AvgTone'.split(' '),
  ...each('Actor1Geo_', GEO),
  ...each('Actor2Geo_', GEO),
  ...each('ActionGeo_', GEO),
  'DATEADDED',
  'SOURCEURL',
].map((name) => name.toLowerCase());

/** GDELT 1.0 lacks the second-level divisions, and its first years the address too. */
const COLUMNS_OF_1_0 = [57, 58];

const isHeader = (names: readonly string[]) => names[0] === 'globaleventid';
const isRow = (cells: readonly string[]) =>
  /^\d{5,12}$/.test(cells[0] ?? '') && /^\d{8}$/.test(cells[1] ?? '');
const isGdelt = (cells: readonly string[]) => isRow(cells) || cells[0]?.toUpperCase() === 'GLOBALEVENTID';

export const gdelt: Source = {
  id: 'gdelt',
  title: 'GDELT 2.0 events',
  licence: 'Free for any use; GDELT must be named and linked to',
  attribution: 'The GDELT Project, gdeltproject.org',
  url: 'https://www.gdeltproject.org/',
  detect({ text }) {
    const tabs = firstCells(text, '\t');
    const damage = damageOf(text);
    if (damage) return { refused: damage };
    if (!isGdelt(tabs)) return null;
    if (COLUMNS_OF_1_0.includes(tabs.length))
      return {
        refused: 'These are GDELT 1.0 events; take the 2.0 files, which are of the same days or later.',
      };
    if (tabs.length !== COLUMNS.length) return null;
    return { what: `GDELT 2.0 events, ${COLUMNS.length} columns${isRow(tabs) ? ', no header' : ''}` };
  },
  read(lines, options) {
    const isRepeat = repeats();
    return eventsOf(
      {
        form: () => ({ delimiter: '\t', quotes: false }),
        columns: COLUMNS,
        isHeader,
        eventOf: (cell, given) => eventOf(cell, given, isRepeat),
      },
      lines,
      options,
    );
  },
};

/** What a spreadsheet does: other separators, and dates of fourteen digits as `2.02E+13`. */
function damageOf(text: string): string | undefined {
  for (const delimiter of [';', ',']) {
    const cells = firstCells(text, delimiter);
    if (cells.length >= COLUMNS.length - 3 && isGdelt(cells))
      return `This GDELT file was saved again by a spreadsheet (its columns are apart by “${delimiter}”): numbers are rounded and codes have lost their first zeros. Import the file as GDELT offers it.`;
  }
  const lines = text.split('\n', 3).map((line) => line.split('\t'));
  return lines.some((cells) => isGdelt(lines[0] ?? []) && isRounded(cells[59] ?? ''))
    ? 'This GDELT file was saved again by a spreadsheet: its numbers are rounded. Import the file as GDELT offers it.'
    : undefined;
}

const isRounded = (cell: string) => /^\d[.,]?\d*E\+\d+$/i.test(cell.trim());

function eventOf(cell: Cells, options: ReadOptions, isRepeat: (key: readonly string[]) => boolean): Outcome {
  const id = cell('globaleventid');
  if (isRounded(id) || isRounded(cell('dateadded')))
    return { rejected: 'a number is rounded: a spreadsheet saved this file again' };
  if (!/^\d+$/.test(id)) return { rejected: 'GLOBALEVENTID is not a number' };
  const type = ploverOfCameo(cell('eventcode'));
  if (!type) return { rejected: 'EventCode is no CAMEO code' };
  const date = dateOf(cell);
  if ('rejected' in date) return date;
  if (type.plover === 'OTHER') return { skipped: 'only something said (CAMEO 01)' };

  const [one, two] = [gdeltActor(cell, 'actor1'), gdeltActor(cell, 'actor2')];
  if (!one.hint && !two.hint) return { skipped: 'nobody is named' };
  if (isSameState(one.hint, two.hint)) return { skipped: 'a state with itself' };
  const address = cell('sourceurl');
  if (isRepeat([type.plover, date.edtf, cell('actor1code'), cell('actor2code'), type.mode.join(), address]))
    return { skipped: 'the same act from the same report' };

  const mentions = countOf(cell('nummentions')) ?? 0;
  const publishers = countOf(cell('numsources')) ?? 1;
  const sentence = sentenceOf(type, one.words, two.words);
  const place = placeOf(cell);
  const actors: ActorHint[] = [];
  if (one.hint) actors.push({ ...one.hint, role: 'actor' });
  if (two.hint) actors.push({ ...two.hint, role: 'recipient' });
  return {
    event: draftOf(
      {
        key: ['gdelt', id],
        edtf: date.edtf,
        title: sentence,
        type,
        weight: weightOf(type.plover, { mentions }),
        confidence: confidenceOf({
          isLead: cell('isrootevent') === '1',
          publishers,
          mentions,
          isDateVague: date.edtf.length < 10,
          isOneSided: actors.length < 2,
        }),
        places: [place],
        actors,
        summary: machineSummary(sentence, {
          place: clean(cell('actiongeo_fullname')),
          edtf: date.edtf,
          basis: `${mentions} mention${mentions === 1 ? '' : 's'} by ${publishers} publisher${publishers === 1 ? '' : 's'}`,
        }),
        sources: [
          { ...publisherOf(address), ...defined({ published: packedDayOf(cell('dateadded')) }) },
          { publisher: 'GDELT', title: `Event ${id}`, url: 'https://www.gdeltproject.org/' },
        ],
        status: 'reported',
      },
      options,
    ),
  };
}

/** A report of a day is about that week at most; what lies further back was reckoned from words. */
const SURE_DAYS = 6;
const SURE_MONTH_DAYS = 62;

function dateOf(cell: Cells): { edtf: string } | { rejected: string } {
  const day = packedDayOf(cell('sqldate'));
  const added = packedDayOf(cell('dateadded'));
  if (!day) return { rejected: 'SQLDATE is not a date' };
  if (!added) return { rejected: 'DATEADDED is not a date' };
  const back = daysBetween(day, added);
  if (back < -1) return { rejected: 'SQLDATE lies after DATEADDED' };
  return { edtf: back <= SURE_DAYS ? day : back <= SURE_MONTH_DAYS ? day.slice(0, 7) : day.slice(0, 4) };
}

/** ActionGeo_Type 3 and 4 are cities; 2 and 5 provinces; 1 a country, whose middle says nothing. */
function placeOf(cell: Cells): PlaceHint {
  const type = cell('actiongeo_type');
  const isCity = type === '3' || type === '4';
  const [name = ''] = cell('actiongeo_fullname').split(',');
  return {
    ...defined({
      country: countryOfFips(cell('actiongeo_countrycode'))?.iso2,
      name: type === '1' || clean(name) === '' ? undefined : clean(name),
    }),
    ...(isCity ? pointOf(cell('actiongeo_lat'), cell('actiongeo_long')) : {}),
  };
}

/** The site of the report; older rows name a broadcaster where others have an address. */
function publisherOf(address: string): { publisher: string; url?: string } {
  const [, host] = /^https?:\/\/(?:www\.)?([^/:?#\s]+)/i.exec(address) ?? [];
  return host ? { publisher: host.toLowerCase(), url: address } : { publisher: address };
}
