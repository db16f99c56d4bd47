// UCDP's Georeferenced Event Dataset: one row for each event of organised violence that killed somebody, coded by
// people from several reports. The title and the summary are made of the row's figures; `source_article` holds
// other people's headlines, which are theirs, and is where the file's quotes are broken, so it is never read.
import { wordDate } from '../dates.ts';
import type { Event } from '../event.ts';
import { defined } from './defined.ts';
import { actorOf, bodyOf, isNobody } from './plover/actors.ts';
import { type Cells, columnName, eventsOf, firstCells, type Outcome } from './plover/cells.ts';
import { dayOf, spanOf } from './plover/dates.ts';
import { clean, countOf, draftOf, listed, pointOf } from './plover/draft.ts';
import { countryOfName } from './plover/fips.ts';
import { weightOf } from './plover/weight.ts';
import type { PlaceHint, ReadOptions, Source } from './source.ts';

const COLUMNS = (
  'id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name ' +
  'dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b ' +
  'number_of_sources source_article source_office source_date source_headline source_original where_prec ' +
  'where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id ' +
  'region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best ' +
  'high low gwnoa gwnob'
).split(' ');

const isHeader = (names: readonly string[]) =>
  names.includes('type_of_violence') && names.includes('date_prec') && names.includes('best');

/** A row's beginning: `244657,IRQ-2017-1-524-322,2017`, quoted or not. */
const ROW = /^"?\d+"?,"?[A-Z]{3}-\d{4}-[^,]*"?,"?\d{4}"?,/;

export const ucdp: Source = {
  id: 'ucdp',
  title: 'UCDP Georeferenced Event Dataset',
  licence: 'CC BY 4.0',
  attribution: 'Uppsala Conflict Data Program (UCDP), Georeferenced Event Dataset',
  url: 'https://ucdp.uu.se/downloads/',
  detect({ text }) {
    const cells = firstCells(text, ',');
    if (isHeader(cells.map(columnName))) return { what: `UCDP GED, ${cells.length} columns` };
    if (ROW.test(text.replace(/^\uFEFF/, '')))
      return { what: `UCDP GED, ${COLUMNS.length} columns, no header` };
    return null;
  },
  read: (lines, options) =>
    eventsOf(
      {
        form: () => ({ delimiter: ',', quotes: true }),
        columns: COLUMNS,
        isHeader,
        mend,
        eventOf,
      },
      lines,
      options,
    ),
};

/** From `latitude` on no cell holds a comma, nor does any before `source_article`. */
const HEAD = COLUMNS.indexOf('source_article');
const TAIL_FROM = COLUMNS.indexOf('latitude');
const TAIL = COLUMNS.length - TAIL_FROM;
const GAP = COLUMNS.slice(HEAD, TAIL_FROM).map(() => '');

