// ACLED's events, coded by people every week, and edited and deleted every week too: `event_id_cnty` stays, so a
// later import replaces what an earlier one brought. A reader downloads them under a licence of his own and may
// not pass them on, so nothing of theirs is part of Backstory. Columns come by name: 31 to 35 of them, in an order
// that changed, with commas or semicolons.
import { wordDate } from '../dates.ts';
import type { Event } from '../event.ts';
import { ploverOfAcled } from './acled/types.ts';
import { defined } from './defined.ts';
import { actorOf, bodyOf, isNobody } from './plover/actors.ts';
import { type Cells, columnName, eventsOf, firstCells, type Outcome } from './plover/cells.ts';
import { dayOf, weekAround } from './plover/dates.ts';
import { clean, countOf, draftOf, listed, pointOf } from './plover/draft.ts';
import { countryOfName } from './plover/fips.ts';
import { weightOf } from './plover/weight.ts';
import type { ActorHint, PlaceHint, ReadOptions, Source } from './source.ts';

const isHeader = (names: readonly string[]) =>
  names.includes('event_id_cnty') && names.includes('event_date') && names.includes('sub_event_type');

export const acled: Source = {
  id: 'acled',
  title: 'ACLED conflict and protest events',
  licence:
    'ACLED’s Terms of Use (acleddata.com): for your own use under your own access; the data must not be passed on, in a pack or otherwise',
  attribution: 'ACLED (Armed Conflict Location & Event Data), acleddata.com',
  url: 'https://acleddata.com/',
  detect({ text }) {
    for (const delimiter of [',', ';']) {
      const cells = firstCells(text, delimiter);
      if (isHeader(cells.map(columnName))) return { what: `ACLED, ${cells.length} columns` };
      if (cells[0] && columnName(cells[0]) === 'event_id_cnty' && !text.includes('sub_event_type'))
        return { refused: 'These are ACLED events without their types; download them with all columns.' };
    }
    return null;
  },
  read: (lines, options) =>
    eventsOf(
      {
        form: (first) => ({
          delimiter: first.split(';').length > first.split(',').length ? ';' : ',',
          quotes: true,
        }),
        isHeader,
        eventOf,
      },
      lines,
      options,
    ),
};

function eventOf(cell: Cells, options: ReadOptions): Outcome {
  const id = cell('event_id_cnty');
  if (!/^[A-Za-z]{2,5} ?\d+$/.test(id)) return { rejected: 'event_id_cnty is not an ACLED number' };
  const type = ploverOfAcled(cell('event_type'), cell('sub_event_type'));
  if (!type) return { rejected: `“${clean(cell('event_type')).slice(0, 60)}” is no type of ACLED’s` };
  const day = dayOf(cell('event_date'));
  if (!day) return { rejected: `“${clean(cell('event_date')).slice(0, 30)}” is not a date` };

  const precision = cell('time_precision');
  const edtf = precision === '3' ? day.slice(0, 7) : precision === '2' ? weekAround(day) : day;
  const dead = countOf(cell('fatalities')) ?? 0;
  const place = placeOf(cell);
  const sides = ['actor1', 'actor2'].flatMap((column) => namesIn(cell(column)));
  const kind = clean(cell('sub_event_type') || cell('event_type'));
  const where = [place.name, clean(cell('country'))].filter((part) => part).join(', ');
  const killed = dead > 0 ? `, ${dead.toLocaleString('en-GB')} killed` : '';
  const who = listed(sides.map((side) => bodyOf(side).name));
  return {
    event: draftOf(
      {
        key: ['acled', id],
        edtf,
        title: `${who === '' ? '' : `${who}: `}${kind.toLowerCase()}${killed}${place.name ? ` in ${place.name}` : ''}`,
        type,
        weight: weightOf(type.plover, { deaths: dead }),
        places: [place],
        actors: actorsOf(cell),
        summary: summaryOf(cell, `${kind}${where === '' ? '' : ` in ${where}`}, ${wordDate(edtf)}.`),
        sources: sourcesOf(cell, id),
        status: 'reported',
        // Zero is both “none” and “nobody knows” in ACLED, so it is not said.
        ...defined({ deaths: dead > 0 ? { low: dead, best: dead } : undefined }),
      },
      options,
    ),
  };
}

const namesIn = (cell: string): string[] =>
  cell
    .split(/;| and\/or /)
    .map(clean)
    .filter((name) => name !== '');

/** Rioters, protesters, civilians: inter codes 5 to 7, numbers in older files and words in newer. */
const isCrowd = (inter: string) => /^[567]$|^(?:rioters|protesters|civilians)$/i.test(inter);

/**
 * ACLED says that actor1 and actor2 are no attacker and target, so all have the same role, those who stood with them
 * too. Crowds stay words.
 */
function actorsOf(cell: Cells): readonly ActorHint[] {
  return ['1', '2'].flatMap((side) => {
    const main = isCrowd(cell(`inter${side}`)) ? [] : namesIn(cell(`actor${side}`));
    return [...main, ...namesIn(cell(`assoc_actor_${side}`))]
      .map(bodyOf)
      .filter(({ name }) => !isNobody(name))
      .map((body) => actorOf(body, 'actor'));
  });
}

/** geo_precision 1: the place; 2: near it, under its name; 3: somewhere in the province. */
function placeOf(cell: Cells): PlaceHint {
  const precision = cell('geo_precision');
  const country = countryOfName(cell('country'))?.iso2;
  const name = clean(precision === '3' ? cell('admin1') : cell('location'));
  return {
    ...defined({ country, name: name === '' ? undefined : name }),
    ...(precision === '3' ? {} : pointOf(cell('latitude'), cell('longitude'))),
  };
}

/** The row's facts, then ACLED's own note without its tag for the size of a crowd. */
function summaryOf(cell: Cells, facts: string): string {
  const [, size = ''] = /\[size=([^\]]*)\]/i.exec(cell('notes')) ?? [];
  const note = clean(cell('notes').replace(/\s*\[size=[^\]]*\]/gi, ''));
  const crowd =
    size === '' || /^no report$/i.test(size) ? '' : `Size of the crowd as reported: ${clean(size)}.`;
  return [facts, note, crowd].filter((part) => part !== '').join(' ');
}

function sourcesOf(cell: Cells, id: string): Event['sources'] {
  return [
    { publisher: 'ACLED', title: `Event ${id.toUpperCase()}`, url: 'https://acleddata.com/' },
    ...namesIn(cell('source')).map((publisher) => ({ publisher })),
  ];
}
