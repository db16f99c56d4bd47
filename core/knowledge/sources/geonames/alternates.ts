// alternateNamesV2.txt: names by language, of places that stand in another file. A name is no entity, so a run of
// rows of one place becomes further names for the id that the place has in the same pack; `collectAll` reads the
// places first, unites both, and counts the names of places that were not taken. A row does not tell whether Van
// is a lake or a city of a million, so that such a name is believed in company only. The pseudo-language `wkdt`
// gives the place's Wikidata item.
import { EdtfDate } from '../../dates.ts';
import type { Name } from '../../entity.ts';
import type { EntityId } from '../../terms.ts';
import { defined } from '../defined.ts';
import type { Found, ReadOptions } from '../source.ts';

/** The ten columns; the older alternateNames.txt lacks the last two. */
export const NAME_COLUMNS: ReadonlySet<number> = new Set([10, 8]);

const MOST_NAMES = 200;
const IS_CODE = /^(?:link|post|iata|icao|faac|unlc|tcid|phon|piny|nuts|lauc|fr_1793)$/;
/** Gathers the rows of one place; they stand together in the file. */
export class AlternateNames {
  readonly #pack: string;
  readonly #languages: ReadonlySet<string>;
  #place = '';
  #names: Name[] = [];
  #wikidata: string | undefined;

  constructor({ pack, languages }: ReadOptions) {
    this.#pack = pack;
    this.#languages = new Set((languages.length > 0 ? languages : ['en']).map(primary));
  }

  /** What is known once this row has been seen: a row that says nothing, or all names of the place before it. */
  *add(cells: readonly string[], line: number): Generator<Found, void> {
    const [, place = '', language = '', text = ''] = cells;
    if (!/^\d{1,12}$/.test(place) || text === '') {
      yield {
        kind: 'rejected',
        line,
        reason: `a GeoNames number and a name are expected in columns 2 and 4, not “${place.slice(0, 40)}” and “${text.slice(0, 40)}”`,
      };
      return;
    }
    if (place !== this.#place) {
      yield* this.end();
      this.#place = place;
    }
    if (language === 'wkdt') {
      if (/^Q[1-9]\d{0,11}$/.test(text)) this.#wikidata = text;
      else yield { kind: 'rejected', line, reason: `“${text.slice(0, 40)}” is no Wikidata item` };
      return;
    }
    const name = nameOf(cells, this.#languages);
    if (typeof name === 'string') yield { kind: 'skipped', reason: name };
    else if (this.#names.length < MOST_NAMES) this.#names.push(name);
    else yield { kind: 'skipped', reason: `a name beyond ${MOST_NAMES} of one place` };
  }

  /** The names of the last place. */
  *end(): Generator<Found, void> {
    if (this.#names.length > 0 || this.#wikidata !== undefined)
      yield {
        kind: 'names',
        further: {
          id: `${this.#pack}:geonames-${this.#place}` as EntityId,
          names: this.#names,
          ...defined({ ids: this.#wikidata === undefined ? undefined : { wikidata: this.#wikidata } }),
        },
      };
    this.#names = [];
    this.#wikidata = undefined;
  }
}

/** The name, or why it is none. */
function nameOf(cells: readonly string[], languages: ReadonlySet<string>): Name | string {
  const [, , language = '', text = '', preferred, short, colloquial, historic, from = '', to = ''] = cells;
  if (language === '') return 'a name without a language';
  if (IS_CODE.test(language)) return 'a link, a post code or another code, no name';
  if (language === 'abbr') return acronym(text);
  if (!languages.has(primary(language))) return 'a name in a language that was not asked for';
  if (text.length > 200 || !/\p{L}/u.test(text)) return 'a text that is no name';
  if (colloquial === '1') return 'a nickname';
  const isFormer = historic === '1' || EdtfDate.safeParse(to).success;
  // English labels come with the places.
  const isLabel = preferred === '1' && primary(language) !== 'en';
  return {
    text,
    lang: language.slice(0, 35),
    type: isFormer ? 'former' : short === '1' ? 'short' : isLabel ? 'label' : 'alias',
    match: 'needs-context',
    ...defined({ from: date(from), to: date(to) }),
  };
}

function acronym(text: string): Name | string {
  if (!/^(?:\p{Lu}\.?){2,10}$/u.test(text)) return 'an abbreviation that is no acronym';
  return { text, lang: 'und', type: 'acronym', match: 'needs-context' };
}

function date(text: string): string | undefined {
  return EdtfDate.safeParse(text).success ? text : undefined;
}

function primary(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}