/** A broken quote in the articles moves what lies behind them: the two ends of the row are still good. */
function mend(cells: readonly string[], columns: readonly string[]): readonly string[] | null {
  if (columns.join() !== COLUMNS.join() || cells.length < HEAD + TAIL) return null;
  const tail = cells.slice(-TAIL);
  if (!/^"?POINT ?\(/.test(tail[COLUMNS.indexOf('geom_wkt') - TAIL_FROM] ?? '')) return null;
  return [...cells.slice(0, HEAD), ...GAP, ...tail];
}

/** By type_of_violence: between a state and others, between others, against people without arms. */
const KINDS: Readonly<Record<string, { words: string; context: readonly string[] }>> = {
  1: { words: 'fighting', context: ['military'] },
  2: { words: 'fighting', context: [] },
  3: { words: 'attack on civilians', context: ['human_security'] },
};

function eventOf(cell: Cells, options: ReadOptions): Outcome {
  const id = cell('id');
  if (!/^\d+$/.test(id)) return { rejected: 'the event has no number' };
  const kind = KINDS[cell('type_of_violence')];
  if (!kind) return { rejected: 'type_of_violence is not 1, 2 or 3' };
  const edtf = dateOf(cell);
  if (!edtf) return { rejected: 'date_start is not a date' };
  const sides = [cell('side_a'), cell('side_b')].map((side) => clean(side)).filter((side) => side !== '');
  if (sides.length === 0) return { rejected: 'no side is named' };

  const deaths = deathsOf(cell);
  const place = placeOf(cell);
  const where = [place.name, clean(cell('country'))].filter((part) => part).join(', ');
  const acting = kind.words === 'fighting' ? sides : sides.filter((side) => !isNobody(side));
  const who = listed(acting.length > 0 ? acting : sides);
  const what = kind.words === 'fighting' ? '' : `${kind.words}, `;
  const killed = deaths?.best === undefined || deaths.best === 0 ? '' : `${count(deaths.best)} killed`;
  return {
    event: draftOf(
      {
        key: ['ucdp', id],
        edtf,
        title: `${who}: ${killed === '' ? kind.words : `${what}${killed}`}${place.name ? ` in ${place.name}` : ''}`,
        type: { plover: 'ASSAULT', mode: [], context: kind.context },
        weight: weightOf('ASSAULT', { deaths: deaths?.best ?? 0 }),
        places: [place],
        // Side A is the state or the first by name, not the attacker; only one-sided violence has a direction.
        actors: acting.filter((side) => !isNobody(side)).map((side) => actorOf(bodyOf(side), 'actor')),
        summary: summaryOf(cell, { who, what: kind.words, where, edtf, deaths }),
        sources: sourcesOf(cell, id),
        status: isConfirmed(cell) ? 'confirmed' : 'reported',
        ...defined({ deaths }),
      },
      options,
    ),
  };
}

/**
 * date_prec 1: the day; 2, 3: some days or a week, between the two dates; 4: a month or less than one; 5: more,
 * up to a year. The two dates are bounds; only where they claim a day that the precision denies are they widened.
 */
function dateOf(cell: Cells): string | undefined {
  const start = dayOf(cell('date_start'));
  const end = dayOf(cell('date_end')) ?? start;
  if (!start || !end) return undefined;
  const precision = cell('date_prec');
  if (start === end && precision === '4') return start.slice(0, 7);
  return start === end && precision === '5' ? start.slice(0, 4) : spanOf(start, end);
}

function deathsOf(cell: Cells): Event['deaths'] {
  const [best, low, high] = [countOf(cell('best')), countOf(cell('low')), countOf(cell('high'))];
  if (best === undefined) return undefined;
  return { low: Math.min(low ?? best, best), best, high: Math.max(high ?? best, best) };
}

/**
 * where_prec 1, 2: the place, or within 25 km of it; 3, 4: a district or province, whose middle says nothing;
 * 5: a line or a vague area; 6: the country; 7: open sea or air, which is no country's.
 */
function placeOf(cell: Cells): PlaceHint {
  const precision = cell('where_prec');
  const country = precision === '7' ? undefined : countryOfName(cell('country'))?.iso2;
  const name = clean(cell('where_coordinates')).replace(/ (?:city|town|village)$/i, '');
  return {
    ...defined({ country, name: name === '' || precision === '6' ? undefined : name }),
    ...(/^[12]$/.test(precision) ? pointOf(cell('latitude'), cell('longitude')) : {}),
  };
}

interface Told {
  readonly who: string;
  readonly what: string;
  readonly where: string;
  readonly edtf: string;
  readonly deaths: Event['deaths'];
}

function summaryOf(cell: Cells, { who, what, where, edtf, deaths }: Told): string {
  const civilians = countOf(cell('deaths_civilians')) ?? 0;
  const range =
    deaths && deaths.low !== deaths.high
      ? ` (between ${count(deaths.low)} and ${count(deaths.high ?? deaths.low)})`
      : '';
  const among = civilians > 0 ? `, among them ${count(civilians)} of civilians` : '';
  const conflict = clean(cell('conflict_name'));
  const best = deaths?.best;
  const parts = [
    `${who}: ${what}${where === '' ? '' : ` in ${where}`}, ${wordDate(edtf)}.`,
    best === undefined ? '' : `UCDP’s best estimate of the deaths is ${count(best)}${range}${among}.`,
    conflict === '' ? '' : `Conflict: ${conflict}.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** UCDP, and the publishers it used, without their headlines. */
function sourcesOf(cell: Cells, id: string): Event['sources'] {
  const offices = new Set(
    cell('source_office')
      .split(';')
      .map(clean)
      .filter((name) => name !== ''),
  );
  return [
    {
      publisher: 'Uppsala Conflict Data Program',
      title: `UCDP GED, event ${id}`,
      url: 'https://ucdp.uu.se/',
    },
    ...[...offices].slice(0, 5).map((publisher) => ({ publisher })),
  ];
}

/** Coded without doubt from at least two reports; −1 says that nobody counted them. */
const isConfirmed = (cell: Cells) =>
  cell('code_status').toLowerCase() === 'clear' &&
  cell('event_clarity') === '1' &&
  (countOf(cell('number_of_sources')) ?? 0) >= 2;

const FIGURES = new Intl.NumberFormat('en-GB');
const count = (value: number) => FIGURES.format(value);
