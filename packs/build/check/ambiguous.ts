// Names that several entities share, with how often each is meant: what a reader of the pack should know, and where
// a wrong prior would show first. Names shared only among generated places are counted, not listed.
import { type Entity, labelOf, type Name } from '../../../core/knowledge/entity.ts';
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';
import { shared } from './pack.ts';

export interface SharedName {
  readonly name: string;
  readonly bearers: readonly Bearer[];
}

interface Bearer extends Pick<Name, 'type' | 'match' | 'prior'> {
  readonly id: string;
  readonly label: string;
  readonly salience: number;
  readonly generated: boolean;
}

export function sharedNames(entities: readonly Entity[], places: ReadonlySet<string>): SharedName[] {
  const named = entities.flatMap((entity) => {
    const seen = new Set<string>();
    return entity.names.flatMap(({ text, type, match, prior }) => {
      const name = foldName(text);
      if (seen.has(name)) return [];
      seen.add(name);
      const { id, salience } = entity;
      const generated = places.has(id);
      return [
        {
          name,
          id,
          label: labelOf(entity),
          salience,
          type,
          match,
          generated,
          ...(prior === undefined ? {} : { prior }),
        },
      ];
    });
  });
  return [...shared(named, ({ name }) => name)].map(([name, bearers]) => ({ name, bearers }));
}

/** One line a name: `aoun: Michel Aoun (surname, 0.52) · Joseph Aoun (surname, 0.5)`; salience where no prior is given. */
export function sharedNamesInWords(names: readonly SharedName[]): string[] {
  return names
    .filter(({ bearers }) => bearers.some(({ generated, type }) => !generated && type !== 'metonym'))
    .map(({ name, bearers }) => `${name}: ${bearers.map(bearerInWords).join(' · ')}`)
    .sort();
}

function bearerInWords({ label, type, match, prior, salience }: Bearer): string {
  const share = prior === undefined ? `salience ${salience}` : `prior ${prior}`;
  return `${label} (${type}, ${match}, ${share})`;
}
