// First names and surnames, for there is no free list of surnames: those of the people that the pack tells of, and
// those that towns were called after (Jacksonville, Fort Wayne, Coronel Suárez): who gave one town a name may bear
// the name of another.
import { foldName } from '../../../core/knowledge/sources/geonames/names.ts';
import type { Words } from './words.ts';

const AFTER_SOMEBODY = [
  /^(\p{Lu}\p{Ll}{3,}?)s?(?:ville|burg|town|boro|borough)$/u,
  /^(?:Fort|Port|Camp|Lake|Mount|Saint|St\.|San|Santa|São|General|Coronel|Capitán|Presidente|Doctor) (\p{Lu}\p{Ll}{2,})$/u,
  /^(\p{Lu}\p{Ll}{3,}) (?:Falls|Heights|Park|Springs|Mills)$/u,
];

/** Folded names of people. What `words` has small (a park, a hill) is none. */
export function bearersOf(
  towns: Iterable<string>,
  people: Iterable<string>,
  words: Words,
): ReadonlySet<string> {
  const bearers = new Set<string>();
  for (const town of towns) {
    const name = AFTER_SOMEBODY.map((form) => form.exec(town)?.[1]).find((found) => found !== undefined);
    const word = name === undefined ? undefined : words.get(foldName(name));
    if (name !== undefined && word && !word.small) bearers.add(foldName(name));
  }
  for (const person of people) {
    for (const part of person.split(/[\s-]+/)) if (part.length > 2) bearers.add(foldName(part));
  }
  return bearers;
}
